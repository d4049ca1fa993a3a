//! Content as its authors write it: unchecked, and the only types here that are read from files.

mod condition;
mod plan;
mod question;
mod recommendation;
mod region;
mod rules;
mod safety;
mod words;

pub use condition::*;
pub use plan::*;
pub use question::*;
pub use recommendation::*;
pub use region::*;
pub use rules::*;
pub use safety::*;
pub use words::*;

use crate::{Date, Problem};
use serde::Serialize;

/// Everything that [`crate::check`] needs.
#[derive(Debug, Clone, Serialize)]
pub struct Draft {
    /// `guide.toml`.
    pub rules: RulesDraft,
    /// One language's folder.
    pub language: LanguageDraft,
    /// `regions/*.toml` by file name; the general one first.
    pub regions: Vec<(String, RegionDraft)>,
    /// The day of the check: no fact can have been seen after it.
    pub today: Date,
    /// What was found while reading, and leaves the rest to be checked.
    #[serde(skip)]
    pub problems: Vec<Problem>,
}
