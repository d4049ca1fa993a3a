//! JSON Schemas of the content files: current, held by every file, and of use.

mod support;

use jsonschema::Validator;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use support::root;
use xtask::schema;

/// What the first line of a content file points at.
const MARK: &str = "#:schema ";

/// What a new guide is copied from; it gets the schemas beside it only then.
const NEW: &str = "src/xtask/new/guide";

/// Every TOML file of the content, of the guides in `tests/guides/` and of a new guide, journeys aside.
fn files() -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = ["src/content", "tests/guides", NEW]
        .map(|folder| root().join(folder))
        .to_vec();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() && !path.ends_with("journeys") {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "toml") {
                files.push(path);
            }
        }
    }
    files
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The schema that a content file names in its first line.
fn named_in(file: &Path) -> PathBuf {
    let text = read(file);
    let first = text.lines().next().unwrap_or_default();
    let path = first
        .strip_prefix(MARK)
        .unwrap_or_else(|| panic!("{}: its first line names no schema", file.display()));
    file.with_file_name(path)
}

/// What a schema says against a text of TOML.
fn refusals(schema: &Value, text: &str) -> Vec<String> {
    let validator: Validator = jsonschema::validator_for(schema).expect("a schema");
    let content: Value = toml::from_str(text).expect("TOML");
    let errors = validator.iter_errors(&content);
    errors.map(|error| error.to_string()).collect()
}

#[test]
fn the_schemas_are_those_of_the_drafts() {
    for (name, schema) in schema::all() {
        let file = root().join("src/content/.schemas").join(name);
        assert!(
            read(&file) == schema::text(&schema),
            "{name} is not current: run `cargo xtask schema`"
        );
    }
}

#[test]
fn every_content_file_names_its_schema_and_holds_it() {
    let files = files();
    assert!(files.len() >= 15, "only {} files found", files.len());
    for file in files {
        let named = named_in(&file);
        let new = file.starts_with(root().join(NEW));
        assert!(
            new || named.exists(),
            "{}: no {}",
            file.display(),
            named.display()
        );
        let name = named.file_name().expect("a name");
        let schema = read(&root().join("src/content/.schemas").join(name));
        let schema = serde_json::from_str(&schema).expect("JSON");
        let refused = refusals(&schema, &read(&file));
        assert!(refused.is_empty(), "{}: {refused:#?}", file.display());
    }
}

/// File, what stands there once, what is written instead, and what the editor then says.
const WRONG: &[(&str, &str, &str, &str)] = &[
    ("guide.toml", "many = true", "mnay = true", "mnay"),
    ("guide.toml", "size = 7", "size = \"seven\"", "seven"),
    (
        "guide.toml",
        "moment = \"now\"",
        "moment = \"soon\"",
        "soon",
    ),
    ("guide.toml", "format = 1\n", "", "format"),
    (
        "regions/malta.toml",
        "name = \"Malta\"",
        "title = \"Malta\"",
        "title",
    ),
    (
        "regions/malta.toml",
        "purpose = [\"emergency\"]",
        "purpose = [\"fire\"]",
        "fire",
    ),
    (
        "en/questions.toml",
        "why = ",
        "wyh = ",
        "not of type \"object\"",
    ),
    ("en/plan.toml", "lead = ", "laed = ", "laed"),
    ("en/words.toml", "skip = ", "skp = ", "skp"),
];

#[test]
fn a_wrong_file_is_refused_by_its_schema() {
    for (file, find, replace, said) in WRONG {
        let file = root().join("src/content").join(file);
        let schema = serde_json::from_str(&read(&named_in(&file))).expect("JSON");
        let text = read(&file);
        assert!(text.contains(find), "{}: no `{find}`", file.display());
        let refused = refusals(&schema, &text.replacen(find, replace, 1)).join("\n");
        assert!(
            refused.contains(said),
            "`{replace}` is not refused:\n{refused}"
        );
    }
}

#[test]
fn where_no_guide_is_none_are_written() {
    let nowhere = std::env::temp_dir().join("aftercare-guide-no-such-folder");
    let error = schema::write(&nowhere).expect_err("nothing to write beside");
    assert!(
        error
            .to_string()
            .contains("there is no guide in this folder"),
        "{error}"
    );
    assert!(!nowhere.exists());
}
