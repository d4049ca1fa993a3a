//! What is asked of someone who comes back from the page of support (decision 11).

use crate::part::{Look, button};
use crate::view::{Message, View};
use engine::Event;
use yew::prelude::*;

/// In view at the foot of the window until it is answered; it takes no focus.
pub fn returned(view: &View) -> Html {
    let words = &view.words().returned;
    html! {
        <aside class="returned" role="status">
            <p>{ &words.lead }</p>
            <div class="go">
                { button(view, "clear", Look::Side, &words.clear, Event::Clear) }
                <button type="button" class="button quiet" data-do="stay" onclick={view.press(|| Message::Stay)}>{ &words.stay }</button>
            </div>
        </aside>
    }
}
