//! Questions and recommendations: names tied to keys.

use super::Checker;
use super::names::RULES;
use crate::draft::{LanguageDraft, OptionDraft, QuestionDraft, RecommendationDraft, RulesDraft};
use crate::{Choice, Fact, IdeaWords, NeedKey, Question, Recommendation};
use std::collections::BTreeMap;

impl Checker<'_> {
    pub(super) fn questions(
        &mut self,
        rules: &RulesDraft,
        language: &LanguageDraft,
    ) -> Vec<Question> {
        rules
            .questions
            .iter()
            .map(|draft| self.question(draft, language))
            .collect()
    }

    fn question(&mut self, draft: &QuestionDraft, language: &LanguageDraft) -> Question {
        let place = &format!("{RULES}, question `{}`", draft.id);
        let (wording, variants) = self.wordings(draft, language);
        let exclusive = draft
            .exclusive
            .as_ref()
            .and_then(|option| self.option(place, &format!("{}.{option}", draft.id)));
        if exclusive.is_some() && !draft.many {
            self.problem(
                place,
                "`exclusive` has no meaning where one option is picked",
                "delete it, or set many = true",
            );
        }
        Question {
            id: draft.id.clone(),
            many: draft.many,
            exclusive,
            asked: self.condition(place, &[], &draft.unless),
            cap: draft.cap,
            unanswered: self
                .fact(place, &format!("{}.unanswered", draft.id))
                .unwrap_or(Fact(0)),
            options: draft
                .options
                .iter()
                .filter_map(|option| self.choice(draft, option))
                .collect(),
            wording,
            variants,
        }
    }

    fn choice(&mut self, question: &QuestionDraft, draft: &OptionDraft) -> Option<Choice> {
        let name = format!("{}.{}", question.id, draft.id);
        let place = &format!("{RULES}, option `{name}`");
        Some(Choice {
            id: draft.id.clone(),
            key: self.option(place, &name)?,
            fact: self.fact(place, &name)?,
            flags: self.facts(place, &draft.flags),
            weights: self.weights(place, &draft.weights),
        })
    }

    pub(super) fn weights(
        &mut self,
        place: &str,
        weights: &BTreeMap<String, i16>,
    ) -> Vec<(NeedKey, i16)> {
        weights
            .iter()
            .map(|(need, weight)| (self.need(place, need), *weight))
            .collect()
    }

    pub(super) fn recommendations(
        &mut self,
        rules: &RulesDraft,
        language: &LanguageDraft,
    ) -> Vec<Recommendation> {
        rules
            .recommendations
            .iter()
            .map(|draft| self.idea(draft, rules, language))
            .collect()
    }

    fn idea(
        &mut self,
        draft: &RecommendationDraft,
        rules: &RulesDraft,
        language: &LanguageDraft,
    ) -> Recommendation {
        let place = &format!("{RULES}, recommendation `{}`", draft.id);
        if !(1..=3).contains(&draft.effort) {
            self.problem(
                place,
                format!("effort {} is not known", draft.effort),
                "effort is 1, 2 or 3",
            );
        }
        for mark in &draft.marks {
            self.mark(place, rules, mark);
        }
        let notes = rules.notes.iter().enumerate();
        Recommendation {
            id: draft.id.clone(),
            need: self.need(place, &draft.need),
            moment: draft.moment,
            who: draft.who,
            effort: draft.effort,
            favoured_by: draft
                .favoured_by
                .iter()
                .filter_map(|name| self.option(place, name))
                .collect(),
            eligible: self.condition(place, &draft.when, &draft.unless),
            in_menu: !rules.menu.never.contains(&draft.id),
            not_in_menu: self.not_in_menu(draft, rules),
            notes: notes
                .filter(|(_, note)| draft.marks.contains(&note.mark))
                .map(|(index, _)| index as u16)
                .collect(),
            opens: draft
                .opens
                .as_ref()
                .map(|page| self.safety_page(place, page)),
            handout: draft.handout.as_ref().map(|name| self.handout(place, name)),
            on_paper: draft.on_paper,
            words: self
                .idea_words(draft, language)
                .cloned()
                .unwrap_or_else(IdeaWords::default),
        }
    }

    fn not_in_menu(&mut self, draft: &RecommendationDraft, rules: &RulesDraft) -> Vec<Fact> {
        let place = &format!("{RULES}, [menu]");
        let mut facts: Vec<Fact> = Vec::new();
        for flag in rules
            .menu
            .respects
            .iter()
            .filter(|flag| draft.unless.contains(flag))
        {
            facts.extend(self.fact(place, flag));
        }
        for (flag, marks) in &rules.menu.without {
            if marks.iter().any(|mark| draft.marks.contains(mark)) {
                facts.extend(self.fact(place, flag));
            }
        }
        facts
    }
}
