//! How a plan is made (spec 3.6); the names are explained in `draft/plan.rs` and `draft/rules.rs`.

use crate::{Actor, Condition, Fact, NeedKey, RecommendationKey, Referral};
use serde::{Deserialize, Serialize};

/// How a plan is made (spec 3.6); the names are explained in `draft.rs`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Rules {
    pub derived: Vec<Derived>,
    pub adjustments: Vec<Adjustment>,
    pub scoring: Scoring,
    pub settle_order: Vec<NeedKey>,
    pub size: usize,
    pub sized: Vec<(Condition, usize)>,
    pub low_effort: Condition,
    pub next_time: Condition,
    pub alone: Condition,
    pub fixed: Vec<Fixed>,
    pub default_plan: DefaultPlan,
    pub guarantees: Vec<Guarantee>,
    pub closing: Vec<Closing>,
    pub fill_to: usize,
    pub fill: Vec<RecommendationKey>,
    pub start: StartRules,
    pub referral: Vec<ReferralRule>,
    pub quiet_reason: String,
    pub under18: Vec<RecommendationKey>,
    pub tonight: Condition,
    pub share: Condition,
}

/// Flags that follow from others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Derived {
    pub when: Condition,
    pub add: Vec<Fact>,
    pub remove: Vec<Fact>,
}

/// A change of need scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Adjustment {
    pub when: Condition,
    pub subtract: Vec<(NeedKey, i16)>,
    pub zero: Vec<NeedKey>,
}

/// The numbers of spec 3.6, 4 to 7.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scoring {
    /// Added to an idea's score for each chosen option that favours it.
    pub favoured: i16,
    /// From this need score on an idea is a candidate.
    pub candidate_from: i16,
    /// The most ideas of one need that the last filling picks.
    pub per_need: usize,
    /// From this score on a need is named in the summary.
    pub summary_from: i16,
    /// The most needs that the summary names.
    pub summary_up_to: usize,
}

/// A plan that stands as it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Fixed {
    pub when: Condition,
    pub plan: Vec<RecommendationKey>,
    pub start: Option<RecommendationKey>,
    pub referral: Referral,
    pub whole_menu: bool,
    pub more: Vec<RecommendationKey>,
}

/// The plan when nothing counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct DefaultPlan {
    pub when: Condition,
    pub list: Vec<RecommendationKey>,
}

/// Up to `limit` ideas that the plan holds whatever the scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Guarantee {
    pub limit: usize,
    pub tries: Vec<Try>,
}

/// One way to meet a guarantee.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Try {
    pub when: Condition,
    pub from: Source,
}

/// Where a guarantee takes its idea from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum Source {
    /// The best eligible one of a need, candidate or not.
    BestOf(NeedKey),
    /// The first candidate by this actor whose need is another.
    Candidate { who: Actor, not: NeedKey },
    /// The first eligible one of a list.
    FirstOf(Vec<RecommendationKey>),
}

/// An idea that follows from what was picked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Closing {
    pub when: Condition,
    pub with_needs: Vec<NeedKey>,
    pub without: RecommendationKey,
    pub add: RecommendationKey,
}

/// Which idea is marked to start with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct StartRules {
    pub marked: Condition,
    pub never: Vec<RecommendationKey>,
    pub cautious: Condition,
    pub cautious_flag: Option<Fact>,
}

/// One rule of the referral; the first that holds counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct ReferralRule {
    pub level: Referral,
    pub when: Condition,
    pub reason: String,
}
