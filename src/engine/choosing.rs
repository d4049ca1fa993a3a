//! Choosing: which ideas one person gets, and in which order (`rules.json`, algorithm 4 to 11).

use crate::rules::{Rules, Source, Try};
use crate::{Facts, Guide, Moment, NeedKey, OptionKey, Recommendation, RecommendationKey, Replay};
use std::cmp::Reverse;

/// One person's choosing among the guide's recommendations.
pub(crate) struct Choosing<'g> {
    pub guide: &'g Guide,
    pub replay: &'g Replay,
}

impl Choosing<'_> {
    fn rules(&self) -> &Rules {
        &self.guide.rules
    }

    fn facts(&self) -> &Facts {
        &self.replay.facts
    }

    /// Algorithm 4.
    fn size(&self) -> usize {
        self.rules()
            .sized
            .iter()
            .find(|(when, _)| when.holds(self.facts()))
            .map_or(self.rules().size, |(_, size)| *size)
    }

    /// Algorithm 5.
    fn eligible(&self, key: RecommendationKey) -> bool {
        let idea = self.guide.recommendation(key);
        idea.eligible.holds(self.facts())
            && (idea.effort == 1 || !self.rules().low_effort.holds(self.facts()))
    }

    pub fn eligible_among(&self, list: &[RecommendationKey]) -> Vec<RecommendationKey> {
        list.iter()
            .copied()
            .filter(|key| self.eligible(*key))
            .collect()
    }

    pub fn reasons(&self, idea: &Recommendation) -> Vec<OptionKey> {
        let mut reasons: Vec<_> = idea
            .favoured_by
            .iter()
            .copied()
            .filter(|option| self.replay.counts(self.guide, *option))
            .collect();
        reasons.sort();
        reasons
    }

    fn need_score(&self, need: NeedKey) -> i16 {
        self.replay.scores[usize::from(need.0)]
    }

    /// Algorithm 6.
    fn score(&self, key: RecommendationKey) -> i16 {
        let idea = self.guide.recommendation(key);
        let favoured = self.reasons(idea).len() as i16 * self.rules().scoring.favoured;
        self.need_score(idea.need) + favoured
    }

    /// Best first: score, then table order.
    fn rank(&self, key: RecommendationKey) -> (Reverse<i16>, RecommendationKey) {
        (Reverse(self.score(key)), key)
    }

    fn settle_place(&self, need: NeedKey) -> usize {
        let order = &self.rules().settle_order;
        order
            .iter()
            .position(|other| *other == need)
            .unwrap_or(order.len())
    }

    /// Algorithm 8.
    pub fn default_plan(&self) -> Vec<RecommendationKey> {
        let mut list = self.eligible_among(&self.rules().default_plan.list);
        list.truncate(self.size());
        list
    }

    /// Algorithm 9, its first sentence.
    fn candidates(&self) -> Vec<RecommendationKey> {
        let mut candidates: Vec<_> = self
            .guide
            .recommendation_keys()
            .filter(|key| {
                let idea = self.guide.recommendation(*key);
                let wanted = self.need_score(idea.need) >= self.rules().scoring.candidate_from
                    || !self.reasons(idea).is_empty();
                wanted && self.eligible(*key)
            })
            .collect();
        candidates.sort_by_key(|key| {
            let need = self.guide.recommendation(*key).need;
            (Reverse(self.score(*key)), self.settle_place(need), *key)
        });
        candidates
    }

    /// Algorithm 9: guarantees, best scores, what follows from them, a filling.
    pub fn chosen(&self) -> Vec<RecommendationKey> {
        let candidates = self.candidates();
        let mut picked = Picked {
            keys: Vec::new(),
            size: self.size(),
        };
        for guarantee in &self.rules().guarantees {
            let before = picked.keys.len();
            for attempt in &guarantee.tries {
                if picked.keys.len() - before < guarantee.limit && attempt.when.holds(self.facts())
                {
                    picked.add(self.attempt(attempt, &candidates, &picked.keys));
                }
            }
        }
        self.pick_by_score(&candidates, &mut picked);
        self.pick_closing(&mut picked);
        for key in self.eligible_among(&self.rules().fill) {
            if picked.keys.len() < self.rules().fill_to {
                picked.add(Some(key));
            }
        }
        picked.keys
    }

    fn attempt(
        &self,
        attempt: &Try,
        candidates: &[RecommendationKey],
        picked: &[RecommendationKey],
    ) -> Option<RecommendationKey> {
        let need = |key: RecommendationKey| self.guide.recommendation(key).need;
        let who = |key: RecommendationKey| self.guide.recommendation(key).who;
        match &attempt.from {
            Source::BestOf(wanted) => self
                .guide
                .recommendation_keys()
                .filter(|key| need(*key) == *wanted && self.eligible(*key))
                .min_by_key(|key| self.rank(*key)),
            Source::Candidate { who: actor, not } => candidates
                .iter()
                .copied()
                .find(|key| who(*key) == *actor && need(*key) != *not),
            Source::FirstOf(list) => self
                .eligible_among(list)
                .into_iter()
                .find(|key| !picked.contains(key)),
        }
    }

    fn pick_by_score(&self, candidates: &[RecommendationKey], picked: &mut Picked) {
        for key in candidates {
            let need = self.guide.recommendation(*key).need;
            let of_need = picked
                .keys
                .iter()
                .filter(|other| self.guide.recommendation(**other).need == need)
                .count();
            if of_need < self.rules().scoring.per_need {
                picked.add(Some(*key));
            }
        }
    }

    fn pick_closing(&self, picked: &mut Picked) {
        for closing in &self.rules().closing {
            let follows = picked.keys.iter().any(|key| {
                closing
                    .with_needs
                    .contains(&self.guide.recommendation(*key).need)
            });
            if follows
                && !picked.keys.contains(&closing.without)
                && closing.when.holds(self.facts())
                && self.eligible(closing.add)
            {
                picked.add(Some(closing.add));
            }
        }
    }

    /// Algorithm 10: now, together, later; inside by score, then table order.
    pub fn in_display_order(&self, mut keys: Vec<RecommendationKey>) -> Vec<RecommendationKey> {
        keys.sort_by_key(|key| (self.guide.recommendation(*key).moment, self.rank(*key)));
        keys
    }

    /// Algorithm 10: the easiest good one, never reading matter, nothing that could harm evidence while that is unknown.
    pub fn start(&self, plan: &[RecommendationKey]) -> Option<RecommendationKey> {
        let rules = &self.rules().start;
        if !rules.marked.holds(self.facts()) {
            return None;
        }
        let cautious = rules.cautious.holds(self.facts());
        let class = |key: RecommendationKey| {
            let idea = self.guide.recommendation(key);
            match (idea.effort, idea.moment) {
                (1, Moment::Now) => 0,
                (1, _) => 1,
                _ => 2,
            }
        };
        let harms_evidence = |key: RecommendationKey| {
            let unless = &self.guide.recommendation(key).eligible.none;
            rules
                .cautious_flag
                .is_some_and(|flag| unless.contains(&flag))
        };
        plan.iter()
            .copied()
            .filter(|key| !rules.never.contains(key))
            .filter(|key| !cautious || !harms_evidence(*key))
            .min_by_key(|key| (class(*key), self.rank(*key)))
    }

    /// Algorithm 11: the needs that the opening names.
    pub fn summary(&self) -> Vec<NeedKey> {
        let scoring = &self.rules().scoring;
        let mut needs: Vec<_> = self
            .guide
            .need_keys()
            .filter(|need| self.need_score(*need) >= scoring.summary_from)
            .collect();
        needs.sort_by_key(|need| (Reverse(self.need_score(*need)), self.settle_place(*need)));
        needs.truncate(scoring.summary_up_to);
        needs
    }
}

/// What has been picked so far, never more than the plan's size and never twice.
struct Picked {
    keys: Vec<RecommendationKey>,
    size: usize,
}

impl Picked {
    fn add(&mut self, key: Option<RecommendationKey>) {
        if let Some(key) = key
            && self.keys.len() < self.size
            && !self.keys.contains(&key)
        {
            self.keys.push(key);
        }
    }
}
