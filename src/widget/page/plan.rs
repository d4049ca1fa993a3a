//! The plan, and the comfort set that stands in its place after a safety answer.

use super::{back, heading, heading_with_leaves};
use crate::part::{
    Look, Shown, button, idea, list, notice, numbers, referral, referral_before, referral_line,
};
use crate::view::View;
use engine::{Direction, Event, Form, Idea, Moment, Plan, Purpose, Replay, fill, more_of};
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
                    if one.aside { aside(view, one) } else { own(view, plan, replay, one, ends) }
                }) }
            </ul>
        </section>
    }
}

/// An idea of the plan, with what the person can do with it; `ends` says whether it is the first, and the last, of its group.
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
