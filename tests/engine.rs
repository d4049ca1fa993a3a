//! The engine against every journey and every case: text in, text out.

use engine::Guide;
use serde_json::Value;
use std::fs;
use std::path::Path;

fn guide() -> Guide {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content");
    xtask::content::load(&folder, "en").unwrap_or_else(|problems| {
        panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
}

#[test]
fn every_case_gives_the_plan_it_must_give() {
    let guide = guide();
    let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string("tests/cases.json").unwrap()).unwrap();
    let answers: Vec<Value> = cases.iter().map(|case| case["answers"].clone()).collect();
    let plans = xtask::plan::run(&guide, &Value::Array(answers).to_string()).unwrap();
    let mut wrong = Vec::new();
    for (case, plan) in cases.iter().zip(plans.as_array().unwrap()) {
        for (name, expected) in case["expect"].as_object().unwrap() {
            if plan[name] != *expected {
                wrong.push(format!("{name} of {}\n  is {}\n  not {expected}", case["answers"], plan[name]));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differences\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(cases.len(), 160);
}
