//! Prose in a closed set of forms: no raw HTML can come from content (invariant I4).

use crate::{Condition, Facts, Purpose, SafetyKey};
use serde::{Deserialize, Serialize};

/// A page of text: a title, an opening, sections.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Prose {
    /// The page's heading.
    pub title: String,
    /// What a link to it says.
    pub link: String,
    /// What stands before the first section.
    pub opening: Vec<Block>,
    /// The sections, in order.
    pub sections: Vec<Section>,
}

impl Prose {
    /// The sections that are shown to someone with these facts.
    pub fn shown(&self, facts: &Facts) -> Vec<&Section> {
        let sections = self.sections.iter();
        sections
            .filter(|section| section.shown.holds(facts))
            .collect()
    }
}

/// A part of a page under its own heading; with a level it is a care card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// How urgent it is, if it is a care card (spec 4.2, 5.4).
    pub level: Option<Level>,
    /// Whether a link on top of the page leads to it.
    pub linked: bool,
    /// For whom it is shown.
    pub shown: Condition,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// How urgent a care card is, most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Danger to life: the emergency number.
    Emergency,
    /// The same day.
    Urgent,
    /// Soon, without hurry.
    Routine,
}

/// One piece of a section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Block {
    /// A paragraph.
    Paragraph(String),
    /// A list.
    List(Vec<String>),
    /// The region's services for a purpose.
    Services(Purpose),
    /// A link to a safety page, and what it says.
    Page(SafetyKey, String),
}
