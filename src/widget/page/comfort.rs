//! The comfort set that stands in the place of a plan after a safety answer.

use super::{back, heading};
use crate::part::{Look, Shown, button, idea, referral_line};
use crate::view::View;
use engine::{Event, Plan, Replay};
use yew::prelude::*;

/// A fixed small set, more gentle ideas, and one plain line about the counsellor (decisions 7, 8).
pub fn comfort(view: &View, plan: &Plan, replay: &Replay) -> Html {
    let words = &view.words().plan;
    let one = |key| {
        let start = plan.start == Some(key);
        let facts = &replay.facts;
        idea(
            view,
            Shown {
                start,
                say: false,
                ..Shown::listed(key, facts)
            },
        )
    };
    html! {
        <>
            { back(view) }
            { heading(&words.comfort_title) }
            <p class="lead">{ &words.comfort_lead }</p>
            { button(view, "help-numbers", Look::Main, &view.words().safety.help, Event::ShowHelp) }
            <section>
                <h2>{ &words.now }</h2>
                <ul class="ideas">{ for plan.ideas.iter().map(|idea| one(idea.key)) }</ul>
            </section>
            <section>
                <h2>{ &words.more_gentle }</h2>
                <ul class="ideas">{ for plan.more.iter().map(|key| one(*key)) }</ul>
            </section>
            { referral_line(view) }
            <div class="go">
                { button(view, "review", Look::Side, &words.check_answers, Event::ShowReview) }
                { button(view, "clear", Look::Quiet, &words.comfort_clear, Event::Clear) }
            </div>
        </>
    }
}
