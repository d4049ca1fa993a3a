//! Parts that several pages share.

mod bar;
mod button;
mod idea;
mod prose;
mod referral;
mod returned;
mod services;

pub use bar::bar;
pub use button::{Look, button};
pub use idea::{Shown, idea, ideas_by_need, notice};
pub use prose::{Card, blocks, card, jumps, sections};
pub use referral::{referral, referral_before, referral_line};
pub use returned::returned;
pub use services::{list, numbers, services, unchecked};

use yew::prelude::*;

/// A pause for who listens, between two things that stand apart for who looks.
pub fn pause() -> Html {
    html! { <span class="unseen">{ ": " }</span> }
}
