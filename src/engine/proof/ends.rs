//! How passages end: never without ideas, and in which ways.

use super::Prover;
use super::passages::{Passages, replay};
use crate::beside::menu;
use crate::choosing::Choosing;
use crate::safety::active_pages;
use crate::{
    Condition, Facts, Guide, OptionKey, Problem, QuestionKey, RecommendationKey, Replay, plan,
};
use std::collections::HashSet;

/// A screen of every kind of end is looked at; a guide with twelve safety pages has half as many.
const MOST_KINDS: usize = 12_000;

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
        let conditions = ideas.chain(fixed).chain([&rules.low_effort]);
        let ends = self.explore_where(conditions, answered).ends;
        let left = |replay: &Replay| {
            let mut fixed = rules.fixed.iter();
            fixed.any(|fixed| fixed.when.holds(&replay.facts))
                || !Choosing { guide, replay }.eligible_among(list).is_empty()
        };
        self.is_left("[plan]", &format!("`{name}`"), &ends, left);
    }

    /// The list of all ideas holds one for everyone, and so do the comforts where there are any.
    pub fn lists_hold_something(&mut self) {
        let guide = self.guide;
        let listed = guide.recommendations.iter().filter(|idea| idea.in_menu);
        let listed = listed.map(|idea| Condition {
            all: Vec::new(),
            none: idea.not_in_menu.clone(),
        });
        let listed: Vec<_> = listed.collect();
        let fixed = guide.rules.fixed.iter().map(|fixed| &fixed.when);
        let ends = self.explore(fixed.chain(&listed)).ends;
        self.is_left("[menu]", "the list of all ideas", &ends, |replay| {
            !menu(guide, replay).is_empty()
        });
        let mut sets = guide.rules.fixed.iter().filter(|set| !set.whole_menu);
        let Some(set) = sets.next() else { return };
        let list = [&set.plan[..], &set.more].concat();
        let ideas = list.iter().map(|key| &guide.recommendation(*key).eligible);
        let ends = self.explore(ideas.chain([&guide.rules.low_effort])).ends;
        self.is_left("[[fixed]]", "the comforts", &ends, |replay| {
            let mut cautious = replay.clone();
            cautious.be_cautious(guide);
            let mut both = [replay, &cautious].into_iter();
            both.all(|replay| !Choosing { guide, replay }.eligible_among(&list).is_empty())
        });
    }

    fn is_left(
        &mut self,
        entry: &str,
        of: &str,
        ends: &[Passages],
        left: impl Fn(&Replay) -> bool,
    ) {
        let guide = self.guide;
        let empty = ends.iter().filter(|end| !left(&end.replay(guide)));
        if let Some(end) = empty.min_by_key(|end| end.answers.len()) {
            let message = format!("nothing is left of {of}: {}", self.in_words(&end.answers));
            self.problem(entry, message, "add an idea that fits anyone, of effort 1");
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
                let safety = active_pages(guide, &replay);
                kinds.insert((safety, counting(guide, &replay.facts)))
            })
            .map(|end| end.answers.clone())
            .collect();
        if kinds.len() > MOST_KINDS {
            let message = format!(
                "there are {} kinds of end, more than can be looked at",
                kinds.len()
            );
            self.beyond = Some(Problem::new(
                "guide.toml, [[safety]]",
                message,
                "let several answers open the same safety page, or ask for them in one question where one option is picked",
            ));
        }
        self.safety_pages_open(&kinds);
        self.rules_count(&kinds);
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

    /// Every fixed plan and every rule for the support card counts for someone.
    fn rules_count(&mut self, kinds: &[Vec<OptionKey>]) {
        let guide = self.guide;
        let count = |answers: &Vec<OptionKey>| counting(guide, &replay(guide, answers).facts);
        let counted: HashSet<_> = kinds.iter().map(count).collect();
        let fixed = (0..guide.rules.fixed.len()).map(|at| ("[[fixed]]", Counting::Fixed(at)));
        let referral =
            (0..guide.rules.referral.len()).map(|at| ("[[referral]]", Counting::Referral(at)));
        for (header, rule) in fixed.chain(referral) {
            if let (Counting::Fixed(at) | Counting::Referral(at), false) =
                (rule, counted.contains(&rule))
            {
                self.counts_for_nobody(header, at);
            }
        }
    }
}

/// The rule that counts for a person.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Counting {
    /// A fixed plan.
    Fixed(usize),
    /// A rule for the support card.
    Referral(usize),
    /// None; the card is a quiet one.
    None,
}

fn counting(guide: &Guide, facts: &Facts) -> Counting {
    let rules = &guide.rules;
    let mut fixed = rules.fixed.iter();
    let mut referral = rules.referral.iter();
    match fixed.position(|fixed| fixed.when.holds(facts)) {
        Some(at) => Counting::Fixed(at),
        None => referral
            .position(|rule| rule.when.holds(facts))
            .map_or(Counting::None, Counting::Referral),
    }
}
