//! Every sentence people can see, read against two lists: `wording/never.toml`, what is never said, and
//! `wording/must_stand.toml`, what has to be there. Then two rules about times.

mod support;

use serde_json::Value;
use std::fs;
use support::root;

/// What people can see of a region's file, apart from its terms.
const SHOWN: [&str; 4] = [", name", ", serves", ", hours", ", note"];

/// A value, a heading, a paragraph or an item of a list, and where it stands.
struct Sentence {
    place: String,
    text: String,
}

impl Sentence {
    fn new(place: &str, text: &str) -> Self {
        let (place, text) = (place.to_owned(), text.to_owned());
        Self { place, text }
    }

    fn says(&self, phrase: &str) -> bool {
        folded(&self.text).contains(&folded(phrase))
    }

    fn problem(&self, rule: &str) -> String {
        format!("{}\n    “{}”\n    {rule}", self.place, self.text)
    }
}

fn sentences() -> Vec<Sentence> {
    let mut found = Vec::new();
    for file in ["en", "regions"].into_iter().flat_map(files) {
        let path = format!("src/content/{file}");
        match file.ends_with(".md") {
            true => prose(&file, &read(&path), &mut found),
            false => values(&file, &parsed(&path), &mut found),
        }
    }
    found.retain(|one| {
        let shown = SHOWN.iter().any(|key| one.place.ends_with(key));
        shown || one.place.contains(", terms, ") || !one.place.starts_with("regions/")
    });
    for page in ["index.html", "src/xtask/demo/support.html"] {
        prose(page, &text_of_page(&read(page)), &mut found);
    }
    found
}

/// The files in a folder of the content, and in the folders in it.
fn files(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join("src/content").join(folder)).expect("a folder");
    let mut found = Vec::new();
    for entry in entries.map(|entry| entry.expect("an entry")) {
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            found.extend(files(&name));
        } else {
            found.push(name);
        }
    }
    found.sort();
    found
}

fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn parsed(file: &str) -> Value {
    toml::from_str(&read(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Every string in a value, in the place that the keys on the way to it name.
fn values(place: &str, value: &Value, found: &mut Vec<Sentence>) {
    if let Some(text) = value.as_str() {
        found.push(Sentence::new(place, text));
    }
    for (key, inner) in value.as_object().into_iter().flatten() {
        values(&format!("{place}, {key}"), inner, found);
    }
    for item in list(value) {
        values(&format!("{place} “{}”", text(&item["name"])), item, found);
    }
}

/// The headings, paragraphs and items of a text, each in the place of the heading above it, marks and all.
fn prose(file: &str, text: &str, found: &mut Vec<Sentence>) {
    let mut place = file.to_owned();
    let mut goes_on = false;
    for line in without_comments(text).lines().map(str::trim) {
        if let Some(heading) = line.strip_prefix('#') {
            let heading = heading.trim_start_matches('#').trim();
            place = format!("{file}, “{heading}”");
            found.push(Sentence::new(&place, heading));
            goes_on = false;
        } else if line.is_empty() || line.starts_with("{services:") {
            goes_on = false;
        } else if goes_on && !line.starts_with("- ") {
            let last = found.last_mut().expect("the line before");
            last.text = format!("{} {line}", last.text);
        } else {
            found.push(Sentence::new(&place, line.trim_start_matches("- ")));
            goes_on = true;
        }
    }
}

/// An HTML page as text for `prose`: a heading gets its `#`, any other block a line of its own.
fn text_of_page(html: &str) -> String {
    let mut text = String::new();
    for piece in without_comments(html).split('<').skip(1) {
        let (tag, after) = piece.split_once('>').unwrap_or_default();
        let tag = tag.split_whitespace().next().unwrap_or_default();
        match tag {
            "style" | "script" => continue,
            "h1" | "h2" | "h3" => text += "\n\n# ",
            "a" | "/a" | "em" | "/em" | "strong" | "/strong" => {}
            _ => text += "\n\n",
        }
        text += after;
    }
    text
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("<!--");
    let first = parts.next().unwrap_or_default();
    let rest = parts.filter_map(|part| Some(part.split_once("-->")?.1));
    first.to_owned() + &rest.collect::<String>()
}

/// The words in lower case, one space around each: whole words match, whatever the quotes and dashes.
fn folded(text: &str) -> String {
    let text = text.to_lowercase().replace('%', " % ");
    let words = text.split(|sign: char| !sign.is_alphanumeric() && sign != '%');
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    format!(" {} ", words.join(" "))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn never() -> Vec<Value> {
    list(&parsed("tests/wording/never.toml")["never"]).to_vec()
}

fn must() -> Vec<Value> {
    list(&parsed("tests/wording/must_stand.toml")["must"]).to_vec()
}

/// The sentences whose place begins as given.
fn within<'a>(all: &'a [Sentence], start: &'a str) -> impl Iterator<Item = &'a Sentence> {
    all.iter().filter(move |one| one.place.starts_with(start))
}

/// Whether an entry holds for a place: everywhere, unless it names where only.
fn holds_in(entry: &Value, place: &str) -> bool {
    let only = list(&entry["only_in"]);
    only.is_empty() || only.iter().any(|start| place.starts_with(text(start)))
}

/// What is left of a sentence once the exceptions for its place are taken out.
fn unexcused(entry: &Value, sentence: &Sentence) -> String {
    let mut left = folded(&sentence.text);
    for except in list(&entry["except"]) {
        if sentence.place.starts_with(text(&except["place"])) {
            left = left.replace(&folded(text(&except["text"])), " | ");
        }
    }
    left
}

/// Whether every text has words and every list something in it.
fn is_filled(value: &Value) -> bool {
    match value {
        Value::Array(items) => !items.is_empty() && items.iter().all(is_filled),
        Value::Object(entry) => entry.values().all(is_filled),
        _ => !folded(text(value)).trim().is_empty(),
    }
}

/// Whether an entry of either list has all that it needs.
fn is_whole(entry: &Value) -> bool {
    let has = |value: &Value, keys: &[&str]| keys.iter().all(|key| value.get(key).is_some());
    let excepts = list(&entry["except"]);
    let is_never = entry["phrases"].is_array() && has(entry, &["why"]);
    let is_must = entry["places"].is_array() && has(entry, &["text", "why"]);
    (is_never || is_must)
        && excepts
            .iter()
            .all(|one| has(one, &["place", "text", "because"]))
}

fn none_of(problems: &[String]) {
    let all = problems.join("\n\n");
    assert!(all.is_empty(), "problems: {}\n\n{all}\n", problems.len());
}

#[test]
fn no_sentence_holds_what_is_never_said() {
    let (sentences, mut problems) = (sentences(), Vec::new());
    for entry in never() {
        for sentence in sentences.iter().filter(|one| holds_in(&entry, &one.place)) {
            let left = unexcused(&entry, sentence);
            for phrase in list(&entry["phrases"]).iter().map(text) {
                if left.contains(&folded(phrase)) {
                    let why = text(&entry["why"]);
                    problems.push(sentence.problem(&format!("never “{phrase}”: {why}")));
                }
            }
        }
    }
    none_of(&problems);
}

#[test]
fn every_sentence_that_must_stand_stands() {
    let (sentences, mut problems) = (sentences(), Vec::new());
    for entry in must() {
        for place in list(&entry["places"]).iter().map(text) {
            if !within(&sentences, place).any(|one| one.says(text(&entry["text"]))) {
                let (text, why) = (text(&entry["text"]), text(&entry["why"]));
                problems.push(format!("{place}\n    must say “{text}”: {why}"));
            }
        }
    }
    none_of(&problems);
}

#[test]
fn no_exception_is_stale() {
    let (sentences, mut problems) = (sentences(), Vec::new());
    for entry in never() {
        for except in list(&entry["except"]) {
            let allowed = Sentence::new(text(&except["place"]), text(&except["text"]));
            let mut phrases = list(&entry["phrases"]).iter();
            let mut here = within(&sentences, &allowed.place);
            if !phrases.any(|phrase| allowed.says(text(phrase)))
                || !here.any(|one| one.says(&allowed.text) && holds_in(&entry, &one.place))
            {
                problems.push(allowed.problem("is an exception that nothing needs any more"));
            }
        }
    }
    none_of(&problems);
}

#[test]
fn no_entry_is_empty_and_every_place_is_one() {
    let (sentences, mut problems) = (sentences(), Vec::new());
    for entry in never().iter().chain(&must()) {
        let places = list(&entry["only_in"]).iter().chain(list(&entry["places"]));
        for place in places.map(text) {
            if within(&sentences, place).next().is_none() {
                problems.push(format!("“{place}” is no place: {entry}"));
            }
        }
        if !is_filled(entry) || !is_whole(entry) {
            problems.push(format!("something is empty or left out: {entry}"));
        }
    }
    none_of(&problems);
}

#[test]
fn hours_stand_with_days_on_safety_pages() {
    let (sentences, mut problems) = (sentences(), Vec::new());
    for sentence in within(&sentences, "en/safety/") {
        for (hours, days) in [("72 hours", "3 days"), ("120 hours", "5 days")] {
            if sentence.says(hours) != sentence.says(days) {
                let rule = format!("must say both “{hours}” and “{days}”: spec 4.5");
                problems.push(sentence.problem(&rule));
            }
        }
    }
    none_of(&problems);
}

#[test]
fn a_limit_in_days_stands_with_sooner_on_safety_pages() {
    let (sentences, mut problems) = (sentences(), Vec::new());
    for sentence in within(&sentences, "en/safety/") {
        let limit = (1..=9).any(|days| sentence.says(&format!("up to {days} days")));
        let mut section = within(&sentences, &sentence.place);
        if limit && !section.any(|one| one.says("sooner")) {
            problems.push(sentence.problem("must say “sooner” in the same section: spec 4.5"));
        }
    }
    none_of(&problems);
}

#[test]
fn a_phrase_is_found_as_whole_words_whatever_the_signs() {
    let sentence = Sentence::new("", "It’s 100% mustard – so, don’t\nworry!");
    assert!(sentence.says("it's 100% mustard so don't worry"));
    assert!(!sentence.says("must"));
}
