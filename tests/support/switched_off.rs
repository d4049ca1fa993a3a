//! What a safety answer switches off: ideas, as `guide.toml` says, and all else, as `tests/switched_off.toml` says.

#![allow(dead_code)]

use serde_json::Value;

/// One entry.
#[derive(Debug)]
pub struct Off {
    answers: Vec<String>,
    unless_when: Vec<String>,
    unless_also: Vec<String>,
    /// Ideas that are never shown, on any page.
    pub ideas: Vec<String>,
    /// What no screen says.
    pub texts: Vec<String>,
    /// Whether an idea may be marked to start with.
    pub starred: bool,
}

/// Every entry of both files.
pub fn off() -> Vec<Off> {
    let screens = entries(include_str!("../switched_off.toml"));
    let ideas = entries(include_str!("../../src/content/guide.toml"));
    screens.iter().chain(&ideas).map(read).collect()
}

fn entries(text: &str) -> Vec<Value> {
    let file: Value = toml::from_str(text).expect("TOML");
    file["off"].as_array().expect("[[off]]").clone()
}

fn read(entry: &Value) -> Off {
    let list = |name: &str| names(&entry[name]);
    let of = |question: &str, names: Vec<String>| -> Vec<String> {
        let options = names.iter().map(|name| name.strip_prefix(question));
        options.flatten().map(str::to_owned).collect()
    };
    Off {
        answers: [list("answers"), of("check.", list("when"))].concat(),
        unless_when: of("when.", list("unless")),
        unless_also: list("unless_also"),
        ideas: list("ideas"),
        texts: list("texts"),
        starred: entry["starred"].as_bool().unwrap_or(true),
    }
}

/// The names in a list, and in the lists in it.
fn names(list: &Value) -> Vec<String> {
    match list {
        Value::String(name) => vec![name.clone()],
        Value::Array(list) => list.iter().flat_map(names).collect(),
        _ => Vec::new(),
    }
}

impl Off {
    /// Whether it counts for someone with these answers to `when` and `check`.
    pub fn holds(&self, when: &str, check: &[String]) -> bool {
        let any = |names: &[String]| names.iter().any(|name| check.contains(name));
        any(&self.answers)
            && !any(&self.unless_also)
            && !self.unless_when.iter().any(|name| name == when)
    }
}
