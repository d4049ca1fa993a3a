//! Pseudo-languages: what the guide says in English, in letters that are not English. Whatever still reads as English on a screen
//! stands there by accident. Made for tests, never shipped.

use crate::languages::texts;
use engine::Draft;

/// A language that nobody speaks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pseudo {
    /// Its code, as web pages name a language.
    pub code: &'static str,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// What stands for each letter from a to z.
    letters: [&'static str; 26],
    /// Whether words grow as they do in longer languages.
    longer: bool,
}

/// Accents on every letter, and about 40 % longer.
pub const LONG: Pseudo = Pseudo {
    code: "en-XA",
    direction: "ltr",
    letters: [
        "á", "ƀ", "ç", "đ", "é", "ƒ", "ĝ", "ĥ", "í", "ĵ", "ķ", "ļ", "ɱ", "ñ", "ó", "þ", "ǫ", "ŕ",
        "š", "ţ", "ú", "ṽ", "ŵ", "ẋ", "ý", "ž",
    ],
    longer: true,
};

/// From right to left.
pub const MIRRORED: Pseudo = Pseudo {
    code: "ar-XB",
    direction: "rtl",
    letters: [
        "ا", "ب", "ص", "د", "ه", "ف", "ج", "ح", "ي", "خ", "ك", "ل", "م", "ن", "ع", "ط", "ق", "ر",
        "س", "ت", "و", "ظ", "ش", "ض", "ئ", "ز",
    ],
    longer: false,
};

/// Both.
pub const ALL: [Pseudo; 2] = [LONG, MIRRORED];

impl Pseudo {
    /// The guide in this language. Regions stay as they are: names and numbers are facts, in the words of their country.
    pub fn draft(&self, english: &Draft) -> Draft {
        let mut draft = english.clone();
        let language = &mut draft.language;
        language.folder = self.code.to_owned();
        texts::each(language, &mut |text| *text = self.text(text));
        let itself = language.words.entry("language".to_owned()).or_default();
        for (key, value) in [
            ("code", self.code),
            ("direction", self.direction),
            ("name", self.code),
            ("reviewed_by", ""),
            ("reviewed_on", ""),
        ] {
            itself.insert(key.to_owned(), value.to_owned());
        }
        draft
    }

    /// A text, word by word; what stands in braces, addresses and digits stay.
    pub fn text(&self, text: &str) -> String {
        let words = text.split(' ').map(|word| self.word(word));
        words.collect::<Vec<_>>().join(" ")
    }

    fn word(&self, word: &str) -> String {
        if word.contains("://") || word.contains('@') {
            return word.to_owned();
        }
        let mut in_braces = false;
        let mut changed = String::new();
        for letter in word.chars() {
            in_braces = letter == '{' || (in_braces && letter != '}');
            match in_braces {
                true => changed.push(letter),
                false => changed += &self.letter(letter),
            }
        }
        changed
    }

    fn letter(&self, letter: char) -> String {
        let small = letter.to_ascii_lowercase();
        if !small.is_ascii_lowercase() {
            return letter.to_string();
        }
        let one = self.letters[usize::from(small as u8 - b'a')];
        let more = match small {
            _ if !self.longer => 0,
            'e' => 2,
            'a' | 'i' | 'o' | 'u' | 'y' => 1,
            _ => 0,
        };
        let first = match letter.is_ascii_uppercase() {
            true => one.to_uppercase(),
            false => one.to_owned(),
        };
        first + &one.repeat(more)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content;
    use crate::languages::SOURCE;
    use crate::setup::Places;

    #[test]
    fn words_change_and_what_is_no_word_stays() {
        assert_eq!(LONG.text("Say {number} of 3"), "Šááýý {number} óóƒ 3");
        assert_eq!(MIRRORED.text("Call {clinic}, now"), "صالل {clinic}, نعش");
        for kept in [
            "116 123",
            "https://example.org",
            "a@b.example",
            "{when}",
            "“ · ”",
        ] {
            assert_eq!(LONG.text(kept), kept);
        }
    }

    #[test]
    fn the_long_one_is_about_two_fifths_longer() {
        let folder = Places::new().root.join("src/content");
        let mut english = content::draft(&folder, SOURCE).expect("content that can be read");
        let (mut before, mut after) = (0, 0);
        texts::each(&mut english.language, &mut |text| {
            before += text.chars().count();
            after += LONG.text(text).chars().count();
        });
        let percent = after * 100 / before;
        assert!((135..=145).contains(&percent), "{percent} % of the English");
    }

    #[test]
    fn both_go_through_the_one_door() {
        let folder = Places::new().root.join("src/content");
        let english = content::draft(&folder, SOURCE).expect("content that can be read");
        for pseudo in ALL {
            let problems = engine::check(pseudo.draft(&english)).err();
            assert_eq!(problems, None, "{}", pseudo.code);
        }
    }
}
