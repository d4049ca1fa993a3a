//! Content with something wrong in it: each file in `tests/refused/` changes the shipped content and says what must be said.
//!
//! `file` names what is changed: `find` (once in it) gives way to `replace`, or the whole file is written (`write`,
//! `write_bytes`) or taken away (`remove = true`); `[[also]]` changes another file. All of `says` must be said.

mod support;

use serde_json::Value;
use std::fs;
use std::path::Path;
use support::copy::Copy;
use support::root;

/// Every case by its file's name.
fn cases() -> Vec<(String, Value)> {
    let mut cases: Vec<_> = fs::read_dir(root().join("tests/refused"))
        .expect("tests/refused")
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy();
            let text = fs::read_to_string(&path).expect("a case");
            let case = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            (name.into_owned(), case)
        })
        .collect();
    cases.sort_by(|(a, _), (b, _)| a.cmp(b));
    cases
}

/// Makes one change in a copy; an error says why the case is not a good case.
fn change(content: &Path, change: &Value) -> Result<(), String> {
    let known = [
        "file",
        "find",
        "replace",
        "write",
        "write_bytes",
        "remove",
        "says",
        "also",
    ];
    let entries = change.as_object().ok_or("a change is a table")?;
    if let Some(other) = entries.keys().find(|key| !known.contains(&key.as_str())) {
        return Err(format!("a case has no `{other}`"));
    }
    let text = |name: &str| change[name].as_str();
    let file = content.join(text("file").ok_or("it names no `file`")?);
    let done = match (
        text("find"),
        text("write"),
        change["write_bytes"].as_array(),
    ) {
        (Some(find), None, None) => {
            let before = fs::read_to_string(&file).map_err(|error| format!("`file`: {error}"))?;
            let found = before.matches(find).count();
            if found != 1 {
                return Err(format!("`find` stands {found} times in the file, not once"));
            }
            fs::write(
                &file,
                before.replace(find, text("replace").ok_or("it has no `replace`")?),
            )
        }
        (None, Some(whole), None) => fs::write(&file, whole),
        (None, None, Some(bytes)) => {
            let byte = |byte: &Value| byte.as_u64().and_then(|byte| u8::try_from(byte).ok());
            let bytes: Option<Vec<u8>> = bytes.iter().map(byte).collect();
            fs::write(&file, bytes.ok_or("`write_bytes` holds 0 to 255")?)
        }
        (None, None, None) if change["remove"] == true => fs::remove_file(&file),
        _ => return Err("one of find, write, write_bytes and remove".to_owned()),
    };
    done.map_err(|error| error.to_string())
}

/// What is wrong with how the content of this case is taken; nothing where it is refused as it says.
fn outcome(name: &str, case: &Value) -> Result<(), String> {
    let content = Copy::new(&format!("refused-{name}"));
    change(&content.0, case)?;
    for also in case["also"].as_array().into_iter().flatten() {
        change(&content.0, also)?;
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
