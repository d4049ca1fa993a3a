//! Commands for the people who work on the guide; never shipped.

pub mod content;
mod markdown;
pub mod plan;
