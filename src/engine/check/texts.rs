//! Words of needs, notes, ideas and reasons: none may be missing.

use super::Checker;
use crate::draft::{LanguageDraft, RecommendationDraft, RulesDraft};
use crate::{IdeaWords, Need, Note, SoftLink};

impl Checker<'_> {
    /// A text that may not be missing.
    pub(super) fn text(&mut self, place: &str, name: &str, text: Option<&String>) -> String {
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
}
