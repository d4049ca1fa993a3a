//! `cargo xtask schema`: what may stand in each content file, as JSON Schema, so that an editor completes and underlines.
//! A content file names its own in its first line: `#:schema …`.

use crate::languages;
use crate::report::refused;
use anyhow::{Context, Result};
use engine::{PlanWordsDraft, QuestionWordsDraft, RegionDraft, RulesDraft, WORDS};
use schemars::{Schema, schema_for};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The folder beside the content that they stand in.
const FOLDER: &str = ".schemas";

/// Each schema by its file's name.
pub fn all() -> Vec<(&'static str, Schema)> {
    vec![
        ("guide.json", schema_for!(RulesDraft)),
        ("plan.json", schema_for!(PlanWordsDraft)),
        ("questions.json", questions()),
        ("region.json", schema_for!(RegionDraft)),
        ("words.json", words()),
    ]
}

/// Writes them beside the content in this folder.
///
/// # Errors
/// When no guide stands there, or a file cannot be written.
pub fn write(content: &Path) -> Result<()> {
    languages::stands(content).map_err(refused(content))?;
    let folder = content.join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    for (name, schema) in all() {
        let file = content.join(place(name));
        fs::write(&file, text(&schema))
            .with_context(|| format!("{} cannot be written", file.display()))?;
    }
    Ok(())
}

/// Where one stands in a content folder.
pub fn place(name: &str) -> String {
    format!("{FOLDER}/{name}")
}

/// As it stands in its file, in alphabetical order: what is built beside xtask decides otherwise whether a map keeps its own.
pub fn text(schema: &Schema) -> String {
    let mut value = schema.as_value().clone();
    value.sort_all_objects();
    format!("{value:#}\n")
}

fn questions() -> Schema {
    let mut schema = schema_for!(BTreeMap<String, QuestionWordsDraft>);
    schema.insert("title".to_owned(), json!("Words of the questions"));
    schema
}

/// No sentence is asked for: a guide that shares the shipped words holds only its own. The check knows what is missing.
fn words() -> Schema {
    let tables: BTreeMap<_, _> = WORDS
        .iter()
        .map(|(table, names)| (*table, closed(names, &json!({ "type": "string" }))))
        .collect();
    let names: Vec<_> = tables.keys().copied().collect();
    let mut whole = closed(&names, &Value::Null);
    whole["properties"] = json!(tables);
    whole["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    whole["title"] = json!("Sentences of the interface");
    Schema::try_from(whole).unwrap_or_default()
}

/// An object with these names and no others.
fn closed(names: &[&str], each: &Value) -> Value {
    let properties: BTreeMap<_, _> = names.iter().map(|name| (*name, each)).collect();
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}
