//! Prose: sections, care cards, paragraphs, lists, services.

use crate::part::services;
use crate::view::View;
use engine::{Block, Facts, Level, Prose};
use yew::prelude::*;

/// The sections that are shown to someone with these facts.
pub fn sections(view: &View, prose: &Prose, facts: &Facts) -> Html {
    let shown = prose
        .sections
        .iter()
        .filter(|section| section.shown.holds(facts));
    shown
        .map(|section| {
            let blocks = blocks(view, &section.blocks);
            match section.level {
                Some(level) => html! {
                    <section class={classes!("card", class(level))}>
                        <h2><span class="level">{ level_word(view, level) }</span>{ " " }{ &section.heading }</h2>
                        { blocks }
                    </section>
                },
                None => html! { <section><h2>{ &section.heading }</h2>{ blocks }</section> },
            }
        })
        .collect()
}

/// Paragraphs, lists and services.
pub fn blocks(view: &View, blocks: &[Block]) -> Html {
    let one = |block: &Block| match block {
        Block::Paragraph(text) => html! { <p>{ text }</p> },
        Block::List(items) => {
            html! { <ul>{ for items.iter().map(|item| html! { <li>{ item }</li> }) }</ul> }
        }
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
