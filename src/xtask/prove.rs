//! `cargo xtask prove`: one table of what is promised and how it was seen to hold, for whoever has to answer for it.

use crate::browsers::{self, Outcome};
use crate::setup::{Driven, Places};
use crate::webkit::WebKit;
use crate::{run, sums, supply};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What is promised, and which tests hold it.
#[derive(Debug, Deserialize)]
pub struct Promises {
    /// In the order of the table.
    pub promise: Vec<Promise>,
}

/// One line of the table.
#[derive(Debug, Deserialize)]
pub struct Promise {
    /// The promise, for people.
    pub says: String,
    /// Parts of the names of the tests that hold it.
    pub tests: Vec<String>,
}

impl Promises {
    /// Reads `tests/promises.toml`.
    ///
    /// # Errors
    /// When it is missing or wrong.
    pub fn read(root: &Path) -> Result<Self> {
        let text =
            fs::read_to_string(root.join("tests/promises.toml")).context("tests/promises.toml")?;
        toml::from_str(&text).context("tests/promises.toml")
    }
}

/// Runs every test in browsers, sends visitors past every tracker, looks at the supply chain; prints the tables; whether every
/// promise holds.
///
/// # Errors
/// When something cannot be set up or built.
pub fn run(places: &Places) -> Result<bool> {
    let promises = Promises::read(&places.root)?;
    let outcomes = browsers::everything(places)?;
    let rows: Vec<_> = promises
        .promise
        .iter()
        .map(|promise| row(promise, &outcomes))
        .collect();
    let supply = supply::lines(places)?;
    println!(
        "\n{}\n\n{}\n{}",
        head(places)?,
        table(&rows),
        supply_table(&supply)
    );
    Ok(rows.iter().all(Row::holds) && supply.iter().all(|line| line.1.is_ok()))
}

struct Row<'a> {
    says: &'a str,
    passed: usize,
    failed: usize,
}

impl Row<'_> {
    /// A promise without a test holds nothing.
    fn holds(&self) -> bool {
        self.passed > 0 && self.failed == 0
    }
}

fn row<'a>(promise: &'a Promise, outcomes: &[Outcome]) -> Row<'a> {
    let is_one = |outcome: &&Outcome| {
        promise
            .tests
            .iter()
            .any(|part| outcome.name.contains(part.as_str()))
    };
    let failed = outcomes
        .iter()
        .filter(is_one)
        .filter(|outcome| !outcome.passed)
        .count();
    Row {
        says: &promise.says,
        passed: outcomes.iter().filter(is_one).count() - failed,
        failed,
    }
}

/// What was looked at, with what.
fn head(places: &Places) -> Result<String> {
    let version = |driven: Option<Driven>| {
        let browser = driven.context("a browser is missing")?.browser;
        let said = run::output(Command::new(browser).arg("--version"))?;
        anyhow::Ok(String::from_utf8_lossy(&said).trim().to_owned())
    };
    let webkit = WebKit::find().map_or("WebKit skipped", |_| "WebKit");
    let sums = fs::read_to_string(places.root.join("dist").join(sums::FILE)).unwrap_or_default();
    Ok(format!(
        "# Aftercare guide {}: what is promised, and how it was seen to hold\n\n{}, {}, {}, {webkit}\n\n```\n{sums}```",
        env!("CARGO_PKG_VERSION"),
        jiff::Zoned::now().date(),
        version(Driven::chromium(places))?,
        version(Driven::firefox(places))?,
    ))
}

fn table(rows: &[Row]) -> String {
    let mut table = "| promise | checks | holds |\n|---|--:|---|\n".to_owned();
    for row in rows {
        let checks = row.passed + row.failed;
        let holds = if row.holds() {
            "yes".to_owned()
        } else {
            format!("**no**, {} failed", row.failed)
        };
        let _ = writeln!(table, "| {} | {checks} | {holds} |", row.says);
    }
    table
}

fn supply_table(lines: &[supply::Line]) -> String {
    let mut table = "| where it comes from | how it ended | |\n|---|---|---|\n".to_owned();
    for line in lines {
        let (ended, why) = supply::said(line);
        let _ = writeln!(table, "| {} | {ended} | {why} |", line.0);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_without_a_test_or_with_a_failed_one_does_not_hold() {
        let promise = |tests: &[&str]| Promise {
            says: "It holds".to_owned(),
            tests: tests.iter().map(|part| (*part).to_owned()).collect(),
        };
        let outcomes = [
            ("Chromium: a", true),
            ("Firefox: a", true),
            ("Chromium: b", false),
        ]
        .map(|(name, passed)| Outcome {
            name: name.to_owned(),
            passed,
        });
        assert!(row(&promise(&["a"]), &outcomes).holds());
        assert!(!row(&promise(&["a", "b"]), &outcomes).holds());
        assert!(!row(&promise(&["c"]), &outcomes).holds());
        let table = table(&[
            row(&promise(&["a"]), &outcomes),
            row(&promise(&["b"]), &outcomes),
        ]);
        assert!(
            table.contains("| It holds | 2 | yes |\n| It holds | 1 | **no**, 1 failed |"),
            "{table}"
        );
    }
}
