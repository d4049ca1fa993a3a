//! Recommendations, and what is shown beside them, as an author writes it.

use super::When;
use crate::{Actor, Moment};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

fn yes() -> bool {
    true
}

/// A line on marked ideas.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct NoteDraft {
    pub id: String,
    pub mark: String,
    #[serde(default)]
    pub when: When,
    #[serde(default)]
    pub unless: Vec<String>,
}

/// A page of prompts.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct HandoutDraft {
    pub id: String,
    #[serde(default)]
    pub when: When,
    #[serde(default)]
    pub unless: Vec<String>,
}

/// What the list of all ideas leaves out.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct MenuDraft {
    /// Flags that count there: an idea whose `unless` names one that is set is left out.
    #[serde(default)]
    pub respects: Vec<String>,
    /// Marks that go when a flag is set.
    #[serde(default)]
    pub without: BTreeMap<String, Vec<String>>,
    /// Ideas that it never lists.
    #[serde(default)]
    pub never: Vec<String>,
}

/// A recommendation.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RecommendationDraft {
    pub id: String,
    pub need: String,
    pub moment: Moment,
    pub who: Actor,
    pub effort: u8,
    #[serde(default)]
    pub favoured_by: Vec<String>,
    #[serde(default)]
    pub when: When,
    #[serde(default)]
    pub unless: Vec<String>,
    #[serde(default)]
    pub marks: Vec<String>,
    /// The safety page that a link on the idea opens.
    pub opens: Option<String>,
    /// The handout that goes with it.
    pub handout: Option<String>,
    /// Whether its action may go on a page that others may find.
    #[serde(default = "yes")]
    pub on_paper: bool,
}
