//! Every idea reaches someone, and nobody is asked too much.

use super::Prover;
use super::passages::replay;
use crate::choosing::Choosing;
use crate::{Condition, Guide, OptionKey, RecommendationKey, Replay, plan};

/// How many answers beyond those that an idea needs are tried to bring it into a plan.
const MORE_ANSWERS: usize = 2;

impl Prover<'_> {
    /// How many passages there are, and how many questions the longest has.
    pub fn questions(&mut self) -> (u128, usize) {
        let explored = self.explore([]);
        let ends = &explored.ends;
        let passages = ends
            .iter()
            .fold(0_u128, |sum, end| sum.saturating_add(end.ways));
        let longest = ends.iter().map(|end| &end.longest).max();
        let (longest, answers) = longest.cloned().unwrap_or_default();
        if let Some(most) = self.guide.promises.at_most
            && longest > most
        {
            let message = format!(
                "{longest} questions are asked of someone, not at most {most}: {}",
                self.in_words(&answers)
            );
            self.problem(
                "at_most",
                message,
                "take a question away, or raise the number",
            );
        }
        (passages, longest)
    }

    /// For every idea, answers that bring it.
    pub fn ideas(&mut self) -> Vec<(RecommendationKey, Vec<OptionKey>)> {
        let mut brought = Vec::new();
        for idea in self.guide.recommendation_keys() {
            match self.brings(idea) {
                Some(answers) => brought.push((idea, answers)),
                None => {
                    let entry = format!("recommendation `{}`", self.guide.recommendation(idea).id);
                    self.problem(
                        &entry,
                        "no answers bring it into a plan".to_owned(),
                        "correct its `when` and `unless`, name an answer in `favoured_by`, or delete it",
                    );
                }
            }
        }
        brought
    }

    fn brings(&mut self, idea: RecommendationKey) -> Option<Vec<OptionKey>> {
        let fixed = self.guide.rules.fixed.iter().map(|fixed| &fixed.when);
        let conditions: Vec<&Condition> = fixed
            .chain([
                &self.guide.recommendation(idea).eligible,
                &self.guide.rules.low_effort,
            ])
            .collect();
        let ends = self.explore(conditions).ends;
        let can = |replay: &Replay| can_hold(self.guide, replay, idea);
        let mut starts: Vec<_> = ends
            .iter()
            .filter(|end| can(&end.replay(self.guide)))
            .map(|end| end.answers.clone())
            .collect();
        starts.sort_by_key(Vec::len);
        let holds = |answers: &[OptionKey]| holds(self.guide, answers, idea);
        let favoured = &self.guide.recommendation(idea).favoured_by;
        (0..=MORE_ANSWERS).find_map(|more| {
            let mut from = starts.iter();
            from.find_map(|start| with_more(self.guide, start, favoured, more, &holds))
        })
    }
}

/// Whether a plan can hold this idea, by the conditions alone.
fn can_hold(guide: &Guide, replay: &Replay, idea: RecommendationKey) -> bool {
    let mut fixed = guide.rules.fixed.iter();
    match fixed.find(|fixed| fixed.when.holds(&replay.facts)) {
        Some(fixed) => fixed.plan.contains(&idea) || fixed.more.contains(&idea),
        None => !Choosing { guide, replay }
            .eligible_among(&[idea])
            .is_empty(),
    }
}

/// Whether the plan for these answers does hold it, or offers it beside.
fn holds(guide: &Guide, answers: &[OptionKey], idea: RecommendationKey) -> bool {
    let plan = plan(guide, &replay(guide, answers));
    let mut ideas = plan.ideas.iter().map(|idea| idea.key).chain(plan.more);
    ideas.any(|key| key == idea)
}

/// These answers with `more` others, those in `first` before all others, of which `fits` is true.
pub(super) fn with_more(
    guide: &Guide,
    answers: &[OptionKey],
    first: &[OptionKey],
    more: usize,
    fits: &dyn Fn(&[OptionKey]) -> bool,
) -> Option<Vec<OptionKey>> {
    if more == 0 {
        return fits(answers).then(|| answers.to_vec());
    }
    let questions = guide.questions().iter();
    let all = questions.flat_map(|question| question.options.iter().map(|choice| choice.key));
    let others = all.filter(|option| !first.contains(option));
    let mut options = first.iter().copied().chain(others);
    options.find_map(|option| {
        let answers = with(guide, answers, option)?;
        with_more(guide, &answers, first, more - 1, fits)
    })
}

/// These answers and one more; none where it cannot stand beside them.
pub(super) fn with(
    guide: &Guide,
    answers: &[OptionKey],
    option: OptionKey,
) -> Option<Vec<OptionKey>> {
    let question = guide.question(option.question);
    let mut same = answers
        .iter()
        .filter(|other| other.question == option.question);
    let beside = |other: &OptionKey| {
        let exclusive = [Some(*other), Some(option)].contains(&question.exclusive);
        question.many && *other != option && !exclusive
    };
    if !same.all(beside) {
        return None;
    }
    let mut answers = [answers, &[option]].concat();
    answers.sort();
    Some(answers)
}
