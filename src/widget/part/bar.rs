//! The bar: Leave and Help, in view on every screen (invariant I5).

use crate::part::{Look, button};
use crate::view::{Message, View};
use engine::Event;
use yew::prelude::*;

/// The bar on top of every screen. Leave is the first thing that Tab reaches; what it does stands in `frame/leave.js`, so that
/// it works whatever else fails.
pub fn bar(view: &View, on_help: bool) -> Html {
    let words = view.words();
    html! {
        <header class="bar">
            <a class="button leave" data-do="leave" href={view.settings.exit_url.clone()} target="_top" rel="nofollow noreferrer">
                <span class="usual">{ &words.leave.label }</span><span class="nested">{ &words.leave.hide }</span>
            </a>
            if !view.live {
                <a class="button side" href="#plain-help">{ &words.common.help }</a>
            } else if !on_help {
                { button(view, "help", Look::Side, &words.common.help, Event::ShowHelp) }
            }
            if view.open {
                <button type="button" class="button quiet close" data-do="close"
                    onclick={view.tell.reform(|_: MouseEvent| Message::Close)}>{ &words.common.close }</button>
            }
        </header>
    }
}
