//! A safety answer stays said: what opens a safety page is an answer, and nothing takes it back.

use super::Checker;
use super::names::RULES;
use crate::draft::{OneOrMany, RulesDraft};
use std::collections::BTreeSet;

impl Checker<'_> {
    pub(super) fn safety_answers(&mut self, rules: &RulesDraft) {
        for page in &rules.safety {
            let place = format!("{RULES}, safety page `{}`", page.id);
            if page.when.is_empty() {
                let message = "it opens for everyone, before anything is asked";
                self.problem(&place, message, "name the answers that open it in `when`");
            }
            for name in names(&page.when).filter(|name| !self.names.options.contains_key(*name)) {
                self.problem(
                    &place,
                    format!("`{name}` is not an answer, and Back leads to the question that opened the page"),
                    "name answers in its `when`, as in `question.option`",
                );
            }
        }
        self.taken_away(rules);
    }

    fn taken_away(&mut self, rules: &RulesDraft) {
        let opening: BTreeSet<_> = rules
            .safety
            .iter()
            .flat_map(|page| names(&page.when))
            .collect();
        let mut flags = BTreeSet::new();
        for question in &rules.questions {
            for option in &question.options {
                if opening.contains(format!("{}.{}", question.id, option.id).as_str()) {
                    flags.extend(&option.flags);
                }
            }
        }
        let place = &format!("{RULES}, [[derived]]");
        for name in rules.derived.iter().flat_map(|rule| &rule.remove) {
            if name.contains('.') {
                let message = format!("it takes `{name}` away, which is an answer");
                self.problem(place, message, "take flags away only");
            } else if flags.contains(name) {
                let message = format!(
                    "it takes `{name}` away, which an answer sets that opens a safety page"
                );
                self.problem(
                    place,
                    message,
                    "add another flag instead, with this one in `when`",
                );
            }
        }
    }
}

fn names(when: &[OneOrMany]) -> impl Iterator<Item = &str> {
    let entries = when.iter().flat_map(|entry| match entry {
        OneOrMany::One(name) => std::slice::from_ref(name),
        OneOrMany::Many(names) => names,
    });
    entries.map(String::as_str)
}
