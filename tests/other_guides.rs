//! Guides about something else, made of files alone: every folder in `tests/guides/` is loaded, run and walked.
//!
//! Words of the interface and regions are the product's own; questions, rules and ideas are the guide's.

mod support;

use engine::{Guide, Page, Session, Settings};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use support::{Journey, root};

const SUPPORT: &str = "https://counsellor.example/contact";

/// A guide as it stands in its folder.
struct Other {
    name: String,
    guide: Guide,
    journeys: Vec<Journey>,
}

/// A folder of its own in the system's temporary folder, gone when it goes out of scope.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        static NEXT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        let number = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let id = format!("aftercare-guide-{name}-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(id);
        fs::create_dir(&folder).expect("a new folder");
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).expect("a folder to copy into");
        for entry in entries(from) {
            copy(&entry, &to.join(entry.file_name().expect("a name")));
        }
    } else {
        fs::copy(from, to).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
    }
}

/// What stands in a folder, in order.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    entries
}

fn stem(path: &Path) -> String {
    let stem = path.file_stem().expect("a name");
    stem.to_string_lossy().into_owned()
}

/// The guides, loaded together with the product's own words and regions.
fn others() -> Vec<Other> {
    entries(&root().join("tests/guides"))
        .iter()
        .map(|folder| Other {
            name: stem(folder),
            guide: load(folder),
            journeys: entries(&folder.join("journeys"))
                .iter()
                .map(|file| journey(file))
                .collect(),
        })
        .collect()
}

fn load(folder: &Path) -> Guide {
    let whole = Folder::new(&stem(folder));
    copy(folder, &whole.0);
    for shared in ["en/words.toml", "regions"] {
        copy(
            &root().join("src/content").join(shared),
            &whole.0.join(shared),
        );
    }
    xtask::content::load(&whole.0, "en").unwrap_or_else(|problems| {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        panic!("{}\n{}", folder.display(), lines.join("\n"))
    })
}

fn journey(file: &Path) -> Journey {
    let text = fs::read_to_string(file).expect("a journey");
    let journey: Value =
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    Journey {
        id: stem(file),
        answers: journey["answers"].clone(),
        expect: journey["expect"].clone(),
    }
}

fn settings(guide: &Guide) -> Settings {
    let given = [("support-url", SUPPORT), ("region", "ireland")]
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let (settings, problems) = Settings::check(guide, &given);
    assert_eq!(problems, []);
    settings
}

fn screen(guide: &Guide, settings: &Settings, session: &Session) -> String {
    aftercare_guide::still::screen(guide, settings, session.clone())
}

#[test]
fn each_has_what_a_guide_needs() {
    let others = others();
    assert!(!others.is_empty(), "no guide in tests/guides");
    for other in others {
        assert!(
            other.journeys.len() >= 2,
            "{}: {} journeys",
            other.name,
            other.journeys.len()
        );
        let shipped = support::guide();
        assert_eq!(other.guide.words, shipped.words, "{}", other.name);
        assert_ne!(other.guide.questions(), shipped.questions());
    }
}

#[test]
fn every_journey_gives_its_plan() {
    let mut wrong = Vec::new();
    for other in others() {
        for journey in &other.journeys {
            let plan = xtask::plan::run(&other.guide, &journey.answers.to_string())
                .unwrap_or_else(|problems| panic!("{}: {problems:?}", journey.id));
            for key in ["plan", "start", "referral", "safety", "needs"] {
                if plan[key] != journey.expect[key] {
                    wrong.push(format!(
                        "{} {}: {key}\n      is {}\n  not the {}",
                        other.name, journey.id, plan[key], journey.expect[key]
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_journey_ends_at_the_link_to_support() {
    for Other {
        name,
        guide,
        journeys,
    } in others()
    {
        let settings = settings(&guide);
        for journey in journeys {
            let place = format!("{name} {}", journey.id);
            let walked = journey.walk(&guide, &settings);
            let screens: Vec<_> = walked
                .iter()
                .map(|session| screen(&guide, &settings, session))
                .collect();
            for screen in &screens {
                for needed in ["data-do=\"leave\"", "data-do=\"help\""] {
                    assert!(screen.contains(needed), "{place}: no {needed}\n{screen}");
                }
                assert_eq!(screen.matches("<h1").count(), 1, "{place}\n{screen}");
            }
            let last = screens.last().expect("a screen");
            assert!(
                last.contains(&format!("href=\"{SUPPORT}\"")),
                "{place}: no link to support\n{last}"
            );
            for id in journey.expected("plan") {
                assert!(
                    last.contains(&format!("data-idea=\"{id}\"")),
                    "{place}: idea {id} is not shown"
                );
            }
            let safety = walked
                .iter()
                .any(|session| matches!(session.page(&guide), Page::Safety(_)));
            assert_eq!(
                safety,
                !journey.expected("safety").is_empty(),
                "{place}: a safety page"
            );
        }
    }
}

#[test]
fn the_sleep_guide_asks_otherwise_about_tonight() {
    let others = others();
    let sleep = others.iter().find(|other| other.name == "sleep").unwrap();
    let settings = settings(&sleep.guide);
    let asked = |id: &str| {
        let journey = sleep.journeys.iter().find(|journey| journey.id == id);
        let walked = journey.expect("the journey").walk(&sleep.guide, &settings);
        let screens = walked.iter();
        screens
            .map(|session| screen(&sleep.guide, &settings, session))
            .collect::<String>()
    };
    let (usual, other) = ("What kept you awake?", "What often keeps you awake?");
    let (gasping, tonight) = (asked("gasping"), asked("tonight"));
    assert!(gasping.contains(usual) && !gasping.contains(other));
    assert!(tonight.contains(other) && !tonight.contains(usual));
    assert!(!asked("dark_night").contains(usual), "safety comes first");
}
