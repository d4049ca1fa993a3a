//! What is there for nobody: a condition that no answers make hold, or only where one before it holds already.

use super::Prover;
use crate::Condition;
use std::collections::HashSet;

impl Prover<'_> {
    /// Every handout, line, note, other wording and promise is there for someone.
    pub fn all_for_someone(&mut self) {
        let guide = self.guide;
        for handout in &guide.handouts {
            if self.counting(&[&handout.shown]).is_empty() {
                let entry = format!("handout `{}`", handout.id);
                let message = "nobody can read it".to_owned();
                self.problem(&entry, message, "correct its `when`, or delete it");
            }
        }
        let soft: Vec<_> = guide.soft.iter().map(|soft| &soft.shown).collect();
        self.each_counts("[[soft]]", &soft);
        for (at, note) in guide.notes.iter().enumerate() {
            let mut ideas = guide.recommendations.iter();
            let marked = ideas.any(|idea| idea.notes.iter().any(|note| usize::from(*note) == at));
            if !marked || self.counting(&[&note.shown]).is_empty() {
                self.counts_for_nobody("[[note]]", at);
            }
        }
        for (at, off) in guide.promises.off.iter().enumerate() {
            if self.counting(&[&off.when]).is_empty() {
                self.counts_for_nobody("[[off]]", at);
            }
        }
        self.wordings();
        self.rules_of_plans();
    }

    /// What plans are made by.
    fn rules_of_plans(&mut self) {
        let rules = &self.guide.rules;
        let sized: Vec<_> = rules.sized.iter().map(|(when, _)| when).collect();
        if self.counting(&sized).len() < sized.len() {
            let message = "one of its other sizes counts for nobody".to_owned();
            self.problem("[plan]", message, "correct its `when`, or delete it");
        }
        let adjust = rules.adjustments.iter().map(|rule| &rule.when);
        let adjust = adjust
            .enumerate()
            .map(|(at, when)| ("[[adjust]]", at, when));
        let closing = rules.closing.iter().map(|rule| &rule.when);
        let closing = closing
            .enumerate()
            .map(|(at, when)| ("[[closing]]", at, when));
        let tries = rules
            .guarantees
            .iter()
            .enumerate()
            .flat_map(|(at, guarantee)| {
                let tries = guarantee.tries.iter();
                tries.map(move |attempt| ("[[guarantee]]", at, &attempt.when))
            });
        for (header, at, when) in adjust.chain(closing).chain(tries) {
            if self.counting(&[when]).is_empty() {
                self.counts_for_nobody(header, at);
            }
        }
    }

    fn wordings(&mut self) {
        for question in &self.guide.questions {
            let asked = |when: &Condition| Condition {
                all: when.all.clone(),
                none: [&when.none[..], &question.asked.none].concat(),
            };
            let variants: Vec<_> =
                (question.variants.iter().map(|(when, _)| asked(when))).collect();
            let variants: Vec<_> = variants.iter().collect();
            if self.counting(&variants).len() < variants.len() {
                let entry = format!("question `{}`", question.id);
                let message = "nobody reads one of its other wordings".to_owned();
                self.problem(
                    &entry,
                    message,
                    "correct the `when` of its `variant`, or delete it",
                );
            }
        }
    }

    /// The places of those that count for someone, where the first that holds does.
    fn counting(&mut self, conditions: &[&Condition]) -> HashSet<usize> {
        let ends = self.explore(conditions.iter().copied()).ends;
        let first = ends.iter().filter_map(|end| {
            let facts = end.replay(self.guide).facts;
            conditions.iter().position(|when| when.holds(&facts))
        });
        first.collect()
    }

    fn each_counts(&mut self, header: &str, conditions: &[&Condition]) {
        let counting = self.counting(conditions);
        for at in (0..conditions.len()).filter(|at| !counting.contains(at)) {
            self.counts_for_nobody(header, at);
        }
    }

    pub(super) fn counts_for_nobody(&mut self, header: &str, at: usize) {
        let entry = format!("{header} {}", at + 1);
        let message = "it counts for nobody".to_owned();
        self.problem(
            &entry,
            message,
            "correct its `when`, delete it, or move it up if one before it always counts first",
        );
    }
}
