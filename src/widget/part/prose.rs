//! Prose: sections, care cards, paragraphs, lists, services.

use crate::part::{Look, button, pause, services};
use crate::view::{Message, View};
use engine::{Block, Event, Facts, Level, Prose, Section};
use yew::prelude::*;

/// How a section stands on its screen.
#[derive(Default)]
pub struct Card<'c> {
    /// Its heading.
    pub heading: &'c str,
    /// With a level it is a care card, which says its level in words.
    pub level: Option<Level>,
    /// Where a link on the page leads.
    pub at: Option<String>,
    /// Whether it belongs to the heading above it, for who goes from heading to heading; it looks the same.
    pub below: bool,
}

/// A section under its heading.
pub fn card(view: &View, card: Card, inside: Html) -> Html {
    let heading = view.text(card.heading);
    let tabindex = card.at.as_ref().map(|_| "-1");
    let down = card.below.then_some("3");
    let class = card.level.map(|level| classes!("card", class(level)));
    html! {
        <section {class}>
            <h2 {tabindex} data-at={card.at} aria-level={down}>
                if let Some(level) = card.level {
                    <span class="level">{ level_word(view, level) }</span>{ pause() }
                }
                { heading }
            </h2>
            { inside }
        </section>
    }
}

/// Links to headings further down on the page: what each says, and the heading.
pub fn jumps(view: &View, links: Vec<(String, String)>) -> Html {
    if links.is_empty() {
        return html! {};
    }
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
        let described = Card {
            heading: &section.heading,
            level: section.level,
            at,
            below: false,
        };
        card(view, described, blocks(view, &section.blocks))
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
