//! Every sentence people can see, read against two lists: `wording/never.toml`, what is never said, and
//! `wording/must_stand.toml`, what has to be there. Then two rules about times.

mod support;

use serde_json::Value;
use support::sentences::{Sentence, folded, parsed, sentences};

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
