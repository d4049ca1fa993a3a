//! What stands beside a plan, chosen among the same recommendations: the comfort set, the list of all ideas, the rest for a need,
//! the lines of a card.

use crate::choosing::Choosing;
use crate::{Guide, Idea, NeedKey, Plan, RecommendationKey, Replay, plan};

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
