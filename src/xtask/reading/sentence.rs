//! Text as sentences, and sentences as words and syllables.

use syllarust::count_syllables;

/// What ends a sentence.
const ENDS: [char; 4] = ['.', '!', '?', '…'];
/// What may stand between a sentence and its end.
const CLOSING: [char; 3] = ['”', '’', ')'];

/// The sentences of a line. A line ends a sentence, also without a full stop; where no capital follows, as after a question
/// in quotation marks, the sentence goes on.
pub fn sentences(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = line.trim();
    while let Some(end) = end_of_first(rest) {
        let (first, after) = rest.split_at(end);
        found.push(first);
        rest = after.trim_start();
    }
    found.push(rest);
    found.retain(|sentence| length(sentence) > 0);
    found
}

/// Where the first sentence ends, if another follows.
fn end_of_first(text: &str) -> Option<usize> {
    let marks = text.match_indices(ENDS).map(|(at, mark)| at + mark.len());
    let mut ends = marks.map(|at| text.len() - text[at..].trim_start_matches(CLOSING).len());
    ends.find(|end| {
        let after = &text[*end..];
        let next = after.trim_start();
        after.len() > next.len() && !next.starts_with(char::is_lowercase)
    })
}

/// Whether it is written as a sentence, with a sign at its end; a heading or a label is not.
pub fn is_full(sentence: &str) -> bool {
    let bare = sentence.trim_end_matches(CLOSING);
    bare.ends_with(ENDS) || bare.ends_with(':')
}

/// How many words a sentence has, numbers too.
pub fn length(sentence: &str) -> usize {
    bare_words(sentence).count()
}

/// The words of a sentence, without numbers.
pub fn words(sentence: &str) -> impl Iterator<Item = &str> {
    bare_words(sentence).filter(|word| !word.contains(|sign: char| sign.is_ascii_digit()))
}

/// What has letters or digits, without the signs around it.
fn bare_words(sentence: &str) -> impl Iterator<Item = &str> {
    let words = sentence.split(|sign: char| sign.is_whitespace() || sign == '/');
    let bare = words.map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()));
    bare.filter(|word| !word.is_empty())
}

/// How many syllables a word has, by the CMU Pronouncing Dictionary; for a word that it does not list, by its vowels.
pub fn syllables(word: &str) -> usize {
    let word = word.replace('’', "'");
    let parts = word.split('-').filter(|part| !part.is_empty());
    parts.map(|part| count_syllables(part).max(1)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_stops() {
        let line = "Try “How are you feeling?” and wait. “Sleep well.” Then rest (if you can). At 19.30 too";
        let expected = [
            "Try “How are you feeling?” and wait.",
            "“Sleep well.”",
            "Then rest (if you can).",
            "At 19.30 too",
        ];
        assert_eq!(sentences(line), expected);
        assert!(sentences(" – ").is_empty());
    }

    #[test]
    fn numbers_count_for_length_alone() {
        let sentence = "It can work up to 5 days (120 hours).";
        assert_eq!(length(sentence), 9);
        assert_eq!(words(sentence).count(), 7);
        assert_eq!(words("check-in, well – “fine”").count(), 3);
    }

    #[test]
    fn a_full_sentence_has_a_sign_at_its_end() {
        assert!(is_full("Say “thank you.”"));
        assert!(is_full("Call now if:"));
        assert!(!is_full("A lot of space"));
    }

    #[test]
    fn syllables_are_those_that_are_said() {
        let said = [
            ("be", 1),
            ("asked", 1),
            ("wanted", 2),
            ("people", 2),
            ("aftercare", 3),
            ("counsellor", 3),
            ("counsellor’s", 3),
            ("helpline", 2),
            ("check-in", 2),
            ("didn’t", 2),
            ("emergency", 4),
            ("contraception", 4),
            ("sexuality", 5),
            ("Breathe", 1),
        ];
        for (word, count) in said {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
}
