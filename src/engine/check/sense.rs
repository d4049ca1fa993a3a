//! What is well formed and still cannot be meant: names that do nothing, numbers out of bounds.

use super::Checker;
use super::names::RULES;
use crate::draft::{LanguageDraft, OneOrMany, RulesDraft};
use std::collections::BTreeSet;

/// No weight is larger, and no plan has more ideas.
const MOST: i16 = 12;

/// No cap, no adjustment and nothing for a favoured idea is larger.
const MOST_POINTS: i16 = 100;

impl Checker<'_> {
    pub(super) fn sense(&mut self, rules: &RulesDraft, language: &LanguageDraft) {
        self.used_flags(rules, language);
        self.earlier_flags(rules);
        self.menu(rules);
        self.numbers(rules);
        self.settle_order(rules);
        self.safety_answers(rules);
    }

    /// A flag that nothing asks for is a slip of the pen.
    fn used_flags(&mut self, rules: &RulesDraft, language: &LanguageDraft) {
        let used = used_names(rules, language);
        for question in &rules.questions {
            for option in &question.options {
                for flag in option
                    .flags
                    .iter()
                    .filter(|flag| !used.contains(flag.as_str()))
                {
                    let place = format!("{RULES}, option `{}.{}`", question.id, option.id);
                    self.problem(
                        &place,
                        format!("nothing asks for the flag `{flag}`"),
                        "correct its name, or delete it",
                    );
                }
            }
        }
    }

    /// A question can only be taken away by what was answered before it.
    fn earlier_flags(&mut self, rules: &RulesDraft) {
        let mut set = BTreeSet::new();
        for question in &rules.questions {
            for name in question
                .unless
                .iter()
                .filter(|name| self.names.facts.contains_key(*name))
            {
                if !set.contains(name) {
                    let place = format!("{RULES}, question `{}`", question.id);
                    let message = format!("no earlier question sets `{name}`");
                    self.problems.push(crate::Problem::new(
                        place,
                        message,
                        "move the question, or correct the name",
                    ));
                }
            }
            for option in &question.options {
                set.insert(format!("{}.{}", question.id, option.id));
                set.extend(option.flags.iter().cloned());
            }
        }
    }

    fn menu(&mut self, rules: &RulesDraft) {
        let place = &format!("{RULES}, [menu]");
        self.facts(place, &rules.menu.respects);
        self.recommendations_named(place, &rules.menu.never);
        let flags: Vec<_> = rules.menu.without.keys().cloned().collect();
        self.facts(place, &flags);
        for mark in rules.menu.without.values().flatten() {
            self.mark(place, rules, mark);
        }
        for note in &rules.notes {
            self.mark(&format!("{RULES}, note `{}`", note.id), rules, &note.mark);
        }
    }

    pub(super) fn mark(&mut self, place: &str, rules: &RulesDraft, mark: &String) {
        if !rules.marks.contains(mark) {
            self.problem(
                place,
                format!("there is no mark `{mark}`"),
                format!("the marks are {}", rules.marks.join(", ")),
            );
        }
    }

    fn numbers(&mut self, rules: &RulesDraft) {
        for question in &rules.questions {
            for (need, weight) in question.options.iter().flat_map(|option| &option.weights) {
                if !(1..=MOST).contains(weight) {
                    let place = format!("{RULES}, question `{}`", question.id);
                    self.problem(
                        &place,
                        format!("{need} = {weight} is out of bounds"),
                        format!("a weight is 1 to {MOST}"),
                    );
                }
            }
        }
        self.sizes(rules);
        self.points(rules);
    }

    /// Numbers of ideas and of needs; a visitor's machine may not even read a larger one.
    fn sizes(&mut self, rules: &RulesDraft) {
        let (plan, scoring) = (&rules.plan, &rules.scoring);
        let sized = plan.sized.iter().map(|sized| sized.size);
        let sizes = sized
            .chain([plan.size])
            .map(|size| ("[plan]", "size", size));
        let limits = rules.guarantees.iter();
        let limits = limits.map(|guarantee| ("[[guarantee]]", "limit", guarantee.limit));
        let others = [
            ("[plan]", "fill_to", plan.fill_to),
            ("[scoring]", "per_need", scoring.per_need),
            ("[scoring]", "summary_up_to", scoring.summary_up_to),
        ];
        let all = sizes.chain(limits).chain(others);
        for (entry, name, size) in all.filter(|(_, _, size)| !(1..=MOST as usize).contains(size)) {
            self.problem(
                &format!("{RULES}, {entry}"),
                format!("{name} = {size} is out of bounds"),
                format!("write 1 to {MOST}"),
            );
        }
    }

    /// Points are small, so that no sum of them is too large to count.
    fn points(&mut self, rules: &RulesDraft) {
        let caps = rules.questions.iter().filter_map(|question| {
            let place = format!("question `{}`", question.id);
            Some((place, "cap", question.cap?))
        });
        let subtracted = rules.adjustments.iter().flat_map(|rule| &rule.subtract);
        let subtracted =
            subtracted.map(|(need, points)| ("[[adjust]]".to_owned(), need.as_str(), *points));
        let favoured = ("[scoring]".to_owned(), "favoured", rules.scoring.favoured);
        let all: Vec<_> = caps.chain(subtracted).chain([favoured]).collect();
        for (entry, name, points) in all {
            if !(1..=MOST_POINTS).contains(&points) {
                self.problem(
                    &format!("{RULES}, {entry}"),
                    format!("{name} = {points} is out of bounds"),
                    format!("points are 1 to {MOST_POINTS}"),
                );
            }
        }
    }

    fn settle_order(&mut self, rules: &RulesDraft) {
        let (mut order, mut needs) = (rules.settle_order.clone(), rules.needs.clone());
        order.sort();
        needs.sort();
        if order != needs {
            self.problem(
                &format!("{RULES}, settle_order"),
                "it does not hold every need once",
                "name each of `needs` once",
            );
        }
    }
}

/// Every name that a condition, a menu rule, a cautious start or a section of a safety page asks for.
pub(super) fn used_names<'d>(
    rules: &'d RulesDraft,
    language: &'d LanguageDraft,
) -> BTreeSet<&'d str> {
    let sections = language.safety.values().flat_map(|page| &page.sections);
    let of_sections = sections.flat_map(|section| section.when.iter().chain(&section.unless));
    let plan = &rules.plan;
    let whole = plan.tonight.iter().chain(&plan.share);
    let whens = (rules.derived.iter().map(|rule| &rule.when))
        .chain(rules.adjustments.iter().map(|rule| &rule.when))
        .chain(plan.sized.iter().map(|sized| &sized.when))
        .chain([
            &plan.low_effort,
            &plan.next_time,
            &plan.alone,
            &rules.start.cautious,
        ])
        .chain(whole.clone().map(|condition| &condition.when))
        .chain(rules.handouts.iter().map(|handout| &handout.when))
        .chain(rules.fixed.iter().map(|fixed| &fixed.when))
        .chain(
            rules
                .guarantees
                .iter()
                .flat_map(|guarantee| &guarantee.tries)
                .map(|attempt| &attempt.when),
        )
        .chain(rules.closing.iter().map(|rule| &rule.when))
        .chain(rules.referral.iter().map(|rule| &rule.when))
        .chain(rules.safety.iter().map(|page| &page.when))
        .chain(rules.notes.iter().map(|note| &note.when))
        .chain(rules.soft.iter().map(|soft| &soft.when))
        .chain(
            rules
                .questions
                .iter()
                .flat_map(|question| &question.variants)
                .map(|variant| &variant.when),
        )
        .chain(rules.recommendations.iter().map(|idea| &idea.when));
    let unlesses = (rules.questions.iter().map(|question| &question.unless))
        .chain(rules.derived.iter().map(|rule| &rule.unless))
        .chain(rules.derived.iter().map(|rule| &rule.remove))
        .chain(
            rules
                .guarantees
                .iter()
                .flat_map(|guarantee| &guarantee.tries)
                .map(|attempt| &attempt.unless),
        )
        .chain(whole.map(|condition| &condition.unless))
        .chain(rules.handouts.iter().map(|handout| &handout.unless))
        .chain(rules.notes.iter().map(|note| &note.unless))
        .chain(rules.recommendations.iter().map(|idea| &idea.unless))
        .chain([&rules.start.unless, &rules.menu.respects]);
    let names = whens.flatten().flat_map(|entry| match entry {
        OneOrMany::One(name) => std::slice::from_ref(name),
        OneOrMany::Many(names) => names,
    });
    names
        .chain(unlesses.flatten())
        .chain(rules.menu.without.keys())
        .chain(of_sections)
        .map(String::as_str)
        .collect()
}
