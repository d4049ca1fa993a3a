//! Pages of text.

use super::Checker;
use crate::draft::{BlockDraft, LanguageDraft, OneOrMany, ProseDraft, RulesDraft, SectionDraft};
use crate::{Block, Level, Prose, Purpose, SafetyTopic, Section};

impl Checker<'_> {
    pub(super) fn safety(
        &mut self,
        rules: &RulesDraft,
        language: &LanguageDraft,
    ) -> Vec<SafetyTopic> {
        let mut topics = Vec::new();
        for draft in &rules.safety {
            let place = &format!("{}/safety/{}.md", language.folder, draft.id);
            let prose = match language.safety.get(&draft.id) {
                Some(prose) => self.prose(place, prose),
                None => {
                    self.problem(
                        place,
                        "the text of this safety page is missing",
                        "add the file",
                    );
                    continue;
                }
            };
            topics.push(SafetyTopic {
                id: draft.id.clone(),
                opens: self.condition("guide.toml, [[safety]]", &draft.when, &[]),
                specialist: draft.specialist,
                prose,
            });
        }
        topics
    }

    pub(super) fn prose(&mut self, place: &str, draft: &ProseDraft) -> Prose {
        if draft.title.is_empty() {
            self.problem(
                place,
                "the title is missing",
                "begin the file with a line “# Title”",
            );
        }
        Prose {
            title: draft.title.clone(),
            opening: self.blocks(place, &draft.opening),
            sections: draft
                .sections
                .iter()
                .map(|section| self.section(place, section))
                .collect(),
        }
    }

    fn section(&mut self, place: &str, draft: &SectionDraft) -> Section {
        let place = &format!("{place}, “{}”", draft.heading);
        let when: Vec<_> = draft.when.iter().cloned().map(OneOrMany::One).collect();
        if draft.blocks.is_empty() {
            self.problem(
                place,
                "the section is empty",
                "write something under the heading, or delete it",
            );
        }
        Section {
            heading: draft.heading.clone(),
            level: draft
                .level
                .as_ref()
                .and_then(|level| self.level(place, level)),
            shown: self.condition(place, &when, &draft.unless),
            blocks: self.blocks(place, &draft.blocks),
        }
    }

    fn level(&mut self, place: &str, name: &str) -> Option<Level> {
        match name {
            "emergency" => return Some(Level::Emergency),
            "urgent" => return Some(Level::Urgent),
            "routine" => return Some(Level::Routine),
            _ => self.problem(
                place,
                format!("there is no level `{name}`"),
                "the levels are emergency, urgent and routine",
            ),
        }
        None
    }

    fn blocks(&mut self, place: &str, drafts: &[BlockDraft]) -> Vec<Block> {
        drafts
            .iter()
            .filter_map(|draft| self.block(place, draft))
            .collect()
    }

    fn block(&mut self, place: &str, draft: &BlockDraft) -> Option<Block> {
        Some(match draft {
            BlockDraft::Paragraph(text) => Block::Paragraph(text.clone()),
            BlockDraft::List(items) => Block::List(items.clone()),
            BlockDraft::Services(name) => Block::Services(self.purpose(place, name)?),
        })
    }

    fn purpose(&mut self, place: &str, name: &str) -> Option<Purpose> {
        match name {
            "emergency" => return Some(Purpose::Emergency),
            "sexual_violence" => return Some(Purpose::SexualViolence),
            "domestic_abuse" => return Some(Purpose::DomesticAbuse),
            "crisis" => return Some(Purpose::Crisis),
            "listening" => return Some(Purpose::Listening),
            "sexual_health" => return Some(Purpose::SexualHealth),
            "under18" => return Some(Purpose::Under18),
            _ => self.problem(
                place,
                format!("there is no purpose `{name}`"),
                "the purposes are emergency, sexual_violence, domestic_abuse, crisis, listening, sexual_health, under18",
            ),
        }
        None
    }
}
