//! What several tests share: the guide as it stands in the repo, and the journeys.

#![allow(dead_code)]

pub mod contrast;
pub mod copy;
pub mod grown;
pub mod others;
pub mod refused;
pub mod screens;
pub mod sentences;

use engine::{Facts, Guide, Session, Settings};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use xtask::pseudo;

/// A named passage through the guide: answers in, plan out. One file a journey, in `tests/journeys/`.
#[derive(Debug, Clone)]
pub struct Journey {
    /// The file's name.
    pub id: String,
    /// Question to option, or options.
    pub answers: Value,
    /// What `cargo xtask plan` prints for it.
    pub expect: Value,
}

/// The repo's folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The shipped guide; its problems, readable, if it has any.
pub fn guide() -> Guide {
    xtask::content::load(&root().join("src/content"), "en").unwrap_or_else(|problems| {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        panic!(
            "{} problems in src/content\n{}",
            lines.len(),
            lines.join("\n")
        )
    })
}

/// The guide in every pseudo-language.
pub fn pseudo_guides() -> Vec<Guide> {
    let english = xtask::content::draft(&root().join("src/content"), "en").expect("a draft");
    let made = pseudo::ALL.map(|language| engine::check(language.draft(&english)));
    made.into_iter()
        .map(|guide| guide.expect("a guide"))
        .collect()
}

/// What must not be told to anyone: the names of answers and questions, and of what they lead to. Short labels are left out: they
/// could stand anywhere.
pub fn telling_names() -> Vec<String> {
    let guide = guide();
    let questions = guide.questions().iter().flat_map(|question| {
        let wording = question.wording(&Facts::default());
        let options = question.options.iter();
        let ids = options.map(|option| format!("{}.{}", question.id, option.id));
        let labels = wording.options.iter().chain([&wording.title]).cloned();
        labels.chain(ids)
    });
    let recommendations = guide.recommendation_keys();
    let ideas = recommendations.map(|key| guide.recommendation(key).words.title.clone());
    let pages = guide.safety_keys();
    let safety = pages.map(|key| guide.safety_topic(key).prose.title.clone());
    let names = questions.chain(ideas).chain(safety);
    names.filter(|name| name.len() > 11).collect()
}

/// Every journey of the shipped guide, by name.
pub fn journeys() -> Vec<Journey> {
    let journeys = journeys_in(&root().join("tests/journeys"));
    assert!(
        journeys.len() >= 10,
        "only {} journeys found",
        journeys.len()
    );
    journeys
}

/// The journeys of a folder, by name.
pub fn journeys_in(folder: &Path) -> Vec<Journey> {
    let entries = fs::read_dir(folder).unwrap_or_else(|_| panic!("{}", folder.display()));
    let files = entries.map(|entry| entry.expect("a file").path());
    let mut journeys: Vec<_> = files.map(|file| journey(&file)).collect();
    journeys.sort_by(|a, b| a.id.cmp(&b.id));
    journeys
}

fn journey(file: &Path) -> Journey {
    let text = fs::read_to_string(file).expect("a journey");
    let journey: Value =
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let name = file.file_stem().expect("a name");
    Journey {
        id: name.to_string_lossy().into_owned(),
        answers: journey["answers"].clone(),
        expect: journey["expect"].clone(),
    }
}

impl Journey {
    /// The options answered to a question: none is a skip.
    pub fn options(&self, question: &str) -> Vec<String> {
        xtask::screens::options(&self.answers, question)
    }

    /// The ids under a name of `expect`.
    pub fn expected(&self, name: &str) -> Vec<String> {
        let ids = self.expect[name]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        ids.iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    }

    /// The screens of this journey, the start first, each as the session that shows it.
    pub fn walk(&self, guide: &Guide, settings: &Settings) -> Vec<Session> {
        xtask::screens::walk(guide, settings.region, &self.answers)
    }
}
