//! One file a page; which one is on screen, the engine says.

mod about;
mod comfort;
mod cover;
mod handout;
mod help;
mod keep;
mod menu;
mod mine;
mod more;
mod plan;
mod question;
mod review;
mod safety;
mod start;

use crate::part::{Look, button};
use crate::view::View;
use engine::{Event, Form, Guide, Onward, Page, Session};
use yew::prelude::*;

pub use cover::cover;

/// The page on screen.
pub fn show(view: &View, session: &Session, page: &Page) -> Html {
    match page {
        Page::Start => start::start(view),
        Page::Question(page) => question::question(view, session.answers(), page),
        Page::Safety(page) => safety::safety(view, page),
        Page::Plan(plan, replay) if plan.comfort => comfort::comfort(view, plan, replay),
        Page::Plan(plan, replay) => plan::plan(view, plan, replay),
        Page::Menu(ideas, replay) => menu::menu(view, ideas, replay),
        Page::More(need, ideas, replay) => more::more(view, *need, ideas, replay),
        Page::Handout(key) => handout::handout(view, *key),
        Page::Keep(keep, replay) => keep::keep(view, keep, replay),
        Page::Review(replay) => review::review(view, replay),
        Page::Help => help::help(view),
        Page::About(replay) => about::about(view, &replay.facts),
        Page::Under18 => help::under18(view),
    }
}

/// Whether someone who comes back to this page from support is asked whether to clear the answers: on the pages with the whole
/// card, not where a safety answer or help stands.
pub fn asks_to_clear(page: &Page) -> bool {
    matches!(page, Page::Menu(..)) || matches!(page, Page::Plan(plan, _) if !plan.comfort)
}

/// A page's name, the same as long as it stays on screen. Not a sentence, never shown.
pub fn name(guide: &Guide, page: &Page) -> String {
    let name = match page {
        Page::Start => "start",
        Page::Question(page) => return format!("question-{}", guide.question(page.key).id),
        Page::Safety(page) => {
            let ids: Vec<_> = page
                .topics
                .iter()
                .map(|key| guide.safety_topic(*key).id.as_str())
                .collect();
            let opened = if matches!(page.onward, Onward::Back(_)) {
                "reading"
            } else {
                "safety"
            };
            return format!("{opened} {}", ids.join(" "));
        }
        Page::Plan(plan, _) if plan.comfort => "comfort",
        Page::Plan(..) => "plan",
        Page::Menu(..) => "menu",
        Page::More(need, ..) => return format!("more-{}", guide.need(*need).id),
        Page::Handout(key) => return format!("handout-{}", guide.handout(*key).id),
        Page::Keep(keep, _) => match keep.form {
            Form::Paper => "paper",
            Form::Card => "card",
            Form::Note => "note",
        },
        Page::Review(_) => "review",
        Page::Help => "help",
        Page::About(_) => "about",
        Page::Under18 => "under18",
    };
    name.to_owned()
}

/// Back, large and first (decision 11).
fn back(view: &View) -> Html {
    button(
        view,
        "back",
        Look::Quiet,
        &view.words().common.back,
        Event::Back,
    )
}

/// The heading of a screen; focus moves to it when the screen is new.
fn heading(title: &str) -> Html {
    html! { <h1 tabindex="-1">{ title }</h1> }
}

/// A heading with two leaves drawn beside it, on a screen that warns of nothing.
fn heading_with_leaves(title: &str) -> Html {
    html! { <h1 class="leaves" tabindex="-1">{ title }</h1> }
}
