//! All ideas, under the headings of their needs.

use super::{back, heading};
use crate::part::{Look, button, ideas_by_need, notice, referral, referral_line};
use crate::view::View;
use engine::{Event, RecommendationKey, Replay, active_pages, plan};
use yew::prelude::*;

/// Every idea that the answers so far leave.
pub fn menu(view: &View, ideas: &[RecommendationKey], replay: &Replay) -> Html {
    let words = &view.words().menu;
    let plan = plan(view.guide, replay);
    let lead = if active_pages(view.guide, replay).is_empty() {
        &words.lead
    } else {
        &words.safety_lead
    };
    html! {
        <>
            { back(view) }
            { heading(&words.title) }
            { notice(view, &replay.facts) }
            <p class="lead">{ lead }</p>
            if plan.comfort {
                { button(view, "help-numbers", Look::Main, &view.words().safety.help, Event::ShowHelp) }
            }
            { ideas_by_need(view, ideas, &replay.facts) }
            if plan.comfort {
                { referral_line(view) }
            } else {
                { referral(view, &plan.referral) }
            }
        </>
    }
}
