//! `cargo xtask new …`: writes the entries and files of something new, with places to fill in. The guide is whole at once: what is
//! written passes the check, and nothing that stands is overwritten.

mod changes;
mod language;
mod rules;

use crate::certificate;
use crate::report::Refused;
use crate::setup::Places;
use changes::Changes;
use engine::Problem;
use std::path::{Path, PathBuf};

pub use language::Language;

/// What stands where an author is to write.
pub const TO_WRITE: char = '✎';

/// A question at the end of the others, in every language.
///
/// # Errors
/// When the guide has a problem, or the name cannot be used; then nothing is written.
pub fn question(content: &Path, name: &str) -> Result<Vec<PathBuf>, Refused> {
    let drafts = certificate::whole(content)?.drafts;
    let draft = &drafts[0];
    name_of(
        name,
        draft.rules.questions.iter().map(|question| &question.id),
    )?;
    let mut changes = Changes::to(content);
    rules::question(&mut changes, &draft.rules, name)?;
    for draft in &drafts {
        rules::question_words(&mut changes, &draft.language.folder, name)?;
    }
    Ok(changes.make()?)
}

/// An idea at the end of the others, in every language.
///
/// # Errors
/// As [`question`].
pub fn recommendation(content: &Path, name: &str) -> Result<Vec<PathBuf>, Refused> {
    let drafts = certificate::whole(content)?.drafts;
    let draft = &drafts[0];
    name_of(
        name,
        draft.rules.recommendations.iter().map(|idea| &idea.id),
    )?;
    let mut changes = Changes::to(content);
    rules::recommendation(&mut changes, &draft.rules, name)?;
    for draft in &drafts {
        let file = format!("{}/recommendations/{name}.md", draft.language.folder);
        changes.add(&file, include_str!("recommendation.md"));
    }
    Ok(changes.make()?)
}

/// A language, as a copy of the first to translate.
///
/// # Errors
/// As [`question`].
pub fn language(content: &Path, language: &Language) -> Result<Vec<PathBuf>, Refused> {
    let drafts = certificate::whole(content)?.drafts;
    let mut changes = Changes::to(content);
    language.copy(&mut changes, &drafts[0])?;
    Ok(changes.make()?)
}

/// A guide in a folder of its own, small and whole.
///
/// # Errors
/// When the folder is there already, or the name cannot be used; then nothing is written.
pub fn guide(folder: &Path, name: &str) -> Result<Vec<PathBuf>, Refused> {
    name_of(name, [])?;
    if !folder.is_dir() {
        let problem = Problem::new(
            folder.display().to_string(),
            "there is no such folder",
            "make it, or name another with --folder",
        );
        return Err(vec![problem].into());
    }
    let content = folder.join(name);
    if content.exists() {
        return Err(vec![taken(&content.display().to_string())].into());
    }
    let mut changes = Changes::to(&content);
    changes.copy(&Places::new().root.join("src/xtask/new/guide"), "")?;
    for (file, schema) in crate::schema::all() {
        changes.add(&crate::schema::place(file), &crate::schema::text(&schema));
    }
    Ok(changes.make()?)
}

/// Refuses a name that rules cannot use, or that is taken.
fn name_of<'n>(
    name: &str,
    taken: impl IntoIterator<Item = &'n String>,
) -> Result<(), Vec<Problem>> {
    let letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) || !name.chars().all(letter) {
        return Err(vec![Problem::new(
            format!("the name `{name}`"),
            "it cannot be used as a name",
            "use lower-case letters, digits and _, and begin with a letter",
        )]);
    }
    match taken.into_iter().any(|other| other == name) {
        true => Err(vec![self::taken(&format!("the name `{name}`"))]),
        false => Ok(()),
    }
}

fn taken(place: &str) -> Problem {
    Problem::new(
        place,
        "it is taken",
        "choose another name; nothing was written",
    )
}
