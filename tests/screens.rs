//! Every journey as screens in every language, rendered without a browser: from the start to the link to support.

mod support;

use aftercare_guide::still;
use engine::{Event, Guide, Onward, Page, Session, Settings};
use serde_json::json;
use std::collections::BTreeSet;
use support::{Journey, guide, journeys, pseudo_guides};

const SUPPORT: &str = "https://counsellor.example/contact";

/// English, and the pseudo-languages: what a screen holds does not depend on its words.
fn every_language() -> Vec<Guide> {
    [vec![guide()], pseudo_guides()].concat()
}

fn settings(guide: &Guide) -> Settings {
    let given = [("support-url", SUPPORT), ("region", "malta")]
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let (settings, problems) = Settings::check(guide, &given);
    assert_eq!(problems, []);
    settings
}

fn screens(guide: &Guide, settings: &Settings, sessions: &[Session]) -> Vec<String> {
    sessions
        .iter()
        .map(|session| still::screen(guide, settings, session.clone()))
        .collect()
}

/// Every `href` on a screen.
fn links(html: &str) -> Vec<String> {
    html.split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_journey_ends_at_the_link_to_support() {
    for guide in every_language() {
        let settings = settings(&guide);
        for journey in journeys() {
            let walked = journey.walk(&guide, &settings);
            let screens = screens(&guide, &settings, &walked);
            let last = screens.last().expect("a screen");
            assert!(
                links(last).contains(&SUPPORT.to_owned()),
                "{}: no link to support\n{last}",
                journey.id
            );
            for id in journey.expected("plan") {
                assert!(
                    last.contains(&format!("data-idea=\"{id}\"")),
                    "{}: idea {id} is not shown",
                    journey.id
                );
            }
            for screen in &screens {
                assert!(
                    screen.contains("data-do=\"leave\""),
                    "{}: a screen without Leave\n{screen}",
                    journey.id
                );
                assert!(
                    screen.contains("data-do=\"help\""),
                    "{}: a screen without Help\n{screen}",
                    journey.id
                );
                assert_eq!(
                    screen.matches("<h1").count(),
                    1,
                    "{}: one main heading a screen\n{screen}",
                    journey.id
                );
            }
        }
    }
}

#[test]
fn a_safety_answer_opens_its_pages_before_anything_else() {
    for guide in every_language() {
        let settings = settings(&guide);
        for journey in journeys() {
            let pages: Vec<_> = journey
                .walk(&guide, &settings)
                .iter()
                .map(|session| session.page(&guide))
                .collect();
            let check = pages.iter().position(|page| matches!(page, Page::Question(question) if guide.question(question.key).id == "check"));
            let shown: Vec<_> = match &pages[check.expect("the safety question is asked") + 1] {
                Page::Safety(page) => page
                    .topics
                    .iter()
                    .map(|key| guide.safety_topic(*key).id.clone())
                    .collect(),
                _ => Vec::new(),
            };
            assert_eq!(shown, journey.expected("safety"), "{}", journey.id);
        }
    }
}

#[test]
fn links_are_fixed_before_the_first_answer() {
    for guide in every_language() {
        let settings = settings(&guide);
        let region = guide.region(settings.region);
        let mut fixed = BTreeSet::from([SUPPORT.to_owned(), settings.exit_url.clone()]);
        for service in &region.services {
            fixed.extend(service.phone.iter().map(|(_, dial)| format!("tel:{dial}")));
            fixed.extend(service.sms.iter().map(|(to, _)| format!("sms:{to}")));
            fixed.extend(service.web.clone());
        }
        for journey in journeys() {
            for screen in screens(&guide, &settings, &journey.walk(&guide, &settings)) {
                for link in links(&screen) {
                    assert!(
                        fixed.contains(&link),
                        "{}: {link} is not among the fixed links",
                        journey.id
                    );
                }
            }
        }
    }
}

#[test]
fn a_shown_total_never_changes() {
    for guide in every_language() {
        let settings = settings(&guide);
        for journey in journeys() {
            let walked = journey.walk(&guide, &settings);
            let asked = walked
                .iter()
                .filter(|session| matches!(session.page(&guide), Page::Question(_)))
                .count();
            for session in &walked {
                if let Page::Question(page) = session.page(&guide) {
                    assert!(
                        page.total.is_none_or(|total| total == asked),
                        "{}: {:?} of {asked}",
                        journey.id,
                        page.total
                    );
                    assert_eq!(
                        page.total.is_some(),
                        page.number >= 4,
                        "{}: question {}",
                        journey.id,
                        page.number
                    );
                }
            }
        }
    }
}

/// Decision 3 and spec 4.2: who may need it is led to help, by a line that opens it and leads back.
#[test]
fn a_soft_line_leads_to_help_and_back() {
    for guide in every_language() {
        let settings = settings(&guide);
        let cases = [
            (json!({}), true),
            (json!({"check": ["none_of_these"]}), false),
            (
                json!({"check": ["none_of_these"], "feelings": ["unvalued"]}),
                true,
            ),
            (
                json!({"check": ["none_of_these"], "feelings": ["numb"], "closeness": "lots_of_space"}),
                true,
            ),
            (
                json!({"check": ["none_of_these"], "feelings": ["numb"], "closeness": "mostly_space"}),
                false,
            ),
        ];
        for (answers, shown) in cases {
            let journey = Journey {
                id: answers.to_string(),
                answers,
                expect: json!({}),
            };
            let plan = journey.walk(&guide, &settings).pop().expect("a plan");
            let html = still::screen(&guide, &settings, plan.clone());
            assert_eq!(html.contains("data-do=\"soft\""), shown, "{}", journey.id);
            let page = guide
                .safety_keys()
                .find(|key| guide.safety_topic(*key).id == "safety_unwanted")
                .expect("the page");
            let reading = plan.clone().after(&guide, Event::Read(page));
            assert!(
                matches!(reading.page(&guide), Page::Safety(page) if matches!(page.onward, Onward::Back(_))),
                "{}",
                journey.id
            );
            assert_eq!(reading.after(&guide, Event::Back), plan, "{}", journey.id);
        }
    }
}

/// Who reads of something that was not wanted, and then asks for small comforts, may be that person.
#[test]
fn comforts_after_reading_of_harm_leave_evidence_alone() {
    for guide in every_language() {
        let settings = settings(&guide);
        let page = |id: &str| {
            let mut keys = guide.safety_keys();
            keys.find(|key| guide.safety_topic(*key).id == id)
                .expect("the page")
        };
        let drink = |reading: &str| {
            let start = Session::new(&guide, settings.region);
            let reading = start.after(&guide, Event::Read(page(reading)));
            let comforts = reading.after(&guide, Event::ShowComfort);
            still::screen(&guide, &settings, comforts).contains("data-idea=\"drink\"")
        };
        assert!(!drink("safety_unwanted"));
        assert!(drink("safety_hurt"));
    }
}

/// Words that stand on a screen before anything is unfolded.
fn words_in_view(html: &str) -> usize {
    let folded = html.replace("<details open=\"\">", "<section>");
    let mut text = String::new();
    for part in folded.split("<details>") {
        text.push_str(
            part.split_once("</details>")
                .map_or(part, |(_, after)| after),
        );
    }
    let outside = text
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, after)| after));
    outside
        .collect::<Vec<_>>()
        .join(" ")
        .split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric))
        .count()
}

/// Decision 14: a plan is read at a glance. Counted: all of the page but the bar and the safety line.
#[test]
fn a_plan_shows_at_most_250_words_before_support() {
    for guide in every_language() {
        let settings = settings(&guide);
        for journey in journeys() {
            let plan = journey.walk(&guide, &settings).pop().expect("a plan");
            if !matches!(plan.page(&guide), Page::Plan(plan, _) if !plan.comfort) {
                continue;
            }
            let html = still::screen(&guide, &settings, plan);
            let main = html.split("<main").nth(1).expect("the page");
            let before_support = main.split(" class=\"referral\"").next().expect("the ideas");
            let notice = before_support.split("<aside").nth(1).map_or(0, |rest| {
                words_in_view(rest.split("</aside>").next().unwrap_or(rest))
            });
            let words = words_in_view(before_support) - notice;
            assert!(words <= 250, "{}: {words} words", journey.id);
        }
    }
}
