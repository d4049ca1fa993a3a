//! The trackers that tests put on a counsellor's page: libraries from npm, each started by a small file of `tests/browser/trackers/`.

use crate::run;
use crate::setup::Places;
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::Command;

/// Those that every run of the tests sends visitors past; the others, `cargo xtask leaks`.
pub const ALWAYS: [&str; 2] = ["hostile", "rrweb"];

/// Every tracker that there is, by name.
///
/// # Errors
/// When the folder cannot be read.
pub fn names(places: &Places) -> Result<Vec<String>> {
    let files =
        std::fs::read_dir(folder(places)).context("tests/browser/trackers cannot be read")?;
    let paths = files
        .map(|file| Ok(file?.path()))
        .collect::<Result<Vec<_>>>()?;
    let scripts = paths
        .iter()
        .filter(|path| path.extension().is_some_and(|end| end == "js"));
    let mut names: Vec<_> = scripts
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    Ok(names)
}

/// The one script that a page loads for this tracker.
pub fn bundle(places: &Places, name: &str) -> PathBuf {
    places
        .target
        .join("trackers")
        .join(name)
        .with_extension("js")
}

/// Bundles these trackers, each with its library in it.
///
/// # Errors
/// When a library is not installed, or something cannot be bundled.
pub fn make(places: &Places, names: &[impl AsRef<str>]) -> Result<()> {
    let folder = folder(places);
    let files = names
        .iter()
        .map(|name| folder.join(name.as_ref()).with_extension("js"));
    let mut esbuild = esbuild(places);
    esbuild.args(files).arg(format!(
        "--outdir={}",
        places.target.join("trackers").display()
    ));
    run::quiet(&mut esbuild).context("the trackers cannot be bundled")
}

/// What bundles scripts with their libraries, for a page.
pub(crate) fn esbuild(places: &Places) -> Command {
    let mut esbuild = Command::new(places.root.join("tests/browser/node_modules/.bin/esbuild"));
    esbuild.args([
        "--bundle",
        "--minify",
        "--format=iife",
        "--target=es2020",
        "--log-level=error",
    ]);
    esbuild
}

/// The files that start them, and the manifest of their libraries.
pub fn folder(places: &Places) -> PathBuf {
    places.root.join("tests/browser/trackers")
}
