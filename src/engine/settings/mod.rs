//! What the counsellor chooses: read once, checked, never trusted (`src/README.md`, settings).

mod link;
mod reader;

pub use link::{telephone, write_to};

use crate::{Guide, Problem, RegionKey};
use link::LINKS;
use reader::Reader;

/// The site owner's choices, each checked or set to its default.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Where professional support is found; none when the owner gave no usable link.
    pub support_url: Option<String>,
    /// What the support link says, if the owner chose it.
    pub support_label: Option<String>,
    /// Who the counsellor is and what happens first.
    pub name_card: NameCard,
    /// Whose help services are shown.
    pub region: RegionKey,
    /// Where Leave goes.
    pub exit_url: String,
    /// A specialist service named instead of the owner after a disclosure (decision 8).
    pub crisis_url: Option<String>,
    /// Over the window, or inside the page.
    pub display: Display,
    /// What opens first.
    pub start: Opening,
}

/// The owner's card; an empty field gets honest general words (decision 16).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NameCard {
    /// Name and profession.
    pub who: Option<String>,
    /// What happens at a first contact.
    pub first_contact: Option<String>,
    /// How soon an answer comes.
    pub reply_time: Option<String>,
    /// What it costs.
    pub cost: Option<String>,
    /// Confidentiality, with its limits.
    pub confidentiality: Option<String>,
    /// Support that is not the owner's.
    pub alternative_url: Option<String>,
    /// A telephone number as a second way in.
    pub phone: Option<String>,
    /// An e-mail address as a second way in.
    pub email: Option<String>,
    /// A small picture of the person whom `who` names, as a data URI.
    pub photo: Option<String>,
}

/// Where the guide is shown once a person begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Display {
    /// Over the whole window.
    Cover,
    /// In its place on the page.
    Inline,
}

/// What opens first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// The start screen.
    Intro,
    /// Help.
    Help,
}

/// A neutral page without anything personal on it.
const DEFAULT_EXIT: &str = "https://www.bbc.com/weather";

impl Settings {
    /// Every setting that there is; `theme`, `accent`, `lang` and `height` are the frame's and the loader's own.
    pub const NAMES: [&str; 20] = [
        "support-url",
        "support-label",
        "who",
        "first-contact",
        "reply-time",
        "cost",
        "confidentiality",
        "alternative-url",
        "phone",
        "email",
        "photo",
        "region",
        "lang",
        "theme",
        "accent",
        "exit-url",
        "display",
        "height",
        "start",
        "crisis-url",
    ];

    /// Checks the owner's settings. What is wrong is said, left out, and replaced by its default; the rest stands.
    pub fn check(guide: &Guide, given: &[(String, String)]) -> (Self, Vec<Problem>) {
        let regions = guide.regions.iter().map(|region| region.id.as_str());
        Self::among(&regions.collect::<Vec<_>>(), given)
    }

    /// As [`Settings::check`], where only the regions' names are known, the general one first.
    pub fn among(regions: &[&str], given: &[(String, String)]) -> (Self, Vec<Problem>) {
        let mut reader = Reader::new(given);
        reader.names();
        reader.colour("accent");
        let settings = Self {
            support_url: reader.support_url(),
            support_label: reader.text("support-label"),
            name_card: NameCard {
                who: reader.text("who"),
                first_contact: reader.text("first-contact"),
                reply_time: reader.text("reply-time"),
                cost: reader.text("cost"),
                confidentiality: reader.text("confidentiality"),
                alternative_url: reader.link("alternative-url", LINKS),
                phone: reader.way_in(
                    "phone",
                    telephone,
                    "a number as it is dialled, for example +356 2123 4567",
                ),
                email: reader.way_in(
                    "email",
                    write_to,
                    "an address as in name@site.example, and nothing else",
                ),
                photo: reader.photo(),
            },
            region: reader.region(regions),
            exit_url: reader
                .link("exit-url", &["https"])
                .unwrap_or_else(|| DEFAULT_EXIT.to_owned()),
            crisis_url: reader.link("crisis-url", LINKS),
            display: reader.one_of(
                "display",
                &[("cover", Display::Cover), ("inline", Display::Inline)],
            ),
            start: reader.one_of(
                "start",
                &[("intro", Opening::Intro), ("help", Opening::Help)],
            ),
        };
        (settings, reader.problems)
    }
}
