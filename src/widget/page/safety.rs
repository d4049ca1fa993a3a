//! Safety pages: help at once, several as one page (spec 4.2, decision 5).

use super::help::regions;
use super::{back, heading};
use crate::part::{
    Card, Look, blocks, button, card, jumps, list, numbers, referral_line, unchecked,
};
use crate::view::View;
use engine::{
    Danger, Event, Level, Onward, Part, Piece, SafetyPage, SafetyText, Shown, safety_text,
};
use yew::prelude::*;

/// The text of every open safety page, and the ways on from there.
pub fn safety(view: &View, page: &SafetyPage) -> Html {
    let region = view.guide.region(view.region);
    let text = safety_text(view.guide, region, &page.topics, &page.replay.facts);
    html! {
        <>
            { back(view) }
            { heading(&view.text(text.title)) }
            { blocks(view, text.opening) }
            { for text.also.iter().map(|(_, opening)| blocks(view, opening)) }
            { for text.before.iter().map(|section| shown(view, section, false)) }
            { at_once(view, &text) }
            { for text.parts.iter().enumerate().map(|(index, one)| part(view, &text, one, index == 0)) }
            { unchecked(view) }
            { onward(view, page) }
            <p>{ button(view, "under18", Look::Quiet, &view.words().start.under18, Event::ShowUnder18) }</p>
            { referral_line(view) }
        </>
    }
}

/// Danger, one number for each matter, and where on the page to find the rest: all of it without scrolling on a phone.
fn at_once(view: &View, text: &SafetyText) -> Html {
    html! {
        <>
            if let Some(danger) = &text.danger {
                <section class="danger">
                    <h2>{ &view.words().help.emergency }</h2>
                    { numbers(view, &danger.services) }
                </section>
            }
            { jumps(view, linked(&text.parts)) }
            if !text.first.is_empty() {
                <h2 class="unseen">{ &view.words().safety.first }</h2>
                { list(view, &text.first) }
            }
            { jumps(view, others(&text.parts)) }
            { regions(view) }
            { for text.danger.iter().map(|danger| reasons(view, danger)) }
        </>
    }
}

/// When to call the emergency number, which stands above.
fn reasons(view: &View, danger: &Danger) -> Html {
    let items = danger.reasons.iter();
    let items = items.map(|reason| html! { <li>{ view.text(reason) }</li> });
    let described = Card {
        heading: danger.heading,
        level: Some(Level::Emergency),
        ..Card::default()
    };
    card(view, described, html! { <ul>{ for items }</ul> })
}

/// The sections that are marked for a link: what it says, and where it leads.
fn linked(parts: &[Part]) -> Vec<(String, String)> {
    let sections = parts
        .iter()
        .flat_map(|part| &part.sections)
        .map(|shown| shown.section);
    let linked = sections.filter(|section| section.linked);
    linked
        .map(|section| (section.heading.clone(), section.heading.clone()))
        .collect()
}

/// The pages after the first.
fn others(parts: &[Part]) -> Vec<(String, String)> {
    let pages = parts.iter().skip(1).map(|part| &part.topic.prose);
    pages
        .map(|prose| (prose.link.clone(), prose.title.clone()))
        .collect()
}

/// A page's own text; the first has given the screen its heading, and an opening that stands on top is not said again.
fn part(view: &View, text: &SafetyText, part: &Part, first: bool) -> Html {
    let prose = &part.topic.prose;
    let on_top = text.also.is_some_and(|(key, _)| key == part.key);
    html! {
        <>
            if !first {
                <h2 class="also" tabindex="-1" data-at={prose.title.clone()}>{ view.text(&prose.title) }</h2>
            }
            if !first && !on_top {
                { blocks(view, &prose.opening) }
            }
            { for part.sections.iter().map(|section| shown(view, section, !first)) }
        </>
    }
}

/// A section; `below` where it belongs to a page after the first.
fn shown(view: &View, shown: &Shown, below: bool) -> Html {
    let piece = |piece: &Piece| match piece {
        Piece::Text(block) => blocks(view, std::slice::from_ref(block)),
        Piece::Services { missing, services } => html! {
            <>
                if *missing {
                    <p>{ &view.words().help.none_here }</p>
                }
                { list(view, services) }
            </>
        },
    };
    let section = shown.section;
    let at = section.linked.then(|| section.heading.clone());
    let described = Card {
        heading: &section.heading,
        level: section.level,
        at,
        below,
    };
    card(view, described, shown.pieces.iter().map(piece).collect())
}

/// Help, small comforts, on, and back to the question.
fn onward(view: &View, page: &SafetyPage) -> Html {
    let words = &view.words().safety;
    let side = |name, label, event| button(view, name, Look::Side, label, event);
    let not_meant = || {
        button(
            view,
            "not-meant",
            Look::Quiet,
            &words.not_meant,
            Event::NotMeant,
        )
    };
    html! {
        <div class="go">
            { button(view, "help-numbers", Look::Main, &words.help, Event::ShowHelp) }
            { match page.onward {
                Onward::Comfort => html! { <>{ side("comfort", &words.comfort, Event::GoOn) }{ not_meant() }</> },
                Onward::CarryOn => html! { <>
                    { side("go-on", &words.go_on, Event::GoOn) }
                    { side("comforts", &words.comfort, Event::ShowComfort) }
                    { not_meant() }
                </> },
                Onward::Back(question) => html! { <>
                    { side("comforts", &words.comfort, Event::ShowComfort) }
                    { question.map(|question| side("answer", &words.answer, Event::Change(question))).unwrap_or_default() }
                </> },
            } }
        </div>
    }
}
