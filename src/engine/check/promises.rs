//! What the proof asks of a guide (`src/engine/proof/`).

use super::Checker;
use super::names::RULES;
use super::sense::used_names;
use crate::draft::{LanguageDraft, RulesDraft};
use crate::proof::{Off, Promises};
use crate::{Fact, OptionKey};

impl Checker<'_> {
    pub(super) fn promises(&mut self, rules: &RulesDraft, language: &LanguageDraft) -> Promises {
        Promises {
            at_most: rules.at_most,
            off: self.off(rules),
            neutral: self.neutral(rules),
            named: self.named(rules, language),
        }
    }

    fn off(&mut self, rules: &RulesDraft) -> Vec<Off> {
        let place = &format!("{RULES}, [[off]]");
        if rules
            .off
            .iter()
            .any(|off| off.ideas.is_empty() && off.handouts.is_empty())
        {
            self.problem(
                place,
                "one switches nothing off",
                "name `ideas` or `handouts`, or delete it",
            );
        }
        let entries = rules.off.iter();
        entries
            .map(|off| Off {
                when: self.condition(place, &off.when, &off.unless),
                ideas: self.recommendations_named(place, &off.ideas),
                handouts: (off.handouts.iter())
                    .map(|name| self.handout(place, name))
                    .collect(),
            })
            .collect()
    }

    fn neutral(&self, rules: &RulesDraft) -> Vec<OptionKey> {
        let questions = rules.questions.iter();
        let options = questions.flat_map(|question| {
            let neutral = question.options.iter().filter(|option| option.neutral);
            neutral.map(|option| format!("{}.{}", question.id, option.id))
        });
        options
            .filter_map(|name| self.names.options.get(&name).copied())
            .collect()
    }

    fn named(&self, rules: &RulesDraft, language: &LanguageDraft) -> Vec<Fact> {
        let names = used_names(rules, language).into_iter();
        names
            .filter_map(|name| self.names.facts.get(name).copied())
            .collect()
    }
}
