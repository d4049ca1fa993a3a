//! Every passage through the questions, those together that nothing looked at can tell apart.

use crate::{Answers, Condition, Facts, Guide, OptionKey, Question, QuestionKey, Replay};
use std::collections::HashMap;

/// The facts that some conditions can see. All others are left out of a state, so that states become equal and are merged.
pub(super) struct Seen(Facts);

impl Seen {
    /// What these conditions see, what decides which questions are asked, and what any of it is derived from.
    pub fn by<'c>(guide: &'c Guide, conditions: impl IntoIterator<Item = &'c Condition>) -> Self {
        let asked = guide.questions.iter().map(|question| &question.asked);
        let mut seen = Facts::default();
        for condition in asked.chain(conditions) {
            condition.facts().for_each(|fact| seen.add(fact));
        }
        // A rule can hang on a rule before it, so from the last to the first.
        for rule in guide.rules.derived.iter().rev() {
            if seen.has_any(&rule.add) || seen.has_any(&rule.remove) {
                rule.when.facts().for_each(|fact| seen.add(fact));
            }
        }
        Self(seen)
    }

    /// What is seen of an option. Where only "answered or not" matters, any option stands for it.
    fn of(&self, question: &Question, option: OptionKey) -> Facts {
        let choice = &question.options[option.index()];
        let mut facts = Facts::default();
        let own = choice.flags.iter().copied().chain([choice.fact]);
        own.filter(|fact| self.0.has(*fact))
            .for_each(|fact| facts.add(fact));
        if self.0.has(question.unanswered) && !self.0.has(choice.fact) {
            let mut others = question.options.iter().map(|other| other.fact);
            others
                .find(|fact| !self.0.has(*fact))
                .into_iter()
                .for_each(|fact| facts.add(fact));
        }
        facts
    }
}

/// Passages that come to the same.
#[derive(Clone)]
pub(super) struct Passages {
    /// What is seen of them.
    facts: Facts,
    /// The fewest answers that lead here.
    pub answers: Vec<OptionKey>,
    /// How many ways of answering lead here.
    pub ways: u128,
    /// The most questions that one of them is asked, and the answers of it.
    pub longest: (usize, Vec<OptionKey>),
}

impl Passages {
    /// What follows from them: what is seen of the facts, derived ones included, and no scores.
    pub fn replay(&self, guide: &Guide) -> Replay {
        Replay::from_facts(guide, self.facts.clone())
    }
}

/// More states, or more ways to answer one question, are not looked at.
const MOST_STATES: usize = 250_000;
const MOST_STEPS: usize = 8_192;

/// What was found on the way.
#[derive(Default)]
pub(super) struct Explored {
    /// Where passages end.
    pub ends: Vec<Passages>,
    /// How many states there were.
    pub states: usize,
    /// The question at which they were too many; then there are no ends.
    pub beyond: Option<QuestionKey>,
}

/// One way to answer a question, and all others of which the same is seen.
struct Step {
    facts: Facts,
    options: Vec<OptionKey>,
    ways: u128,
}

/// Goes through the questions; `answered` says which may have an answer, all others are skipped.
pub(super) fn explore(
    guide: &Guide,
    seen: &Seen,
    answered: impl Fn(QuestionKey) -> bool,
) -> Explored {
    let mut explored = Explored {
        ends: vec![Passages {
            facts: Facts::default(),
            answers: Vec::new(),
            ways: 1,
            longest: (0, Vec::new()),
        }],
        states: 1,
        beyond: None,
    };
    for key in guide.question_keys() {
        let question = guide.question(key);
        let steps = steps(question, seen, answered(key));
        if steps.len() > MOST_STEPS {
            explored.stop_at(key);
            break;
        }
        let mut next = Merging::default();
        for passages in explored.ends {
            if !question.asked.holds(&passages.facts) {
                next.merge(passages);
                continue;
            }
            steps
                .iter()
                .for_each(|step| next.merge(passages.after(step)));
            if next.states.len() > MOST_STATES {
                break;
            }
        }
        explored.ends = next.states;
        explored.states += explored.ends.len();
        if explored.ends.len() > MOST_STATES {
            explored.stop_at(key);
            break;
        }
    }
    explored
}

impl Explored {
    fn stop_at(&mut self, question: QuestionKey) {
        self.ends.clear();
        self.beyond = Some(question);
    }
}

impl Passages {
    fn after(&self, step: &Step) -> Self {
        let mut facts = self.facts.clone();
        facts.add_all(&step.facts);
        Self {
            facts,
            answers: [&self.answers[..], &step.options].concat(),
            ways: self.ways.saturating_mul(step.ways),
            longest: (
                self.longest.0 + 1,
                [&self.longest.1[..], &step.options].concat(),
            ),
        }
    }
}

/// States so far, equal ones as one.
#[derive(Default)]
struct Merging {
    states: Vec<Passages>,
    places: HashMap<Facts, usize>,
}

impl Merging {
    fn merge(&mut self, passages: Passages) {
        let new = self.states.len();
        let place = *self.places.entry(passages.facts.clone()).or_insert(new);
        let Some(known) = self.states.get_mut(place) else {
            return self.states.push(passages);
        };
        known.ways = known.ways.saturating_add(passages.ways);
        if passages.answers.len() < known.answers.len() {
            known.answers = passages.answers;
        }
        if passages.longest.0 > known.longest.0 {
            known.longest = passages.longest;
        }
    }
}

/// Every way to answer a question, the skip first; not all where they are too many.
fn steps(question: &Question, seen: &Seen, answered: bool) -> Vec<Step> {
    let skip = Step {
        facts: Facts::default(),
        options: Vec::new(),
        ways: 1,
    };
    if !answered {
        return vec![skip];
    }
    let keys = || question.options.iter().map(|choice| choice.key);
    let mut answers: Vec<Step> = Vec::new();
    for key in keys().filter(|key| Some(*key) != question.exclusive) {
        if answers.len() > MOST_STEPS {
            break;
        }
        let facts = seen.of(question, key);
        let with = |other: &Step| Step {
            facts: other.facts.with(&facts),
            options: [&other.options[..], &[key]].concat(),
            ways: other.ways,
        };
        let before = answers.iter().filter(|_| question.many);
        let new: Vec<_> = before.map(with).chain([with(&skip)]).collect();
        new.into_iter().for_each(|step| add(&mut answers, step));
    }
    if let Some(key) = question.exclusive {
        let facts = seen.of(question, key);
        let step = Step {
            facts,
            options: vec![key],
            ways: 1,
        };
        add(&mut answers, step);
    }
    std::iter::once(skip).chain(answers).collect()
}

fn add(steps: &mut Vec<Step>, step: Step) {
    match steps.iter_mut().find(|known| known.facts == step.facts) {
        Some(known) => {
            known.ways = known.ways.saturating_add(step.ways);
            if step.options.len() < known.options.len() {
                known.options = step.options;
            }
        }
        None => steps.push(step),
    }
}

/// The whole passage with these answers, everything else skipped.
pub(super) fn replay(guide: &Guide, answers: &[OptionKey]) -> Replay {
    Replay::whole(guide, &Answers::of(guide, answers.iter().copied()))
}
