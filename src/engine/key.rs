//! Keys point at a part of a guide; only [`crate::check`] makes them, so each points at something.

use serde::{Deserialize, Serialize};

/// Points at a question of the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct QuestionKey(pub(crate) u16);

/// Points at an option, and so at its question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct OptionKey {
    /// Whose option it is.
    pub question: QuestionKey,
    pub(crate) option: u16,
}

/// Points at a recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RecommendationKey(pub(crate) u16);

/// Points at a need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NeedKey(pub(crate) u16);

/// Points at a safety page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SafetyKey(pub(crate) u16);

/// Points at a handout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct HandoutKey(pub(crate) u16);

/// Points at a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RegionKey(pub(crate) u16);

impl QuestionKey {
    /// Its place in the order of the guide.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl OptionKey {
    /// Its place among the options of its question.
    pub fn index(self) -> usize {
        usize::from(self.option)
    }
}

/// Points at a note.
pub(crate) type NoteKey = u16;
