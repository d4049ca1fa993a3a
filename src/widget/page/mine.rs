//! An idea of the plan, and what a person can do with it: move it, set it aside, bring it back.

use crate::part::{Shown, idea};
use crate::view::View;
use engine::{Direction, Event, Idea, Plan, Replay};
use yew::prelude::*;

/// The idea, or the line that is left of one that was set aside; `ends` says whether it is the first, and the last, of its group.
pub fn mine(view: &View, plan: &Plan, replay: &Replay, one: &Idea, ends: [bool; 2]) -> Html {
    match one.aside {
        true => aside(view, one),
        false => own(view, plan, replay, one, ends),
    }
}

fn own(view: &View, plan: &Plan, replay: &Replay, one: &Idea, ends: [bool; 2]) -> Html {
    let words = &view.words().mine;
    let [first, last] = ends;
    let foot = html! {
        <div class="go">
            { about(view, "up", &words.up, one, Event::Move(one.key, Direction::Up), first) }
            { about(view, "down", &words.down, one, Event::Move(one.key, Direction::Down), last) }
            { about(view, "aside", &words.aside, one, Event::SetAside(one.key), false) }
        </div>
    };
    let shown = Shown {
        key: one.key,
        reasons: &one.reasons,
        facts: &replay.facts,
        start: plan.start == Some(one.key),
        say: true,
        foot,
    };
    idea(view, shown)
}

/// An idea that was set aside stands in its place, and can be brought back.
fn aside(view: &View, one: &Idea) -> Html {
    let idea = view.guide.recommendation(one.key);
    let id = idea.id.clone();
    let words = &view.words().mine;
    html! {
        <li key={id.clone()} class="idea aside" data-idea={id}>
            <p>{ &idea.words.title }</p>
            { about(view, "bring-back", &words.bring_back, one, Event::BringBack(one.key), false) }
        </li>
    }
}

/// A button that says what it is about to who listens. One that can do nothing now stays where it is, and keeps focus.
fn about(
    view: &View,
    name: &'static str,
    label: &str,
    one: &Idea,
    event: Event,
    idle: bool,
) -> Html {
    let title = &view.guide.recommendation(one.key).words.title;
    html! {
        <button type="button" class="button quiet" data-do={name} aria-disabled={idle.then_some("true")} onclick={view.on(event)}>
            { label }<span class="unseen">{ ": " }{ title }</span>
        </button>
    }
}
