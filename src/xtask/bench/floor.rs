//! The floor: the guide file with rules and screens in plain JavaScript, and its data as JSON.
//!
//! First screen, looks, plain page, leaving, settings and policy are the shipped ones: they are plain HTML and JavaScript already.

use crate::dist;
use crate::setup::Places;
use anyhow::{Context, Result};
use engine::Guide;
use serde::Serialize;
use serde_json::Value;
use std::fs;

/// Its scripts, in `tests/bench/floor/`.
const SCRIPTS: [&str; 4] = ["rules.js", "parts.js", "screens.js", "floor.js"];

/// The checked guide as JSON, its words by name.
pub fn data(guide: &Guide, words: &impl Serialize) -> Result<Value> {
    let mut data = serde_json::to_value(guide).context("the guide as JSON")?;
    data["words"] = serde_json::to_value(words).context("the words as JSON")?;
    Ok(data)
}

/// The file.
pub fn file(places: &Places, guide: &Guide, data: &Value) -> Result<String> {
    let folder = places.root.join("tests/bench/floor");
    let read = |name| {
        fs::read_to_string(folder.join(name)).with_context(|| format!("{name} cannot be read"))
    };
    let scripts = SCRIPTS.map(read).into_iter().collect::<Result<Vec<_>>>()?;
    // Nothing in it may end the script.
    let json = data.to_string().replace('<', "\\u003c");
    let data = format!("<script type=\"text/plain\" id=\"data\">{json}</script>");
    dist::around(&places.root, guide, &data, "", &scripts.concat())
}
