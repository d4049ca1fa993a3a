//! What goes with a visitor, for every journey and every case: what it may hold, and what a person can make of their plan.

mod support;

use engine::{
    Direction, Event, Facts, Form, Guide, Keep, Page, Pick, Plan, RecommendationKey, Session, Sheet,
};
use serde_json::Value;
use std::fs;
use support::{guide, journeys, root};
use xtask::screens::walk;

/// What would say what a sheet is about, wherever it is found.
const TELLING: [&str; 16] = [
    "sex",
    "partner",
    "consent",
    "counsel",
    "aftercare",
    "http",
    "safety",
    "afterwards",
    "other person",
    "kiss",
    "dressed",
    "sore",
    "wanted",
    "assault",
    "rape",
    "abuse",
];

/// Every passage of the journeys and cases that ends at a plan.
fn plans(guide: &Guide) -> Vec<(String, Session)> {
    let cases = fs::read_to_string(root().join("tests/cases.json")).expect("the cases");
    let cases: Vec<Value> = serde_json::from_str(&cases).expect("the cases");
    let cases = cases.into_iter().enumerate();
    let cases = cases.map(|(at, case)| (format!("case {at}"), case["answers"].clone()));
    let named = journeys()
        .into_iter()
        .map(|journey| (journey.id, journey.answers));
    let region = guide.region_named("malta").expect("a region");
    let ends = cases.chain(named).filter_map(|(name, answers)| {
        let end = walk(guide, region, &answers).pop()?;
        plan(guide, &end).map(|_| (name, end))
    });
    ends.collect()
}

fn plan(guide: &Guide, session: &Session) -> Option<Plan> {
    match session.page(guide) {
        Page::Plan(plan, _) if !plan.comfort => Some(plan),
        _ => None,
    }
}

/// The sheet in this form, with everything picked that can be.
fn everything(guide: &Guide, session: &Session, form: Form) -> Keep {
    let mut session = session.clone().after(guide, Event::ShowKeep(form));
    let kept = |session: &Session| match session.page(guide) {
        Page::Keep(keep, _) => keep,
        page => panic!("not a sheet: {page:?}"),
    };
    for (pick, ticked) in kept(&session).picks {
        if !ticked {
            session = session.after(guide, Event::Pick(pick));
        }
    }
    kept(&session)
}

/// The labels of all options, as people read them.
fn labels(guide: &Guide) -> Vec<String> {
    let questions = guide.questions().iter();
    let labels = questions.flat_map(|question| question.wording(&Facts::default()).options.clone());
    labels.filter(|label| label.len() > 11).collect()
}

fn lines(sheet: &Sheet) -> usize {
    sheet.parts.iter().map(|part| part.lines.len()).sum()
}

#[test]
fn no_sheet_says_what_it_is_about() {
    let guide = guide();
    let labels = labels(&guide);
    let plans = plans(&guide);
    assert!(plans.len() > 60, "only {} plans", plans.len());
    for (name, session) in plans {
        let reason = plan(&guide, &session).expect("a plan").referral.reason;
        for form in Form::ALL {
            let text = everything(&guide, &session, form).sheet.text();
            let small = text.to_lowercase();
            let telling = TELLING.iter().find(|word| small.contains(*word));
            assert_eq!(telling, None, "{name}, {form:?}:\n{text}");
            let said = labels.iter().find(|label| text.contains(label.as_str()));
            assert_eq!(said, None, "{name}, {form:?}:\n{text}");
            assert!(!text.contains(&reason), "{name}, {form:?}: why support");
        }
    }
}

#[test]
fn a_card_has_three_to_five_lines() {
    let guide = guide();
    for (name, session) in plans(&guide) {
        let card = everything(&guide, &session, Form::Card);
        assert!(
            (3..=5).contains(&lines(&card.sheet)),
            "{name}: {:?}",
            card.sheet
        );
        assert!(
            card.sheet.text().lines().all(|line| line.len() <= 40),
            "{name}: {:?}",
            card.sheet
        );
    }
}

#[test]
fn a_note_is_offered_only_where_talking_is_left() {
    let guide = guide();
    let (mut offered, mut not) = (0, 0);
    for (name, session) in plans(&guide) {
        let note = everything(&guide, &session, Form::Note);
        let facts = match session.page(&guide) {
            Page::Plan(_, replay) => replay.facts,
            page => panic!("{page:?}"),
        };
        match note.picks.is_empty() {
            true => not += 1,
            false => offered += 1,
        }
        assert!(
            note.picks.is_empty() || !guide.alone(&facts),
            "{name}: alone, and a note"
        );
    }
    assert!(offered > 10 && not > 10, "{offered} offered, {not} not");
}

/// Paper holds the plan unless the person says otherwise, and help numbers only if they say so; a note starts empty.
#[test]
fn nothing_goes_along_that_was_not_chosen() {
    let guide = guide();
    for (name, session) in plans(&guide) {
        let open = |form| match session
            .clone()
            .after(&guide, Event::ShowKeep(form))
            .page(&guide)
        {
            Page::Keep(keep, _) => keep,
            page => panic!("{page:?}"),
        };
        let picks = [(Pick::Ideas, true), (Pick::Numbers, false)];
        assert_eq!(open(Form::Paper).picks, picks, "{name}");
        assert_eq!(open(Form::Note).sheet, Sheet::default(), "{name}");
    }
}

fn keys(guide: &Guide, session: &Session) -> Vec<RecommendationKey> {
    let plan = plan(guide, session).expect("a plan");
    plan.ideas.iter().map(|idea| idea.key).collect()
}

#[test]
fn an_idea_moves_in_its_group_and_comes_back_where_it_was() {
    let guide = guide();
    for (name, session) in plans(&guide) {
        let before = keys(&guide, &session);
        for key in &before {
            for direction in [Direction::Up, Direction::Down] {
                let moved = session.clone().after(&guide, Event::Move(*key, direction));
                let after = keys(&guide, &moved);
                let mut moments = after.iter().map(|key| guide.recommendation(*key).moment);
                assert!(moments.by_ref().is_sorted(), "{name}: a group was left");
                let back = match direction {
                    Direction::Up => Direction::Down,
                    Direction::Down => Direction::Up,
                };
                if after != before {
                    let again = moved.after(&guide, Event::Move(*key, back));
                    assert_eq!(keys(&guide, &again), before, "{name}");
                }
            }
        }
    }
}

#[test]
fn what_is_set_aside_stays_in_its_place_and_goes_nowhere_else() {
    let guide = guide();
    for (name, session) in plans(&guide) {
        let before = keys(&guide, &session);
        for key in &before {
            let aside = session.clone().after(&guide, Event::SetAside(*key));
            let plan = plan(&guide, &aside).expect("a plan");
            assert_eq!(keys(&guide, &aside), before, "{name}");
            assert_ne!(plan.start, Some(*key), "{name}: starred");
            let line = &guide.recommendation(*key).words.card;
            let paper = everything(&guide, &aside, Form::Paper).sheet.text();
            assert!(
                line.is_empty() || !paper.lines().any(|other| other == line),
                "{name}: {line} on paper"
            );
            let back = aside.after(&guide, Event::BringBack(*key));
            assert_eq!(back, session, "{name}");
        }
    }
}
