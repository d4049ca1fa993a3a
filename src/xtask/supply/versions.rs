//! Exact versions: lock files that are complete, used, and say what every package is to the byte.

use super::{Outcome, tracked};
use crate::lock::{self, CRATES_IO, Locked};
use crate::{run, toolchain};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Cargo.lock holds all that the manifests ask for, each from crates.io and with a checksum.
///
/// # Errors
/// Names each package that breaks this.
pub(super) fn cargo(root: &Path) -> Result<Outcome> {
    println!("Cargo.lock");
    let mut cargo = toolchain::clean(Path::new("cargo"));
    cargo.current_dir(root);
    run::quiet(cargo.args(["metadata", "--locked", "--format-version", "1"]))
        .context("Cargo.lock does not fit the manifests")?;
    let locked = lock::read(&root.join("Cargo.lock"))?;
    let loose: Vec<_> = locked.iter().filter(|package| loose(package)).collect();
    let names: Vec<_> = loose.iter().map(|package| package.name.as_str()).collect();
    ensure!(
        names.is_empty(),
        "not from crates.io with a checksum: {}",
        names.join(", ")
    );
    let outside = locked.iter().filter(|package| package.source.is_some());
    Ok(Outcome::Passed(format!(
        "{} packages, each with a checksum",
        outside.count()
    )))
}

/// Whether a package could be another one tomorrow. One without a source is the workspace's own.
fn loose(package: &Locked) -> bool {
    let source = package.source.as_deref();
    source.is_some_and(|source| source != CRATES_IO || package.checksum.is_none())
}

/// What the tests take from npm has exact versions, and checksums in the lock file.
///
/// # Errors
/// Names each package that breaks this.
pub(super) fn npm(root: &Path) -> Result<Outcome> {
    println!("package-lock.json");
    let (mut count, mut wrong) = (0, Vec::new());
    let tracked = tracked(root)?;
    let manifests = tracked.iter().map(|name| root.join(name));
    for manifest in manifests.filter(|file| file.ends_with("package.json")) {
        let (asked, locked) = (
            json(&manifest)?,
            json(&manifest.with_file_name("package-lock.json"))?,
        );
        wrong.extend([inexact(&asked), unsummed(&locked)].concat());
        count += packages(&locked).count();
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("; "));
    Ok(Outcome::Passed(format!(
        "{count} packages, each with a checksum"
    )))
}

fn json(path: &Path) -> Result<Value> {
    let shown = path.display();
    let text = fs::read(path).with_context(|| format!("{shown} cannot be read"))?;
    serde_json::from_slice(&text).with_context(|| format!("{shown} is not JSON"))
}

/// What package.json asks for without an exact version.
fn inexact(asked: &Value) -> Vec<String> {
    let kinds = ["dependencies", "devDependencies", "optionalDependencies"];
    let kinds = kinds.iter().filter_map(|kind| asked.get(kind)?.as_object());
    kinds
        .flatten()
        .filter(|(_, version)| !version.as_str().is_some_and(exact))
        .map(|(name, version)| format!("{name}: {version} is not an exact version"))
        .collect()
}

/// Whether this is three numbers.
fn exact(version: &str) -> bool {
    let parts: Vec<_> = version.split('.').collect();
    parts.len() == 3 && parts.iter().all(|part| part.parse::<u32>().is_ok())
}

/// What package-lock.json would install without comparing it with a checksum.
fn unsummed(locked: &Value) -> Vec<String> {
    packages(locked)
        .filter(|(_, package)| {
            let sum = package.get("integrity").and_then(Value::as_str);
            !sum.is_some_and(|sum| sum.starts_with("sha512-"))
        })
        .map(|(name, _)| format!("{name}: no sha512 in package-lock.json"))
        .collect()
}

/// The packages in package-lock.json, without our own, whose name is empty.
fn packages(locked: &Value) -> impl Iterator<Item = (&String, &Value)> {
    let packages = locked["packages"].as_object();
    packages
        .into_iter()
        .flatten()
        .filter(|(name, _)| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_package_from_elsewhere_or_without_a_checksum_is_loose() {
        let text =
            |source: &str| format!("[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n{source}");
        let loose = |source: &str| loose(&lock::parse(&text(source)).expect("a lock file")[0]);
        let crates_io = format!("source = \"{CRATES_IO}\"\n");
        assert!(!loose(""));
        assert!(!loose(&format!("{crates_io}checksum = \"ab\"")));
        assert!(loose(&crates_io));
        assert!(loose(
            "source = \"git+https://example.org/a\"\nchecksum = \"ab\""
        ));
    }

    #[test]
    fn a_range_and_a_missing_checksum_are_named() {
        for version in [
            "^4.14.1",
            "4",
            "4.x",
            "latest",
            "",
            "https://example.org/a.tgz",
        ] {
            let asked = json!({"devDependencies": {"axe-core": version}});
            assert_eq!(inexact(&asked).len(), 1, "{version}");
        }
        assert!(inexact(&json!({"dependencies": {"axe-core": "4.14.1"}})).is_empty());
        let locked = json!({"packages": {"": {}, "a": {"integrity": "sha512-ab"}, "b": {"integrity": "sha1-ab"}}});
        assert_eq!(unsummed(&locked), ["b: no sha512 in package-lock.json"]);
    }
}
