//! What goes with a person, in words that do not say what it is about: no answer, no feeling, no safety page, no referral, no
//! date and no name of a site (spec 3.8; checklist 46).

use crate::{Actor, Guide, Plan, Purpose, RecommendationKey, Region, Replay, Service};

/// The ways to take some of the plan along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A page to print.
    Paper,
    /// A few plain lines on one screen.
    Card,
    /// A note to share.
    Note,
}

impl Form {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Paper, Self::Card, Self::Note];

    /// Whether it is offered with this plan: a note needs someone to share it with, and wishes.
    pub fn is_offered(self, guide: &Guide, plan: &Plan, replay: &Replay) -> bool {
        self != Self::Note || !wishes(guide, plan, replay).is_empty()
    }
}

/// A heading, and lines under it; an empty one says nothing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// The heading.
    pub heading: String,
    /// What stands before the first part; may be empty.
    pub opening: String,
    /// Its parts, each with something in it.
    pub parts: Vec<SheetPart>,
    /// What stands at the end; may be empty.
    pub closing: String,
}

/// Lines under a title.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetPart {
    /// The title; may be empty.
    pub title: String,
    /// Each line: what it is, and more of it; the second may be empty.
    pub lines: Vec<(String, String)>,
}

impl Sheet {
    /// As plain text: a line each, an empty one before each part.
    pub fn text(&self) -> String {
        let mut text = self.heading.clone();
        let mut add = |before: &str, line: &str| {
            if !line.is_empty() {
                text += before;
                text += line;
            }
        };
        add("\n\n", &self.opening);
        for part in &self.parts {
            add("\n\n", &part.title);
            let mut before = "\n\n";
            for (what, more) in &part.lines {
                add(before, what);
                add(if what.is_empty() { before } else { "\n" }, more);
                before = "\n";
            }
        }
        add("\n\n", &self.closing);
        text
    }
}

/// A page with ideas, numbers or both: the plain line of each idea, and what to do where one does it alone.
pub(crate) fn paper(
    guide: &Guide,
    region: &Region,
    plan: &Plan,
    ideas: bool,
    numbers: bool,
) -> Sheet {
    let words = &guide.words.keep;
    let mut parts = Vec::new();
    if ideas {
        let kept = plan.kept().map(|idea| guide.recommendation(idea.key));
        let kept = kept.filter(|idea| !idea.words.card.is_empty());
        let lines = kept.map(|idea| {
            let own = idea.who == Actor::Oneself && idea.on_paper;
            let action = own.then(|| region.terms.fill(&idea.words.action));
            (idea.words.card.clone(), action.unwrap_or_default())
        });
        parts.push(SheetPart {
            title: String::new(),
            lines: lines.collect(),
        });
    }
    if numbers {
        let services = region.first_of_each(&ON_PAPER).into_iter();
        let lines =
            services.filter_map(|service| Some((service.name.clone(), reached(guide, service)?)));
        parts.push(SheetPart {
            title: words.numbers_heading.clone(),
            lines: lines.collect(),
        });
    }
    sheet(&words.paper_heading, parts)
}

/// The purposes of which the first services stand on paper: those whose names do not say what somebody went through.
const ON_PAPER: [Purpose; 2] = [Purpose::Emergency, Purpose::Listening];

/// How a service is reached, and when; none where one can only go there.
fn reached(guide: &Guide, service: &Service) -> Option<String> {
    let phone = || service.phone.as_ref().map(|(shown, _)| shown.clone());
    let web = || {
        service
            .web
            .as_ref()
            .map(|web| web.trim_start_matches("https://").to_owned())
    };
    let way = phone()
        .or_else(|| service.text_line(&guide.words))
        .or_else(web)?;
    Some(match service.hours.is_empty() {
        true => way,
        false => way + &guide.words.common.list_comma + &service.hours,
    })
}

/// A few plain lines for one screen.
pub(crate) fn card(guide: &Guide, lines: &[&str]) -> Sheet {
    let lines = lines.iter().map(|line| (*line).to_owned());
    sheet(&guide.words.keep.card_heading, vec![plain(lines)])
}

/// Wishes that can change.
pub(crate) fn note(guide: &Guide, chosen: &[RecommendationKey]) -> Sheet {
    let words = &guide.words.keep;
    let wishes = chosen
        .iter()
        .map(|key| guide.recommendation(*key).words.wish.clone());
    let sheet = sheet(&words.note_heading, vec![plain(wishes)]);
    if sheet.parts.is_empty() {
        return sheet;
    }
    Sheet {
        opening: words.note_opening.clone(),
        closing: words.note_closing.clone(),
        ..sheet
    }
}

/// The ideas of the plan that can go on a note, where sharing one is not switched off.
pub(crate) fn wishes(guide: &Guide, plan: &Plan, replay: &Replay) -> Vec<RecommendationKey> {
    if !guide.rules.share.holds(&replay.facts) {
        return Vec::new();
    }
    let said = |key: &RecommendationKey| !guide.recommendation(*key).words.wish.is_empty();
    plan.kept().map(|idea| idea.key).filter(said).collect()
}

/// Lines without a title, and with no more to each.
fn plain(lines: impl Iterator<Item = String>) -> SheetPart {
    SheetPart {
        title: String::new(),
        lines: lines.map(|line| (String::new(), line)).collect(),
    }
}

fn sheet(heading: &str, mut parts: Vec<SheetPart>) -> Sheet {
    parts.retain(|part| !part.lines.is_empty());
    if parts.is_empty() {
        return Sheet::default();
    }
    Sheet {
        heading: heading.to_owned(),
        parts,
        ..Sheet::default()
    }
}
