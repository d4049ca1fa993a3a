//! What templates ask of the rules: what a name means, which names a condition speaks of, which flags there are.

use engine::{Draft, OneOrMany, RulesDraft};
use minijinja::value::ViaDeserialize;
use minijinja::{Environment, Value, context};
use std::collections::{BTreeMap, BTreeSet};

/// Gives a template the names of a guide.
pub fn teach(sheets: &mut Environment<'static>, draft: &Draft) {
    let named = named(draft);
    sheets.add_function("fact_of", move |name: String| match named.get(&name) {
        Some(fact) => fact.clone(),
        None => context! { kind => "flag" },
    });
    sheets.add_global("flags", Value::from_serialize(flags(&draft.rules)));
    sheets.add_global("asked_for", Value::from_serialize(asked_for(&draft.rules)));
    sheets.add_filter("flat", |when: ViaDeserialize<Vec<OneOrMany>>| flat(&when));
    sheets.add_filter(
        "shares",
        |names: Vec<String>, when: ViaDeserialize<Vec<OneOrMany>>| {
            let asked = flat(&when);
            names.iter().any(|name| asked.contains(name))
        },
    );
    sheets.add_filter("sentence", |text: Value| {
        let said = text.to_string();
        let mut letters = said.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        Value::from_safe_string(first.chain(letters).collect())
    });
}

/// Every answer by name, with what its question and its label say.
fn named(draft: &Draft) -> BTreeMap<String, Value> {
    let mut facts = BTreeMap::new();
    for question in &draft.rules.questions {
        let words = &draft.language.questions[&question.id];
        for option in &question.options {
            let label = words.options.get(&option.id);
            let fact = context! { kind => "answer", question => words.title, label };
            facts.insert(format!("{}.{}", question.id, option.id), fact);
        }
        let fact = context! { kind => "unanswered", question => words.title };
        facts.insert(format!("{}.unanswered", question.id), fact);
    }
    for flag in flags(&draft.rules) {
        let set_by = set_by(draft, &flag);
        facts.insert(flag, context! { kind => "flag", set_by });
    }
    facts
}

/// The labels of the answers that set a flag; none where a rule sets it too.
fn set_by(draft: &Draft, flag: &String) -> Vec<String> {
    if draft
        .rules
        .derived
        .iter()
        .any(|rule| rule.add.contains(flag))
    {
        return Vec::new();
    }
    let questions = draft.rules.questions.iter();
    let labels = questions.flat_map(|question| {
        let words = &draft.language.questions[&question.id].options;
        let sets = question
            .options
            .iter()
            .filter(|option| option.flags.contains(flag));
        sets.filter_map(|option| words.get(&option.id).cloned())
    });
    labels.collect()
}

/// The names that a condition speaks of.
pub fn flat(when: &[OneOrMany]) -> Vec<String> {
    when.iter()
        .flat_map(|entry| match entry {
            OneOrMany::One(name) => vec![name.clone()],
            OneOrMany::Many(names) => names.clone(),
        })
        .collect()
}

/// Every flag once, in the order in which answers and rules set them.
pub fn flags(rules: &RulesDraft) -> Vec<String> {
    let options = rules
        .questions
        .iter()
        .flat_map(|question| &question.options);
    let set = options.flat_map(|option| &option.flags);
    let set = set.chain(rules.derived.iter().flat_map(|rule| &rule.add));
    let mut seen = BTreeSet::new();
    set.filter(|flag| seen.insert(*flag)).cloned().collect()
}

/// The names that any rule speaks of, but for what brings an idea forward.
fn asked_for(rules: &RulesDraft) -> BTreeSet<String> {
    let mut rules = rules.clone();
    for idea in &mut rules.recommendations {
        idea.favoured_by.clear();
    }
    let mut found = BTreeSet::new();
    collect(&serde_json::json!(rules), &mut found);
    found
}

fn collect(value: &serde_json::Value, found: &mut BTreeSet<String>) {
    use serde_json::Value;
    match value {
        Value::String(name) => drop(found.insert(name.clone())),
        Value::Array(entries) => entries.iter().for_each(|entry| collect(entry, found)),
        Value::Object(entries) => entries.values().for_each(|entry| collect(entry, found)),
        _ => {}
    }
}
