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

/// The small comforts that stand after a safety answer, for anyone: those that these answers leave (decision 7).
pub(crate) fn comfort(guide: &Guide, replay: &Replay) -> Plan {
    let choosing = Choosing { guide, replay };
    let set = guide.rules.fixed.iter().find(|fixed| !fixed.whole_menu);
    let ideas = |keys: &[RecommendationKey]| choosing.eligible_among(keys);
    let idea = |key| Idea {
        key,
        reasons: Vec::new(),
        aside: false,
    };
    Plan {
        ideas: set
            .map_or_else(Vec::new, |set| ideas(&set.plan))
            .into_iter()
            .map(idea)
            .collect(),
        more: set.map_or_else(Vec::new, |set| ideas(&set.more)),
        start: None,
        needs: Vec::new(),
        comfort: true,
        whole_menu: false,
        ..plan(guide, replay)
    }
}

/// The list of all ideas for these answers: what safety and their wish for space leave (decision 3).
pub(crate) fn menu(guide: &Guide, replay: &Replay) -> Vec<RecommendationKey> {
    let choosing = Choosing { guide, replay };
    let comfort = guide
        .rules
        .fixed
        .iter()
        .find(|fixed| !fixed.whole_menu && fixed.when.holds(&replay.facts));
    match comfort {
        Some(fixed) => [fixed.plan.clone(), choosing.eligible_among(&fixed.more)].concat(),
        None => guide
            .recommendation_keys()
            .filter(|key| {
                let idea = guide.recommendation(*key);
                idea.in_menu && !replay.facts.has_any(&idea.not_in_menu)
            })
            .collect(),
    }
}

/// The needs that a plan serves and that there is more for.
pub fn more_of(guide: &Guide, replay: &Replay, plan: &Plan) -> Vec<NeedKey> {
    let needs = plan
        .ideas
        .iter()
        .map(|idea| guide.recommendation(idea.key).need);
    let served: Vec<_> = needs.collect();
    let there_is = |need: &NeedKey| !more(guide, replay, plan, *need).is_empty();
    guide
        .need_keys()
        .filter(|need| served.contains(need) && there_is(need))
        .collect()
}

/// What else could help with a need: what the list of all ideas shows, these answers allow and the plan does not hold.
pub(crate) fn more(
    guide: &Guide,
    replay: &Replay,
    plan: &Plan,
    need: NeedKey,
) -> Vec<RecommendationKey> {
    let choosing = Choosing { guide, replay };
    let mut more = choosing.eligible_among(&menu(guide, replay));
    more.retain(|key| {
        let held = plan.ideas.iter().any(|idea| idea.key == *key);
        !held && guide.recommendation(*key).need == need
    });
    more
}

/// Plain lines for a card: those of the plan, the starred one first, filled up from the gentlest ideas (`fill`).
pub(crate) fn card_lines<'g>(guide: &'g Guide, replay: &Replay, plan: &Plan) -> Vec<&'g str> {
    if plan.kept().next().is_none() {
        return Vec::new();
    }
    let choosing = Choosing { guide, replay };
    let own = plan
        .start
        .into_iter()
        .chain(plan.kept().map(|idea| idea.key));
    let line = |key| guide.recommendation(key).words.card.as_str();
    let mut lines: Vec<&str> = Vec::new();
    let mut add = |key, up_to| {
        let line = line(key);
        if lines.len() < up_to && !line.is_empty() && !lines.contains(&line) {
            lines.push(line);
        }
    };
    own.for_each(|key| add(key, MOST_LINES));
    let aside =
        |key: &RecommendationKey| plan.ideas.iter().any(|idea| idea.aside && idea.key == *key);
    let fill = choosing.eligible_among(&guide.rules.fill).into_iter();
    fill.filter(|key| !aside(key))
        .for_each(|key| add(key, FEWEST_LINES));
    lines
}

/// How many lines a card has: it fits on one screen of a phone.
const FEWEST_LINES: usize = 3;
const MOST_LINES: usize = 5;

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
