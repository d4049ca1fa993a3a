//! `cargo xtask supply-chain`: where everything comes from, and whether the same source gives the same files.
//! Not part of `test`: it needs the network, and builds everything twice.

mod deny;
mod reproducible;
mod versions;

use crate::setup::{self, Places};
use crate::{run, toolchain};
use anyhow::{Context, Result};
use std::path::Path;

/// How a check ended, when nothing was wrong.
pub enum Outcome {
    /// It was made; what was looked at.
    Passed(String),
    /// It could not be made; why.
    Skipped(String),
}

/// A line of the table: what was checked, and how that ended.
pub type Line = (&'static str, Result<Outcome>);

/// Makes every check and prints a table of them; whether none failed.
///
/// # Errors
/// When something cannot be set up.
pub fn run(places: &Places) -> Result<bool> {
    let lines = lines(places)?;
    println!();
    lines.iter().for_each(|line| println!("{}", shown(line)));
    let count = |word: &str| lines.iter().filter(|line| said(line).0 == word).count();
    let failed = count("FAILED");
    println!(
        "{} passed, {failed} failed, {} skipped",
        count("passed"),
        count("skipped")
    );
    Ok(failed == 0)
}

/// Makes every check.
///
/// # Errors
/// When something cannot be set up.
pub fn lines(places: &Places) -> Result<[Line; 5]> {
    setup::for_build(places)?;
    let deny = setup::for_supply_chain(places)?;
    Ok([
        ("exact versions: Cargo", versions::cargo(&places.root)),
        ("exact versions: npm", versions::npm(&places.root)),
        ("licences, bans, sources", deny::rules(&deny, &places.root)),
        ("known faults", deny::advisories(&deny, &places.root)),
        ("two builds, same bytes", reproducible::check(&places.root)),
    ])
}

/// The files that git tracks.
fn tracked(root: &Path) -> Result<Vec<String>> {
    let mut git = toolchain::clean(Path::new("git"));
    let names = run::output(git.current_dir(root).args(["ls-files", "-z"]))?;
    let names = String::from_utf8(names).context("git names a file in another charset")?;
    Ok(names.split_terminator('\0').map(str::to_owned).collect())
}

fn shown(line: &Line) -> String {
    let (word, why) = said(line);
    format!("{:<24} {word:<8} {why}", line.0)
}

/// How a check ended in one word, and why.
pub fn said(line: &Line) -> (&'static str, String) {
    match &line.1 {
        Ok(Outcome::Passed(what)) => ("passed", what.clone()),
        Ok(Outcome::Skipped(why)) => ("skipped", why.clone()),
        Err(error) => ("FAILED", format!("{error:#}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_what_and_how_it_ended_and_why() {
        let passed = ("licences", Ok(Outcome::Passed("all of them".to_owned())));
        assert_eq!(
            shown(&passed),
            "licences                 passed   all of them"
        );
        let failed = ("licences", Err(anyhow::anyhow!("one of them")));
        assert_eq!(
            shown(&failed),
            "licences                 FAILED   one of them"
        );
    }
}
