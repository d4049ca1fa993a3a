//! The bar: Leave and Help, in view on every screen (invariant I5).

use crate::part::{Look, button};
use crate::view::{Message, View};
use engine::Event;
use yew::prelude::*;

/// The bar on top of every screen.
pub fn bar(view: &View, on_help: bool) -> Html {
    let words = &view.words().common;
    let leave = view.tell.reform(Message::Leave);
    html! {
        <header class="bar">
            <a class="button leave" data-do="leave" href={view.settings.exit_url.clone()} target="_top"
                rel="nofollow noreferrer" onclick={leave}>{ &words.leave }</a>
            if !on_help {
                { button(view, "help", Look::Side, &words.help, Event::ShowHelp) }
            }
            if view.open {
                <button type="button" class="button quiet close" data-do="close"
                    onclick={view.tell.reform(|_: MouseEvent| Message::Close)}>{ &words.close }</button>
            }
        </header>
    }
}
