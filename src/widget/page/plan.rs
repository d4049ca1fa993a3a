//! The plan, and the comfort set that stands in its place after a safety answer.

use super::{back, heading};
use crate::part::{Look, button, idea, notice, numbers, referral, referral_before, referral_line};
use crate::view::View;
use engine::{Event, Moment, Plan, Purpose, Replay, fill};
use yew::prelude::*;

/// Ideas in three groups, one marked to start with, and the card that leads to support.
pub fn plan(view: &View, plan: &Plan, replay: &Replay) -> Html {
    let words = &view.words().plan;
    html! {
        <>
            { back(view) }
            { heading(if plan.next_time { &words.title_ahead } else { &words.title }) }
            { pinned(view, plan) }
            { notice(view, &replay.facts) }
            <p class="lead">{ opening(view, plan) }</p>
            <p>{ &words.not_too_much }</p>
            { referral_before(view, &plan.referral) }
            { for Moment::ALL.map(|moment| group(view, plan, replay, moment)) }
            { referral(view, &plan.referral) }
            <p>{ &words.closing }{ " " }{ &words.leave_out }</p>
            <div class="go">
                { button(view, "review", Look::Side, &words.check_answers, Event::ShowReview) }
                { button(view, "menu", Look::Side, &words.all_ideas, Event::ShowMenu) }
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
                { for ideas.iter().map(|one| idea(view, one.key, &one.reasons, &replay.facts, plan.start == Some(one.key))) }
            </ul>
        </section>
    }
}

/// A fixed small set, more gentle ideas, and one plain line about the counsellor (decisions 7, 8).
pub fn comfort(view: &View, plan: &Plan, replay: &Replay) -> Html {
    let words = &view.words().plan;
    let one = |key| idea(view, key, &[], &replay.facts, plan.start == Some(key));
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
