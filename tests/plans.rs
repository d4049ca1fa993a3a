//! Answers in, plan out: every journey, every case, and what must hold for any answers at all (spec 3.7).

mod support;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Map, Value, json};
use std::fs;
use support::{guide, journeys, root};

/// Compares what is expected with what came out; every difference in words.
fn differences(name: &str, expected: &Value, plan: &Value) -> Vec<String> {
    let entries = expected.as_object().expect("an object").iter();
    entries
        .filter(|(key, value)| plan[key.as_str()] != **value)
        .map(|(key, value)| {
            format!(
                "{name}: {key}\n      is {}\n  not the {value}",
                plan[key.as_str()]
            )
        })
        .collect()
}

#[test]
fn every_journey_gives_its_plan() {
    let guide = guide();
    let mut wrong = Vec::new();
    for journey in journeys() {
        let plan = xtask::plan::run(&guide, &journey.answers.to_string()).expect("good answers");
        wrong.extend(differences(&journey.id, &journey.expect, &plan));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_case_gives_its_plan() {
    let guide = guide();
    let cases: Vec<Value> =
        serde_json::from_str(&fs::read_to_string(root().join("tests/cases.json")).unwrap())
            .unwrap();
    assert_eq!(cases.len(), 160);
    let answers: Vec<_> = cases.iter().map(|case| case["answers"].clone()).collect();
    let plans = xtask::plan::run(&guide, &Value::Array(answers).to_string()).expect("good answers");
    let mut wrong = Vec::new();
    for (index, (case, plan)) in cases.iter().zip(plans.as_array().unwrap()).enumerate() {
        wrong.extend(differences(&format!("case {index}"), &case["expect"], plan));
    }
    assert!(
        wrong.is_empty(),
        "{} differences\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// 100,000 answer sets, the same each time; `AFTERCARE_CASES=1000000 cargo test --test plans` for a longer run.
#[test]
fn what_must_hold_holds_for_any_answers() {
    let guide = guide();
    let cases = std::env::var("AFTERCARE_CASES")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(100_000);
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(config, rng);
    runner
        .run(&any_answers(&guide), |answers| {
            let mut problems = Vec::new();
            let plan = xtask::plan::one_plan(&guide, "answers", &answers, &mut problems);
            prop_assert_eq!(problems, vec![]);
            check_invariants(&guide, &answers, &plan)
        })
        .unwrap_or_else(|failure| panic!("{failure}"));
}

/// Any subset of questions, each with options that may be picked together.
fn any_answers(guide: &engine::Guide) -> impl Strategy<Value = Value> + use<> {
    let questions: Vec<_> = guide
        .questions()
        .iter()
        .map(|question| {
            let ids: Vec<String> = question
                .options
                .iter()
                .map(|choice| choice.id.clone())
                .collect();
            let exclusive = question.exclusive.map(|key| guide.option(key).id.clone());
            let most = if question.many { ids.len() } else { 1 };
            let id = question.id.clone();
            prop::option::weighted(0.8, prop::sample::subsequence(ids, 0..=most)).prop_map(
                move |picked| {
                    let mut picked = picked.unwrap_or_default();
                    if picked.len() > 1 {
                        picked.retain(|option| Some(option) != exclusive.as_ref());
                    }
                    (id.clone(), json!(picked))
                },
            )
        })
        .collect();
    questions.prop_map(|entries| Value::Object(entries.into_iter().collect::<Map<_, _>>()))
}

fn check_invariants(
    guide: &engine::Guide,
    answers: &Value,
    plan: &Value,
) -> Result<(), TestCaseError> {
    let ids: Vec<&str> = plan["plan"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let any = |question: &str, options: &[&str]| {
        answers[question]
            .as_array()
            .is_some_and(|picked| options.iter().any(|option| picked.contains(&json!(option))))
    };
    let none_of = |left_out: &[&str]| ids.iter().all(|id| !left_out.contains(id));
    let ideas = || {
        guide
            .recommendation_keys()
            .map(|key| guide.recommendation(key))
            .filter(|idea| ids.contains(&idea.id.as_str()))
    };

    let learn = any("when", &["general"]);
    let consent = any("check", &["unwanted", "unsure"]);
    let unsafe_now = any("check", &["unsafe"]);
    let branch = consent || unsafe_now || any("check", &["dark"]);
    let ahead = any("when", &["ahead"]);

    if consent || unsafe_now {
        prop_assert!(
            none_of(PARTNER) && none_of(TOUCH) && none_of(NORMALISING) && none_of(&["journal"]),
            "{ids:?}"
        );
    }
    if consent && !any("when", &["longer"]) {
        prop_assert!(none_of(EVIDENCE), "{ids:?}");
    }
    if any("check", &["hurt"]) && !branch {
        prop_assert!(
            none_of(&[
                "hold",
                "stay_a_while",
                "shower_together",
                "come_down",
                "rest"
            ]) && plan["start"].is_null(),
            "{ids:?}"
        );
    }
    if any("closeness", &["lots_of_space", "mostly_space"]) {
        prop_assert!(none_of(TOUCH), "{ids:?}");
    }
    if any("who", &["solo"]) {
        prop_assert!(none_of(PARTNER), "{ids:?}");
    }
    if any("energy", &["very_low"]) && !ahead && !learn && !branch {
        prop_assert!(ideas().all(|idea| idea.effort == 1), "{ids:?}");
    }
    let asked_of_safety = answers["check"].as_array().map_or(0, Vec::len);
    if asked_of_safety == 0 {
        let start = plan["start"].as_str().unwrap_or_default();
        prop_assert!(!EVIDENCE.contains(&start), "starts with {start}");
    }
    match (branch, learn) {
        (true, _) => prop_assert_eq!(&plan["referral"], "specialist_first"),
        (false, true) => prop_assert!(ids.is_empty()),
        (false, false) => {
            prop_assert!((3..=8).contains(&ids.len()), "{ids:?}");
            prop_assert!(
                ideas().any(|idea| idea.who == engine::Actor::Oneself),
                "no idea for oneself: {ids:?}"
            );
            let body = |idea: &engine::Recommendation| guide.need(idea.need).id == "body";
            prop_assert!(ahead || ideas().any(body), "no idea for the body: {ids:?}");
        }
    }
    Ok(())
}

const TOUCH: &[&str] = &["shower_together", "stay_a_while", "hold"];
const NORMALISING: &[&str] = &["come_down", "low_can_come_later"];
const EVIDENCE: &[&str] = &[
    "drink",
    "snack",
    "freshen_up",
    "shower_alone",
    "shower_together",
    "warm_up",
];
const PARTNER: &[&str] = &[
    "shower_together",
    "stay_a_while",
    "hold",
    "check_in",
    "kind_words",
    "message",
    "easy_together",
    "say_enjoyed",
    "say_hard_thing",
    "next_time_talk",
    "ask_for_aftercare",
    "agree_ahead",
    "listen",
    "park_the_talk",
    "ask_for_space",
];
