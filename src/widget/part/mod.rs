//! Parts that several pages share.

mod bar;
mod button;
mod idea;
mod prose;
mod referral;
mod services;

pub use bar::bar;
pub use button::{Look, button};
pub use idea::{idea, ideas_by_need, notice};
pub use prose::{blocks, card, jumps, sections};
pub use referral::{referral, referral_before, referral_line};
pub use services::{list, numbers, services, unchecked};
