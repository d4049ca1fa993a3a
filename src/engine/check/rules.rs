//! Rules: questions, recommendations, and how a plan is made of them.

use super::Checker;
use super::names::RULES;
use crate::draft::{ConditionDraft, GuaranteeDraft, LanguageDraft, RulesDraft, TryDraft};
use crate::rules::{
    Adjustment, Closing, DefaultPlan, Derived, Fixed, Guarantee, ReferralRule, Rules, Source,
    StartRules, Try,
};
use crate::{Condition, Question};

impl Checker<'_> {
    pub(super) fn rules(
        &mut self,
        draft: &RulesDraft,
        language: &LanguageDraft,
        questions: &[Question],
    ) -> Rules {
        let plan = &draft.plan;
        let place = &format!("{RULES}, [plan]");
        Rules {
            derived: self.derived(draft),
            adjustments: self.adjustments(draft),
            scoring: draft.scoring.clone(),
            settle_order: self.needs_named(&format!("{RULES}, settle_order"), &draft.settle_order),
            size: plan.size,
            sized: plan
                .sized
                .iter()
                .map(|sized| (self.condition(place, &sized.when, &[]), sized.size))
                .collect(),
            tonight: self.or_never(place, plan.tonight.as_ref()),
            share: self.or_never(place, plan.share.as_ref()),
            low_effort: self.unless_empty(place, &plan.low_effort),
            next_time: self.unless_empty(place, &plan.next_time),
            alone: self.unless_empty(place, &plan.alone),
            fixed: self.fixed(draft),
            default_plan: self.default_plan(draft, questions),
            guarantees: draft
                .guarantees
                .iter()
                .map(|guarantee| self.guarantee(guarantee))
                .collect(),
            closing: self.closing(draft),
            fill_to: plan.fill_to,
            fill: self.recommendations_named(place, &plan.fill),
            start: self.start(draft),
            referral: self.referral(draft, language),
            quiet_reason: self.reason(language, "quiet"),
            under18: self.recommendations_named(place, &plan.under18),
        }
    }

    /// A condition that never holds where none is given.
    fn or_never(&mut self, place: &str, draft: Option<&ConditionDraft>) -> Condition {
        match draft {
            Some(draft) => self.condition(place, &draft.when, &draft.unless),
            None => Condition::never(),
        }
    }

    /// As `or_never`, for a condition without `unless`.
    fn unless_empty(&mut self, place: &str, when: &[crate::OneOrMany]) -> Condition {
        if when.is_empty() {
            return Condition::never();
        }
        self.condition(place, when, &[])
    }

    fn derived(&mut self, draft: &RulesDraft) -> Vec<Derived> {
        let place = &format!("{RULES}, [[derived]]");
        let rules = draft.derived.iter();
        rules
            .map(|rule| Derived {
                when: self.condition(place, &rule.when, &rule.unless),
                add: self.facts(place, &rule.add),
                remove: self.facts(place, &rule.remove),
            })
            .collect()
    }

    fn adjustments(&mut self, draft: &RulesDraft) -> Vec<Adjustment> {
        let place = &format!("{RULES}, [[adjust]]");
        let rules = draft.adjustments.iter();
        rules
            .map(|rule| Adjustment {
                when: self.condition(place, &rule.when, &[]),
                subtract: self.weights(place, &rule.subtract),
                zero: self.needs_named(place, &rule.zero),
            })
            .collect()
    }

    fn fixed(&mut self, draft: &RulesDraft) -> Vec<Fixed> {
        let place = &format!("{RULES}, [[fixed]]");
        for fixed in &draft.fixed {
            if let Some(start) = fixed
                .start
                .as_ref()
                .filter(|start| !fixed.plan.contains(start))
            {
                let message = format!("it starts with `{start}`, which is not in its plan");
                self.problem(place, message, "name it in `plan`, or start with another");
            }
            if let Some(both) = fixed.plan.iter().find(|name| fixed.more.contains(name)) {
                let message = format!("`{both}` stands in its plan, and in `more`");
                self.problem(place, message, "name it in one of them");
            }
        }
        let plans = draft.fixed.iter();
        plans
            .map(|fixed| Fixed {
                when: self.condition(place, &fixed.when, &[]),
                plan: self.recommendations_named(place, &fixed.plan),
                start: fixed
                    .start
                    .as_ref()
                    .map(|name| self.recommendation(place, name)),
                referral: fixed.referral,
                whole_menu: fixed.whole_menu,
                more: self.recommendations_named(place, &fixed.more),
            })
            .collect()
    }

    fn default_plan(&mut self, draft: &RulesDraft, questions: &[Question]) -> DefaultPlan {
        let place = &format!("{RULES}, [plan]");
        for name in &draft.plan.nothing_but {
            if !questions.iter().any(|question| question.id == *name) {
                self.problem(
                    place,
                    format!("there is no question `{name}`"),
                    "correct the name in nothing_but",
                );
            }
        }
        let counted = questions
            .iter()
            .filter(|question| !draft.plan.nothing_but.contains(&question.id));
        DefaultPlan {
            when: Condition {
                all: counted.map(|question| vec![question.unanswered]).collect(),
                none: Vec::new(),
            },
            list: self.recommendations_named(place, &draft.plan.when_nothing),
        }
    }

    fn guarantee(&mut self, draft: &GuaranteeDraft) -> Guarantee {
        Guarantee {
            limit: draft.limit,
            tries: draft
                .tries
                .iter()
                .filter_map(|attempt| self.attempt(attempt))
                .collect(),
        }
    }

    fn attempt(&mut self, draft: &TryDraft) -> Option<Try> {
        let place = &format!("{RULES}, [[guarantee]]");
        let from = match (
            &draft.best_of,
            draft.candidate_by,
            &draft.not,
            &draft.first_of,
        ) {
            (Some(need), None, None, None) => Source::BestOf(self.need(place, need)),
            (None, Some(who), Some(not), None) => Source::Candidate {
                who,
                not: self.need(place, not),
            },
            (None, None, None, Some(list)) => {
                Source::FirstOf(self.recommendations_named(place, list))
            }
            _ => {
                self.problem(
                    place,
                    "it does not say where its idea comes from",
                    "give exactly one of: best_of = a need; candidate_by = an actor with not = a need; first_of = a list",
                );
                return None;
            }
        };
        Some(Try {
            when: self.condition(place, &draft.when, &draft.unless),
            from,
        })
    }

    fn closing(&mut self, draft: &RulesDraft) -> Vec<Closing> {
        let place = &format!("{RULES}, [[closing]]");
        let rules = draft.closing.iter();
        rules
            .map(|rule| Closing {
                when: self.condition(place, &rule.when, &[]),
                with_needs: self.needs_named(place, &rule.with_needs),
                without: self.recommendation(place, &rule.without),
                add: self.recommendation(place, &rule.add),
            })
            .collect()
    }

    fn start(&mut self, draft: &RulesDraft) -> StartRules {
        let place = &format!("{RULES}, [start]");
        let start = &draft.start;
        StartRules {
            marked: self.condition(place, &[], &start.unless),
            never: self.recommendations_named(place, &start.never),
            cautious: self.unless_empty(place, &start.cautious),
            cautious_flag: start
                .cautious_flag
                .as_ref()
                .and_then(|flag| self.fact(place, flag)),
        }
    }

    fn referral(&mut self, draft: &RulesDraft, language: &LanguageDraft) -> Vec<ReferralRule> {
        let place = &format!("{RULES}, [[referral]]");
        let rules = draft.referral.iter();
        rules
            .map(|rule| ReferralRule {
                level: rule.level,
                when: self.condition(place, &rule.when, &[]),
                reason: self.reason(language, &rule.reason),
            })
            .collect()
    }
}
