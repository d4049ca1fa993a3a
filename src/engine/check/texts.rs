//! Words of questions, needs, ideas and reasons: none may be missing, none left over.

use super::Checker;
use crate::draft::{LanguageDraft, QuestionDraft, RecommendationDraft, RulesDraft, WordingDraft};
use crate::{Condition, IdeaWords, Need, Note, Question, SoftLink, Wording};

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

    fn text(&mut self, place: &str, name: &str, text: Option<&String>) -> String {
        let text = text.map(|text| text.trim().to_owned()).unwrap_or_default();
        if text.is_empty() {
            self.problem(
                place,
                format!("`{name}` is missing"),
                format!("add {name} = \"…\""),
            );
        }
        text
    }

    pub(super) fn needs(&mut self, rules: &RulesDraft, language: &LanguageDraft) -> Vec<Need> {
        let mut needs = Vec::new();
        for id in &rules.needs {
            let place = &format!("{}/plan.toml, [needs.{id}]", language.folder);
            match language.plan.needs.get(id) {
                Some(words) => needs.push(Need {
                    id: id.clone(),
                    title: self.text(place, "title", Some(&words.title)),
                    lead: self.text(place, "lead", Some(&words.lead)),
                    summary: self.text(place, "summary", Some(&words.summary)),
                }),
                None => self.problem(
                    place,
                    "the words of this need are missing",
                    "add title, lead and summary",
                ),
            }
        }
        needs
    }

    pub(super) fn notes(&mut self, rules: &RulesDraft, language: &LanguageDraft) -> Vec<Note> {
        let place = &format!("{}/plan.toml, [notes]", language.folder);
        let notes = rules.notes.iter();
        notes
            .map(|note| Note {
                shown: self.condition(place, &note.when, &note.unless),
                text: self.text(place, &note.id, language.plan.notes.get(&note.id)),
            })
            .collect()
    }

    pub(super) fn soft(&mut self, rules: &RulesDraft, language: &LanguageDraft) -> Vec<SoftLink> {
        let mut links = Vec::new();
        for draft in &rules.soft {
            let place = &format!("{}/plan.toml, [soft.{}]", language.folder, draft.id);
            let words = language.plan.soft.get(&draft.id);
            let link = |name: &String| words.and_then(|words| words.links.get(name));
            let pages = draft.opens.iter().map(|name| {
                let key = self.safety_page("guide.toml, [[soft]]", name);
                (key, self.text(place, &format!("links.{name}"), link(name)))
            });
            links.push(SoftLink {
                links: pages.collect(),
                shown: self.condition("guide.toml, [[soft]]", &draft.when, &[]),
                number: draft.number,
                line: self.text(place, "line", words.map(|words| &words.line)),
            });
        }
        links
    }

    pub(super) fn reason(&mut self, language: &LanguageDraft, name: &str) -> String {
        let place = &format!("{}/plan.toml, [referral.{name}]", language.folder);
        self.text(
            place,
            "reason",
            language.plan.referral.get(name).map(|draft| &draft.reason),
        )
    }

    pub(super) fn idea_words<'l>(
        &mut self,
        draft: &RecommendationDraft,
        language: &'l LanguageDraft,
    ) -> Option<&'l IdeaWords> {
        let place = &format!("{}/recommendations/{}.md", language.folder, draft.id);
        let Some(words) = language.recommendations.get(&draft.id) else {
            self.problem(
                place,
                "the words of this recommendation are missing",
                "add the file",
            );
            return None;
        };
        let needed = [
            ("title", &words.title),
            ("action sentence", &words.action),
            ("How", &words.how),
            ("Why it may help", &words.why),
        ];
        for (name, text) in needed {
            if text.is_empty() {
                self.problem(
                    place,
                    format!("the {name} is missing"),
                    "every idea has a title, an action sentence, How and Why it may help",
                );
            }
        }
        let together = draft.who == crate::Actor::Both;
        if together && words.if_both.is_empty() {
            self.problem(
                place,
                "two people act, but there is no consent reminder",
                "add the section “If you both want”",
            );
        }
        if (together || !words.say.is_empty()) && !(2..=3).contains(&words.say.len()) {
            self.problem(
                place,
                "two people act, but there are not two or three things to say",
                "add the section “Words to say” with a list of two or three",
            );
        }
        if words.say.is_empty() != words.pause.is_empty() {
            self.problem(
                place,
                "“Words to say” and “To pause or say no” stand together or not at all",
                "add the one that is missing",
            );
        }
        Some(words)
    }

    /// Words that belong to nothing in the rules.
    pub(super) fn left_overs(&mut self, rules: &RulesDraft, language: &LanguageDraft) {
        let folder = &language.folder;
        let plan = &format!("{folder}/plan.toml");
        let reasons: Vec<_> = rules
            .referral
            .iter()
            .map(|rule| rule.reason.as_str())
            .chain(["quiet"])
            .collect();
        self.unused(
            &format!("{folder}/questions.toml"),
            language.questions.keys(),
            |name| rules.questions.iter().any(|q| q.id == name),
        );
        self.unused(
            &format!("{folder}/recommendations"),
            language.recommendations.keys(),
            |name| rules.recommendations.iter().any(|r| r.id == name),
        );
        self.unused(
            &format!("{folder}/safety"),
            language.safety.keys(),
            |name| rules.safety.iter().any(|page| page.id == name),
        );
        self.unused(
            &format!("{folder}/handouts"),
            language.handouts.keys(),
            |name| rules.handouts.iter().any(|handout| handout.id == name),
        );
        self.unused(plan, language.plan.needs.keys(), |name| {
            rules.needs.iter().any(|need| need == name)
        });
        self.unused(plan, language.plan.referral.keys(), |name| {
            reasons.contains(&name)
        });
        self.unused(plan, language.plan.notes.keys(), |name| {
            rules.notes.iter().any(|note| note.id == name)
        });
        self.unused(plan, language.plan.soft.keys(), |name| {
            rules.soft.iter().any(|soft| soft.id == name)
        });
    }

    fn unused<'n>(
        &mut self,
        place: &str,
        names: impl Iterator<Item = &'n String>,
        used: impl Fn(&str) -> bool,
    ) {
        for name in names.filter(|name| !used(name)) {
            self.problem(
                place,
                format!("nothing in the rules is named `{name}`"),
                "delete it, or correct its name",
            );
        }
    }
}
