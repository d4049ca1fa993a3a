//! The plan: recommendations chosen for one person, in order, each with its reasons (spec 3.6, `rules.json` algorithm 4 to 11).

use crate::choosing::Choosing;
use crate::rules::Fixed;
use crate::safety::active_pages;
use crate::{Facts, Guide, NeedKey, OptionKey, RecommendationKey, Referral, Replay, SafetyKey};

/// What one person gets.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The ideas, in the order in which they are shown.
    pub ideas: Vec<Idea>,
    /// The one marked to start with.
    pub start: Option<RecommendationKey>,
    /// The card that leads to support.
    pub referral: ReferralCard,
    /// The safety pages that stay pinned above it.
    pub safety: Vec<SafetyKey>,
    /// The needs that the opening names.
    pub needs: Vec<NeedKey>,
    /// Whether it is a comfort set that stands as it is, after a safety answer.
    pub comfort: bool,
    /// More gentle ideas beside a comfort set (decision 7).
    pub more: Vec<RecommendationKey>,
    /// Whether it is for next time, and worded so.
    pub next_time: bool,
    /// Whether the list of all ideas takes its place (the learn path).
    pub whole_menu: bool,
}

impl Plan {
    /// The ideas that the person has not set aside.
    pub fn kept(&self) -> impl Iterator<Item = &Idea> {
        self.ideas.iter().filter(|idea| !idea.aside)
    }
}

/// One idea of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Idea {
    /// The recommendation.
    pub key: RecommendationKey,
    /// The person's own answers that favoured it, in question order; may be empty.
    pub reasons: Vec<OptionKey>,
    /// Whether the person has set it aside.
    pub aside: bool,
}

/// Where the card that leads to support stands, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct ReferralCard {
    /// Its place.
    pub level: Referral,
    /// In the person's own terms.
    pub reason: String,
}

/// The plan for these answers. The same answers give the same plan.
pub fn plan(guide: &Guide, replay: &Replay) -> Plan {
    let facts = &replay.facts;
    let fixed = guide
        .rules
        .fixed
        .iter()
        .find(|fixed| fixed.when.holds(facts));
    let choosing = Choosing { guide, replay };
    let picked = match fixed {
        Some(fixed) => fixed.plan.clone(),
        None if guide.rules.default_plan.when.holds(facts) => choosing.default_plan(),
        None => choosing.chosen(),
    };
    let ordered = if fixed.is_some() {
        picked
    } else {
        choosing.in_display_order(picked)
    };
    Plan {
        start: match fixed {
            Some(fixed) => fixed.start,
            None => choosing.start(&ordered),
        },
        referral: referral(guide, facts, fixed),
        safety: active_pages(guide, replay),
        needs: if fixed.is_some() {
            Vec::new()
        } else {
            choosing.summary()
        },
        comfort: fixed.is_some_and(|fixed| !fixed.whole_menu),
        more: fixed.map_or_else(Vec::new, |fixed| choosing.eligible_among(&fixed.more)),
        next_time: guide.rules.next_time.holds(facts),
        whole_menu: fixed.is_some_and(|fixed| fixed.whole_menu),
        ideas: ordered
            .into_iter()
            .map(|key| Idea {
                key,
                reasons: choosing.reasons(guide.recommendation(key)),
                aside: false,
            })
            .collect(),
    }
}

fn referral(guide: &Guide, facts: &Facts, fixed: Option<&Fixed>) -> ReferralCard {
    let rules = &guide.rules;
    let quiet = |level| ReferralCard {
        level,
        reason: rules.quiet_reason.clone(),
    };
    match fixed {
        Some(fixed) => quiet(fixed.referral),
        None => rules
            .referral
            .iter()
            .find(|rule| rule.when.holds(facts))
            .map_or_else(
                || quiet(Referral::End),
                |rule| ReferralCard {
                    level: rule.level,
                    reason: rule.reason.clone(),
                },
            ),
    }
}
