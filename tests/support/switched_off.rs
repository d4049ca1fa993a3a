//! What a safety answer switches off: the entries of `tests/switched_off.toml`.

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

/// Every entry of the file.
pub fn off() -> Vec<Off> {
    let file: Value = toml::from_str(include_str!("../switched_off.toml")).expect("TOML");
    let entries = file["off"].as_array().expect("[[off]]").iter();
    entries
        .map(|entry| {
            let list = |name: &str| -> Vec<String> {
                let list = entry[name].as_array().into_iter().flatten();
                list.filter_map(Value::as_str).map(str::to_owned).collect()
            };
            Off {
                answers: list("answers"),
                unless_when: list("unless_when"),
                unless_also: list("unless_also"),
                ideas: list("ideas"),
                texts: list("texts"),
                starred: entry["starred"].as_bool().unwrap_or(true),
            }
        })
        .collect()
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
