//! What is compared must do the same: the floor makes the engine's plan for every journey and case.

use crate::driver::{self, Browser};
use crate::support::{guide, journeys, root};
use crate::visit::Site;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::By;

/// Compares them all in a browser.
pub async fn makes_the_same_plans(site: &Site) -> Result<()> {
    let cases = std::fs::read_to_string(root().join("tests/cases.json"))?;
    let cases: Vec<Value> = serde_json::from_str(&cases)?;
    let answers = cases.into_iter().map(|mut case| case["answers"].take());
    let answers: Vec<_> = journeys()
        .into_iter()
        .map(|journey| journey.answers)
        .chain(answers)
        .collect();
    let (_process, browser) = driver::start(Browser::Chromium).await?;
    // The file by itself, without a page around it.
    browser.goto(site.at("floor/guide.en.html")).await?;
    browser
        .find(By::Css("main h1"))
        .await
        .context("the floor does not start")?;
    let told = browser
        .execute("return arguments[0].map(planOf)", vec![json!(answers)])
        .await?;
    let plans = told.json().as_array().cloned().context("plans")?;
    browser.quit().await?;
    ensure!(
        plans.len() == answers.len(),
        "the floor made {} plans",
        plans.len()
    );
    let guide = guide();
    for (answers, plan) in answers.iter().zip(&plans) {
        let engine = xtask::plan::run(&guide, &answers.to_string()).expect("good answers");
        ensure!(
            *plan == engine,
            "for {answers}\nthe floor makes {plan}\nthe engine {engine}"
        );
    }
    println!(
        "the floor makes the engine's plan for {} answer sets",
        plans.len()
    );
    Ok(())
}
