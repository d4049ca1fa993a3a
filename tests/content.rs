//! The content as its readers get it: the article is covered, and nothing stands in Rust.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use support::copy::Copy;
use support::{guide, root};

/// The number of atomic facts in the article (spec section 1).
const FACTS: usize = 64;

fn texts(folder: &Path, endings: &[&str], found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            texts(&path, endings, found);
        } else if endings
            .iter()
            .any(|ending| path.extension().is_some_and(|e| e == *ending))
        {
            found.push((
                path.display().to_string(),
                fs::read_to_string(&path).expect("text"),
            ));
        }
    }
}

#[test]
fn every_fact_of_the_article_is_carried() {
    let mut files = Vec::new();
    texts(&root().join("src/content"), &["md", "toml"], &mut files);
    let carried: BTreeSet<usize> = files
        .iter()
        .flat_map(|(_, text)| text.lines())
        .filter_map(|line| line.split_once("carries "))
        .flat_map(|(_, facts)| facts.split_whitespace())
        .filter_map(|fact| fact.strip_prefix('F')?.parse().ok())
        .collect();
    let missing: Vec<_> = (1..=FACTS)
        .filter(|fact| !carried.contains(fact))
        .map(|fact| format!("F{fact}"))
        .collect();
    assert!(missing.is_empty(), "carried nowhere: {}", missing.join(" "));
}

#[test]
fn no_name_from_the_content_stands_in_rust() {
    let guide = guide();
    let mut names: BTreeSet<String> = guide
        .recommendation_keys()
        .map(|key| guide.recommendation(key).id.clone())
        .collect();
    for question in guide.questions() {
        names.insert(format!("{}.", question.id));
        names.extend(question.options.iter().map(|choice| choice.id.clone()));
    }
    let mut files = Vec::new();
    for part in ["src/engine", "src/widget", "src/xtask"] {
        texts(&root().join(part), &["rs"], &mut files);
    }
    for (file, text) in files {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for literal in code
            .split('"')
            .skip(1)
            .step_by(2)
            .filter(|literal| literal.contains('_'))
        {
            assert!(!names.contains(literal), "{file} names `{literal}`");
        }
    }
}

#[test]
fn title_and_action_stay_short() {
    let guide = guide();
    for key in guide.recommendation_keys() {
        let idea = guide.recommendation(key);
        let words = |text: &str| text.split_whitespace().count();
        assert!(
            words(&idea.words.title) <= 8,
            "{}: the title has more than 8 words",
            idea.id
        );
        let both = words(&idea.words.title) + words(&idea.words.action);
        assert!(
            both <= 25,
            "{}: title and action have {both} words",
            idea.id
        );
    }
}

#[test]
fn a_folder_in_the_place_of_a_file_is_said() {
    let content = Copy::new("folder-for-file");
    let help = content.0.join("en/help.md");
    fs::remove_file(&help).expect("a file");
    fs::create_dir(&help).expect("a folder");
    let problems = xtask::content::load(&content.0, "en").expect_err("no help page");
    let said = problems[0].to_string();
    assert!(said.contains("en/help.md: it is a folder"), "{said}");
}
