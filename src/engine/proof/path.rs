//! Answers in words, as a person gives them.

use super::passages::replay;
use crate::{Guide, OptionKey};

/// `When did it happen: today; …`; what is not named is skipped.
pub fn in_words(guide: &Guide, answers: &[OptionKey]) -> String {
    if answers.is_empty() {
        return "everything skipped".to_owned();
    }
    let facts = replay(guide, answers).facts;
    let mut said: Vec<String> = Vec::new();
    let mut last = None;
    for option in answers {
        let wording = guide.question(option.question).wording(&facts);
        let label = &wording.options[option.index()];
        match said.last_mut() {
            Some(said) if last == Some(option.question) => said.push_str(&format!(" + “{label}”")),
            _ => said.push(format!("{} “{label}”", wording.title)),
        }
        last = Some(option.question);
    }
    said.join(", ")
}
