//! The named screens of `tests/screens.toml`, as sessions that show them.

use super::{Journey, root};
use engine::{Event, Guide, Page, Session, Settings};
use serde_json::Value;
use std::fs;

/// A named screen.
pub struct Screen {
    /// Its name.
    pub id: String,
    /// The passage that shows it.
    pub session: Session,
}

/// Every named screen, in the order of the file.
pub fn screens(guide: &Guide, settings: &Settings) -> Vec<Screen> {
    let text = fs::read_to_string(root().join("tests/screens.toml")).expect("tests/screens.toml");
    let file: Value = toml::from_str(&text).unwrap_or_else(|error| panic!("screens.toml: {error}"));
    let screens = file["screen"].as_array().expect("[[screen]]").iter();
    screens
        .map(|screen| {
            let id = screen["id"].as_str().expect("an id").to_owned();
            let session = session(guide, settings, screen)
                .unwrap_or_else(|| panic!("screen {id}: its passage does not show it"));
            Screen { id, session }
        })
        .collect()
}

fn session(guide: &Guide, settings: &Settings, screen: &Value) -> Option<Session> {
    let journey = Journey {
        id: String::new(),
        answers: screen["answers"].clone(),
        expect: Value::Null,
    };
    let at = screen["at"].as_str()?;
    let mut walked = journey.walk(guide, settings).into_iter();
    let session = match at {
        "end" => walked.next_back(),
        _ => walked.find(|session| is_at(guide, session, at)),
    }?;
    match screen["open"].as_str() {
        Some(open) => Some(session.after(guide, event(guide, open)?)),
        None => Some(session),
    }
}

fn is_at(guide: &Guide, session: &Session, at: &str) -> bool {
    match session.page(guide) {
        Page::Start => at == "start",
        Page::Safety(_) => at == "safety",
        Page::Question(page) => at == guide.question(page.key).id,
        _ => false,
    }
}

fn event(guide: &Guide, open: &str) -> Option<Event> {
    Some(match open {
        "help" => Event::ShowHelp,
        "about" => Event::ShowAbout,
        "under18" => Event::ShowUnder18,
        "menu" => Event::ShowMenu,
        "review" => Event::ShowReview,
        "comfort" => Event::ShowComfort,
        page => Event::Read(
            guide
                .safety_keys()
                .find(|key| guide.safety_topic(*key).id == page)?,
        ),
    })
}
