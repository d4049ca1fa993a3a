//! Pages: what is on screen, derived from the session.

use crate::{
    Form, HandoutKey, NeedKey, Pick, Plan, QuestionKey, RecommendationKey, Replay, SafetyKey, Sheet,
};

/// What is on screen.
#[derive(Debug, Clone, PartialEq)]
pub enum Page {
    /// The start screen.
    Start,
    /// A question.
    Question(QuestionPage),
    /// Help, shown at once after a safety answer.
    Safety(SafetyPage),
    /// The plan.
    Plan(Plan, Replay),
    /// All ideas that the answers leave, also those answers that the person has not gone on from.
    Menu(Vec<RecommendationKey>, Replay),
    /// What else could help with a need: the rest of the list of all ideas that the answers leave.
    More(NeedKey, Vec<RecommendationKey>, Replay),
    /// A page of prompts.
    Handout(HandoutKey),
    /// A way to take some of the plan along.
    Keep(Keep, Replay),
    /// The answers, to check and change.
    Review(Replay),
    /// Help.
    Help,
    /// About and sources.
    About(Replay),
    /// For people under 18.
    Under18,
}

/// A question on screen.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionPage {
    /// The question.
    pub key: QuestionKey,
    /// Its place among the questions asked of this person, from 1.
    pub number: usize,
    /// How many there are, only when no answer from here on can change it (spec 5.7).
    pub total: Option<usize>,
    /// What has followed from the answers so far.
    pub replay: Replay,
}

/// The safety pages on screen, as one page.
#[derive(Debug, Clone, PartialEq)]
pub struct SafetyPage {
    /// Which, in their order.
    pub topics: Vec<SafetyKey>,
    /// Where it leads.
    pub onward: Onward,
    /// What has followed from the answers.
    pub replay: Replay,
}

/// Paper, a card or a note, as it would go with the person.
#[derive(Debug, Clone, PartialEq)]
pub struct Keep {
    /// Which of them.
    pub form: Form,
    /// What can be put on it, and whether it is; nothing to choose on a card.
    pub picks: Vec<(Pick, bool)>,
    /// What stands on it.
    pub sheet: Sheet,
}

/// The way on from a safety page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Onward {
    /// Questions or a plan follow (an injury or exposure worry alone).
    CarryOn,
    /// Only the comfort set follows.
    Comfort,
    /// It was opened by a link, to be read; Back leads to where the person was. With the question that can be answered
    /// otherwise, if the person has gone past it.
    Back(Option<QuestionKey>),
}
