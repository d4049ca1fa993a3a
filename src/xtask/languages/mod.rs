//! The languages of the content: a folder each. The first is the one that all others are held against.

mod shape;
pub mod texts;

use crate::content;
use crate::new::TO_WRITE;
use engine::{Draft, Guide, Problem};
use std::fs;
use std::path::Path;

/// The language that the guide is written in; it may be shipped as a draft.
pub const SOURCE: &str = "en";

/// Every language that stands in the content folder, that is, every folder with a `words.toml`; the source language first.
pub fn names(content: &Path) -> Vec<String> {
    let entries = fs::read_dir(content).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.path().join("words.toml").exists());
    let names = folders.filter_map(|entry| entry.file_name().into_string().ok());
    let mut others: Vec<_> = names.filter(|name| name != SOURCE).collect();
    others.sort();
    // Where it is missing, reading it says so.
    std::iter::once(SOURCE.to_owned()).chain(others).collect()
}

/// Whether a guide stands in this folder, whole or not.
///
/// # Errors
/// That there is none, in words.
pub fn stands(folder: &Path) -> Result<(), Vec<Problem>> {
    if folder.join("guide.toml").exists() || folder.join(SOURCE).is_dir() {
        return Ok(());
    }
    let message = "there is no guide in this folder, or no such folder";
    let hint = "name the folder that holds guide.toml";
    Err(vec![Problem::new("guide.toml", message, hint)])
}

/// Reads every language without checking it, the source language first.
///
/// # Errors
/// Every file that cannot be read or understood, of all languages.
pub fn drafts(folder: &Path) -> Result<Vec<Draft>, Vec<Problem>> {
    stands(folder)?;
    all(names(folder)
        .iter()
        .map(|language| content::draft(folder, language)))
}

/// Checks every language, and what the others lack or have more than the first.
///
/// # Errors
/// Every problem of all languages at once.
pub fn check(drafts: &[Draft]) -> Result<Vec<Guide>, Vec<Problem>> {
    let source = &drafts[0].language;
    all(drafts.iter().map(|draft| {
        let mut problems = shape::compare(source, &draft.language);
        match engine::check(draft.clone()) {
            Ok(guide) if problems.is_empty() => return Ok(guide),
            Ok(_) => {}
            Err(found) => problems.extend(found),
        }
        Err(problems)
    }))
}

/// As [`check`], for people to use: a language other than the source needs someone who answers for its words, and no place is
/// left to write in.
///
/// # Errors
/// As [`check`], and every language that nobody has reviewed or written to the end.
pub fn ship(drafts: &[Draft]) -> Result<Vec<Guide>, Vec<Problem>> {
    let guides = check(drafts)?;
    let unreviewed = drafts.iter().filter_map(unreviewed);
    let refused: Vec<_> = unreviewed
        .chain(drafts.iter().filter_map(unwritten))
        .collect();
    if refused.is_empty() {
        Ok(guides)
    } else {
        Err(refused)
    }
}

/// Why a language is not shipped: nobody who speaks it has reviewed it.
fn unreviewed(draft: &Draft) -> Option<Problem> {
    let folder = &draft.language.folder;
    let said = draft.language.words.get("language");
    let reviewer = said.and_then(|said| said.get("reviewed_by"));
    let missing = reviewer.is_none_or(|by| by.trim().is_empty());
    (missing && folder != SOURCE).then(|| {
        Problem::new(
            format!("{folder}/words.toml, [language]"),
            "no clinician who speaks the language has reviewed it, so it is not shipped",
            "fill in reviewed_by and reviewed_on once one has, or keep the folder out of src/content/",
        )
    })
}

/// The first text that an author has not written yet.
fn unwritten(draft: &Draft) -> Option<Problem> {
    let mut found = Vec::new();
    texts::each(&mut draft.language.clone(), &mut |text| {
        found.extend(text.contains(TO_WRITE).then(|| text.clone()));
    });
    let first = found.first()?;
    Some(Problem::new(
        format!("{}/", draft.language.folder),
        format!(
            "{} texts are not written yet, the first is “{first}”",
            found.len()
        ),
        format!("look for {TO_WRITE} in the folder's files and write what stands behind it"),
    ))
}

/// All of it, or every problem; what several languages share is said once.
fn all<T>(results: impl Iterator<Item = Result<T, Vec<Problem>>>) -> Result<Vec<T>, Vec<Problem>> {
    let (mut good, mut problems) = (Vec::new(), Vec::new());
    for result in results {
        match result {
            Ok(one) => good.push(one),
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() {
        return Ok(good);
    }
    problems.sort();
    problems.dedup();
    Err(problems)
}
