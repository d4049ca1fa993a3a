//! Guides grow: what a step costs the engine grows no faster than the number of questions.

mod support;

use engine::{Event, Guide, Page, QuestionKey, Session, check};
use std::hint::black_box;
use std::time::{Duration, Instant};
use support::grown::grown;

/// How many times as many questions the second guide has.
const TIMES: usize = 10;
/// A machine that is busy, or a cache that is too small, may cost this much more; growth with the square costs ten times as much.
const SLACK: f64 = 3.0;
/// Of so many steps the median counts.
const STEPS: usize = 41;

#[test]
fn a_step_grows_no_faster_than_the_number_of_questions() {
    let [few, many] = [100, 100 * TIMES].map(|questions| check(grown(questions)).expect("a guide"));
    for (place, which) in [("first", 0.0), ("middle", 0.5), ("last", 1.0)] {
        let [short, long] = [&few, &many].map(|guide| median_step(guide, which));
        let ratio = long.as_secs_f64() / short.as_secs_f64();
        println!(
            "the {place} step: {short:?} of 100 questions, {long:?} of 1,000: {ratio:.1} times"
        );
        let most = TIMES as f64 * SLACK;
        assert!(
            ratio < most,
            "the {place} step costs {ratio:.1} times as much, for {TIMES} times the questions"
        );
    }
}

#[test]
fn a_guide_of_ten_questions_is_one_too() {
    assert_eq!(check(grown(10)).expect("a guide").questions().len(), 10);
}

/// What it takes to go on from a question and derive the next page, this far through the guide.
fn median_step(guide: &Guide, part: f64) -> Duration {
    let keys: Vec<_> = guide.question_keys().collect();
    let at = ((keys.len() - 1) as f64 * part) as usize;
    let session = at_question(guide, &keys[..at]);
    let mut times: Vec<_> = (0..STEPS)
        .map(|_| step(guide, &session, keys[at]))
        .collect();
    times.sort();
    times[STEPS / 2]
}

/// A person who has skipped everything before.
fn at_question(guide: &Guide, before: &[QuestionKey]) -> Session {
    let region = guide.region_keys().next().expect("a region");
    let begun = Session::new(guide, region).after(guide, Event::Begin);
    let skip = |session: Session, key: &QuestionKey| session.after(guide, Event::Skip(*key));
    before.iter().fold(begun, skip)
}

fn step(guide: &Guide, session: &Session, question: QuestionKey) -> Duration {
    let session = session.clone();
    let begun = Instant::now();
    let page = session.after(guide, Event::Continue(question)).page(guide);
    let took = begun.elapsed();
    assert!(!matches!(black_box(page), Page::Start));
    took
}
