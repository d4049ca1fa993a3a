//! What a language says of itself, and what only fits together by number.

use super::Checker;
use crate::Words;

const MONTHS: usize = 12;

impl Checker<'_> {
    /// The code is the folder's name, which names the guide file too; the direction is one that browsers know; every month has
    /// a name. What is missing altogether has been said already.
    pub(super) fn language(&mut self, folder: &str, words: &Words) {
        let place = |table: &str| format!("{folder}/words.toml, [{table}]");
        let (code, direction) = (&words.language.code, &words.language.direction);
        if !code.is_empty() && code != folder {
            self.problem(
                &place("language"),
                format!("`code` is `{code}`, but the folder is named `{folder}`"),
                format!("write code = \"{folder}\", or correct the folder's name"),
            );
        }
        if !is_tag(folder) {
            self.problem(
                &place("language"),
                format!("`{folder}` is not a language code"),
                "name the folder as web pages name a language: mt, pt-BR, zh-Hant",
            );
        }
        if !["", "ltr", "rtl"].contains(&direction.as_str()) {
            self.problem(
                &place("language"),
                format!("there is no direction `{direction}`"),
                "write ltr (from left to right) or rtl (from right to left)",
            );
        }
        let months = words.common.months.split(' ').count();
        if !words.common.months.is_empty() && months != MONTHS {
            self.problem(
                &place("common"),
                format!("`months` has {months} names, not {MONTHS}"),
                "write twelve names with one space between them",
            );
        }
    }
}

/// Whether the loader asks for a guide file of this name: two or three letters, then parts of letters and digits.
fn is_tag(name: &str) -> bool {
    let mut parts = name.split('-');
    let first = parts.next().unwrap_or_default();
    let letters = first.bytes().all(|byte| byte.is_ascii_alphabetic());
    let rest = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (2..=3).contains(&first.len()) && letters && parts.all(|part| !part.is_empty() && rest(part))
}

#[cfg(test)]
mod tests {
    use super::is_tag;

    #[test]
    fn a_language_is_named_as_the_loader_names_it() {
        for name in ["en", "mt", "fil", "pt-BR", "en-XA"] {
            assert!(is_tag(name), "{name}");
        }
        for name in ["", "e", "english", "en_GB", "en-", "-en", "e1"] {
            assert!(!is_tag(name), "{name}");
        }
    }
}
