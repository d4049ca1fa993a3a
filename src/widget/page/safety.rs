//! Safety pages: help at once, several as one page (spec 4.2, decision 5).

use super::{back, heading};
use crate::part::{Look, blocks, button, referral_line, sections, unchecked};
use crate::view::View;
use engine::{Event, Onward, SafetyKey, SafetyPage};
use yew::prelude::*;

/// The text of every open safety page, and the ways on from there.
pub fn safety(view: &View, page: &SafetyPage) -> Html {
    let words = &view.words().safety;
    let specialist = page
        .topics
        .iter()
        .any(|key| view.guide.safety_topic(*key).specialist);
    let onward = match page.onward {
        Onward::CarryOn => Some(("go-on", &words.go_on)),
        Onward::Comfort => Some(("comfort", &words.comfort)),
        Onward::Back => None,
    };
    html! {
        <>
            { back(view) }
            { for page.topics.iter().enumerate().map(|(index, key)| topic(view, page, *key, index == 0)) }
            { unchecked(view) }
            <div class="go">
                { button(view, "help-numbers", Look::Main, &words.help, Event::ShowHelp) }
                if let Some((name, label)) = onward {
                    { button(view, name, Look::Side, label, Event::GoOn) }
                    { button(view, "not-meant", Look::Quiet, &words.not_meant, Event::NotMeant) }
                }
            </div>
            if specialist {
                { referral_line(view) }
            }
        </>
    }
}

/// One safety page; the first gives the screen its heading, the others follow under theirs.
fn topic(view: &View, page: &SafetyPage, key: SafetyKey, first: bool) -> Html {
    let prose = &view.guide.safety_topic(key).prose;
    html! {
        <>
            if first {
                { heading(&prose.title) }
            } else {
                <p class="also">{ &view.words().safety.also }{ " " }<b>{ &prose.title }</b></p>
            }
            { blocks(view, &prose.opening) }
            { sections(view, prose, &page.replay.facts) }
        </>
    }
}
