//! Two clean builds in different folders, compared byte for byte.

use super::{Outcome, tracked};
use crate::{run, sums, toolchain};
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Builds twice from what git tracks, as it stands: once with this machine's packages, and once in a longer path with packages
/// fetched anew into a folder of their own. What is built must not show where.
///
/// # Errors
/// When a build fails, or names the file that differs and where; what was built then stays for a look.
pub(super) fn check(root: &Path) -> Result<Outcome> {
    let scratch = std::env::temp_dir().join(format!("aftercare-{}", std::process::id()));
    let one = scratch.join("a");
    let other = scratch.join("another-folder/with-a-longer-path");
    copy(root, &one)?;
    copy(root, &other)?;
    build(&one, None)?;
    build(&other, Some(scratch.join("packages")))?;
    let count = same(&one.join("dist"), &other.join("dist"))
        .with_context(|| format!("see {}", scratch.display()))?;
    let summed = sums::check(&one.join("dist"))?.len();
    fs::remove_dir_all(&scratch).context("the folders of the builds cannot be removed")?;
    Ok(Outcome::Passed(format!(
        "{count} files, {summed} of them with a sum that fits"
    )))
}

/// A clean build in a folder of its own, with Cargo's packages where they are or in another place.
fn build(folder: &Path, packages: Option<PathBuf>) -> Result<()> {
    println!("Building in {}", folder.display());
    let begun = Instant::now();
    let mut cargo = toolchain::clean(Path::new("cargo"));
    cargo.current_dir(folder).env_remove("CARGO_TARGET_DIR");
    cargo.envs(packages.map(|packages| ("CARGO_HOME", packages)));
    run::quiet(cargo.args(["xtask", "build"]))?;
    println!("  {} s", begun.elapsed().as_secs());
    Ok(())
}

/// Copies what git tracks.
fn copy(root: &Path, folder: &Path) -> Result<()> {
    for name in tracked(root)? {
        let to = folder.join(&name);
        fs::create_dir_all(to.parent().unwrap_or(folder))?;
        fs::copy(root.join(&name), &to).with_context(|| format!("{name} cannot be copied"))?;
    }
    Ok(())
}

/// Compares two folders of files; gives how many there are.
fn same(one: &Path, other: &Path) -> Result<usize> {
    let (names, others) = (names(one)?, names(other)?);
    let lone: Vec<_> = names.symmetric_difference(&others).cloned().collect();
    ensure!(lone.is_empty(), "only one has {}", lone.join(", "));
    for name in &names {
        let (one, other) = (fs::read(one.join(name))?, fs::read(other.join(name))?);
        if let Some(at) = first_difference(&one, &other) {
            bail!(
                "{name} differs from byte {at} on: `{}` and `{}`",
                around(&one, at),
                around(&other, at)
            );
        }
    }
    Ok(names.len())
}

fn names(folder: &Path) -> Result<BTreeSet<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("no {}", folder.display()))?;
    entries
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect()
}

fn first_difference(one: &[u8], other: &[u8]) -> Option<usize> {
    let shorter = one.len().min(other.len());
    let differs = one.iter().zip(other).position(|(one, other)| one != other);
    differs.or((one.len() != other.len()).then_some(shorter))
}

/// A few characters before and after a place.
fn around(bytes: &[u8], at: usize) -> String {
    let end = bytes.len().min(at + 20);
    String::from_utf8_lossy(&bytes[at.saturating_sub(20)..end]).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_difference_is_found_also_at_the_end() {
        assert_eq!(first_difference(b"abc", b"abc"), None);
        assert_eq!(first_difference(b"abc", b"abd"), Some(2));
        assert_eq!(first_difference(b"ab", b"abc"), Some(2));
        assert_eq!(around(b"abc", 2), "abc");
    }

    #[test]
    fn a_file_that_differs_or_is_missing_is_named() {
        let folder = std::env::temp_dir().join(format!("aftercare-same-{}", std::process::id()));
        let (one, other) = (folder.join("a"), folder.join("b"));
        for (folder, text) in [(&one, "built at 10:00"), (&other, "built at 10:05")] {
            fs::create_dir_all(folder).expect("a folder");
            fs::write(folder.join("a.js"), text).expect("a file");
        }
        let said = same(&one, &other).expect_err("a difference").to_string();
        assert!(said.starts_with("a.js differs from byte 13 on"), "{said}");
        fs::copy(one.join("a.js"), other.join("a.js")).expect("a file");
        assert_eq!(same(&one, &other).expect("no difference"), 1);
        fs::write(one.join("b.js"), "").expect("a file");
        let said = same(&one, &other).expect_err("a file more").to_string();
        assert_eq!(said, "only one has b.js");
        fs::remove_dir_all(&folder).expect("the folder");
    }
}
