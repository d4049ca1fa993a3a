//! Content as its authors write it: unchecked, and the only types here that are read from files.

mod region;
mod rules;
mod words;

pub use region::*;
pub use rules::*;
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
