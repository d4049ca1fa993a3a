//! Every sentence people can see, with its place.

use super::root;
use serde_json::Value;
use std::fs;

/// What people can see of a region's file, apart from its terms.
const SHOWN: [&str; 4] = [", name", ", serves", ", hours", ", note"];

/// A value, a heading, a paragraph or an item of a list, and where it stands.
pub struct Sentence {
    /// The file, and where in it.
    pub place: String,
    /// What it says.
    pub text: String,
}

impl Sentence {
    /// A sentence with its place.
    pub fn new(place: &str, text: &str) -> Self {
        let (place, text) = (place.to_owned(), text.to_owned());
        Self { place, text }
    }

    /// Whether the phrase stands in it, word for word.
    pub fn says(&self, phrase: &str) -> bool {
        folded(&self.text).contains(&folded(phrase))
    }

    /// What is wrong with it, for people to read.
    pub fn problem(&self, rule: &str) -> String {
        format!("{}\n    “{}”\n    {rule}", self.place, self.text)
    }
}

/// Every sentence of the content and of the demo's pages.
pub fn sentences() -> Vec<Sentence> {
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

/// A file of TOML, as a value.
pub fn parsed(file: &str) -> Value {
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
    for item in value.as_array().into_iter().flatten() {
        let name = item["name"].as_str().unwrap_or_default();
        values(&format!("{place} “{name}”"), item, found);
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
    [first].into_iter().chain(rest).collect()
}

/// The words in lower case, one space around each: whole words match, whatever the quotes and dashes.
pub fn folded(text: &str) -> String {
    let text = text.to_lowercase().replace('%', " % ");
    let words = text.split(|sign: char| !sign.is_alphanumeric() && sign != '%');
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    format!(" {} ", words.join(" "))
}
