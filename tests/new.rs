//! `cargo xtask new …`: something new is whole at once, stands where it belongs, and overwrites nothing.

mod support;

use engine::{Guide, Problem};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use support::copy::Copy;
use xtask::new::{self, Language, TO_WRITE};
use xtask::{content, languages};

/// The guides that something new is added to.
const GUIDES: [&str; 3] = ["src/content", "tests/guides/sleep", "src/xtask/new/guide"];

/// Every file of a folder with what it says.
fn files(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            let text = fs::read_to_string(&path).expect("text");
            found.insert(path, text);
        }
    }
    found
}

fn load(folder: &Path) -> Guide {
    content::load(folder, "en").unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn said(problems: &[Problem]) -> String {
    let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

fn german() -> Language {
    Language {
        code: "de".to_owned(),
        name: "Deutsch".to_owned(),
        direction: "ltr".to_owned(),
    }
}

/// Each line that stood in a file stands there still, in order; how many questions are promised may change, not its comment.
fn keeps(before: &str, after: &str) -> bool {
    let mut lines = after.lines();
    before
        .lines()
        .filter(|line| !line.trim().is_empty())
        .all(|line| lines.any(|other| counted(other) == counted(line)))
}

fn counted(line: &str) -> String {
    match line.strip_prefix("at_most = ") {
        Some(rest) => rest
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .to_owned(),
        None => line.to_owned(),
    }
}

#[test]
fn a_new_question_is_asked_last_and_what_stood_stands() {
    for guide in GUIDES {
        let copy = Copy::of(guide, "new-question");
        let before = files(&copy.0);
        let asked = load(&copy.0).questions().len();
        new::question(&copy.0, "weather").unwrap_or_else(|found| panic!("{guide}: {found}"));
        let after = load(&copy.0);
        let last = after.questions().last().expect("a question");
        assert_eq!(
            (after.questions().len(), last.id.as_str()),
            (asked + 1, "weather")
        );
        let words = last.wording(&engine::Facts::default());
        assert!(
            words.title.starts_with(TO_WRITE) && words.options.len() == 2,
            "{words:?}"
        );
        let now = files(&copy.0);
        assert!(
            before.iter().all(|(file, text)| keeps(text, &now[file])),
            "{guide}"
        );
        let draft = content::draft(&copy.0, "en").expect("a draft");
        let unless: Vec<_> = draft
            .rules
            .questions
            .iter()
            .rev()
            .take(2)
            .map(|question| &question.unless)
            .collect();
        assert_eq!(
            unless[0], unless[1],
            "{guide}: passed over as the one before it"
        );
    }
}

#[test]
fn a_new_idea_can_come_into_a_plan_but_not_after_a_safety_answer() {
    for guide in GUIDES {
        let copy = Copy::of(guide, "new-idea");
        let before = files(&copy.0);
        new::recommendation(&copy.0, "listen_to_rain")
            .unwrap_or_else(|found| panic!("{guide}: {found}"));
        let now = files(&copy.0);
        assert!(
            before.iter().all(|(file, text)| keeps(text, &now[file])),
            "{guide}"
        );
        let after = load(&copy.0);
        let first = &after.questions()[0];
        let answers = serde_json::json!({ first.id.as_str(): first.options[0].id });
        let plan = xtask::plan::run(&after, &answers.to_string()).expect("a plan");
        assert!(
            plan["plan"].to_string().contains("listen_to_rain"),
            "{guide}: {plan}"
        );
        let draft = content::draft(&copy.0, "en").expect("a draft");
        let new = draft.rules.recommendations.last().expect("an idea");
        assert_eq!(new.unless, draft.rules.menu.respects, "{guide}");
    }
}

#[test]
fn a_new_language_is_a_whole_copy_that_nobody_has_reviewed() {
    for guide in GUIDES {
        let copy = Copy::of(guide, "new-language");
        new::language(&copy.0, &german()).unwrap_or_else(|found| panic!("{guide}: {found}"));
        let drafts = languages::drafts(&copy.0).expect("drafts");
        let guides =
            languages::check(&drafts).unwrap_or_else(|found| panic!("{guide}: {}", said(&found)));
        let [english, german] = &guides[..] else {
            panic!("{guide}: {} languages", guides.len());
        };
        let words = &german.words.language;
        assert_eq!(
            (words.code.as_str(), words.name.as_str()),
            ("de", "Deutsch")
        );
        assert_eq!(
            (words.reviewed_by.as_str(), words.direction.as_str()),
            ("", "ltr")
        );
        assert_eq!(german.words.start, english.words.start, "{guide}");
        let refused = languages::ship(&drafts).expect_err("it has no reviewer");
        assert!(
            said(&refused).contains("no clinician who speaks the language"),
            "{guide}"
        );
        let text = fs::read_to_string(copy.0.join("de/words.toml")).expect("words");
        assert!(text.starts_with("#:schema "), "{text}");
    }
}

/// A question in a guide of two languages gets its words in both.
#[test]
fn something_new_is_new_in_every_language() {
    let copy = Copy::new("new-both");
    new::language(&copy.0, &german()).expect("a language");
    new::question(&copy.0, "weather").expect("a question");
    new::recommendation(&copy.0, "listen_to_rain").expect("an idea");
    let drafts = languages::drafts(&copy.0).expect("drafts");
    for guide in languages::check(&drafts).unwrap_or_else(|found| panic!("{}", said(&found))) {
        assert_eq!(
            guide.questions().last().map(|last| last.id.as_str()),
            Some("weather")
        );
    }
}

#[test]
fn a_new_guide_is_whole_and_its_journeys_hold() {
    let folder = Copy::of("tests/wording", "new-guide");
    let written = new::guide(&folder.0, "my_guide").unwrap_or_else(|found| panic!("{found}"));
    assert!(written.len() > 15, "{written:?}");
    let content = folder.0.join("my_guide");
    let guide = load(&content);
    let journeys = files(&content.join("journeys"));
    assert_eq!(journeys.len(), 2);
    for (file, text) in journeys {
        let journey: serde_json::Value = toml::from_str(&text).expect("a journey");
        let plan = xtask::plan::run(&guide, &journey["answers"].to_string()).expect("a plan");
        for (name, expected) in journey["expect"].as_object().expect("what is expected") {
            assert_eq!(&plan[name], expected, "{}: {name}", file.display());
        }
    }
    let refused = languages::ship(&languages::drafts(&content).expect("drafts"));
    let refused = said(&refused.expect_err("it is not written yet"));
    assert!(
        refused.contains("texts are not written yet, the first is “✎"),
        "{refused}"
    );
    for (file, text) in files(&content) {
        let schema = text
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("#:schema "));
        assert!(
            schema.is_none_or(|schema| file.with_file_name(schema).exists()),
            "{}",
            file.display()
        );
    }
}

/// What is asked for, and what is said; nothing is written then.
#[test]
fn a_name_that_cannot_be_is_refused_and_nothing_is_written() {
    let copy = Copy::new("new-refused");
    let before = files(&copy.0);
    let language = |code: &str, direction: &str| {
        let direction = direction.to_owned();
        new::language(
            &copy.0,
            &Language {
                code: code.to_owned(),
                direction,
                ..german()
            },
        )
    };
    let nowhere = copy.0.join("nowhere");
    let refused = [
        ("taken", new::question(&copy.0, "feelings")),
        (
            "cannot be used as a name",
            new::question(&copy.0, "How are you?"),
        ),
        ("cannot be used as a name", new::question(&copy.0, "")),
        (
            "cannot be used as a name",
            new::question(&copy.0, "unanswered."),
        ),
        (
            "guide.toml: there is no guide in this folder",
            new::question(&nowhere, "weather"),
        ),
        ("taken", new::recommendation(&copy.0, "drink")),
        (
            "cannot be used as a name",
            new::recommendation(&copy.0, "../../drink"),
        ),
        ("it is taken", language("en", "ltr")),
        ("not a language code", language("../de", "ltr")),
        ("not a language code", language("", "ltr")),
        (
            "`deutsch` is not a language code",
            language("deutsch", "ltr"),
        ),
        ("there is no direction `down`", language("de", "down")),
        ("it is taken", new::guide(&copy.0, "regions")),
        ("cannot be used as a name", new::guide(&copy.0, "My guide")),
        ("there is no such folder", new::guide(&nowhere, "mine")),
    ];
    for (expected, outcome) in refused {
        let found = outcome.expect_err(expected).to_string();
        assert!(
            found.contains(expected) && found.contains("hint: "),
            "not `{expected}` but\n{found}"
        );
    }
    assert_eq!(before, files(&copy.0));
}

/// Someone's file that is there already is left as it is.
#[test]
fn a_file_that_stands_is_not_overwritten() {
    let copy = Copy::new("new-stands");
    let file = copy.0.join("en/recommendations/rain.md");
    fs::write(&file, "Notes of mine").expect("written");
    let found = new::recommendation(&copy.0, "rain").expect_err("a refusal");
    assert!(found.to_string().contains("rain"), "{found}");
    assert_eq!(fs::read_to_string(&file).expect("text"), "Notes of mine");
    let rules = fs::read_to_string(copy.0.join("guide.toml")).expect("rules");
    assert!(!rules.contains("id = \"rain\""));
}

/// As an editor on Windows writes them.
#[test]
fn lines_end_as_they_did() {
    let copy = Copy::of("src/content", "new-lines");
    let windows = ["guide.toml", "en/questions.toml"].map(|file| copy.0.join(file));
    for file in &windows {
        let text = fs::read_to_string(file).expect("text");
        fs::write(file, text.replace('\n', "\r\n")).expect("a file");
    }
    new::question(&copy.0, "weather").unwrap_or_else(|found| panic!("{found}"));
    for file in &windows {
        let text = fs::read_to_string(file).expect("text");
        let lines = text.matches('\n').count();
        assert_eq!(text.matches("\r\n").count(), lines, "{}", file.display());
    }
}
