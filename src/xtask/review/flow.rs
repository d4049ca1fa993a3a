//! The flow of a guide as rows of boxes: what is asked in one column, what is passed over to its left, what opens to its right.

use super::cell::Cell;
use super::drawing::{Drawing, Flow};
use super::facts::{flags, flat};
use engine::{Draft, FixedDraft, OneOrMany, QuestionDraft, Referral};

/// Where the card that leads to support can stand, from the loudest on.
const LEVELS: [(Referral, &str); 3] = [
    (Referral::BeforePlan, "before_plan"),
    (Referral::AfterPlan, "after_plan"),
    (Referral::End, "end"),
];

/// The flow of this guide.
pub fn of(draft: &Draft) -> Flow {
    let guide = Guide(draft);
    let mut drawing = Drawing::default();
    let title = draft
        .language
        .words
        .get("start")
        .and_then(|start| start.get("title"));
    drawing.row(
        Cell::new("start").strong(title.map_or("", String::as_str)),
        None,
        Vec::new(),
    );
    for (index, question) in draft.rules.questions.iter().enumerate() {
        let title = format!("{}. {}", index + 1, guide.title(question));
        drawing.row(
            Cell::new("question").strong(&title),
            guide.beside(question),
            guide.opened_by(question),
        );
    }
    for fixed in &draft.rules.fixed {
        let when = Cell::new("fixed")
            .heading("fixed")
            .text(&guide.condition(&fixed.when));
        drawing.row(when, None, vec![guide.fixed(fixed)]);
    }
    drawing.row(guide.plan(), None, Vec::new());
    for (level, name) in LEVELS {
        if let Some(rules) = guide.referral(level) {
            drawing.row(Cell::new("support").heading(name), rules, Vec::new());
        }
    }
    drawing.row(Cell::new("end").heading("support"), None, Vec::new());
    drawing.below(guide.legend());
    drawing.finish()
}

/// A draft, and what its parts say in a box.
struct Guide<'d>(&'d Draft);

impl Guide<'_> {
    fn title(&self, question: &QuestionDraft) -> String {
        let words = self.0.language.questions.get(&question.id);
        let title = words.and_then(|words| words.title.clone());
        title.unwrap_or_else(|| question.id.clone())
    }

    /// A fact in a few words: an answer's label, or a flag's name, which the legend explains.
    fn fact(&self, name: &str) -> String {
        let answer = name.split_once('.');
        let label = answer.and_then(|(question, option)| {
            let words = self.0.language.questions.get(question)?;
            words.options.get(option)
        });
        label.map_or_else(|| name.replace('.', " "), |label| format!("“{label}”"))
    }

    fn either(&self, names: &[String]) -> String {
        let facts: Vec<_> = names.iter().map(|name| self.fact(name)).collect();
        facts.join(" / ")
    }

    fn condition(&self, when: &[OneOrMany]) -> String {
        let entries: Vec<_> = when
            .iter()
            .map(|entry| match entry {
                OneOrMany::One(name) => self.fact(name),
                OneOrMany::Many(names) => self.either(names),
            })
            .collect();
        entries.join(" + ")
    }

    /// What takes a question away, and what changes its words.
    fn beside(&self, question: &QuestionDraft) -> Option<Cell> {
        let mut cell = Cell::new("skipped");
        if !question.unless.is_empty() {
            cell = cell
                .heading("passed_over")
                .text(&self.either(&question.unless));
        }
        for variant in &question.variants {
            cell = cell
                .heading("said_otherwise")
                .text(&self.condition(&variant.when));
        }
        (!cell.is_empty()).then_some(cell)
    }

    /// The safety pages that this question's answers open.
    fn opened_by(&self, question: &QuestionDraft) -> Vec<Cell> {
        let pages = self.0.rules.safety.iter();
        let cells = pages.filter_map(|page| {
            let asked = flat(&page.when);
            let opens = question.options.iter().filter(|option| {
                let name = format!("{}.{}", question.id, option.id);
                asked.contains(&name) || option.flags.iter().any(|flag| asked.contains(flag))
            });
            let labels: Vec<_> = opens
                .map(|option| self.fact(&format!("{}.{}", question.id, option.id)))
                .collect();
            let title = self
                .0
                .language
                .safety
                .get(&page.id)
                .map(|page| page.title.as_str());
            let cell = Cell::new("safety").strong(title.unwrap_or(&page.id));
            (!labels.is_empty()).then(|| cell.text(&labels.join(" / ")))
        });
        cells.collect()
    }

    fn idea<'a>(&'a self, id: &'a str) -> &'a str {
        let words = self.0.language.recommendations.get(id);
        words.map_or(id, |words| words.title.as_str())
    }

    fn fixed(&self, fixed: &FixedDraft) -> Cell {
        let mut cell = Cell::new("fixed");
        if fixed.whole_menu {
            cell = cell.heading("whole_menu");
        }
        for id in &fixed.plan {
            cell = cell.text(&format!("· {}", self.idea(id)));
        }
        let level = LEVELS.iter().find(|(level, _)| *level == fixed.referral);
        cell.heading(level.map_or("specialist_first", |(_, name)| name))
    }

    fn plan(&self) -> Cell {
        let needs = self.0.rules.needs.iter();
        needs.fold(Cell::new("plan").heading("plan"), |cell, need| {
            let words = self.0.language.plan.needs.get(need);
            cell.text(&format!("· {}", words.map_or(need, |words| &words.title)))
        })
    }

    /// When the card stands here; none where it never does.
    fn referral(&self, level: Referral) -> Option<Option<Cell>> {
        let rules: Vec<_> = self
            .0
            .rules
            .referral
            .iter()
            .filter(|rule| rule.level == level)
            .collect();
        if rules.is_empty() && level != Referral::End {
            return None;
        }
        let cell = rules
            .iter()
            .fold(Cell::new("skipped").heading("when"), |cell, rule| {
                cell.text(&format!("· {}", self.condition(&rule.when)))
            });
        Some((!rules.is_empty()).then_some(cell))
    }

    /// What sets each flag.
    fn legend(&self) -> Cell {
        let rules = &self.0.rules;
        let legend = Cell::new("note").heading("legend");
        flags(rules).iter().fold(legend, |cell, flag| {
            let options = rules.questions.iter().flat_map(|question| {
                let named = move |id: &String| format!("{}.{id}", question.id);
                let sets = question
                    .options
                    .iter()
                    .filter(|option| option.flags.contains(flag));
                sets.map(move |option| named(&option.id))
            });
            let derived = rules.derived.iter().filter(|rule| rule.add.contains(flag));
            let set: Vec<_> = options
                .map(|name| self.fact(&name))
                .chain(derived.map(|rule| self.condition(&rule.when)))
                .collect();
            cell.text(&format!("{flag}: {}", set.join(" / ")))
        })
    }
}
