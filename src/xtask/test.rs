//! `cargo xtask test`: everything that CI runs, and plain counts at the end.

use crate::setup::{self, Places};
use crate::{dist, for_tests, run, toolchain};
use anyhow::{Context, Result};
use std::fmt;
use std::path::Path;
use std::process::Command;

/// How many tests there were.
#[derive(Debug, Default, PartialEq)]
pub struct Counts {
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Counts {
    /// Adds what a line says, if it is a `test result:` line.
    fn add(&mut self, line: &str) {
        let Some((_, result)) = line.split_once("test result: ") else {
            return;
        };
        for part in result.split([';', '.']) {
            let mut words = part.split_whitespace();
            let number = words
                .next()
                .and_then(|word| word.parse::<usize>().ok())
                .unwrap_or(0);
            match words.next() {
                Some("passed") => self.passed += number,
                Some("failed") => self.failed += number,
                Some("ignored") => self.skipped += number,
                _ => {}
            }
        }
    }

    /// Counts a check: passed, failed and said why, or skipped.
    fn check(&mut self, outcome: Result<bool>) {
        match outcome {
            Ok(true) => self.passed += 1,
            Ok(false) => self.skipped += 1,
            Err(error) => {
                eprintln!("error: {error:#}");
                self.failed += 1;
            }
        }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, line: &mut fmt::Formatter) -> fmt::Result {
        write!(line, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(line, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

/// Sets up, builds, and runs every check and test; whether all went well. The last line holds the counts, checks included.
///
/// # Errors
/// When something cannot be set up or built.
pub fn run(places: &Places, filter: Option<&str>) -> Result<bool> {
    prepare(places)?;
    let mut counts = Counts::default();
    counts.check(style_check(places, "fmt", &["--all", "--check"]));
    counts.check(lint(places));
    if let Err(error) = tests(places, filter, &mut counts) {
        counts.check(Err(error));
    }
    println!("{counts}");
    Ok(counts.failed == 0)
}

/// Sets up what tests need, and builds what they look at.
pub(crate) fn prepare(places: &Places) -> Result<()> {
    let toolchain = setup::for_build(places)?;
    setup::for_tests(places)?;
    println!("Building dist/");
    dist::build(&places.root, &places.target, &toolchain)?;
    for_tests::build(places, &toolchain)
}

fn lint(places: &Places) -> Result<bool> {
    style_check(
        places,
        "clippy",
        &[
            "--quiet",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ],
    )
}

/// A rustup component's check; where the component is missing, says so and is false.
fn style_check(places: &Places, name: &str, arguments: &[&str]) -> Result<bool> {
    let mut cargo = cargo(places);
    if !run::works(cargo.arg(name).arg("--version")) {
        println!("cargo {name}: skipped, it is not installed (rustup component add {name})");
        return Ok(false);
    }
    println!("cargo {name}");
    run::checked(self::cargo(places).arg(name).args(arguments))
        .with_context(|| format!("cargo {name} found something"))?;
    Ok(true)
}

fn tests(places: &Places, filter: Option<&str>, counts: &mut Counts) -> Result<()> {
    let mut command = cargo(places);
    command
        .args(["test", "--workspace", "--no-fail-fast", "--quiet"])
        .args(filter.map(|filter| ["--", filter]).into_iter().flatten());
    let failed = counts.failed;
    let well = run::heard(&mut command, |line| counts.add(line))?;
    if !well && counts.failed == failed {
        anyhow::bail!("cargo test failed without naming a failed test");
    }
    Ok(())
}

/// Cargo, in the repo.
pub(crate) fn cargo(places: &Places) -> Command {
    let mut cargo = toolchain::clean(Path::new("cargo"));
    cargo.current_dir(&places.root);
    cargo
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn counts_add_up() {
        let mut counts = Counts::default();
        counts.add("test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s");
        counts.add("test result: FAILED. 2 passed; 4 failed; 0 ignored; 0 measured");
        counts.add("running 3 tests");
        assert_eq!(counts.to_string(), "5 passed, 4 failed, 1 skipped");
        assert_eq!(
            counts,
            Counts {
                passed: 5,
                failed: 4,
                skipped: 1
            }
        );
    }
}
