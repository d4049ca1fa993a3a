//! `cargo deny` with the rules in `.cargo/deny.toml`.

use super::Outcome;
use crate::{run, toolchain};
use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// Licences, banned packages and where packages come from.
///
/// # Errors
/// What is not allowed was said on the terminal.
pub(super) fn rules(program: &Path, root: &Path) -> Result<Outcome> {
    println!("cargo deny: licences, bans, sources");
    let mut deny = deny(program, root);
    run::checked(deny.args(["check", "bans", "licenses", "sources"]))
        .context("not allowed, see above")?;
    Ok(Outcome::Passed("every package in Cargo.lock".to_owned()))
}

/// Known faults of the packages; skipped where their list cannot be fetched.
///
/// # Errors
/// What was found was said on the terminal.
pub(super) fn advisories(program: &Path, root: &Path) -> Result<Outcome> {
    println!("cargo deny: known faults");
    let mut fetch = deny(program, root);
    if !run::works_within(fetch.args(["fetch", "db"]), Duration::from_secs(120)) {
        let why = "RustSec's list, on github.com, could not be fetched";
        return Ok(Outcome::Skipped(why.to_owned()));
    }
    let mut deny = deny(program, root);
    run::checked(deny.args(["check", "advisories"])).context("known faults, see above")?;
    Ok(Outcome::Passed("none in RustSec's list".to_owned()))
}

fn deny(program: &Path, root: &Path) -> Command {
    let mut deny = toolchain::clean(program);
    deny.current_dir(root)
        .args(["--locked", "--config", ".cargo/deny.toml"]);
    deny
}
