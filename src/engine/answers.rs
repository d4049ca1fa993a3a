//! What one person has answered, in one buffer that can be wiped.

use crate::{Guide, OptionKey, QuestionKey};
use std::hint::black_box;

/// One slot a question: a bit an option, and a bit for "the person has gone past this question".
///
/// A question gone past without an option is a skip. Answers are kept by question, so a changed answer keeps the others.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Answers {
    slots: Box<[u32]>,
}

/// How many options a question can have.
pub(crate) const MOST_OPTIONS: usize = 31;
const PASSED: u32 = 1 << MOST_OPTIONS;

impl Answers {
    /// No answer to any question of `guide`.
    pub fn none(guide: &Guide) -> Self {
        Self {
            slots: vec![0; guide.questions().len()].into(),
        }
    }

    /// Whether the option is picked.
    pub fn has(&self, option: OptionKey) -> bool {
        self.slots[option.question.index()] & bit(option) != 0
    }

    /// Whether any option of the question is picked.
    pub fn any(&self, question: QuestionKey) -> bool {
        self.slots[question.index()] & !PASSED != 0
    }

    /// Whether the person has gone past the question, with an answer or without.
    pub fn passed(&self, question: QuestionKey) -> bool {
        self.slots[question.index()] & PASSED != 0
    }

    /// Picks an option, or takes it back where several can be picked. What excludes it goes.
    pub(crate) fn toggle(&mut self, guide: &Guide, option: OptionKey) {
        let question = guide.question(option.question);
        let slot = &mut self.slots[option.question.index()];
        let keep = if question.many { *slot & !PASSED } else { 0 };
        let exclusive = question.exclusive.map_or(0, bit);
        let excluded = if bit(option) == exclusive {
            !0
        } else {
            exclusive
        };
        let picked = if question.many {
            keep ^ bit(option)
        } else {
            bit(option)
        };
        *slot = (*slot & PASSED) | (picked & !(excluded & !bit(option)));
    }

    /// Takes every option of the question back.
    pub(crate) fn clear(&mut self, question: QuestionKey) {
        self.slots[question.index()] &= PASSED;
    }

    pub(crate) fn set_passed(&mut self, question: QuestionKey, passed: bool) {
        let slot = &mut self.slots[question.index()];
        *slot = if passed {
            *slot | PASSED
        } else {
            *slot & !PASSED
        };
    }

    /// Overwrites every answer with zero; the optimiser may not leave it out (invariant I8).
    pub fn wipe(&mut self) {
        self.slots.fill(0);
        black_box(&mut self.slots);
    }

    /// Answers with exactly these options; two where one is allowed, or an exclusive one beside others, is for the caller to refuse.
    pub fn of(guide: &Guide, options: impl IntoIterator<Item = OptionKey>) -> Self {
        let mut answers = Self::none(guide);
        for option in options {
            answers.slots[option.question.index()] |= bit(option);
        }
        answers
    }
}

fn bit(option: OptionKey) -> u32 {
    1 << option.option
}
