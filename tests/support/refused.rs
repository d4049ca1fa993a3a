//! The cases in `tests/refused/`: changes to the content that must be refused.

use super::root;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Every case by its file's name.
pub fn cases() -> Vec<(String, Value)> {
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

/// The case with this name.
pub fn case(name: &str) -> Value {
    let mut cases = cases().into_iter();
    let found = cases.find(|(other, _)| other == name);
    found.unwrap_or_else(|| panic!("no case {name}")).1
}

/// The changes that a case makes.
pub fn changes(case: &Value) -> Vec<Value> {
    let also = case["also"].as_array().into_iter().flatten();
    std::iter::once(case).chain(also).cloned().collect()
}

/// Makes one change in a copy; an error says why the case is not a good case.
pub fn change(content: &Path, change: &Value) -> Result<(), String> {
    let known = [
        "file",
        "find",
        "replace",
        "write",
        "write_bytes",
        "remove",
        "megabytes",
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
        (None, None, None) if change["megabytes"].is_u64() => {
            let letters = change["megabytes"].as_u64().unwrap_or_default() as usize * 1_000_000;
            fs::write(&file, "a".repeat(letters))
        }
        (None, None, None) if change["remove"] == true => fs::remove_file(&file),
        _ => return Err("one of find, write, write_bytes, megabytes and remove".to_owned()),
    };
    done.map_err(|error| error.to_string())
}
