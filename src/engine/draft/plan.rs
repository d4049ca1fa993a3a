//! How a plan is made, as an author writes it.

use super::{ConditionDraft, When};
use crate::{Actor, Referral};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A change of need scores.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct AdjustmentDraft {
    pub when: When,
    #[serde(default)]
    pub subtract: BTreeMap<String, i16>,
    #[serde(default)]
    pub zero: Vec<String>,
}

/// The plan's size, its filling, and the plan when nothing counts.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PlanDraft {
    pub size: usize,
    #[serde(default)]
    pub sized: Vec<SizedDraft>,
    /// While it holds, only ideas of effort 1 are eligible.
    #[serde(default)]
    pub low_effort: When,
    /// While it holds, the plan is worded for next time.
    #[serde(default)]
    pub next_time: When,
    /// While it holds, an idea says nothing of the other person.
    #[serde(default)]
    pub alone: When,
    pub fill_to: usize,
    pub fill: Vec<String>,
    /// The plan when no question has an answer that counts, these aside.
    pub nothing_but: Vec<String>,
    pub when_nothing: Vec<String>,
    /// The ideas on the page for people under 18.
    #[serde(default)]
    pub under18: Vec<String>,
    /// While it holds, the plan names someone to talk to tonight.
    pub tonight: Option<ConditionDraft>,
    /// While it holds, wishes can be put on a note to share.
    pub share: Option<ConditionDraft>,
}

/// Another size.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SizedDraft {
    pub size: usize,
    pub when: When,
}

/// A plan that stands as it is.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct FixedDraft {
    pub when: When,
    #[serde(default)]
    pub plan: Vec<String>,
    pub start: Option<String>,
    pub referral: Referral,
    #[serde(default)]
    pub whole_menu: bool,
    #[serde(default)]
    pub more: Vec<String>,
}

/// Up to `limit` ideas that the plan holds whatever the scores; the tries are made in order.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct GuaranteeDraft {
    #[serde(default = "one")]
    pub limit: usize,
    #[serde(rename = "try")]
    pub tries: Vec<TryDraft>,
}

fn one() -> usize {
    1
}

/// One way to meet a guarantee: exactly one of `best_of`, `candidate_by` (with `not`) and `first_of`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct TryDraft {
    #[serde(default)]
    pub when: When,
    #[serde(default)]
    pub unless: Vec<String>,
    pub best_of: Option<String>,
    pub candidate_by: Option<Actor>,
    pub not: Option<String>,
    pub first_of: Option<Vec<String>>,
}

/// An idea that follows from what was picked.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ClosingDraft {
    pub when: When,
    pub with_needs: Vec<String>,
    pub without: String,
    pub add: String,
}

/// Which idea is marked to start with.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct StartDraft {
    /// Flags under which none is marked.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Reading matter, never marked.
    #[serde(default)]
    pub never: Vec<String>,
    /// While it holds, none is marked whose `unless` names `cautious_flag`.
    #[serde(default)]
    pub cautious: When,
    pub cautious_flag: Option<String>,
}

/// One rule of the referral; the first that holds counts.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReferralDraft {
    pub level: Referral,
    pub when: When,
    /// The name of its reason in the words.
    pub reason: String,
}
