//! Lock files: which version of what, from where, with which checksum.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// Where packages come from, as Cargo writes it.
pub const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// A package as Cargo.lock names it.
#[derive(Debug, Deserialize)]
pub struct Locked {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Where it comes from; none for a package of the workspace.
    pub source: Option<String>,
    /// SHA-256 of the archive.
    pub checksum: Option<String>,
}

#[derive(Deserialize)]
struct File {
    package: Vec<Locked>,
}

/// The packages of a Cargo.lock.
///
/// # Errors
/// When the file cannot be read or understood.
pub fn read(path: &Path) -> Result<Vec<Locked>> {
    let shown = path.display();
    let text = fs::read_to_string(path).with_context(|| format!("{shown} cannot be read"))?;
    parse(&text).with_context(|| format!("{shown} is not a lock file"))
}

/// The packages in the text of a Cargo.lock.
///
/// # Errors
/// When the text cannot be understood.
pub fn parse(text: &str) -> Result<Vec<Locked>> {
    Ok(toml::from_str::<File>(text)?.package)
}
