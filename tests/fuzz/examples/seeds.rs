//! Writes what fuzzing begins with into `corpus/`: the guide with short words, typical settings, every journey.
//!
//! `cargo run --manifest-path tests/fuzz/Cargo.toml --example seeds`, again when questions or the guide's data have changed.

use aftercare_fuzz::guide;
use engine::{Event, Guide, Page, Session};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

const SETTINGS: [&str; 4] = [
    "region=malta&support-url=https%3A%2F%2Fyour-site.example%2Fcontact&support-label=Talk+with+Mira",
    "region=Northern_Ireland&support-url=mailto:me@site.example&exit-url=https://weather.example:8443/a?b%23c&display=inline",
    "start=help&crisis-url=tel:%2B356-21228333&alternative-url=http://127.0.0.1:8080/&who=Ada&cost=%E2%82%AC+50&theme=slate",
    "?suport-url=javascript:alert(1)&region=&exit-url=https://a@b.example&start=plan&display=%E2%80%AE&lang=en&height=640",
];

fn main() {
    let guide = guide();
    let short = short_words(serde_json::to_value(&guide).expect("a value"));
    let short: Guide = serde_json::from_value(short).expect("a guide");
    write(
        "guide_data",
        "guide",
        &postcard::to_allocvec(&short).expect("bytes"),
    );
    for (number, settings) in SETTINGS.iter().enumerate() {
        write(
            "settings",
            &format!("typical_{number}"),
            settings.as_bytes(),
        );
    }
    for file in fs::read_dir(folder().join("../journeys")).expect("journeys") {
        let file = file.expect("a file").path();
        let name = file
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let journey: Value =
            toml::from_str(&fs::read_to_string(&file).expect("text")).expect("TOML");
        let answers = &journey["answers"];
        write("answers", &name, &presses(&guide, answers));
        write(
            "answers",
            &format!("{name}.json"),
            answers.to_string().as_bytes(),
        );
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn write(target: &str, name: &str, bytes: &[u8]) {
    fs::write(folder().join("corpus").join(target).join(name), bytes).expect("the corpus");
}

/// The same value with one letter in place of each text: all of its form in a few thousand bytes.
fn short_words(value: Value) -> Value {
    match value {
        // The name of a variant stays.
        Value::String(text) if !text.contains(' ') && text.len() < 20 => Value::String(text),
        Value::String(_) => "…".into(),
        Value::Array(values) => values.into_iter().map(short_words).collect(),
        Value::Object(entries) => {
            let entries = entries.into_iter();
            Value::Object(
                entries
                    .map(|(name, value)| (name, short_words(value)))
                    .collect(),
            )
        }
        other => other,
    }
}

/// A journey as presses, two bytes each (`holds/answers.rs`).
fn presses(guide: &Guide, answers: &Value) -> Vec<u8> {
    let region = guide.region_keys().next().expect("a region");
    let mut session = Session::new(guide, region).after(guide, Event::Begin);
    let mut bytes = vec![0, 0];
    loop {
        session = match session.page(guide) {
            Page::Question(page) => {
                let question = guide.question(page.key);
                let given = &answers[&question.id];
                for (at, choice) in question.options.iter().enumerate() {
                    let many = given.as_array().into_iter().flatten();
                    if many.chain([given]).any(|id| id == choice.id.as_str()) {
                        bytes.extend([20, at as u8]);
                        session = session.after(guide, Event::Toggle(choice.key));
                    }
                }
                bytes.extend([17, 0]);
                session.after(guide, Event::Continue(page.key))
            }
            Page::Safety(_) => {
                bytes.extend([5, 0]);
                session.after(guide, Event::GoOn)
            }
            _ => return bytes,
        };
    }
}
