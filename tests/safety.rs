//! Safety over every reachable state: what an answer switches off stands nowhere, and help stands first.
//!
//! A page is a function of the answers, of where the person is, and of what lies on top, so each is gone through: every
//! combination of answers to `when` and `check`, with every later answer left from before; every place; every page that can
//! be laid on top.

mod support;
#[path = "support/switched_off.rs"]
mod switched_off;

use aftercare_guide::still;
use engine::{
    Event, Form, Guide, OptionKey, Page, Piece, QuestionKey, RecommendationKey, Session, Settings,
    safety_text,
};
use serde_json::Value;
use std::collections::BTreeSet;
use support::guide;
use switched_off::off;

fn settings(guide: &Guide) -> Settings {
    let given = [
        ("support-url", "https://counsellor.example/contact"),
        ("who", "Mira Sant"),
        ("region", "malta"),
    ];
    Settings::check(
        guide,
        &given.map(|(name, value)| (name.to_owned(), value.to_owned())),
    )
    .0
}

fn question(guide: &Guide, id: &str) -> QuestionKey {
    let mut keys = guide.question_keys();
    keys.find(|key| guide.question(*key).id == id)
        .expect("the question")
}

/// The options of a question, by name.
fn options(guide: &Guide, id: &str) -> Vec<(String, OptionKey)> {
    let options = &guide.question(question(guide, id)).options;
    options
        .iter()
        .map(|option| (option.id.clone(), option.key))
        .collect()
}

/// Every subset of the safety answers but the empty one, "none of these" left out.
fn safety_answers(guide: &Guide) -> Vec<Vec<(String, OptionKey)>> {
    let mut all = options(guide, "check");
    let exclusive = guide.question(question(guide, "check")).exclusive;
    all.retain(|(_, key)| Some(*key) != exclusive);
    let subsets = (1..1_u32 << all.len()).map(|bits| {
        let picked = all
            .iter()
            .enumerate()
            .filter(|(at, _)| bits & (1 << at) != 0);
        picked.map(|(_, option)| option.clone()).collect()
    });
    subsets.collect()
}

/// A person who has answered everything once, perhaps with `before`, and now gives these answers.
fn answered(
    guide: &Guide,
    region: engine::RegionKey,
    before: Option<OptionKey>,
    when: Option<OptionKey>,
    check: &[OptionKey],
) -> Session {
    let step = |session: Session, event| session.after(guide, event);
    let mut session = step(Session::new(guide, region), Event::Begin);
    for option in before.into_iter().chain(when) {
        session = step(session, Event::Toggle(option));
    }
    session = step(session, Event::ShowIdeas);
    session = step(session, Event::Change(question(guide, "check")));
    for option in check {
        session = step(session, Event::Toggle(*option));
    }
    step(session, Event::Continue(question(guide, "check")))
}

/// What a person can do on a page without giving an answer or laying another page on top.
fn moves(page: &Page) -> Vec<Event> {
    match page {
        Page::Start => vec![Event::Begin],
        Page::Question(page) => vec![Event::Back, Event::Continue(page.key), Event::ShowIdeas],
        Page::Safety(_) => vec![Event::Back, Event::GoOn, Event::NotMeant],
        _ => vec![Event::Back],
    }
}

/// Every session that can be reached from here without another answer, each with every page laid on top once.
fn reachable(guide: &Guide, from: Session) -> Vec<Session> {
    let mut places = vec![from];
    let mut at = 0;
    while at < places.len() {
        for event in moves(&places[at].page(guide)) {
            let next = places[at].clone().after(guide, event);
            if !places.contains(&next) {
                places.push(next);
            }
        }
        at += 1;
    }
    let mut over = vec![
        Event::ShowMenu,
        Event::ShowReview,
        Event::ShowComfort,
        Event::ShowAbout,
    ];
    over.extend(guide.safety_keys().map(Event::Read));
    over.extend(guide.need_keys().map(Event::ShowMore));
    over.extend(guide.handout_keys().map(Event::ShowHandout));
    over.extend(Form::ALL.map(Event::ShowKeep));
    let laid = places
        .iter()
        .flat_map(|place| over.iter().map(|event| place.clone().after(guide, *event)));
    let laid: Vec<_> = laid.collect();
    places.into_iter().chain(laid).collect()
}

/// The ideas on a page, and whether one is starred.
fn ideas(page: &Page) -> (Vec<RecommendationKey>, bool) {
    match page {
        Page::Plan(plan, _) => {
            let ideas = plan
                .ideas
                .iter()
                .map(|idea| idea.key)
                .chain(plan.more.iter().copied());
            (ideas.collect(), plan.start.is_some())
        }
        Page::Menu(ideas, _) | Page::More(_, ideas, _) => (ideas.clone(), false),
        _ => (Vec::new(), false),
    }
}

#[test]
fn what_a_safety_answer_switches_off_stands_nowhere() {
    let guide = guide();
    let region = settings(&guide).region;
    let off = off();
    let later = guide
        .questions()
        .iter()
        .filter(|question| !["when", "check"].contains(&question.id.as_str()));
    let later: Vec<_> = later
        .flat_map(|question| question.options.iter().map(|option| Some(option.key)))
        .collect();
    let whens: Vec<_> = options(&guide, "when")
        .into_iter()
        .map(|(id, key)| (id, Some(key)))
        .chain([(String::new(), None)])
        .collect();
    let mut wrong = BTreeSet::new();
    let mut pages = 0;
    for (when, when_key) in &whens {
        for check in safety_answers(&guide) {
            let (names, keys): (Vec<_>, Vec<_>) = check.into_iter().unzip();
            let entries: Vec<_> = off.iter().filter(|off| off.holds(when, &names)).collect();
            // Whatever was answered later before the safety answer came does not bring anything back.
            let befores = if names.len() == 1 {
                later.as_slice()
            } else {
                &[]
            };
            for before in befores.iter().copied().chain([None]) {
                for session in reachable(&guide, answered(&guide, region, before, *when_key, &keys))
                {
                    pages += 1;
                    let (ideas, starred) = ideas(&session.page(&guide));
                    for entry in &entries {
                        let shown = ideas.iter().map(|key| &guide.recommendation(*key).id);
                        wrong.extend(
                            shown
                                .filter(|id| entry.ideas.contains(id))
                                .map(|id| format!("{when} {names:?}: {id}")),
                        );
                        if starred && !entry.starred {
                            wrong.insert(format!("{when} {names:?}: an idea is starred"));
                        }
                    }
                }
            }
        }
    }
    assert!(pages > 100_000, "only {pages} pages were looked at");
    let wrong: Vec<_> = wrong.into_iter().collect();
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// The texts of screens: every single safety answer, in every place.
#[test]
fn no_screen_says_what_a_safety_answer_switches_off() {
    let guide = guide();
    let settings = settings(&guide);
    let off = off();
    let mut wrong = BTreeSet::new();
    for (when, when_key) in options(&guide, "when") {
        for (name, key) in options(&guide, "check") {
            let entries: Vec<_> = off
                .iter()
                .filter(|off| off.holds(&when, std::slice::from_ref(&name)))
                .collect();
            if entries.iter().all(|entry| entry.texts.is_empty()) {
                continue;
            }
            let mut seen: Vec<Page> = Vec::new();
            for session in reachable(
                &guide,
                answered(&guide, settings.region, None, Some(when_key), &[key]),
            ) {
                let page = session.page(&guide);
                if matches!(page, Page::Start | Page::Question(_) | Page::Review(_))
                    || seen.contains(&page)
                {
                    continue;
                }
                seen.push(page);
                let html = still::screen(&guide, &settings, session);
                for text in entries.iter().flat_map(|entry| &entry.texts) {
                    if html.contains(text.as_str()) {
                        wrong.insert(format!("{when}, {name}: a screen says “{text}”"));
                    }
                }
            }
        }
    }
    let wrong: Vec<_> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// An injury or an exposure worry lets the questions go on: every answer that the switched-off ideas could hang on.
#[test]
fn an_injury_switches_off_in_every_plan() {
    let guide = guide();
    let off = off();
    let ids = |question: &str, left_out: &[&str]| -> Vec<Option<String>> {
        let options = options(&guide, question).into_iter().map(|(id, _)| id);
        options
            .filter(|id| !left_out.contains(&id.as_str()))
            .map(Some)
            .chain([None])
            .collect()
    };
    let mut plans = 0;
    for check in [
        vec!["hurt".to_owned()],
        vec!["hurt".to_owned(), "exposure".to_owned()],
    ] {
        for when in ids("when", &[]) {
            let off: BTreeSet<_> = off
                .iter()
                .filter(|off| off.holds(when.as_deref().unwrap_or(""), &check))
                .flat_map(|off| &off.ideas)
                .collect();
            assert!(!off.is_empty());
            for who in ids("who", &[]) {
                for place in ids("where", &[]) {
                    for closeness in ids("closeness", &[]) {
                        for feeling in ids("feelings", &[]) {
                            for body in ids("body", &[]) {
                                plans += 1;
                                let mut answers = serde_json::Map::from_iter([(
                                    "check".to_owned(),
                                    check.clone().into(),
                                )]);
                                let given = [
                                    ("when", &when),
                                    ("who", &who),
                                    ("where", &place),
                                    ("closeness", &closeness),
                                    ("feelings", &feeling),
                                    ("body", &body),
                                ];
                                for (question, option) in given {
                                    if let Some(option) = option {
                                        answers.insert(question.to_owned(), option.clone().into());
                                    }
                                }
                                let mut problems = Vec::new();
                                let plan = xtask::plan::one_plan(
                                    &guide,
                                    "answers",
                                    &Value::Object(answers.clone()),
                                    &mut problems,
                                );
                                assert_eq!(problems, [], "{answers:?}");
                                assert!(
                                    plan["start"].is_null(),
                                    "{answers:?} stars {}",
                                    plan["start"]
                                );
                                for idea in plan["plan"]
                                    .as_array()
                                    .expect("a plan")
                                    .iter()
                                    .filter_map(Value::as_str)
                                {
                                    assert!(
                                        !off.contains(&idea.to_owned()),
                                        "{answers:?} gives {idea}"
                                    );
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    assert!(plans > 100_000, "only {plans} plans were made");
}

/// Decision 5: every combination of safety pages is one page, its numbers once, its first number open day and night if there is one.
#[test]
fn several_safety_pages_are_one_page_with_each_number_once() {
    let guide = guide();
    for region in guide.region_keys() {
        let services = guide.region(region);
        for check in safety_answers(&guide) {
            let keys: Vec<_> = check.iter().map(|(_, key)| *key).collect();
            let session = answered(&guide, region, None, None, &keys);
            let Page::Safety(page) = session.page(&guide) else {
                panic!("{check:?} opens no safety page");
            };
            let text = safety_text(&guide, services, &page.topics, &page.replay.facts);
            assert_eq!(text.parts.len(), page.topics.len());
            // A page of its own names its first number again where it speaks of it.
            let several = page.topics.len() > 1;
            let first = text.first.iter().filter(|_| several);
            let mut names: Vec<_> = first.map(|service| &service.name).collect();
            names.extend(
                text.danger
                    .iter()
                    .flat_map(|danger| &danger.services)
                    .map(|service| &service.name),
            );
            for part in text
                .parts
                .iter()
                .flat_map(|part| &part.sections)
                .chain(&text.before)
            {
                for piece in &part.pieces {
                    if let Piece::Services { services, .. } = piece {
                        names.extend(services.iter().map(|service| &service.name));
                    }
                }
            }
            let once: BTreeSet<_> = names.iter().collect();
            assert_eq!(
                once.len(),
                names.len(),
                "{} {check:?}: {names:?}",
                services.id
            );
            let danger = text
                .danger
                .as_ref()
                .map(|danger| danger.reasons.clone())
                .unwrap_or_default();
            let reasons: BTreeSet<_> = danger.iter().collect();
            assert_eq!(reasons.len(), danger.len(), "{check:?}: {danger:?}");
            let needs_number = check
                .iter()
                .any(|(name, _)| !["hurt", "exposure"].contains(&name.as_str()));
            assert_eq!(
                !text.first.is_empty(),
                needs_number,
                "{} {check:?}",
                services.id
            );
        }
    }
}
