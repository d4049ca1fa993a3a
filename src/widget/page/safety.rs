//! Safety pages: help at once, several as one page (spec 4.2, decision 5).

use super::{back, heading};
use crate::part::{Look, blocks, button, card, jumps, list, numbers, referral_line, unchecked};
use crate::view::View;
use engine::{
    Danger, Event, Level, Onward, Part, Piece, SafetyPage, SafetyText, Shown, safety_text,
};
use yew::prelude::*;

/// The text of every open safety page, and the ways on from there.
pub fn safety(view: &View, page: &SafetyPage) -> Html {
    let region = view.guide.region(view.region);
    let text = safety_text(view.guide, region, &page.topics, &page.replay.facts);
    let specialist = text.parts.iter().any(|part| part.topic.specialist);
    html! {
        <>
            { back(view) }
            { heading(&view.text(text.title)) }
            { blocks(view, text.opening) }
            { for text.before.iter().map(|section| shown(view, section)) }
            { at_once(view, &text) }
            { for text.parts.iter().enumerate().map(|(index, one)| part(view, one, index == 0)) }
            { unchecked(view) }
            { onward(view, page) }
            if specialist {
                { referral_line(view) }
            }
        </>
    }
}

/// Danger, one number for each matter, and where on the page to find the rest: all of it without scrolling on a phone.
fn at_once(view: &View, text: &SafetyText) -> Html {
    let words = &view.words().safety;
    let Some(danger) = &text.danger else {
        return html! { { further_down(view, text) } };
    };
    if text.first.is_empty() {
        return html! { <>{ further_down(view, text) }{ reasons(view, danger, &danger.services) }</> };
    }
    html! {
        <>
            <section class="danger">
                <h2>{ &view.words().help.emergency }</h2>
                { numbers(view, &danger.services) }
            </section>
            <h2 class="unseen">{ &words.first }</h2>
            { list(view, &text.first) }
            { further_down(view, text) }
            { reasons(view, danger, &[]) }
        </>
    }
}

/// When to call the emergency number.
fn reasons(view: &View, danger: &Danger, services: &[&engine::Service]) -> Html {
    let items = danger
        .reasons
        .iter()
        .map(|reason| html! { <li>{ view.text(reason) }</li> });
    card(
        view,
        Some(Level::Emergency),
        danger.heading,
        html! { <><ul>{ for items }</ul>{ list(view, services) }</> },
        None,
    )
}

/// Links to what stands further down: other pages, and sections marked so.
fn further_down(view: &View, text: &SafetyText) -> Html {
    let linked = |part: &Part| -> Vec<String> {
        let sections = part.sections.iter().map(|shown| shown.section);
        sections
            .filter(|section| section.linked)
            .map(|section| section.heading.clone())
            .collect()
    };
    let titles = text
        .parts
        .iter()
        .skip(1)
        .map(|part| part.topic.prose.title.clone());
    let sections = text.parts.iter().flat_map(linked);
    jumps(view, sections.chain(titles).collect())
}

/// A page's own text; the first has given the screen its heading.
fn part(view: &View, part: &Part, first: bool) -> Html {
    let prose = &part.topic.prose;
    html! {
        <>
            if !first {
                <h2 class="also" tabindex="-1" data-at={prose.title.clone()}>{ view.text(&prose.title) }</h2>
                { blocks(view, &prose.opening) }
            }
            { for part.sections.iter().map(|section| shown(view, section)) }
        </>
    }
}

fn shown(view: &View, shown: &Shown) -> Html {
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
    card(
        view,
        section.level,
        &section.heading,
        shown.pieces.iter().map(piece).collect(),
        at,
    )
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
