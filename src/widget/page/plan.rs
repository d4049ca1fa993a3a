//! The plan.

use super::mine::mine;
use super::{back, heading, heading_with_leaves};
use crate::part::{Look, button, list, notice, numbers, referral, referral_before};
use crate::view::View;
use engine::{Event, Form, Moment, Plan, Purpose, Replay, fill, more_of};
use yew::prelude::*;

/// Ideas in three groups, one marked to start with, and the card that leads to support.
pub fn plan(view: &View, plan: &Plan, replay: &Replay) -> Html {
    let words = &view.words().plan;
    let title = if plan.next_time {
        &words.title_ahead
    } else {
        &words.title
    };
    let warns = !plan.safety.is_empty() || view.guide.soft_link(&replay.facts).is_some();
    html! {
        <>
            { back(view) }
            { if warns { heading(title) } else { heading_with_leaves(title) } }
            { pinned(view, plan) }
            { notice(view, &replay.facts) }
            <p class="lead">{ opening(view, plan) }</p>
            <p>{ &words.not_too_much }</p>
            { referral_before(view, &plan.referral) }
            { for Moment::ALL.map(|moment| group(view, plan, replay, moment)) }
            { tonight(view, replay) }
            { referral(view, &plan.referral) }
            <p>{ &words.closing }{ " " }{ &words.leave_out }</p>
            <p>{ &view.words().mine.hint }</p>
            { more(view, plan, replay) }
            { take_along(view, plan, replay) }
            <div class="go">
                { button(view, "review", Look::Quiet, &words.check_answers, Event::ShowReview) }
                { button(view, "menu", Look::Quiet, &words.all_ideas, Event::ShowMenu) }
                { button(view, "clear", Look::Quiet, &words.clear, Event::Clear) }
            </div>
        </>
    }
}

/// The needs in words; a plain opening where none stands out (spec 3.6, 7).
fn opening(view: &View, plan: &Plan) -> String {
    let words = &view.words().plan;
    let needs: Vec<_> = plan
        .needs
        .iter()
        .map(|need| view.guide.need(*need).summary.clone())
        .collect();
    if needs.is_empty() {
        return words.lead.clone();
    }
    fill(&words.needs, &[("needs", &view.listed(&needs))])
}

/// The safety pages that stay on top of the plan (an injury, an exposure worry).
fn pinned(view: &View, plan: &Plan) -> Html {
    let words = &view.words().plan;
    if plan.safety.is_empty() {
        return html! {};
    }
    html! {
        <aside class="card urgent" aria-labelledby="pinned">
            <h2 id="pinned">{ &words.pinned }</h2>
            if plan.safety.iter().any(|key| view.guide.safety_topic(*key).names_danger()) {
                <p>{ &words.pinned_danger }</p>
                { numbers(view, &view.guide.region(view.region).services(Purpose::Emergency)) }
            }
            { for plan.safety.iter().map(|key| {
                let title = view.text(&view.guide.safety_topic(*key).prose.link);
                html! { <p>{ button(view, "pinned", Look::Side, &title, Event::Read(*key)) }</p> }
            }) }
        </aside>
    }
}

fn group(view: &View, plan: &Plan, replay: &Replay, moment: Moment) -> Html {
    let of_moment = |idea: &&engine::Idea| view.guide.recommendation(idea.key).moment == moment;
    let ideas: Vec<_> = plan.ideas.iter().filter(of_moment).collect();
    if ideas.is_empty() {
        return html! {};
    }
    let words = &view.words().plan;
    let title = match (moment, plan.next_time) {
        (Moment::Now, false) => &words.now,
        (Moment::Together, false) => &words.together,
        (Moment::Later, false) => &words.later,
        (Moment::Now, true) => &words.now_ahead,
        (Moment::Together, true) => &words.together_ahead,
        (Moment::Later, true) => &words.later_ahead,
    };
    html! {
        <section>
            <h2>{ title }</h2>
            <ul class="ideas">
                { for ideas.iter().enumerate().map(|(at, one)| {
                    let ends = [at == 0, at + 1 == ideas.len()];
                    mine(view, plan, replay, one, ends)
                }) }
            </ul>
        </section>
    }
}

/// Someone to talk to tonight, and what to do if nothing helped (decision 10).
fn tonight(view: &View, replay: &Replay) -> Html {
    if !view.guide.tonight(&replay.facts) {
        return html! {};
    }
    let words = &view.words().mine;
    html! {
        <section class="tonight">
            <h2>{ &words.tonight }</h2>
            <p>{ &words.tonight_lead }</p>
            { list(view, &view.guide.region(view.region).first_services(Purpose::Listening)) }
            <details>
                <summary>{ &words.not_helped_title }</summary>
                <p>{ &words.not_helped }</p>
                <p>{ view.text(&words.stays_low) }</p>
            </details>
        </section>
    }
}

/// What else could help with each need that the plan serves, where there is more.
fn more(view: &View, plan: &Plan, replay: &Replay) -> Html {
    let needs = more_of(view.guide, replay, plan);
    if needs.is_empty() {
        return html! {};
    }
    html! {
        <details>
            <summary>{ &view.words().mine.more }</summary>
            <div class="go">
                { for needs.iter().map(|need| {
                    button(view, "more", Look::Side, &view.guide.need(*need).title, Event::ShowMore(*need))
                }) }
            </div>
        </details>
    }
}

/// Ways to take some of the plan along, and pages of prompts.
fn take_along(view: &View, plan: &Plan, replay: &Replay) -> Html {
    let words = &view.words().keep;
    let offered = Form::ALL.into_iter();
    let offered = offered.filter(|form| form.is_offered(view.guide, plan, replay));
    let handouts = view.guide.handout_keys();
    let handouts = handouts.filter(|key| view.guide.handout(*key).stands_below_plan(&replay.facts));
    html! {
        <section>
            <h2>{ &words.title }</h2>
            <p>{ &words.lead }</p>
            <div class="go along">
                { for offered.map(|form| {
                    let (name, label) = super::keep::way(view, form);
                    button(view, name, Look::Side, label, Event::ShowKeep(form))
                }) }
                { for handouts.map(|key| {
                    let label = &view.guide.handout(key).prose.link;
                    button(view, "handout", Look::Side, label, Event::ShowHandout(key))
                }) }
            </div>
        </section>
    }
}
