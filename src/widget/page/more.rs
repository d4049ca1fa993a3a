//! What else could help with one need.

use super::{back, heading};
use crate::part::{Shown, idea, notice};
use crate::view::View;
use engine::{NeedKey, RecommendationKey, Replay};
use yew::prelude::*;

/// The rest of the ideas for a need, those that the answers leave.
pub fn more(view: &View, need: NeedKey, ideas: &[RecommendationKey], replay: &Replay) -> Html {
    let need = view.guide.need(need);
    let facts = &replay.facts;
    html! {
        <>
            { back(view) }
            { heading(&need.title) }
            { notice(view, facts) }
            if !view.guide.alone(facts) {
                <p class="lead">{ &need.lead }</p>
            }
            <h2>{ &view.words().mine.more }</h2>
            <ul class="ideas">{ for ideas.iter().map(|key| idea(view, Shown::listed(*key, facts))) }</ul>
        </>
    }
}
