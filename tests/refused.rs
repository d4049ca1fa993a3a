//! Content with something wrong in it: each file in `tests/refused/` changes the shipped content and says what must be said.
//!
//! `file` names what is changed: `find` (once in it) gives way to `replace`, or the whole file is written (`write`,
//! `write_bytes`, `megabytes`) or taken away (`remove = true`); `[[also]]` changes another file. All of `says` must be said.

mod support;

use serde_json::Value;
use support::copy::Copy;
use support::refused::{cases, change, changes};

/// What is wrong with how the content of this case is taken; nothing where it is refused as it says.
fn outcome(name: &str, case: &Value) -> Result<(), String> {
    let content = Copy::new(&format!("refused-{name}"));
    for one in changes(case) {
        change(&content.0, &one)?;
    }
    let says: Vec<_> = case["says"]
        .as_array()
        .map(|says| says.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    if says.is_empty() {
        return Err("it expects nothing to be said".to_owned());
    }
    let loaded = xtask::content::load(&content.0, "en");
    let Err(problems) = loaded.and_then(|guide| xtask::certificate::of(&guide)) else {
        return Err("loaded and proved without a problem".to_owned());
    };
    let said: Vec<_> = problems.iter().map(ToString::to_string).collect();
    let said = said.join("\n");
    let missing: Vec<_> = says.iter().filter(|text| !said.contains(**text)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(format!("does not say {missing:?} but\n{said}"))
}

#[test]
fn content_with_something_wrong_is_refused() {
    let cases = cases();
    assert!(cases.len() >= 25, "only {} cases found", cases.len());
    let wrong: Vec<_> = cases
        .iter()
        .filter_map(|(name, case)| Some(format!("{name}: {}", outcome(name, case).err()?)))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} cases\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

/// So that what a case reports is its own doing.
#[test]
fn the_content_itself_is_not_refused() {
    let content = Copy::new("unchanged");
    let loaded = xtask::content::load(&content.0, "en");
    let problems = loaded
        .and_then(|guide| xtask::certificate::of(&guide))
        .err();
    assert_eq!(problems, None);
}
