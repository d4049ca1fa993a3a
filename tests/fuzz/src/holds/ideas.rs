//! The ideas that stand after any answers, from presses or from any text: nothing that safety switches off is among them.

use super::switched_off::{Off, off};
use engine::{Guide, Plan, QuestionKey, RecommendationKey, Session};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static OFF: LazyLock<Vec<Off>> = LazyLock::new(off);

/// Each idea once, with the person's own reasons; the one to start with is among them.
pub fn make_a_plan(guide: &Guide, session: &Session, plan: &Plan) {
    let ideas: Vec<_> = plan.ideas.iter().map(|idea| idea.key).collect();
    assert!(plan.start.is_none_or(|start| ideas.contains(&start)));
    let mut reasons = plan.ideas.iter().flat_map(|idea| &idea.reasons);
    assert!(reasons.all(|reason| session.answers().has(*reason)));
    let all: Vec<_> = ideas.into_iter().chain(plan.more.clone()).collect();
    are_left(guide, session, &all, plan.start.is_some());
}

/// Each of these ideas stands there once, and none is switched off by what is ticked.
pub fn are_left(guide: &Guide, session: &Session, ideas: &[RecommendationKey], starred: bool) {
    let once: BTreeSet<_> = ideas.iter().collect();
    assert_eq!(once.len(), ideas.len(), "an idea stands there twice");
    let when = ticked(guide, session, "when");
    let when = when.first().map_or("", String::as_str);
    let ids = ideas
        .iter()
        .map(|key| guide.recommendation(*key).id.as_str());
    none_is_off(when, &ticked(guide, session, "check"), ids, starred);
}

/// None of these ideas is switched off by these answers.
fn none_is_off<'i>(
    when: &str,
    check: &[String],
    ideas: impl Iterator<Item = &'i str> + Clone,
    starred: bool,
) {
    for off in OFF.iter().filter(|off| off.holds(when, check)) {
        for id in ideas.clone() {
            let is_off = off.ideas.iter().any(|idea| idea == id);
            assert!(!is_off, "{id} stands there after {check:?}");
        }
        assert!(!starred || off.starred, "starred after {check:?}");
    }
}

/// The options of a question that are ticked, by name.
fn ticked(guide: &Guide, session: &Session, id: &str) -> Vec<String> {
    let asked = |key: &QuestionKey| guide.question(*key).id == id;
    let key = guide.question_keys().find(asked).expect("the question");
    let options = guide.question(key).options.iter();
    options
        .filter(|choice| session.answers().has(choice.key))
        .map(|choice| choice.id.clone())
        .collect()
}

/// Gives this text to `cargo xtask plan`: plans without anything switched off, or problems that say what to do.
pub fn check_text(guide: &Guide, text: &str) {
    match xtask::plan::run(guide, text) {
        Ok(plans) => {
            let answers: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
                .expect("JSON was understood");
            match (&answers, &plans) {
                (Value::Array(sets), Value::Array(plans)) => {
                    assert_eq!(sets.len(), plans.len());
                    sets.iter()
                        .zip(plans)
                        .for_each(|(set, plan)| json_plan(set, plan));
                }
                (set, plan) => json_plan(set, plan),
            }
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            let says = |text: &str| !text.trim().is_empty();
            assert!(
                problems
                    .iter()
                    .all(|problem| says(&problem.message) && says(&problem.hint))
            );
        }
    }
}

fn json_plan(answers: &Value, plan: &Value) {
    let names = |question: &str| -> Vec<String> {
        match &answers[question] {
            Value::String(name) => vec![name.clone()],
            Value::Array(names) => names
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
            _ => Vec::new(),
        }
    };
    let when = names("when");
    let when = when.first().map_or("", String::as_str);
    let ideas = plan["plan"]
        .as_array()
        .expect("a plan")
        .iter()
        .filter_map(Value::as_str);
    none_is_off(when, &names("check"), ideas, plan["start"].is_string());
}
