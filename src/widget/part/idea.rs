//! Ideas: title and action in view, the rest folded (decision 14).

use crate::part::{Look, button, list, pause};
use crate::view::View;
use engine::{Event, Facts, HandoutKey, OptionKey, Recommendation, RecommendationKey, SafetyKey};
use yew::prelude::*;

/// An idea as it is shown to one person.
pub struct Shown<'s> {
    /// The idea.
    pub key: RecommendationKey,
    /// The person's own answers that favoured it.
    pub reasons: &'s [OptionKey],
    /// What is so for the person.
    pub facts: &'s Facts,
    /// Whether it is the one to start with: it shows how, and when to stop, without unfolding.
    pub start: bool,
    /// Whether it shows what could be said to someone.
    pub say: bool,
    /// What can be done with it, at the end of the fold.
    pub foot: Html,
}

impl<'s> Shown<'s> {
    /// One of a list, with nothing to be done with it.
    pub fn listed(key: RecommendationKey, facts: &'s Facts) -> Self {
        Self {
            key,
            reasons: &[],
            facts,
            start: false,
            say: true,
            foot: Html::default(),
        }
    }
}

/// One idea with its reasons.
pub fn idea(view: &View, shown: Shown) -> Html {
    let Shown {
        key, facts, start, ..
    } = shown;
    let idea = view.guide.recommendation(key);
    let words = &view.words().plan;
    let text = &idea.words;
    let alone = view.guide.alone(facts);
    let notes: Vec<_> = idea.notes(view.guide, facts).filter(|_| !alone).collect();
    let both = !text.if_both.is_empty() && !alone;
    let lines = [
        (&words.how, &text.how, !start),
        (&words.for_you, &text.for_you, true),
        (&words.for_them, &text.for_them, !alone),
        (&words.if_both, &text.if_both, both),
        (&words.why, &text.why, true),
        (&words.stop, &text.stop, !start),
    ];
    let lines = lines
        .into_iter()
        .filter(|(_, text, shown)| *shown && !text.is_empty());
    let because = (!shown.reasons.is_empty()).then(|| because(view, shown.reasons, facts));
    let (in_view, folded) = if start {
        (because, None)
    } else {
        (None, because)
    };
    html! {
        <li key={idea.id.clone()} class={classes!("idea", start.then_some("start"))} data-idea={idea.id.clone()}>
            <h3>
                if start {
                    <span class="badge">{ &words.start_here }</span>{ pause() }
                }
                { &text.title }
            </h3>
            <p>{ view.text(&text.action) }</p>
            if both && notes.is_empty() {
                <p class="both">{ &words.both_short }</p>
            }
            { for notes.iter().map(|note| html! { <p class="note">{ note }</p> }) }
            if let Some(page) = idea.opens {
                { button(view, "opens", Look::Quiet, &view.text(&view.guide.safety_topic(page).prose.title), Event::Read(page)) }
            }
            if start {
                { for in_view }
                <p>{ view.text(&text.how) }</p>
                if !text.stop.is_empty() {
                    <p>{ &text.stop }</p>
                }
            }
            <details>
                <summary>{ &words.more_about }<span class="unseen">{ ": " }{ &text.title }</span></summary>
                { for folded }
                <dl>
                    { for lines.map(|(name, text, _)| html! {
                        <><dt>{ name }</dt><dd>{ view.text(text) }</dd></>
                    }) }
                    if shown.say {
                        { say(view, idea, facts) }
                    }
                </dl>
                { handout(view, idea, facts) }
                { shown.foot }
            </details>
        </li>
    }
}

/// What one could say, and how to decline; not where talking to the other person is switched off.
fn say(view: &View, idea: &Recommendation, facts: &Facts) -> Html {
    let say = idea.say(view.guide, facts);
    let words = &view.words().mine;
    if say.is_empty() || !view.live {
        return html! {};
    }
    html! {
        <>
            <dt>{ &words.say }</dt>
            <dd>
                <ul>{ for say.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
                <p class="note">{ &words.say_safe }</p>
            </dd>
            <dt>{ &words.pause }</dt>
            <dd>{ &idea.words.pause }</dd>
        </>
    }
}

/// Opens the page of prompts that goes with the idea.
fn handout(view: &View, idea: &Recommendation, facts: &Facts) -> Html {
    let fits = |key: &HandoutKey| view.guide.handout(*key).fits(facts);
    match idea.handout.filter(fits) {
        Some(key) => {
            let label = &view.guide.handout(key).prose.link;
            html! { <p>{ button(view, "handout", Look::Side, label, Event::ShowHandout(key)) }</p> }
        }
        None => html! {},
    }
}

/// The person's own answers, one below the other: in one sentence they would be many words.
fn because(view: &View, reasons: &[OptionKey], facts: &Facts) -> Html {
    let quoted = reasons.iter().map(|option| view.quoted(*option, facts));
    html! {
        <div class="because">
            <p>{ &view.words().plan.because }</p>
            <ul>{ for quoted.map(|said| html! { <li>{ said }</li> }) }</ul>
        </div>
    }
}

/// Ideas under the headings of their needs.
pub fn ideas_by_need(view: &View, keys: &[RecommendationKey], facts: &Facts) -> Html {
    let alone = view.guide.alone(facts);
    let of = |need| {
        keys.iter()
            .copied()
            .filter(move |key| view.guide.recommendation(*key).need == need)
    };
    let needs = view
        .guide
        .need_keys()
        .filter(|need| of(*need).next().is_some());
    needs
        .map(|key| {
            let need = view.guide.need(key);
            html! {
                <section>
                    <h2>{ &need.title }</h2>
                    if !alone {
                        <p>{ &need.lead }</p>
                    }
                    <ul class="ideas">{ for of(key).map(|key| idea(view, Shown::listed(key, facts))) }</ul>
                </section>
            }
        })
        .collect()
}

/// The soft line that stands above ideas, for those whom it may concern.
pub fn notice(view: &View, facts: &Facts) -> Html {
    let Some(soft) = view.guide.soft_link(facts) else {
        return html! {};
    };
    html! {
        <aside class="notice" role="note">
            <p>{ &soft.line }</p>
            <div class="go">
                { for soft.links.iter().map(|(page, label)| soft_link(view, label, *page)) }
            </div>
            { for soft.number.map(|purpose| list(view, &view.guide.region(view.region).first_services(purpose))) }
        </aside>
    }
}

/// Opens the page; where nothing can be pressed, leads to the help numbers.
fn soft_link(view: &View, label: &str, page: SafetyKey) -> Html {
    if view.live {
        return button(view, "soft", Look::Side, label, Event::Read(page));
    }
    html! { <a class="button side" href="#plain-help">{ label }</a> }
}
