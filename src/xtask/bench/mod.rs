//! `cargo xtask bench`: the shipped guide beside the same by hand (the floor) and beside others' forms with the same questions.
//!
//! What is visited is made here; visiting and measuring is `tests/bench/`.

mod floor;
mod pages;
mod questionnaire;
mod rivals;

use crate::dist;
use crate::languages::SOURCE;
use crate::setup::{self, Places};
use crate::{content, report, run, test, wasm};
use anyhow::{Context, Result, ensure};
use engine::Guide;
use std::path::PathBuf;

/// How often each is visited, where `AFTERCARE_BENCH` says so.
pub const RUNS: &str = "AFTERCARE_BENCH";
const USUAL_RUNS: u32 = 7;

/// Sets up, builds, measures; prints the table.
///
/// # Errors
/// When something cannot be set up or built, or cannot be measured.
pub fn run(places: &Places, runs: Option<u32>) -> Result<()> {
    let toolchain = setup::for_build(places)?;
    setup::for_bench(places)?;
    println!("Building dist/");
    dist::build(&places.root, &places.target, &toolchain)?;
    make(places)?;
    let mut command = test::cargo(places);
    command.args(["test", "--quiet", "--test", "bench"]);
    command.env(RUNS, runs.unwrap_or(USUAL_RUNS).to_string());
    ensure!(
        run::heard(&mut command, |_| ())?,
        "not all could be measured: see above"
    );
    Ok(())
}

/// Where everything lies that is made for measuring, and what came of it.
pub fn folder(places: &Places) -> PathBuf {
    places.target.join("bench")
}

/// The site with a folder a contestant: every file as it goes over the wire, brotli 11.
pub fn site(places: &Places) -> PathBuf {
    folder(places).join("site")
}

/// Makes the site of everything that is measured.
fn make(places: &Places) -> Result<()> {
    let folder = places.root.join("src/content");
    let refused = report::refused(&folder);
    let draft = content::draft(&folder, SOURCE).map_err(&refused)?;
    let words = draft.language.words.clone();
    let guide = engine::check(draft).map_err(&refused)?;
    let shipped = std::fs::read_to_string(places.root.join("dist/guide.en.html"));
    pages::guide(places, "guide", &shipped.context("dist/ is not built")?)?;
    let data = floor::data(&guide, &words)?;
    pages::guide(places, "floor", &floor::file(places, &guide, &data)?)?;
    rivals::make(places, &questionnaire::of(&data)?)
}

/// Puts another guide beside the contestants, in a file of the same kind as the shipped one.
///
/// # Errors
/// When the file cannot be made.
pub fn add(places: &Places, name: &str, guide: &Guide) -> Result<()> {
    let toolchain = setup::for_build(places)?;
    let wasm = wasm::build(&places.root, &places.target, &toolchain, "")?;
    let file = dist::guide_file(&places.root, guide, &wasm)?;
    pages::guide(places, name, &file)
}
