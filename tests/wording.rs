//! Every sentence people can see, read against two lists: `wording/never.toml`, what is never said, and
//! `wording/must_stand.toml`, what has to be there. Then two rules about times.

mod support;

use serde_json::Value;
use std::fs;
use std::path::Path;
use support::root;

/// What people can see of a region's file.
const SHOWN: [&str; 5] = [", name", ", serves", ", hours", ", note", ", place"];

/// Tags that stand inside a sentence.
const INLINE: [&str; 6] = ["a", "abbr", "b", "em", "span", "strong"];

/// A value, a heading, a paragraph or an item of a list, and where it stands.
struct Sentence {
    place: String,
    text: String,
}

impl Sentence {
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
        let text = read(&format!("src/content/{file}"));
        if file.ends_with(".md") {
            prose(&file, &text, &mut found);
        } else {
            values(&file, &parsed(&file, &text), &mut found);
        }
    }
    found.retain(|one| {
        !one.place.starts_with("regions/") || SHOWN.iter().any(|key| one.place.ends_with(key))
    });
    for page in ["index.html", "src/xtask/demo/support.html"] {
        prose(page, &text_of_page(&read(page)), &mut found);
    }
    found
}

/// The files in a folder of the content and in its folders.
fn files(folder: &str) -> Vec<String> {
    let content = root().join("src/content");
    let entries = fs::read_dir(content.join(folder)).expect("a folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let mut files = Vec::new();
    for file in names.map(|name| format!("{folder}/{}", name.to_string_lossy())) {
        match content.join(&file).is_dir() {
            true => files.extend(self::files(&file)),
            false => files.push(file),
        }
    }
    files.sort();
    files
}

fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn parsed(file: &str, text: &str) -> Value {
    toml::from_str(text).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Every string in a value, each in the place that its keys name.
fn values(place: &str, value: &Value, found: &mut Vec<Sentence>) {
    match value {
        Value::String(text) => found.push(Sentence {
            place: place.to_owned(),
            text: text.clone(),
        }),
        Value::Object(table) => table
            .iter()
            .for_each(|(key, value)| values(&format!("{place}, {key}"), value, found)),
        Value::Array(items) => items
            .iter()
            .for_each(|item| values(&format!("{place} “{}”", text(&item["name"])), item, found)),
        _ => {}
    }
}
