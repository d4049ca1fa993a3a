//! How hard a screen is to read (spec 5.6).

use super::sentence::{is_full, length, sentences, syllables, words};
use std::fmt;

/// A screen that reads as hard as this is named.
pub const WARN: f64 = 7.0;
/// A screen that reads as hard as this is refused.
pub const FAIL: f64 = 8.0;
/// More words than this are too many for a sentence.
pub const LONGEST: usize = 20;
/// More sentences than this are many for a paragraph.
pub const PARAGRAPH: usize = 3;

/// A screen, and how it reads.
pub struct Level {
    /// Its name.
    pub screen: String,
    /// Its words, numbers too.
    pub words: usize,
    /// Its sentences; a heading is one.
    pub sentences: usize,
    /// The harder of two: the grade of all of it, and of its full sentences alone. Headings and labels would otherwise make a
    /// screen look easier than it is.
    pub grade: f64,
    /// The sentence with most words.
    pub longest: String,
}

impl Level {
    /// How these lines read.
    pub fn of(screen: &str, lines: &[String]) -> Self {
        let all: Vec<_> = lines.iter().flat_map(|line| sentences(line)).collect();
        let full: Vec<_> = all.iter().copied().filter(|one| is_full(one)).collect();
        let longest = all.iter().max_by_key(|sentence| length(sentence));
        Self {
            screen: screen.to_owned(),
            words: all.iter().map(|sentence| length(sentence)).sum(),
            sentences: all.len(),
            grade: grade(&all).max(grade(&full)),
            longest: longest.copied().unwrap_or_default().to_owned(),
        }
    }
}

/// The grade after Flesch and Kincaid: the years of school, in the USA, after which most people can read it.
pub fn grade(sentences: &[&str]) -> f64 {
    let words: Vec<_> = sentences.iter().flat_map(|one| words(one)).collect();
    if words.is_empty() {
        return 0.0;
    }
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let [sentences, words, syllables] =
        [sentences.len(), words.len(), syllables].map(|count| count as f64);
    0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
}

impl fmt::Display for Level {
    fn fmt(&self, line: &mut fmt::Formatter) -> fmt::Result {
        let longest = length(&self.longest);
        write!(
            line,
            "  {:<30} {:>5} {:>9} {:>6.1} {longest:>8}",
            self.screen, self.words, self.sentences, self.grade
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grade_is_the_published_formula() {
        // 6 words, 6 syllables; then 11 words, 19 syllables.
        let easy = grade(&["The cat sat on the mat."]);
        assert!((easy - (0.39 * 6.0 + 11.8 - 15.59)).abs() < 1e-9, "{easy}");
        let both = grade(&[
            "The cat sat on the mat.",
            "Emergency contraception may still help.",
        ]);
        assert!(both > easy);
        assert!(grade(&[]).abs() < 1e-9);
    }

    #[test]
    fn short_lines_do_not_make_a_screen_easier() {
        let hard = "Emergency contraception is available from a pharmacist or a clinic.".to_owned();
        let labels = ["Now", "Later", "Soon"].map(str::to_owned);
        let alone = Level::of("a", std::slice::from_ref(&hard)).grade;
        let beside = Level::of("b", &[vec![hard.clone()], labels.to_vec()].concat());
        assert!((alone - beside.grade).abs() < 1e-9);
        assert_eq!(
            (beside.words, beside.sentences, beside.longest),
            (13, 4, hard)
        );
    }
}
