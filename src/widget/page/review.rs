//! The answers, each with a way to change it; the others stay.

use super::{back, heading};
use crate::part::{Look, button};
use crate::view::View;
use engine::{Event, QuestionKey, Replay};
use yew::prelude::*;

/// Every question that was asked of this person.
pub fn review(view: &View, replay: &Replay) -> Html {
    let words = &view.words().review;
    html! {
        <>
            { back(view) }
            { heading(&words.title) }
            <p class="lead">{ &words.lead }</p>
            <dl class="review">{ for replay.asked.iter().map(|key| row(view, replay, *key)) }</dl>
            <div class="go">
                { button(view, "back-to", Look::Main, &words.back_to, Event::Back) }
                { button(view, "clear", Look::Quiet, &words.clear, Event::Clear) }
            </div>
        </>
    }
}

fn row(view: &View, replay: &Replay, key: QuestionKey) -> Html {
    let words = &view.words().review;
    let question = view.guide.question(key);
    let wording = question.wording(&replay.facts);
    let picked: Vec<_> = replay
        .counted(question)
        .map(|option| wording.options[option.index()].as_str())
        .collect();
    html! {
        <div data-question={question.id.clone()}>
            <dt>{ &wording.title }</dt>
            if picked.is_empty() {
                <dd>{ &words.none }</dd>
            }
            { for picked.iter().map(|label| html! { <dd>{ label }</dd> }) }
            <dd>
                <button type="button" class="button quiet" data-do="change" onclick={view.on(Event::Change(key))}>
                    { &words.change }<span class="unseen">{ ": " }{ &wording.title }</span>
                </button>
            </dd>
        </div>
    }
}
