//! Buttons.

use crate::view::View;
use engine::Event;
use yew::prelude::*;

/// How much a button asks for.
#[derive(Clone, Copy)]
pub enum Look {
    /// The one that most people want next.
    Main,
    /// Beside it.
    Side,
    /// Quiet, like a link.
    Quiet,
}

/// A button that tells what the person does. `name` is its name for tests and for a press kept until the guide has started.
pub fn button(view: &View, name: &'static str, look: Look, label: &str, event: Event) -> Html {
    if !view.live {
        return html! {};
    }
    let class = match look {
        Look::Main => "button main",
        Look::Side => "button side",
        Look::Quiet => "button quiet",
    };
    html! {
        <button type="button" {class} data-do={name} onclick={view.on(event)}>{ label }</button>
    }
}
