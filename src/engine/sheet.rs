//! What goes with a person, in words that do not say what it is about: no answer, no feeling, no safety page, no referral, no
//! date and no name of a site (spec 3.8; checklist 46).

use crate::{Guide, Plan, Purpose, RecommendationKey, Region, Replay, Service, fill};

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
    /// As plain text.
    pub fn text(&self) -> String {
        let mut lines = vec![self.heading.as_str(), self.opening.as_str()];
        for part in &self.parts {
            lines.extend(["", &part.title]);
            lines.extend(
                part.lines
                    .iter()
                    .flat_map(|(what, more)| [what.as_str(), more]),
            );
        }
        lines.extend(["", &self.closing]);
        let mut text = lines.join("\n");
        while text.contains("\n\n\n") {
            text = text.replace("\n\n\n", "\n\n");
        }
        text.trim().to_owned()
    }
}

/// A page with ideas, numbers or both.
pub(crate) fn paper(
    guide: &Guide,
    region: &Region,
    plan: &Plan,
    ideas: bool,
    numbers: bool,
) -> Sheet {
    let words = &guide.words.keep;
    let idea = |key| {
        let words = &guide.recommendation(key).words;
        (words.title.clone(), region.terms.fill(&words.action))
    };
    let ideas = SheetPart {
        title: String::new(),
        lines: plan
            .kept()
            .filter(|_| ideas)
            .map(|kept| idea(kept.key))
            .collect(),
    };
    let services = region
        .first_of_each(&ON_PAPER)
        .into_iter()
        .filter(|_| numbers);
    let numbers = SheetPart {
        title: words.numbers_heading.clone(),
        lines: services
            .map(|service| (service.name.clone(), reached(guide, service)))
            .collect(),
    };
    sheet(&words.paper_heading, [ideas, numbers])
}

/// The purposes of which the first services stand on paper.
const ON_PAPER: [Purpose; 6] = [
    Purpose::Emergency,
    Purpose::SexualViolence,
    Purpose::DomesticAbuse,
    Purpose::Crisis,
    Purpose::Listening,
    Purpose::SexualHealth,
];

/// How a service is reached, and when.
fn reached(guide: &Guide, service: &Service) -> String {
    let words = &guide.words;
    let phone = service.phone.iter().map(|(shown, _)| shown.clone());
    let text = service
        .sms
        .iter()
        .map(|(number, word)| match word.is_empty() {
            true => fill(&words.help.text_to, &[("number", number)]),
            false => fill(&words.help.text_word, &[("number", number), ("word", word)]),
        });
    let ways: Vec<_> = phone.chain(text).collect();
    let web = service.web.iter().filter(|_| ways.is_empty());
    let web = web.map(|address| address.trim_start_matches("https://").to_owned());
    let hours = Some(service.hours.clone()).filter(|hours| !hours.is_empty());
    let said: Vec<_> = ways.iter().cloned().chain(web).chain(hours).collect();
    said.join(&words.common.list_comma)
}

/// A few plain lines for one screen.
pub(crate) fn card(guide: &Guide, lines: &[&str]) -> Sheet {
    let lines = lines.iter().map(|line| (String::new(), (*line).to_owned()));
    let part = SheetPart {
        title: String::new(),
        lines: lines.collect(),
    };
    sheet(&guide.words.keep.card_heading, [part])
}

/// Wishes that can change.
pub(crate) fn note(guide: &Guide, chosen: &[RecommendationKey]) -> Sheet {
    let words = &guide.words.keep;
    let wish = |key: &RecommendationKey| guide.recommendation(*key).words.wish.clone();
    let part = SheetPart {
        title: String::new(),
        lines: chosen
            .iter()
            .map(|key| (String::new(), wish(key)))
            .collect(),
    };
    let sheet = sheet(&words.note_heading, [part]);
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

fn sheet<const N: usize>(heading: &str, parts: [SheetPart; N]) -> Sheet {
    let parts: Vec<_> = parts
        .into_iter()
        .filter(|part| !part.lines.is_empty())
        .collect();
    if parts.is_empty() {
        return Sheet::default();
    }
    Sheet {
        heading: heading.to_owned(),
        parts,
        ..Sheet::default()
    }
}
