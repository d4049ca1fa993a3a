//! `guide.toml` as its author writes it.

use crate::{Actor, Moment, Referral, Scoring};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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

fn yes() -> bool {
    true
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
