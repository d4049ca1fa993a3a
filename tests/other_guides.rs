//! Guides about something else, made of files alone: every folder in `tests/guides/` is loaded, run and walked.
//!
//! Help services and most words of the interface are shared with the shipped guide; questions, rules and ideas are their own.

mod support;

use engine::{Guide, Page, Session, Settings};
use std::fs;
use support::copy::Copy;
use support::others::{Other, others};

const SUPPORT: &str = "https://counsellor.example/contact";

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
        let (own, its) = (&other.guide.words, &shipped.words);
        assert_eq!(own.help, its.help, "{}: shared words", other.name);
        assert_ne!(own.start.title, its.start.title, "{}", other.name);
        assert_ne!(other.guide.questions(), shipped.questions());
    }
}

/// Sharing is said in `guide.toml`; without it a folder stands for itself.
#[test]
fn nothing_is_shared_unasked() {
    let folder = Copy::of("tests/guides/sleep", "unshared");
    let rules = fs::read_to_string(folder.0.join("guide.toml")).expect("the rules");
    let unasked = rules.replace("[\"words\", \"regions\"]", "[\"regions\"]");
    fs::write(folder.0.join("guide.toml"), unasked).expect("written");
    let problems = xtask::content::load(&folder.0, "en").expect_err("problems");
    let said = problems.iter().map(ToString::to_string).collect::<String>();
    assert!(
        said.contains("en/words.toml, [question]: the sentence `skip` is missing"),
        "{said}"
    );
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
