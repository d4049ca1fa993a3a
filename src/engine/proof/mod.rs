//! The proof: what holds for everyone who goes through the guide, whatever they answer (spec 3.7).
//!
//! Passages that a claim cannot tell apart are one state, so every passage is looked at, and few states are. Whether a plan *can*
//! hold an idea is asked of conditions; that it *does* hold it is shown by answers, through the same code that visitors run.

mod ends;
mod nobody;
mod off;
mod options;
mod passages;
mod path;
mod reach;

use crate::{
    Condition, Fact, Guide, HandoutKey, OptionKey, Problem, QuestionKey, RecommendationKey,
};
use passages::{Explored, Seen, explore};
pub use path::in_words;

/// What an author promises of a guide; never shipped.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Promises {
    /// The most questions that one person is asked.
    pub(crate) at_most: Option<usize>,
    /// What may never be shown together with a fact.
    pub(crate) off: Vec<Off>,
    /// Options that are there to be said, and change nothing.
    pub(crate) neutral: Vec<OptionKey>,
    /// Every fact that a condition asks for; the plan for those who skip everything aside.
    pub(crate) named: Vec<Fact>,
}

/// What a condition switches off.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Off {
    pub when: Condition,
    pub ideas: Vec<RecommendationKey>,
    pub handouts: Vec<HandoutKey>,
}

/// What has been seen to hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Certificate {
    /// How many ways there are to answer, skips among them.
    pub passages: u128,
    /// How many states were looked at, over all claims.
    pub states: usize,
    /// How many questions someone who skips everything is asked; that is all of them, because only answers take one away.
    pub asked: usize,
    /// The most questions that one person is asked.
    pub longest: usize,
    /// For every idea, few answers that bring it into a plan.
    pub ideas: Vec<(RecommendationKey, Vec<OptionKey>)>,
    /// For every option that changes something, the other answers beside which it does.
    pub options: Vec<(OptionKey, Vec<OptionKey>)>,
    /// How many ideas and handouts are switched off, counted once for each thing that does it.
    pub off: usize,
    /// Few answers that lead to every kind of end: each set of safety pages, each fixed plan, each place of the support card.
    pub ends: Vec<Vec<OptionKey>>,
}

/// Looks at every passage.
///
/// # Errors
/// Everything that does not hold, each with few answers that lead to it.
pub fn prove(guide: &Guide) -> Result<Certificate, Vec<Problem>> {
    let mut prover = Prover {
        guide,
        states: 0,
        problems: Vec::new(),
        beyond: None,
    };
    let (passages, longest) = prover.questions();
    prover.all_for_someone();
    let asked = prover.skip_everything();
    prover.plans_hold_something();
    prover.lists_hold_something();
    let certificate = Certificate {
        passages,
        asked,
        longest,
        off: prover.switched_off(),
        ideas: prover.ideas(),
        options: prover.options(),
        ends: prover.ends(),
        states: prover.states,
    };
    if let Some(problem) = prover.beyond {
        return Err(vec![problem]);
    }
    if prover.problems.is_empty() {
        return Ok(certificate);
    }
    prover.problems.sort();
    prover.problems.dedup();
    Err(prover.problems)
}

/// One proof in the making.
struct Prover<'g> {
    guide: &'g Guide,
    states: usize,
    problems: Vec<Problem>,
    /// Why not everything could be looked at; then nothing else is said.
    beyond: Option<Problem>,
}

impl<'g> Prover<'g> {
    /// Every passage, told apart by what these conditions see.
    fn explore<'c>(&mut self, conditions: impl IntoIterator<Item = &'c Condition>) -> Explored
    where
        'g: 'c,
    {
        self.explore_where(conditions, |_| true)
    }

    /// As `explore`, where only some questions have an answer.
    fn explore_where<'c>(
        &mut self,
        conditions: impl IntoIterator<Item = &'c Condition>,
        answered: impl Fn(QuestionKey) -> bool,
    ) -> Explored
    where
        'g: 'c,
    {
        let seen = Seen::by(self.guide, conditions);
        if self.beyond.is_some() {
            return Explored::default();
        }
        let explored = explore(self.guide, &seen, answered);
        self.states += explored.states;
        if let Some(question) = explored.beyond {
            let id = &self.guide.question(question).id;
            self.beyond = Some(Problem::new(
                format!("guide.toml, question `{id}`"),
                "with its options there are more ways through the guide than can be looked at",
                "let fewer conditions name its options one by one: give those that mean the same a flag that they share",
            ));
        }
        explored
    }

    fn problem(&mut self, entry: &str, message: String, hint: &str) {
        let place = format!("guide.toml, {entry}");
        self.problems.push(Problem::new(place, message, hint));
    }

    fn in_words(&self, answers: &[OptionKey]) -> String {
        in_words(self.guide, answers)
    }
}
