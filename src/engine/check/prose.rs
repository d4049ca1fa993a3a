//! Pages of text.

use super::Checker;
use crate::draft::{
    BlockDraft, LanguageDraft, OneOrMany, ProseDraft, RecommendationDraft, RulesDraft, SectionDraft,
};
use crate::{Block, Handout, Level, Prose, Purpose, SafetyTopic, Section};

fn is_danger_card(blocks: &[BlockDraft]) -> bool {
    matches!(blocks, [BlockDraft::List(_), BlockDraft::Services(purpose)] if purpose == "emergency")
}

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
                first: draft.first,
                prose,
            });
        }
        topics
    }

    pub(super) fn handouts(
        &mut self,
        rules: &RulesDraft,
        language: &LanguageDraft,
    ) -> Vec<Handout> {
        let mut handouts = Vec::new();
        for draft in &rules.handouts {
            let place = &format!("{}/handouts/{}.md", language.folder, draft.id);
            let Some(prose) = language.handouts.get(&draft.id) else {
                self.problem(place, "the text of this handout is missing", "add the file");
                continue;
            };
            let leads_here = |idea: &RecommendationDraft| idea.handout.as_ref() == Some(&draft.id);
            handouts.push(Handout {
                id: draft.id.clone(),
                shown: self.condition("guide.toml, [[handout]]", &draft.when, &draft.unless),
                below_plan: !rules.recommendations.iter().any(leads_here),
                prose: self.prose(place, prose),
            });
        }
        handouts
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
            link: draft.link.as_ref().unwrap_or(&draft.title).clone(),
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
        if draft.level.as_deref() == Some("emergency") && !is_danger_card(&draft.blocks) {
            self.problem(
                place,
                "an emergency card holds more or less than one list and the emergency number",
                "write a list of reasons, then {services: emergency}, and nothing else: several cards become one",
            );
        }
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
            linked: draft.linked,
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
            BlockDraft::Page { page, label } => {
                Block::Page(self.safety_page(place, page), label.clone())
            }
            BlockDraft::Services(name) => Block::Services(self.purpose(place, name)?),
        })
    }

    fn purpose(&mut self, place: &str, name: &str) -> Option<Purpose> {
        let found = Purpose::NAMED.iter().find(|(known, _)| *known == name);
        if found.is_none() {
            let known = Purpose::NAMED.map(|(known, _)| known).join(", ");
            self.problem(
                place,
                format!("there is no purpose `{name}`"),
                format!("the purposes are {known}"),
            );
        }
        found.map(|(_, purpose)| *purpose)
    }
}
