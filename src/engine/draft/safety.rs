//! Safety pages, what leads to them, and what they switch off, as an author writes it.

use super::When;
use serde::{Deserialize, Serialize};

/// What a condition switches off: the ideas and handouts are shown on no page while it holds; proved, not shipped.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct OffDraft {
    pub when: When,
    #[serde(default)]
    pub unless: Vec<String>,
    #[serde(default)]
    pub ideas: Vec<String>,
    #[serde(default)]
    pub handouts: Vec<String>,
}

/// A safety page, in the order in which they are shown.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SafetyDraft {
    pub id: String,
    pub when: When,
    /// The purpose whose first help number stands on top.
    pub first: Option<crate::Purpose>,
    #[serde(default)]
    pub specialist: bool,
}

/// A line above ideas that leads to safety pages.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SoftDraft {
    pub id: String,
    pub when: When,
    /// The safety pages.
    pub opens: Vec<String>,
    /// A purpose of which one help number stands below the line.
    pub number: Option<crate::Purpose>,
}
