//! Made-up people and their plans: the journeys that tests walk, or those in a guide's own folder.

use crate::content;
use crate::plan;
use crate::report::{Refused, refused};
use crate::setup::Places;
use engine::{Guide, Problem, Replay};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// Where the journeys of the guide in this folder stand.
fn folder(content: &Path) -> PathBuf {
    let own = content.join("journeys");
    let shipped = content::shipped();
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
/// Every problem of journeys that cannot be read, or answer what is not asked.
pub fn read(content: &Path, guide: &Guide) -> Result<Vec<Value>, Refused> {
    let folder = folder(content);
    let Ok(entries) = fs::read_dir(&folder) else {
        return Ok(Vec::new());
    };
    let names = entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok());
    let mut files: Vec<_> = names.filter(|name| name.ends_with(".toml")).collect();
    files.sort();
    let mut problems = Vec::new();
    let journeys = files
        .iter()
        .filter_map(|file| journey(&folder, file, guide, &mut problems));
    let journeys = journeys.collect();
    match problems.is_empty() {
        true => Ok(journeys),
        false => Err(refused(&folder)(problems)),
    }
}

/// One journey; none where something is wrong with it.
fn journey(folder: &Path, file: &str, guide: &Guide, problems: &mut Vec<Problem>) -> Option<Value> {
    let read: Value = content::toml(folder, file, problems)?;
    let before = problems.len();
    let answers = plan::read(guide, file, &read["answers"], problems);
    if problems.len() > before {
        return None;
    }
    let mut journey = plan::one_plan(guide, file, &read["answers"], problems);
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
    Some(journey)
}

/// One to show: the longest plan among those that no safety page comes before.
pub fn example(journeys: &[Value]) -> Option<&Value> {
    let length = |journey: &&Value| journey["plan"].as_array().map_or(0, Vec::len);
    let calm = journeys
        .iter()
        .filter(|journey| journey["safety"] == json!([]));
    calm.max_by_key(length)
}
