//! What the guide costs a visitor, beside the same by hand and beside others' forms: `cargo xtask bench` makes what is visited, and
//! says through an environment variable how often.

#[path = "../browser/driver.rs"]
#[allow(dead_code)]
mod driver;
mod floor;
mod goals;
mod numbers;
#[path = "../browser/outside.rs"]
#[allow(dead_code)]
mod outside;
#[path = "../support/mod.rs"]
mod support;
mod table;
mod visit;
#[path = "../browser/webkit.rs"]
#[allow(dead_code)]
mod webkit;

use anyhow::{Context, Result};
use numbers::Numbers;
use support::grown::grown;
use visit::{Conditions, Site};
use xtask::bench;
use xtask::setup::Places;

/// What is measured, in the order of the table.
const CONTESTANTS: [&str; 4] = ["guide", "floor", "surveyjs", "lhc"];
/// Guides like the shipped one, with so many questions.
const GROWN: [(&str, usize); 2] = [("guide-10", 10), ("guide-1000", 1_000)];
/// Whose answers are given: most questions are asked.
const JOURNEY: &str = "warm_and_tired";

fn main() -> Result<()> {
    // Every test run comes by here; measuring takes long and is asked for.
    let Some(runs) = std::env::var_os(bench::RUNS) else {
        return Ok(());
    };
    let runs = runs.to_str().and_then(|runs| runs.parse().ok());
    let runs = runs.context("AFTERCARE_BENCH is a number of runs")?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(measure(runs))
}

async fn measure(runs: usize) -> Result<()> {
    let places = Places::new();
    for (name, questions) in GROWN {
        let guide = engine::check(grown(questions)).expect("a guide");
        bench::add(&places, name, &guide)?;
    }
    let site = Site::serve(&places)?;
    floor::makes_the_same_plans(&site).await?;
    let numbers = visits(&site, runs).await?;
    let report = table::text(&numbers, runs);
    println!("{report}");
    let file = bench::folder(&places).join("bench.json");
    std::fs::write(
        &file,
        serde_json::to_string_pretty(&table::json(&numbers, runs))?,
    )?;
    println!("{}", file.display());
    Ok(())
}

/// In turns, so that what else the machine does falls on all alike.
async fn visits(site: &Site, runs: usize) -> Result<Numbers> {
    let journeys = support::journeys();
    let journey = journeys.iter().find(|journey| journey.id == JOURNEY);
    let answers = &journey.context("the journey")?.answers;
    let mut numbers = Numbers::default();
    for run in 1..=runs {
        println!("run {run} of {runs}");
        for conditions in Conditions::ALL {
            for name in CONTESTANTS.into_iter().chain(GROWN.map(|(name, _)| name)) {
                let visits = visit::twice(site, name, conditions, answers).await;
                let visits = visits.with_context(|| format!("{name}, {conditions:?}"))?;
                numbers.add(name, conditions, visits);
            }
        }
    }
    Ok(numbers)
}
