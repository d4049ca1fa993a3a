//! What the engine costs: `cargo bench`. A page is derived from the answers at every press; the plan and the check once a passage.

#[path = "../support/mod.rs"]
mod support;

use criterion::{Criterion, criterion_group, criterion_main};
use engine::{Answers, Guide, Replay, Settings, check, plan};
use std::hint::black_box;
use support::grown::grown;
use support::journeys;

criterion_group!(engine, pages, plans, checks);
criterion_main!(engine);

/// The journey whose answers are the most.
const LONGEST: &str = "warm_and_tired";

/// Its pages, and a step in a guide of a thousand questions.
fn pages(criterion: &mut Criterion) {
    let guide = support::guide();
    let journey = journeys().into_iter().find(|journey| journey.id == LONGEST);
    let (settings, _) = Settings::check(&guide, &[]);
    let walk = journey.expect("the journey").walk(&guide, &settings);
    criterion.bench_function(
        &format!("page, {} screens of a passage", walk.len()),
        |bench| {
            bench.iter(|| {
                walk.iter()
                    .for_each(|session| drop(black_box(session.page(&guide))))
            })
        },
    );
    for questions in [10, 100, 1_000] {
        let guide = check(grown(questions)).expect("a guide");
        let session = at_the_last(&guide);
        criterion.bench_function(&format!("page, last of {questions} questions"), |bench| {
            bench.iter(|| black_box(session.page(&guide)))
        });
    }
}

fn at_the_last(guide: &Guide) -> engine::Session {
    let region = guide.region_keys().next().expect("a region");
    let begun = engine::Session::new(guide, region).after(guide, engine::Event::Begin);
    let mut before: Vec<_> = guide.question_keys().collect();
    before.pop();
    before.into_iter().fold(begun, |session, key| {
        session.after(guide, engine::Event::Skip(key))
    })
}

fn plans(criterion: &mut Criterion) {
    let guide = support::guide();
    let journey = journeys().into_iter().find(|journey| journey.id == LONGEST);
    let answers = xtask::plan::read(
        &guide,
        LONGEST,
        &journey.expect("the journey").answers,
        &mut Vec::new(),
    );
    criterion.bench_function("plan, answers to plan", |bench| {
        bench.iter(|| of(&guide, black_box(&answers)))
    });
}

fn of(guide: &Guide, answers: &Answers) -> engine::Plan {
    plan(guide, &Replay::whole(guide, answers))
}

fn checks(criterion: &mut Criterion) {
    let draft = xtask::content::draft(&support::root().join("src/content"), "en").expect("a draft");
    let mut group = criterion.benchmark_group("check");
    group.sample_size(20);
    group.bench_function("the shipped guide", |bench| {
        bench.iter_with_setup(|| draft.clone(), |draft| check(draft).expect("a guide"))
    });
    group.finish();
}
