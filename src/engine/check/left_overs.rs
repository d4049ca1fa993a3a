//! Words that nothing in the rules asks for: a name was mistyped, or what they belonged to is gone.

use super::Checker;
use crate::draft::{LanguageDraft, RulesDraft};

impl Checker<'_> {
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
