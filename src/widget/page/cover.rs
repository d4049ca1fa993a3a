//! What covers the guide after it was out of view for long: someone else may have come to the device (decision 12).

use super::heading;
use crate::part::{Look, button};
use crate::view::{Message, View};
use engine::Event;
use yew::prelude::*;

/// Asks whether to show the page again; tells nothing of it.
pub fn cover(view: &View) -> Html {
    let words = &view.words().cover;
    let show = view.tell.reform(|_: MouseEvent| Message::ShowAgain);
    html! {
        <>
            { heading(&words.title) }
            <p>{ &words.lead }</p>
            <div class="go">
                <button type="button" class="button main" data-do="show-again" onclick={show}>{ &words.show }</button>
                { button(view, "clear", Look::Side, &words.clear, Event::Clear) }
            </div>
        </>
    }
}
