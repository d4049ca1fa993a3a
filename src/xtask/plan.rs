//! `cargo xtask plan`: answers as JSON in, plans as JSON out (spec 3.6, `rules.json` algorithm 12).

use engine::{Answers, Guide, OptionKey, Problem, Question, Replay, nearest, plan};
use serde_json::{Map, Value, json};

/// The plans for a text of answers: one object, or an array of them; the same shape comes out.
///
/// # Errors
/// Every problem at once; then there is no plan at all.
pub fn run(guide: &Guide, text: &str) -> Result<Value, Vec<Problem>> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        let hint = "write {\"question\": \"option\", …}; {} is a person who skips everything";
        return Err(vec![Problem::new(
            "answers",
            "there is nothing to read",
            hint,
        )]);
    }
    let json: Value = serde_json::from_str(text).map_err(|error| {
        let place = format!("answers, line {}", error.line());
        vec![Problem::new(
            place,
            error.to_string(),
            "write {\"question\": \"option\" or [\"option\", …], …}, or an array of such",
        )]
    })?;
    let mut problems = Vec::new();
    let plans = match &json {
        Value::Array(sets) => {
            let one = |(index, set)| {
                one_plan(guide, &format!("answers {}", index + 1), set, &mut problems)
            };
            Value::Array(sets.iter().enumerate().map(one).collect())
        }
        set => one_plan(guide, "answers", set, &mut problems),
    };
    if problems.is_empty() {
        Ok(plans)
    } else {
        Err(problems)
    }
}

/// The plan for one person's answers; `place` names them in problems.
pub fn one_plan(guide: &Guide, place: &str, set: &Value, problems: &mut Vec<Problem>) -> Value {
    let before = problems.len();
    let answers = read(guide, place, set, problems);
    if problems.len() > before {
        return Value::Null;
    }
    let replay = Replay::whole(guide, &answers);
    let plan = plan(guide, &replay);
    let option = |key: &OptionKey| guide.option(*key).id.clone();
    let id = |key: &engine::RecommendationKey| guide.recommendation(*key).id.clone();
    let reasons: Map<String, Value> = plan
        .ideas
        .iter()
        .map(|idea| (id(&idea.key), idea.reasons.iter().map(option).collect()))
        .collect();
    json!({
        "plan": plan.ideas.iter().map(|idea| id(&idea.key)).collect::<Vec<_>>(),
        "start": plan.start.as_ref().map(id),
        "referral": plan.referral.level,
        "safety": plan.safety.iter().map(|key| &guide.safety_topic(*key).id).collect::<Vec<_>>(),
        "needs": plan.needs.iter().map(|key| &guide.need(*key).id).collect::<Vec<_>>(),
        "reasons": reasons,
    })
}

/// One person's answers; every unknown name and every forbidden pair is a problem.
pub fn read(guide: &Guide, place: &str, set: &Value, problems: &mut Vec<Problem>) -> Answers {
    let Value::Object(entries) = set else {
        problems.push(Problem::new(
            place,
            "this is not an object",
            "write {\"question\": \"option\", …}",
        ));
        return Answers::none(guide);
    };
    let mut picked = Vec::new();
    for (name, value) in entries {
        let place = format!("{place}, `{name}`");
        match guide
            .questions()
            .iter()
            .find(|question| question.id == *name)
        {
            Some(question) => picked.extend(options(&place, question, value, problems)),
            None => {
                let known = guide
                    .questions()
                    .iter()
                    .map(|question| question.id.as_str());
                problems.push(Problem::new(
                    place,
                    "there is no such question",
                    did_you_mean(name, known),
                ));
            }
        }
    }
    Answers::of(guide, picked)
}

fn options(
    place: &str,
    question: &Question,
    value: &Value,
    problems: &mut Vec<Problem>,
) -> Vec<OptionKey> {
    let names: Vec<&Value> = match value {
        Value::Null => Vec::new(),
        Value::String(text) if text.is_empty() => Vec::new(),
        Value::Array(values) => values.iter().collect(),
        other => vec![other],
    };
    let mut picked = Vec::new();
    for name in names {
        let found = question
            .options
            .iter()
            .find(|choice| name.as_str() == Some(&choice.id));
        match found {
            Some(choice) => picked.push(choice.key),
            None => {
                let known = question.options.iter().map(|choice| choice.id.as_str());
                let hint = did_you_mean(name.as_str().unwrap_or_default(), known);
                problems.push(Problem::new(
                    place,
                    format!("{name} is not one of its options"),
                    hint,
                ));
            }
        }
    }
    picked.sort();
    picked.dedup();
    if !question.many && picked.len() > 1 {
        problems.push(Problem::new(
            place,
            "only one option can be picked here",
            "name one option",
        ));
    }
    if picked.len() > 1
        && question
            .exclusive
            .is_some_and(|exclusive| picked.contains(&exclusive))
    {
        problems.push(Problem::new(
            place,
            "“none” cannot stand beside other options",
            "leave one of them out",
        ));
    }
    picked
}

fn did_you_mean<'a>(name: &str, known: impl Iterator<Item = &'a str> + Clone) -> String {
    match nearest(name, known.clone()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("these are known: {}", known.collect::<Vec<_>>().join(", ")),
    }
}
