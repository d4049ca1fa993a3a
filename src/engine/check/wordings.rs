//! Words of questions and options: none may be missing, none left over.

use super::Checker;
use crate::draft::{LanguageDraft, QuestionDraft, WordingDraft};
use crate::{Condition, Question, Wording};

/// Words a minute that someone who is upset reads with ease, and seconds to choose an answer.
const WORDS_A_MINUTE: usize = 180;
const SECONDS_A_QUESTION: usize = 6;

/// Minutes for all questions, which is the longest path: conditions only take questions away.
pub(super) fn minutes(questions: &[Question]) -> u16 {
    let words = |text: &String| text.split_whitespace().count();
    let asked: usize = questions
        .iter()
        .map(|question| &question.wording)
        .map(|w| {
            words(&w.title)
                + words(&w.why)
                + words(&w.hint)
                + w.options.iter().map(words).sum::<usize>()
        })
        .sum();
    let seconds = asked * 60 / WORDS_A_MINUTE + questions.len() * SECONDS_A_QUESTION;
    seconds.div_ceil(60).max(1) as u16
}

impl Checker<'_> {
    pub(super) fn wordings(
        &mut self,
        draft: &QuestionDraft,
        language: &LanguageDraft,
    ) -> (Wording, Vec<(Condition, Wording)>) {
        let place = &format!("{}/questions.toml, [{}]", language.folder, draft.id);
        let Some(words) = language.questions.get(&draft.id) else {
            self.problem(
                place,
                "the words of this question are missing",
                "add the table with title, why and options",
            );
            return Default::default();
        };
        let usual_words = words.usual();
        let usual = self.wording(place, draft, &usual_words, &WordingDraft::default());
        let mut variants = Vec::new();
        for variant in &draft.variants {
            let condition = self.condition(place, &variant.when, &[]);
            match words.variants.get(&variant.id) {
                Some(other) => {
                    variants.push((condition, self.wording(place, draft, other, &usual_words)))
                }
                None => self.problem(
                    place,
                    format!("the other wording `{}` is missing", variant.id),
                    format!("add [{}.{}]", draft.id, variant.id),
                ),
            }
        }
        for name in words
            .variants
            .keys()
            .filter(|name| !draft.variants.iter().any(|variant| variant.id == **name))
        {
            self.problem(
                place,
                format!("`{name}` is not a wording of this question"),
                "delete it, or correct its name",
            );
        }
        (usual, variants)
    }

    /// A wording; what `draft` leaves out is taken from `usual`.
    fn wording(
        &mut self,
        place: &str,
        question: &QuestionDraft,
        draft: &WordingDraft,
        usual: &WordingDraft,
    ) -> Wording {
        let labels = if draft.options.is_empty() {
            &usual.options
        } else {
            &draft.options
        };
        for name in labels
            .keys()
            .filter(|name| !question.options.iter().any(|option| option.id == **name))
        {
            self.problem(
                place,
                format!("`{name}` is not an option of this question"),
                "delete it, or correct its name",
            );
        }
        Wording {
            title: self.text(
                place,
                "title",
                draft.title.as_ref().or(usual.title.as_ref()),
            ),
            why: self.text(place, "why", draft.why.as_ref().or(usual.why.as_ref())),
            hint: draft
                .hint
                .clone()
                .or_else(|| usual.hint.clone())
                .unwrap_or_default(),
            before: draft
                .before
                .clone()
                .or_else(|| usual.before.clone())
                .unwrap_or_default(),
            options: question
                .options
                .iter()
                .map(|option| {
                    self.text(
                        place,
                        &format!("options.{}", option.id),
                        labels.get(&option.id),
                    )
                })
                .collect(),
        }
    }
}
