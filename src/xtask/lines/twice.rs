//! Where two entries of one kind stand that have the same name.

use super::{has_id, headed, sets};
use std::ops::Range;

/// The lines, from 1, of all that have one name, where a message says so of a kind of entries.
pub fn twice(text: &str, message: &str) -> Vec<usize> {
    let said = message.strip_prefix("there are two ");
    let named = said.and_then(|said| said.strip_suffix('`')?.split_once("s named `"));
    let lines: Vec<_> = text.lines().collect();
    let found = match named {
        Some(("option", name)) => options(&lines, name),
        Some((kind, name)) => {
            // The kinds are named by their headers, but for this one.
            let header = kind.trim_end_matches(" page");
            let entries = entries(&lines, header, name).into_iter();
            entries.map(|entry| entry.start).collect()
        }
        None => Vec::new(),
    };
    found.iter().map(|at| at + 1).collect()
}

/// The entries of this kind with this name, each from the line that says so to its end.
fn entries(lines: &[&str], kind: &str, name: &str) -> Vec<Range<usize>> {
    let header = format!("[[{kind}]]");
    let blocks = headed(lines, &header);
    let own =
        blocks.filter_map(|mut block| Some(block.find(|at| sets(lines[*at], "id"))?..block.end));
    own.filter(|entry| has_id(lines[entry.start], name))
        .collect()
}

/// Where options of any question with this name say that this is theirs: `question.option`.
fn options(lines: &[&str], name: &str) -> Vec<usize> {
    let Some((question, option)) = name.split_once('.') else {
        return Vec::new();
    };
    let questions = entries(lines, "question", question).into_iter();
    let inside = questions.flat_map(|entry| entry.start + 1..entry.end);
    inside.filter(|at| has_id(lines[*at], option)).collect()
}

#[cfg(test)]
mod tests {
    use super::twice;

    #[test]
    fn two_of_one_name_are_both_where_they_stand() {
        let rules = "[[question]]\nid = \"a\"\noption = [\n  { id = \"a\" },\n  { id = \"b\" },\n  { id = \"a\" },\n]\n\
            [[question]]\nid = \"b\"\n[[question.option]]\nid = \"a\"\n[[question.option]]\nid = \"a\"\n\
            [[safety]]\nid = \"a\"\n[[safety]]\nid = \"a\"\n[[handout]]\nid = \"b\"\n";
        for (message, at) in [
            ("there are two options named `a.a`", &[4, 6][..]),
            ("there are two options named `b.a`", &[11, 13]),
            ("there are two safety pages named `a`", &[15, 17]),
            ("there are two handouts named `b`", &[19]),
            ("there is no flag `a`", &[]),
        ] {
            assert_eq!(twice(rules, message), at, "{message}");
        }
    }
}
