//! The names of a draft, each tied to its key: after this a name either points at something or is a problem.

use super::Checker;
use crate::answers::MOST_OPTIONS;
use crate::draft::{OneOrMany, RulesDraft};
use crate::{
    Condition, Fact, HandoutKey, NeedKey, OptionKey, Problem, QuestionKey, RecommendationKey,
    SafetyKey, nearest,
};
use std::collections::BTreeMap;

/// The file that rules stand in, as named in problems.
pub(super) const RULES: &str = "guide.toml";

/// Every name that rules can use.
pub(super) struct Names {
    pub facts: BTreeMap<String, Fact>,
    pub options: BTreeMap<String, OptionKey>,
    pub needs: BTreeMap<String, NeedKey>,
    pub recommendations: BTreeMap<String, RecommendationKey>,
    pub safety: BTreeMap<String, SafetyKey>,
    pub handouts: BTreeMap<String, HandoutKey>,
}

impl Names {
    pub fn of(rules: &RulesDraft, problems: &mut Vec<Problem>) -> Self {
        let mut names = Self {
            facts: BTreeMap::new(),
            options: BTreeMap::new(),
            needs: BTreeMap::new(),
            recommendations: BTreeMap::new(),
            safety: BTreeMap::new(),
            handouts: BTreeMap::new(),
        };
        if rules.format != 1 {
            problems.push(Problem::new(
                RULES,
                format!("format {} is not known", rules.format),
                "write format = 1",
            ));
        }
        for (index, need) in rules.needs.iter().enumerate() {
            insert(
                &mut names.needs,
                need,
                NeedKey(index as u16),
                "need",
                problems,
            );
        }
        for (index, idea) in rules.recommendations.iter().enumerate() {
            insert(
                &mut names.recommendations,
                &idea.id,
                RecommendationKey(index as u16),
                "recommendation",
                problems,
            );
        }
        for (index, handout) in rules.handouts.iter().enumerate() {
            insert(
                &mut names.handouts,
                &handout.id,
                HandoutKey(index as u16),
                "handout",
                problems,
            );
        }
        for (index, page) in rules.safety.iter().enumerate() {
            insert(
                &mut names.safety,
                &page.id,
                SafetyKey(index as u16),
                "safety page",
                problems,
            );
        }
        names.questions(rules, problems);
        names.flags(rules, problems);
        names
    }

    fn questions(&mut self, rules: &RulesDraft, problems: &mut Vec<Problem>) {
        if rules.questions.is_empty() {
            problems.push(Problem::new(
                RULES,
                "there is no question",
                "add a [[question]]",
            ));
        }
        let mut ids = BTreeMap::new();
        for (index, question) in rules.questions.iter().enumerate() {
            let key = QuestionKey(index as u16);
            insert(&mut ids, &question.id, key, "question", problems);
            if question.options.is_empty() || question.options.len() > MOST_OPTIONS {
                problems.push(Problem::new(
                    format!("{RULES}, question `{}`", question.id),
                    format!("it has {} options", question.options.len()),
                    format!("a question has 1 to {MOST_OPTIONS} options"),
                ));
            }
            self.fact(&format!("{}.unanswered", question.id));
            for (option, draft) in question.options.iter().take(MOST_OPTIONS).enumerate() {
                let name = format!("{}.{}", question.id, draft.id);
                let key = OptionKey {
                    question: key,
                    option: option as u16,
                };
                insert(&mut self.options, &name, key, "option", problems);
                self.fact(&name);
            }
        }
    }

    /// Flags are what options and derived rules set; nothing else declares one.
    fn flags(&mut self, rules: &RulesDraft, problems: &mut Vec<Problem>) {
        let set = rules
            .questions
            .iter()
            .flat_map(|question| &question.options)
            .flat_map(|option| &option.flags)
            .chain(rules.derived.iter().flat_map(|rule| &rule.add));
        for flag in set {
            if flag.is_empty() || flag.contains('.') {
                problems.push(Problem::new(
                    RULES,
                    format!("`{flag}` cannot be the name of a flag"),
                    "use lower-case letters, digits and _; a name with a point is an answer",
                ));
            }
            self.fact(flag);
        }
    }

    fn fact(&mut self, name: &str) {
        let next = Fact(self.facts.len() as u16);
        self.facts.entry(name.to_owned()).or_insert(next);
    }
}

fn insert<K>(
    map: &mut BTreeMap<String, K>,
    name: &str,
    key: K,
    kind: &str,
    problems: &mut Vec<Problem>,
) {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '.';
    if name.is_empty() || !name.chars().all(letters) || name.ends_with(".unanswered") {
        problems.push(Problem::new(
            RULES,
            format!("`{name}` cannot be used as the name of: {kind}"),
            "use lower-case letters, digits and _; the name `unanswered` is taken",
        ));
    }
    if map.insert(name.to_owned(), key).is_some() {
        problems.push(Problem::new(
            RULES,
            format!("there are two {kind}s named `{name}`"),
            "give one of them another name",
        ));
    }
}

impl Checker<'_> {
    /// Looks a name up; an unknown one is a problem and gives nothing.
    fn look_up<K: Copy>(
        &mut self,
        place: &str,
        kind: &str,
        name: &str,
        known: &BTreeMap<String, K>,
    ) -> Option<K> {
        let found = known.get(name).copied();
        if found.is_none() {
            let hint = match nearest(name, known.keys().map(String::as_str)) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("name a {kind} that stands in {RULES}"),
            };
            self.problem(place, format!("there is no {kind} `{name}`"), hint);
        }
        found
    }

    pub(super) fn fact(&mut self, place: &str, name: &str) -> Option<Fact> {
        let names = self.names;
        self.look_up(place, "flag or answer", name, &names.facts)
    }

    pub(super) fn facts(&mut self, place: &str, names: &[String]) -> Vec<Fact> {
        names
            .iter()
            .filter_map(|name| self.fact(place, name))
            .collect()
    }

    pub(super) fn option(&mut self, place: &str, name: &str) -> Option<OptionKey> {
        let names = self.names;
        self.look_up(place, "option", name, &names.options)
    }

    pub(super) fn need(&mut self, place: &str, name: &str) -> NeedKey {
        let names = self.names;
        self.look_up(place, "need", name, &names.needs)
            .unwrap_or(NeedKey(0))
    }

    pub(super) fn needs_named(&mut self, place: &str, names: &[String]) -> Vec<NeedKey> {
        names.iter().map(|name| self.need(place, name)).collect()
    }

    pub(super) fn recommendation(&mut self, place: &str, name: &str) -> RecommendationKey {
        let names = self.names;
        self.look_up(place, "recommendation", name, &names.recommendations)
            .unwrap_or(RecommendationKey(0))
    }

    pub(super) fn safety_page(&mut self, place: &str, name: &str) -> SafetyKey {
        let names = self.names;
        self.look_up(place, "safety page", name, &names.safety)
            .unwrap_or(SafetyKey(0))
    }

    pub(super) fn handout(&mut self, place: &str, name: &str) -> HandoutKey {
        let names = self.names;
        self.look_up(place, "handout", name, &names.handouts)
            .unwrap_or(HandoutKey(0))
    }

    pub(super) fn recommendations_named(
        &mut self,
        place: &str,
        names: &[String],
    ) -> Vec<RecommendationKey> {
        for (at, name) in names.iter().enumerate() {
            if names[..at].contains(name) {
                let message = format!("one of its lists names {name} twice");
                self.problem(place, message, "name it once");
            }
        }
        names
            .iter()
            .map(|name| self.recommendation(place, name))
            .collect()
    }

    pub(super) fn condition(
        &mut self,
        place: &str,
        when: &[OneOrMany],
        unless: &[String],
    ) -> Condition {
        let all = when
            .iter()
            .map(|entry| match entry {
                OneOrMany::One(name) => self.facts(place, std::slice::from_ref(name)),
                OneOrMany::Many(names) => self.facts(place, names),
            })
            .collect();
        Condition {
            all,
            none: self.facts(place, unless),
        }
    }
}
