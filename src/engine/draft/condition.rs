//! Conditions as an author writes them.

use serde::{Deserialize, Serialize};

/// A condition's `when`: all entries hold; an entry that is a list holds when one of its names does.
pub type When = Vec<OneOrMany>;

/// A name, or several of which one is enough.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum OneOrMany {
    /// A flag, `question.option` or `question.unanswered`.
    One(String),
    /// One of these.
    Many(Vec<String>),
}

/// A whole condition.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ConditionDraft {
    #[serde(default)]
    pub when: When,
    #[serde(default)]
    pub unless: Vec<String>,
}
