//! What a person does.

use crate::keeping::{Direction, Pick, Soon};
use crate::{
    Form, HandoutKey, NeedKey, OptionKey, QuestionKey, RecommendationKey, RegionKey, SafetyKey,
};

/// What a person does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Event {
    /// Begins the questions, or goes back into them.
    Begin,
    /// Goes one step back.
    Back,
    /// Picks an option, or takes it back.
    Toggle(OptionKey),
    /// Takes back what is picked in a question.
    ClearChoice(QuestionKey),
    /// Goes on from a question.
    Continue(QuestionKey),
    /// Goes on from a question without an answer.
    Skip(QuestionKey),
    /// Asks for the plan now: what is unanswered is a skip (decision 2).
    ShowIdeas,
    /// Goes on from the safety pages.
    GoOn,
    /// "That is not what I meant": back to the question (decision 5).
    NotMeant,
    /// Goes back to a question to change its answer.
    Change(QuestionKey),
    /// Opens the list of all ideas.
    ShowMenu,
    /// Opens the small comforts, without a question more.
    ShowComfort,
    /// Opens the list of answers.
    ShowReview,
    /// Opens help.
    ShowHelp,
    /// Opens about and sources.
    ShowAbout,
    /// Opens the page for people under 18.
    ShowUnder18,
    /// Opens a safety page to read, from a link.
    Read(SafetyKey),
    /// Sets an idea of the plan aside.
    SetAside(RecommendationKey),
    /// Brings it back.
    BringBack(RecommendationKey),
    /// Moves an idea of the plan past the next one of its group.
    Move(RecommendationKey, Direction),
    /// Opens what else could help with a need.
    ShowMore(NeedKey),
    /// Opens a page of prompts.
    ShowHandout(HandoutKey),
    /// Opens a way to take some of the plan along.
    ShowKeep(Form),
    /// Puts something on it, or takes it off.
    Pick(Pick),
    /// Says when to reach out.
    ReachOut(Soon),
    /// Shows the services of another region.
    SwitchRegion(RegionKey),
    /// Wipes every answer and goes back to the start.
    Clear,
}
