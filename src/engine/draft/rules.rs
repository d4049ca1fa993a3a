//! `guide.toml` as its author writes it.

use super::*;
use crate::Scoring;
use serde::{Deserialize, Serialize};

/// `guide.toml`: order, options, conditions, weights, recommendations; not one sentence.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RulesDraft {
    /// The format of this file; 1.
    pub format: u32,
    /// What a guide elsewhere takes from the one that this project ships.
    #[serde(default)]
    pub shared: Vec<Shared>,
    /// Needs, in the order in which they are listed.
    pub needs: Vec<String>,
    /// Needs in the order that settles equal scores.
    pub settle_order: Vec<String>,
    /// The most questions that one person is asked; proved, not shipped.
    pub at_most: Option<usize>,
    /// Marks that recommendations can carry.
    #[serde(default)]
    pub marks: Vec<String>,
    #[serde(rename = "question")]
    pub questions: Vec<QuestionDraft>,
    #[serde(default, rename = "derived")]
    pub derived: Vec<DerivedDraft>,
    #[serde(default, rename = "adjust")]
    pub adjustments: Vec<AdjustmentDraft>,
    pub scoring: Scoring,
    pub plan: PlanDraft,
    #[serde(default, rename = "fixed")]
    pub fixed: Vec<FixedDraft>,
    #[serde(default, rename = "guarantee")]
    pub guarantees: Vec<GuaranteeDraft>,
    #[serde(default, rename = "closing")]
    pub closing: Vec<ClosingDraft>,
    pub start: StartDraft,
    #[serde(default, rename = "referral")]
    pub referral: Vec<ReferralDraft>,
    #[serde(default, rename = "safety")]
    pub safety: Vec<SafetyDraft>,
    #[serde(default, rename = "off")]
    pub off: Vec<OffDraft>,
    #[serde(default, rename = "soft")]
    pub soft: Vec<SoftDraft>,
    #[serde(default, rename = "note")]
    pub notes: Vec<NoteDraft>,
    #[serde(default, rename = "handout")]
    pub handouts: Vec<HandoutDraft>,
    /// What leaves marked or conditional ideas out of the list of all ideas.
    #[serde(default, rename = "menu")]
    pub menu: MenuDraft,
    #[serde(rename = "recommendation")]
    pub recommendations: Vec<RecommendationDraft>,
}

/// What a guide elsewhere can take from the one that this project ships.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Shared {
    /// Sentences of the interface that its own words file does not say; never what a language says of itself.
    Words,
    /// Help services.
    Regions,
}

/// Flags that follow from other facts.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct DerivedDraft {
    #[serde(default)]
    pub when: When,
    #[serde(default)]
    pub unless: Vec<String>,
    #[serde(default)]
    pub add: Vec<String>,
    #[serde(default)]
    pub remove: Vec<String>,
}
