//! How passages end: never without ideas, and in which ways.

use super::Prover;
use super::passages::{Seen, explore, replay};
use crate::choosing::Choosing;
use crate::safety::active_pages;
use crate::{Condition, OptionKey, QuestionKey, RecommendationKey, plan};
use std::collections::HashSet;

impl Prover<'_> {
    /// Someone who skips everything gets a plan with something to start with; how many questions they are asked.
    pub fn skip_everything(&mut self) -> usize {
        let replay = replay(self.guide, &[]);
        let plan = plan(self.guide, &replay);
        if plan.whole_menu {
            return replay.asked.len();
        }
        let (ideas, enough) = (plan.ideas.len(), self.guide.rules.fill_to);
        if ideas < enough {
            self.problem(
                "[plan]",
                format!("someone who skips everything gets {ideas} of at least {enough} ideas"),
                "name more ideas for anyone in `when_nothing`",
            );
        }
        if plan.start.is_none() {
            self.problem(
                "[start]",
                "someone who skips everything has no idea marked to start with".to_owned(),
                "name an idea in `when_nothing` that is not in `never` and that `cautious_flag` does not switch off",
            );
        }
        replay.asked.len()
    }

    /// No plan is empty, whatever is answered.
    pub fn plans_hold_something(&mut self) {
        let rules = &self.guide.rules;
        if let Some((position, _)) = (rules.fixed.iter().enumerate())
            .find(|(_, fixed)| fixed.plan.is_empty() && !fixed.whole_menu)
        {
            let entry = format!("[[fixed]] {}", position + 1);
            let hint = "name its ideas in `plan`, or set whole_menu = true";
            self.problem(&entry, "its plan is empty".to_owned(), hint);
        }
        let counted = |key: QuestionKey| {
            let unanswered = self.guide.question(key).unanswered;
            rules
                .default_plan
                .when
                .needs()
                .any(|fact| fact == unanswered)
        };
        self.holds_one_of("fill", &rules.fill, |_| true);
        self.holds_one_of("when_nothing", &rules.default_plan.list, |key| {
            !counted(key)
        });
    }

    /// One of a list is always left, where no fixed plan stands.
    fn holds_one_of(
        &mut self,
        name: &str,
        list: &[RecommendationKey],
        answered: impl Fn(QuestionKey) -> bool,
    ) {
        let guide = self.guide;
        let rules = &guide.rules;
        let ideas = list.iter().map(|key| &guide.recommendation(*key).eligible);
        let fixed = rules.fixed.iter().map(|fixed| &fixed.when);
        let seen = Seen::by(guide, ideas.chain(fixed).chain([&rules.low_effort]));
        let explored = explore(guide, &seen, answered);
        self.states += explored.states;
        let empty = explored.ends.iter().filter(|end| {
            let replay = &end.replay(guide);
            let fixed = rules
                .fixed
                .iter()
                .any(|fixed| fixed.when.holds(&replay.facts));
            !fixed && Choosing { guide, replay }.eligible_among(list).is_empty()
        });
        if let Some(end) = empty.min_by_key(|end| end.answers.len()) {
            let message = format!(
                "nothing is left of `{name}`: {}",
                self.in_words(&end.answers)
            );
            self.problem(
                "[plan]",
                message,
                "add an idea that fits anyone, of effort 1",
            );
        }
    }

    /// Answers that lead to each kind of end. Kinds are told apart by their safety pages, the fixed plan, and why the support card
    /// stands where it does.
    pub fn ends(&mut self) -> Vec<Vec<OptionKey>> {
        let guide = self.guide;
        let rules = &guide.rules;
        let safety = guide.safety.iter().map(|topic| &topic.opens);
        let fixed = rules.fixed.iter().map(|fixed| &fixed.when);
        let referral = rules.referral.iter().map(|rule| &rule.when);
        let conditions: Vec<&Condition> = safety.chain(fixed).chain(referral).collect();
        let mut ends = self.explore(conditions).ends;
        ends.sort_by_key(|end| end.answers.len());
        let mut kinds = HashSet::new();
        let kinds: Vec<_> = ends
            .iter()
            .filter(|end| {
                let replay = end.replay(guide);
                let fixed = rules
                    .fixed
                    .iter()
                    .position(|fixed| fixed.when.holds(&replay.facts));
                let referral = rules
                    .referral
                    .iter()
                    .position(|rule| rule.when.holds(&replay.facts));
                let safety = active_pages(guide, &replay);
                kinds.insert((safety, fixed, referral.filter(|_| fixed.is_none())))
            })
            .map(|end| end.answers.clone())
            .collect();
        self.safety_pages_open(&kinds);
        self.referral_rules_count(&kinds);
        kinds
    }

    fn safety_pages_open(&mut self, kinds: &[Vec<OptionKey>]) {
        let guide = self.guide;
        let open = |answers: &Vec<OptionKey>| active_pages(guide, &replay(guide, answers));
        let opened: HashSet<_> = kinds.iter().flat_map(open).collect();
        for key in guide.safety_keys().filter(|key| !opened.contains(key)) {
            let entry = format!("safety page `{}`", guide.safety_topic(key).id);
            let message = "no answer opens it".to_owned();
            self.problem(&entry, message, "correct its `when`, or delete it");
        }
    }

    fn referral_rules_count(&mut self, kinds: &[Vec<OptionKey>]) {
        let guide = self.guide;
        let reason =
            |answers: &Vec<OptionKey>| plan(guide, &replay(guide, answers)).referral.reason;
        let given: HashSet<_> = kinds.iter().map(reason).collect();
        let rules = guide.rules.referral.iter().enumerate();
        for (position, _) in rules.filter(|(_, rule)| !given.contains(&rule.reason)) {
            let entry = format!("[[referral]] {}", position + 1);
            let message = "it counts for nobody: one before it always does".to_owned();
            self.problem(
                &entry,
                message,
                "move it up, correct its `when`, or delete it",
            );
        }
    }
}
