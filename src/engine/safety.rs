//! Safety pages: which are open, what opened them, and their texts as one page.

use crate::{
    Block, Facts, Guide, Level, QuestionKey, Region, Replay, SafetyKey, SafetyTopic, Section,
    Service,
};

/// The safety pages that the answers open, in the guide's order (spec 3.6, 9).
pub fn active_pages(guide: &Guide, replay: &Replay) -> Vec<SafetyKey> {
    guide
        .safety_keys()
        .filter(|key| guide.safety_topic(*key).opens.holds(&replay.facts))
        .collect()
}

/// The question whose answer opens a safety page; the last one where there are several.
pub(crate) fn cause(guide: &Guide, replay: &Replay) -> Option<QuestionKey> {
    let opens = |question: &QuestionKey| {
        replay.counted(guide.question(*question)).any(|option| {
            let fact = guide.option(option).fact;
            active_pages(guide, replay).iter().any(|page| {
                guide
                    .safety_topic(*page)
                    .opens
                    .needs()
                    .any(|need| need == fact)
            })
        })
    };
    replay.asked.iter().copied().rev().find(opens)
}

/// The question that can open this safety page.
pub(crate) fn asked_in(guide: &Guide, page: SafetyKey) -> Option<QuestionKey> {
    let opens = &guide.safety_topic(page).opens;
    let mut keys = guide.question_keys();
    keys.find(|key| {
        let options = &guide.question(*key).options;
        options
            .iter()
            .any(|option| opens.needs().any(|need| need == option.fact))
    })
}

/// One or several safety pages as one: what is urgent once and on top, each page's own text below (decision 5).
#[derive(Debug, PartialEq)]
pub struct SafetyText<'g> {
    /// The first page's title.
    pub title: &'g str,
    /// The first page's opening.
    pub opening: &'g [Block],
    /// The opening of the next page about something done to the person, so that “not your fault” stands on top too.
    pub also: Option<(SafetyKey, &'g [Block])>,
    /// What the first page says before it speaks of danger.
    pub before: Vec<Shown<'g>>,
    /// When to call the emergency number.
    pub danger: Option<Danger<'g>>,
    /// One help service for each matter, to reach without scrolling; none where the pages name none.
    pub first: Vec<&'g Service>,
    /// Each page's own text.
    pub parts: Vec<Part<'g>>,
}

/// When to call the emergency number: the reasons of all pages, each once.
#[derive(Debug, PartialEq)]
pub struct Danger<'g> {
    /// The heading.
    pub heading: &'g str,
    /// The reasons.
    pub reasons: Vec<&'g str>,
    /// Whom to call.
    pub services: Vec<&'g Service>,
}

/// One page's own text.
#[derive(Debug, PartialEq)]
pub struct Part<'g> {
    /// The page.
    pub key: SafetyKey,
    /// What stands behind the key.
    pub topic: &'g SafetyTopic,
    /// Its sections; what an earlier part says word for word is not said again.
    pub sections: Vec<Shown<'g>>,
}

/// A section with its services found.
#[derive(Debug, PartialEq)]
pub struct Shown<'g> {
    /// The section.
    pub section: &'g Section,
    /// What it holds.
    pub pieces: Vec<Piece<'g>>,
}

/// A block of a section, in this region.
#[derive(Debug, PartialEq)]
pub enum Piece<'g> {
    /// A paragraph or a list.
    Text(&'g Block),
    /// Services that are not on the page yet; `missing` where the region has none of its own for the purpose.
    Services {
        /// Whether others stand in.
        missing: bool,
        /// The services.
        services: Vec<&'g Service>,
    },
}

/// The text of these safety pages, of which there is at least one, for someone with these facts.
pub fn safety_text<'g>(
    guide: &'g Guide,
    region: &'g Region,
    pages: &[SafetyKey],
    facts: &Facts,
) -> SafetyText<'g> {
    let topics: Vec<_> = pages.iter().map(|key| guide.safety_topic(*key)).collect();
    let mut composing = Composing {
        region,
        facts,
        on_page: Vec::new(),
        said: Vec::new(),
    };
    let danger = composing.danger(&topics);
    let purposes = topics.iter().filter_map(|topic| topic.first);
    let first = composing.new_ones(
        purposes
            .flat_map(|purpose| region.first_services(purpose))
            .collect(),
    );
    if let [_] = topics[..] {
        // A page of its own may name its number again where it speaks of it; several pages may not.
        composing.on_page.retain(|service| !first.contains(service));
    }
    let sections = topics[0].prose.shown(facts);
    let opens_with = sections
        .iter()
        .position(|section| is_danger(section))
        .unwrap_or(0);
    let before = composing.sections(&sections[..opens_with]);
    let parts = pages.iter().zip(&topics).map(|(key, topic)| {
        let sections = topic.prose.shown(facts);
        Part {
            key: *key,
            topic,
            sections: composing.sections(&sections),
        }
    });
    SafetyText {
        title: &topics[0].prose.title,
        opening: &topics[0].prose.opening,
        also: pages
            .iter()
            .zip(&topics)
            .skip(1)
            .find(|(_, topic)| topic.specialist)
            .map(|(key, topic)| (*key, topic.prose.opening.as_slice())),
        parts: parts.collect(),
        before,
        danger,
        first,
    }
}

fn is_danger(section: &Section) -> bool {
    section.level == Some(Level::Emergency)
}

/// What stands on the page so far.
struct Composing<'g, 'f> {
    region: &'g Region,
    facts: &'f Facts,
    on_page: Vec<&'g Service>,
    said: Vec<&'g Section>,
}

impl<'g> Composing<'g, '_> {
    /// The services that do not stand on the page yet; from now on they do.
    fn new_ones(&mut self, services: Vec<&'g Service>) -> Vec<&'g Service> {
        let mut new = Vec::new();
        for service in services {
            if !self.on_page.contains(&service) {
                self.on_page.push(service);
                new.push(service);
            }
        }
        new
    }

    fn danger(&mut self, topics: &[&'g SafetyTopic]) -> Option<Danger<'g>> {
        let facts = self.facts;
        let cards = || {
            let all = topics.iter().flat_map(|topic| topic.prose.shown(facts));
            all.filter(|section| is_danger(section))
        };
        let heading = &cards().next()?.heading;
        let mut reasons: Vec<&str> = Vec::new();
        for block in cards().flat_map(|card| &card.blocks) {
            if let Block::List(items) = block {
                let new = items
                    .iter()
                    .filter(|item| !reasons.contains(&item.as_str()));
                let new: Vec<_> = new.map(String::as_str).collect();
                reasons.extend(new);
            }
        }
        let services = self.region.services(crate::Purpose::Emergency);
        Some(Danger {
            heading,
            reasons,
            services: self.new_ones(services),
        })
    }

    fn sections(&mut self, sections: &[&'g Section]) -> Vec<Shown<'g>> {
        let mut shown = Vec::new();
        for section in sections.iter().filter(|section| !is_danger(section)) {
            let same = |other: &&Section| {
                other.heading == section.heading && other.blocks == section.blocks
            };
            if !self.said.iter().any(same) {
                self.said.push(section);
                let pieces = section.blocks.iter().filter_map(|block| self.piece(block));
                let pieces: Vec<_> = pieces.collect();
                if !pieces.is_empty() {
                    shown.push(Shown { section, pieces });
                }
            }
        }
        shown
    }

    fn piece(&mut self, block: &'g Block) -> Option<Piece<'g>> {
        let Block::Services(purpose) = block else {
            return Some(Piece::Text(block));
        };
        let missing = self.region.lacks(*purpose);
        let services = self.new_ones(self.region.services(*purpose));
        (missing || !services.is_empty()).then_some(Piece::Services { missing, services })
    }
}
