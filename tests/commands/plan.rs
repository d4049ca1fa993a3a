//! `cargo xtask plan` as people call it: exit codes, messages, speed.

use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// The program, built for this test run.
const XTASK: &str = env!("CARGO_BIN_EXE_xtask");

fn plan(answers: &str) -> Output {
    let mut child = Command::new(XTASK)
        .args(["plan", "--answers", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("xtask");
    let mut input = child.stdin.take().expect("standard input");
    input.write_all(answers.as_bytes()).expect("answers");
    drop(input);
    child.wait_with_output().expect("output")
}

#[test]
fn one_object_gives_one_and_an_array_an_array() {
    let one: Value = serde_json::from_slice(&plan("{}").stdout).expect("JSON");
    let many: Value =
        serde_json::from_slice(&plan("[{}, {\"when\": null, \"who\": \"\", \"body\": []}]").stdout)
            .expect("JSON");
    assert_eq!(one["start"], "slow_breathing");
    assert_eq!(many, json!([one, one]));
    assert_eq!(plan("\u{feff}[]").stdout, b"[]\n");
    let reasons: Value =
        serde_json::from_slice(&plan("{\"feelings\": [\"sad\", \"lonely\", \"sad\"]}").stdout)
            .expect("JSON");
    assert_eq!(reasons["reasons"]["hold"], json!(["sad", "lonely"]));
}

#[test]
fn wrong_answers_are_refused_all_at_once() {
    let cases: [(&str, &[&str]); 8] = [
        (" \n", &["there is nothing to read", "1 problem"]),
        (
            "{\"whn\": \"today\"}",
            &["`whn`", "no such question", "did you mean `when`?"],
        ),
        (
            "{\"when\": \"todya\"}",
            &["`when`", "did you mean `today`?"],
        ),
        (
            "{\"who\": [\"solo\", \"partner\"]}",
            &["only one option can be picked here"],
        ),
        (
            "{\"check\": [\"none_of_these\", \"hurt\"]}",
            &["cannot stand beside other options"],
        ),
        (
            "{\"when\": 3, \"who\": {}}",
            &[
                "3 is not one of its options",
                "{} is not one of its options",
            ],
        ),
        (
            "[{\"x\": 1}, {\"y\": 2}, 7]",
            &[
                "answers 1, `x`",
                "answers 2, `y`",
                "answers 3: this is not an object",
                "3 problems",
            ],
        ),
        ("{\"when\": ", &["line 1", "hint:"]),
    ];
    for (answers, says) in cases {
        let output = plan(answers);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{answers}");
        assert!(output.stdout.is_empty(), "{answers}");
        for part in says {
            assert!(said.contains(part), "{answers}: “{part}” is not in\n{said}");
        }
    }
}

#[test]
fn a_missing_file_and_a_wrong_flag_are_said_with_a_hint() {
    for arguments in [
        &["plan", "--answers", "nowhere.json"][..],
        &["plan", "--answer", "-"],
        &["plam"],
    ] {
        let output = Command::new(XTASK).args(arguments).output().expect("xtask");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(
            said.contains("error: ") && said.contains("hint: "),
            "{arguments:?}: {said}"
        );
    }
}

#[test]
fn ten_thousand_answer_sets_take_less_than_five_seconds() {
    let set = json!({"when": "today", "check": ["none_of_these"], "who": "casual", "feelings": ["sad", "numb"], "closeness": "it_changes"});
    let begun = Instant::now();
    let output = plan(&Value::Array(vec![set; 10_000]).to_string());
    assert!(output.status.success());
    assert!(
        begun.elapsed() < Duration::from_secs(5),
        "{:?}",
        begun.elapsed()
    );
}
