//! Questions as an author writes them.

use super::When;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A question.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionDraft {
    /// Its name.
    pub id: String,
    /// `true` where several options can be picked.
    #[serde(default)]
    pub many: bool,
    /// The option that excludes the others.
    pub exclusive: Option<String>,
    /// The most that one need can gain from it.
    pub cap: Option<i16>,
    /// Flags that take it away.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Other wordings, the first that holds.
    #[serde(default, rename = "variant")]
    pub variants: Vec<VariantDraft>,
    /// What can be picked.
    #[serde(rename = "option")]
    pub options: Vec<OptionDraft>,
}

/// Another wording of a question.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VariantDraft {
    /// Its name in the questions file.
    pub id: String,
    /// When it is used.
    pub when: When,
}

/// An option.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OptionDraft {
    /// Its name.
    pub id: String,
    /// What it adds to needs.
    #[serde(default)]
    pub weights: BTreeMap<String, i16>,
    /// The flags it sets.
    #[serde(default)]
    pub flags: Vec<String>,
    /// Whether it is there to be said and changes nothing; proved, not shipped.
    #[serde(default)]
    pub neutral: bool,
}
