//! Prose: sections, care cards, paragraphs, lists, services.

use crate::part::{Look, button, services};
use crate::view::{Message, View};
use engine::{Block, Event, Facts, Level, Prose, Section};
use yew::prelude::*;

/// A section under its heading; with a level it is a care card, which says its level in words. `at` is where a link on the
/// page leads.
pub fn card(
    view: &View,
    level: Option<Level>,
    heading: &str,
    inside: Html,
    at: Option<String>,
) -> Html {
    let heading = view.text(heading);
    let tabindex = at.as_ref().map(|_| "-1");
    match level {
        Some(level) => html! {
            <section class={classes!("card", class(level))}>
                <h2 {tabindex} data-at={at}><span class="level">{ level_word(view, level) }</span>{ " " }{ heading }</h2>
                { inside }
            </section>
        },
        None => html! { <section><h2 {tabindex} data-at={at}>{ heading }</h2>{ inside }</section> },
    }
}

/// Links to headings further down on the page: what each says, and the heading.
pub fn jumps(view: &View, links: Vec<(String, String)>) -> Html {
    let one = |(label, heading): (String, String)| {
        let go = view
            .tell
            .reform(move |_: MouseEvent| Message::Jump(heading.clone()));
        html! {
            <li><button type="button" class="button quiet" data-do="jump" onclick={go}>{ view.text(&label) }</button></li>
        }
    };
    html! { <ul class="jumps">{ for links.into_iter().map(one) }</ul> }
}

/// The sections that are shown to someone with these facts.
pub fn sections(view: &View, prose: &Prose, facts: &Facts) -> Html {
    let one = |section: &Section| {
        let at = section.linked.then(|| section.heading.clone());
        card(
            view,
            section.level,
            &section.heading,
            blocks(view, &section.blocks),
            at,
        )
    };
    prose.shown(facts).into_iter().map(one).collect()
}

/// Paragraphs, lists and services.
pub fn blocks(view: &View, blocks: &[Block]) -> Html {
    let one = |block: &Block| match block {
        Block::Paragraph(text) => html! { <p>{ view.text(text) }</p> },
        Block::List(items) => {
            html! { <ul>{ for items.iter().map(|item| html! { <li>{ view.text(item) }</li> }) }</ul> }
        }
        Block::Page(page, label) => html! {
            <p>{ button(view, "page", Look::Side, label, Event::Read(*page)) }</p>
        },
        Block::Services(purpose) => services(view, *purpose),
    };
    blocks.iter().map(one).collect()
}

fn class(level: Level) -> &'static str {
    match level {
        Level::Emergency => "emergency",
        Level::Urgent => "urgent",
        Level::Routine => "routine",
    }
}

fn level_word<'v>(view: &'v View, level: Level) -> &'v str {
    let words = &view.words().safety;
    match level {
        Level::Emergency => &words.emergency,
        Level::Urgent => &words.urgent,
        Level::Routine => &words.routine,
    }
}
