//! The answers played through the questions from the first: nothing about the passage is remembered but the answers.

use crate::{Answers, Facts, Guide, OptionKey, Question, QuestionKey};

/// What follows from a person's answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Replay {
    /// The questions asked so far, the next one included.
    pub asked: Vec<QuestionKey>,
    /// The question to ask next; none when the passage is through.
    pub next: Option<QuestionKey>,
    /// What is so.
    pub facts: Facts,
    /// What each need has gained, by its place in the guide.
    pub(crate) scores: Vec<i16>,
}

impl Replay {
    /// Plays `answers` through `guide` up to the first question that the person has not gone past.
    ///
    /// A question whose condition fails is passed over and its answer, if there is one, does not count.
    pub fn of(guide: &Guide, answers: &Answers) -> Self {
        Self::while_passed(guide, answers, |question| answers.passed(question))
    }

    /// Plays `answers` through the whole of `guide`: what is unanswered is a skip.
    pub fn whole(guide: &Guide, answers: &Answers) -> Self {
        Self::while_passed(guide, answers, |_| true)
    }

    /// The one walk through the questions (`rules.json`, algorithm 1 to 3).
    fn while_passed(
        guide: &Guide,
        answers: &Answers,
        passed: impl Fn(QuestionKey) -> bool,
    ) -> Self {
        let mut replay = Self {
            asked: Vec::new(),
            next: None,
            facts: Facts::default(),
            scores: vec![0; guide.needs.len()],
        };
        for key in guide.question_keys() {
            let question = guide.question(key);
            if !question.asked.holds(&replay.facts) {
                continue;
            }
            replay.asked.push(key);
            if !passed(key) {
                replay.next = Some(key);
                break;
            }
            replay.count(question, answers);
        }
        replay.derive(guide);
        replay
    }

    /// What follows where only these facts are known; nothing has a score.
    pub(crate) fn from_facts(guide: &Guide, facts: Facts) -> Self {
        let mut replay = Self {
            asked: Vec::new(),
            next: None,
            facts,
            scores: vec![0; guide.needs.len()],
        };
        replay.derive(guide);
        replay
    }

    /// Lets an answer count: its facts, its weights.
    fn count(&mut self, question: &Question, answers: &Answers) {
        let mut gains = vec![0; self.scores.len()];
        for choice in question
            .options
            .iter()
            .filter(|choice| answers.has(choice.key))
        {
            self.facts.add(choice.fact);
            choice.flags.iter().for_each(|flag| self.facts.add(*flag));
            for (need, weight) in &choice.weights {
                gains[usize::from(need.0)] += weight;
            }
        }
        for (score, gain) in self.scores.iter_mut().zip(gains) {
            *score += question.cap.map_or(gain, |cap| gain.min(cap));
        }
    }

    /// Adds what follows from the answers: what is unanswered, derived flags, adjusted needs.
    fn derive(&mut self, guide: &Guide) {
        for question in &guide.questions {
            if !question
                .options
                .iter()
                .any(|choice| self.facts.has(choice.fact))
            {
                self.facts.add(question.unanswered);
            }
        }
        for rule in &guide.rules.derived {
            if rule.when.holds(&self.facts) {
                rule.add.iter().for_each(|fact| self.facts.add(*fact));
                rule.remove.iter().for_each(|fact| self.facts.remove(*fact));
            }
        }
        for rule in &guide.rules.adjustments {
            if rule.when.holds(&self.facts) {
                for (need, points) in &rule.subtract {
                    let score = &mut self.scores[usize::from(need.0)];
                    *score = (*score - points).max(0);
                }
                rule.zero
                    .iter()
                    .for_each(|need| self.scores[usize::from(need.0)] = 0);
            }
        }
    }

    /// Lets nothing be offered that could harm evidence, though no answer says so.
    pub(crate) fn be_cautious(&mut self, guide: &Guide) {
        if let Some(flag) = guide.rules.start.cautious_flag {
            self.facts.add(flag);
        }
    }

    /// Whether this option was picked and counts.
    pub fn counts(&self, guide: &Guide, option: OptionKey) -> bool {
        self.facts.has(guide.option(option).fact)
    }

    /// The options of this question that were picked and count.
    pub fn counted<'g>(&'g self, question: &'g Question) -> impl Iterator<Item = OptionKey> + 'g {
        question
            .options
            .iter()
            .filter(|choice| self.facts.has(choice.fact))
            .map(|choice| choice.key)
    }
}
