//! Made-up people and their plans: the journeys that tests walk, or those in a guide's own folder.

use crate::plan;
use crate::setup::Places;
use anyhow::{Context, Result, anyhow};
use engine::{Guide, Replay};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// Where the journeys of the guide in this folder stand.
fn folder(content: &Path) -> PathBuf {
    let own = content.join("journeys");
    let shipped = crate::content::shipped();
    let is_shipped = content
        .canonicalize()
        .is_ok_and(|content| content == shipped);
    if is_shipped {
        return Places::new().root.join("tests/journeys");
    }
    own
}

/// Every journey with what was answered, in words, and what came of it. A guide can do without any.
///
/// # Errors
/// When a journey cannot be read, or answers what is not asked.
pub fn read(content: &Path, guide: &Guide) -> Result<Vec<Value>> {
    let folder = folder(content);
    let Ok(entries) = fs::read_dir(&folder) else {
        return Ok(Vec::new());
    };
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    files.iter().map(|file| journey(file, guide)).collect()
}

fn journey(file: &Path, guide: &Guide) -> Result<Value> {
    let place = || file.display().to_string();
    let text = fs::read_to_string(file).with_context(place)?;
    let read: Value = toml::from_str(&text).with_context(place)?;
    let mut problems = Vec::new();
    let answers = plan::read(guide, &place(), &read["answers"], &mut problems);
    let mut journey = plan::one_plan(guide, &place(), &read["answers"], &mut problems);
    if !problems.is_empty() {
        return Err(anyhow!("{}", crate::problems(&problems)));
    }
    let replay = Replay::whole(guide, &answers);
    let asked = replay.asked.iter().map(|key| guide.question(*key));
    let said: Vec<_> = asked
        .map(|question| {
            let wording = question.wording(&replay.facts);
            let picked = replay.counted(question);
            let picked: Vec<_> = picked
                .map(|option| &wording.options[option.index()])
                .collect();
            json!({ "question": wording.title, "picked": picked })
        })
        .collect();
    journey["name"] = read["name"].clone();
    journey["answers"] = json!(said);
    journey["reason"] = json!(engine::plan(guide, &replay).referral.reason);
    Ok(journey)
}

/// One to show: the longest plan among those that no safety page comes before.
pub fn example(journeys: &[Value]) -> Option<&Value> {
    let length = |journey: &&Value| journey["plan"].as_array().map_or(0, Vec::len);
    let calm = journeys
        .iter()
        .filter(|journey| journey["safety"] == json!([]));
    calm.max_by_key(length)
}
