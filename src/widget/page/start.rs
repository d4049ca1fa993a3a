//! The start screen (decision 13).

use super::heading_with_leaves;
use crate::part::{Look, button};
use crate::view::View;
use engine::{Event, fill};
use yew::prelude::*;

/// One warm sentence, what a person needs to know before they begin, and two ways on.
pub fn start(view: &View) -> Html {
    let words = &view.words().start;
    let what = fill(
        &words.what,
        &[
            ("questions", &view.guide.questions().len().to_string()),
            ("minutes", &view.guide.minutes.to_string()),
        ],
    );
    let begin = if view.begun {
        &words.go_on
    } else {
        &words.begin
    };
    let more = [
        &words.alone,
        &words.private_page,
        &words.skip_any,
        &words.phone_back,
    ];
    let leave = &view.words().leave;
    html! {
        <>
            { heading_with_leaves(&words.title) }
            <p class="warm">{ &words.warm }</p>
            <p>{ &words.meaning }</p>
            <p>{ what }{ " " }{ &words.not_emergency }</p>
            <p>{ &words.not_sent }</p>
            <p class="nested">{ &leave.nested }</p>
            <div class="go">
                { button(view, "begin", Look::Main, begin, Event::Begin) }
                { button(view, "all-ideas", Look::Side, &words.all_ideas, Event::ShowMenu) }
            </div>
            <p>{ button(view, "under18", Look::Quiet, &words.under18, Event::ShowUnder18) }</p>
            <details>
                <summary>{ &words.more_title }</summary>
                <p class="usual">{ &leave.explained }</p>
                { for more.iter().map(|text| html! { <p>{ text }</p> }) }
            </details>
            <p>{ button(view, "about", Look::Quiet, &words.about, Event::ShowAbout) }</p>
            if view.guide.is_draft(view.region) {
                <p class="fine">{ &words.draft }</p>
            }
        </>
    }
}
