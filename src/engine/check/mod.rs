//! The one door: a draft goes in, a guide or every problem at once comes out.

mod language;
mod left_overs;
mod names;
mod promises;
mod prose;
mod questions;
mod regions;
mod rules;
mod safety;
mod sense;
mod service;
mod texts;
mod wordings;

use crate::{Draft, Guide, Problem};
use names::Names;

/// Checks a draft.
///
/// # Errors
/// Every problem at once, in the order of their places.
pub fn check(mut draft: Draft) -> Result<Guide, Vec<Problem>> {
    let mut problems = std::mem::take(&mut draft.problems);
    let names = Names::of(&draft.rules, &mut problems);
    let guide = Checker {
        names: &names,
        problems: &mut problems,
    }
    .guide(draft);
    if problems.is_empty() {
        return Ok(guide);
    }
    problems.sort();
    problems.dedup();
    Err(problems)
}

/// Turns drafts into checked parts; what is wrong is noted, and something harmless takes its place.
struct Checker<'a> {
    names: &'a Names,
    problems: &'a mut Vec<Problem>,
}

impl Checker<'_> {
    fn problem(&mut self, place: &str, message: impl Into<String>, hint: impl Into<String>) {
        self.problems.push(Problem::new(place, message, hint));
    }

    fn guide(mut self, draft: Draft) -> Guide {
        let Draft {
            rules,
            language,
            regions,
            today,
            ..
        } = draft;
        let regions = self.regions(regions, today);
        let words_file = format!("{}/words.toml", language.folder);
        let (by, on) = (language.said("reviewed_by"), language.said("reviewed_on"));
        let reviewed = self.by_on(
            &format!("{}/words.toml, [language]", language.folder),
            "reviewed",
            by,
            on,
            today,
        );
        let words = crate::Words::read(language.words.clone(), &words_file, self.problems);
        self.language(&language.folder, &words);
        let questions = self.questions(&rules, &language);
        let recommendations = self.recommendations(&rules, &language);
        let needs = self.needs(&rules, &language);
        let notes = self.notes(&rules, &language);
        let soft = self.soft(&rules, &language);
        let safety = self.safety(&rules, &language);
        let handouts = self.handouts(&rules, &language);
        let checked_rules = self.rules(&rules, &language, &questions);
        let folder = &language.folder;
        let guide = Guide {
            help: self.prose(&format!("{folder}/help.md"), &language.help),
            about: self.prose(&format!("{folder}/about.md"), &language.about),
            under18: self.prose(&format!("{folder}/under18.md"), &language.under18),
            minutes: wordings::minutes(&questions),
            rules: checked_rules,
            questions,
            recommendations,
            needs,
            notes,
            soft,
            handouts,
            safety,
            regions,
            words,
            reviewed: reviewed.is_some(),
            promises: self.promises(&rules, &language),
        };
        self.left_overs(&rules, &language);
        self.sense(&rules, &language);
        guide
    }
}
