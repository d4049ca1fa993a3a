//! Where in a file a problem is: its line, found by the names in its place and message, for an editor to open.

mod twice;

use engine::Problem;
use std::fs;
use std::ops::Range;
use std::path::Path;
use twice::twice;

/// The problem as `folder/file:line: entry: message`, and its hint; without a line where the file or the entry is missing.
pub fn described(folder: &Path, problem: &Problem) -> String {
    let (file, entry) = parts(&problem.place);
    let path = folder.join(file);
    let text = fs::read_to_string(&path).unwrap_or_default();
    let text = text.trim_start_matches('\u{feff}');
    let mut place = path.display().to_string();
    let twice = twice(text, &problem.message);
    let line = twice.last().copied();
    if let Some(line) = line.or_else(|| self::line(text, entry, &problem.message)) {
        place.push_str(&format!(":{line}"));
    }
    let mut message = problem.message.clone();
    if twice.len() > 1 {
        let lines: Vec<_> = twice.iter().map(ToString::to_string).collect();
        message.push_str(&format!(", in lines {}", lines.join(" and ")));
    }
    if !entry.is_empty() && !entry.starts_with(LINE) {
        place.push_str(&format!(": {entry}"));
    }
    format!("{place}: {message}\n  hint: {}", problem.hint)
}

/// How an entry begins that is a line already.
const LINE: &str = "line ";

/// The file, and what stands behind it.
fn parts(place: &str) -> (&str, &str) {
    place.split_once(", ").unwrap_or((place, ""))
}

/// The line, from 1, of what is wrong: the first in the entry that holds a name of the message; else where the entry begins.
fn line(text: &str, entry: &str, message: &str) -> Option<usize> {
    if let Some(number) = entry.strip_prefix(LINE) {
        return number.parse().ok();
    }
    let lines: Vec<_> = text.lines().collect();
    let blocks = blocks(&lines, entry);
    let start = blocks.first()?.start;
    let names = quoted(message).filter(|name| !entry.contains(name));
    let mut found = names.filter_map(|name| named(&lines, &blocks, name));
    found
        .next()
        .or((!entry.is_empty()).then_some(start))
        .map(|at| at + 1)
}

/// The blocks that begin with this header.
fn headed(lines: &[&str], header: &str) -> impl Iterator<Item = Range<usize>> {
    let headers = (0..lines.len()).filter(move |at| code(lines[*at]) == header);
    headers.map(|at| at..end(lines, at))
}

/// The line that names this: as an entry's own name, the last where there are two; else as a name; else in a text.
fn named(lines: &[&str], blocks: &[Range<usize>], name: &str) -> Option<usize> {
    let inside = || blocks.iter().flat_map(Range::clone);
    let own = inside().rfind(|at| has_id(lines[*at], name));
    own.or_else(|| inside().find(|at| is_name(lines[*at], name)))
        .or_else(|| inside().find(|at| holds(lines[*at], name)))
}

/// The lines of every entry that can be meant: of all with the same header where no number says which.
fn blocks(lines: &[&str], entry: &str) -> Vec<Range<usize>> {
    if entry.starts_with("[[") && entry.ends_with(']') {
        return headed(lines, entry).collect();
    }
    block(lines, entry).into_iter().collect()
}

/// The lines of an entry; of the whole file where none is named.
fn block(lines: &[&str], entry: &str) -> Option<Range<usize>> {
    if entry.is_empty() {
        return Some(0..lines.len());
    }
    let name = quoted(entry).next();
    let start = match (entry.split([' ', '`', '“']).next(), name) {
        (Some(header), _) if header.starts_with('[') => {
            let number = entry
                .rsplit(' ')
                .next()
                .and_then(|number| number.parse().ok());
            let mut headers = (0..lines.len()).filter(|at| code(lines[*at]) == header);
            headers.nth(number.unwrap_or(1_usize) - 1)?
        }
        (Some("option"), Some(name)) => {
            let (question, option) = name.split_once('.')?;
            let question = block(lines, &format!("question `{question}`"))?;
            let mut inside = question.clone();
            return inside
                .find(|at| has_id(lines[*at], option))
                .map(|at| at..at + 1);
        }
        (Some("service"), Some(name)) => {
            header_before(lines, |line| line == format!("name = \"{name}\""))?
        }
        (Some(kind), Some(name)) if !kind.is_empty() => {
            let header = format!("[[{kind}]]");
            let mut headers = (0..lines.len()).filter(|at| code(lines[*at]) == header);
            headers.find(|at| {
                let mut inside = at + 1..end(lines, *at);
                inside.any(|at| has_id(lines[at], name))
            })?
        }
        (_, Some(name)) => lines
            .iter()
            .position(|line| is_heading(line, name) || sets(line, name))?,
        (Some(key), None) => lines.iter().position(|line| sets(line, key))?,
        _ => return None,
    };
    Some(start..end(lines, start))
}

/// Where the block that begins here ends: at the next heading of a page; at the next header that is not inside it.
fn end(lines: &[&str], start: usize) -> usize {
    let page = lines[start].starts_with('#');
    let header = code(lines[start]);
    let inner = header
        .ends_with(']')
        .then(|| format!("{}.", header.trim_end_matches(']')));
    let inside = |line: &str| inner.as_ref().is_some_and(|inner| line.starts_with(inner));
    let next = |line: &&str| match page {
        true => line.starts_with('#'),
        false => line.starts_with('[') && !inside(line),
    };
    let length = lines[start + 1..].iter().position(next);
    length.map_or(lines.len(), |length| start + 1 + length)
}

/// Whether a line is this heading, marks in braces aside.
fn is_heading(line: &str, heading: &str) -> bool {
    let text = line.trim_start_matches('#');
    let marks = text.trim().strip_prefix(heading).map(str::trim_start);
    text.len() < line.len() && marks.is_some_and(|marks| marks.is_empty() || marks.starts_with('{'))
}

fn header_before(lines: &[&str], is: impl Fn(&str) -> bool) -> Option<usize> {
    let at = lines.iter().position(|line| is(line))?;
    lines[..at].iter().rposition(|line| line.starts_with('['))
}

/// A line without its comment.
fn code(line: &str) -> &str {
    line.split(" #").next().unwrap_or_default().trim_end()
}

fn has_id(line: &str, id: &str) -> bool {
    let line: String = line.split_whitespace().collect();
    line.replace('\'', "\"").contains(&format!("id=\"{id}\""))
}

/// Whether a line sets this, or names it between quotation marks or in a header.
fn is_name(line: &str, name: &str) -> bool {
    let header = code(line)
        .strip_suffix(']')
        .and_then(|line| line.strip_suffix(name));
    sets(line, name)
        || header.is_some_and(|start| start.ends_with(['[', '.']))
        || line.contains(&format!("\"{name}\""))
}

fn sets(line: &str, name: &str) -> bool {
    let set = line.strip_prefix(name);
    set.is_some_and(|rest| rest.trim_start().starts_with('='))
}

/// Whether a word or a phrase stands in a line, not only as a part of another word.
fn holds(line: &str, name: &str) -> bool {
    let inside = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(name).any(|(at, _)| {
        let (before, after) = (
            line[..at].chars().next_back(),
            line[at + name.len()..].chars().next(),
        );
        !before.is_some_and(inside) && !after.is_some_and(inside)
    })
}

/// What a text names between backticks or quotation marks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(['`', '“', '”']);
    parts.skip(1).step_by(2).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: &str = r#"format = 1
needs = ["body"]

[[question]] # the first
id = "when"
option = [
  { id = "today" },
  { id = "days", flags = ["latr"] },
]

[[referral]]
when = ["late"]

[[referral]]
when = ["later"]

[[recommendation]]
id = "drink"
need = "bdy"
"#;

    #[test]
    fn a_problem_is_where_its_names_stand() {
        for (entry, message, at) in [
            ("recommendation `drink`", "there is no need `bdy`", 19),
            ("recommendation `drink`", "effort 9 is not known", 17),
            ("option `when.days`", "nothing asks for the flag `latr`", 8),
            ("question `when`", "no earlier question sets `x`", 4),
            ("[[referral]] 2", "it counts for nobody", 14),
            ("[[referral]]", "there is no flag or answer `late`", 12),
            ("needs", "it does not hold every need once", 2),
            ("line 7", "anything", 7),
        ] {
            assert_eq!(line(RULES, entry, message), Some(at), "{entry}: {message}");
        }
        assert_eq!(line(RULES, "", "there is no answer"), None);
        assert_eq!(line(RULES, "recommendation `tea`", "no words"), None);
        assert_eq!(
            line(RULES, "[[referral]]", "there is no flag `later`"),
            Some(15)
        );
        let twice = "list = [\"tea\"]\n\n[[idea]]\nid = \"tea\"\n\n[[idea]]\nid = \"tea\"\n";
        assert_eq!(line(twice, "", "there are two ideas named `tea`"), Some(7));
        let plan = "[needs.space]\nlead = \"of your own\"\n\n[notes]\nown = \"Alone.\"\n";
        assert_eq!(
            line(plan, "", "nothing in the rules is named `own`"),
            Some(5)
        );
        assert_eq!(
            line(plan, "", "nothing in the rules is named `space`"),
            Some(1)
        );
        let commented =
            "[[question]]\n# why\nid='when'\n# which\noption = [\n  { id=\"days\" },\n]\n";
        assert_eq!(
            line(commented, "option `when.days`", "it changes nothing"),
            Some(6)
        );
        let words =
            "[when]\ntitle = \"When\"\n\n[when.options]\ndays = \"Days\"\n\n[who.options]\n";
        assert_eq!(line(words, "[when]", "`days` is not an option"), Some(5));
        let twice = "# A page\n\n## If it hurts more\n\n## If it hurts {urgent}\n";
        assert_eq!(line(twice, "“If it hurts”", "is empty"), Some(5));
        let page = "# A page\n\nText.\n\n## If it hurts\n\nAsk {nurse}.\n";
        assert_eq!(line(page, "“If it hurts”", "has two levels"), Some(5));
        assert_eq!(line(page, "", "“Ask {nurse}.” holds braces"), Some(7));
    }
}
