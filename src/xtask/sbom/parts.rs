//! What the wasm is made of: the units that Cargo compiles for it, each with its version, licence and checksum.

use super::manifest;
use crate::lock::{self, Locked};
use crate::toolchain::Toolchain;
use crate::wasm::TARGET;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use toml::Table;

/// Rust's own library, which is one part here: its crates have no versions of their own.
pub const STD: &str = "rust-std";

/// A part of the wasm.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence, as an SPDX expression.
    pub licence: String,
    /// SHA-256 of the archive it came in; none for ours and for std.
    pub checksum: Option<String>,
    /// Names of the parts that it is made with, as in [`Part::reference`].
    pub needs: BTreeSet<String>,
}

impl Part {
    /// A name that no other part has: the package URL, where it comes from a registry.
    pub fn reference(&self) -> String {
        match self.checksum {
            Some(_) => format!("pkg:cargo/{}@{}", self.name, self.version),
            None => format!("{}@{}", self.name, self.version),
        }
    }
}

#[derive(Deserialize)]
struct Graph {
    units: Vec<Unit>,
}

#[derive(Deserialize)]
struct Unit {
    pkg_id: String,
    target: Target,
    platform: Option<String>,
    #[serde(default)]
    is_std: bool,
    dependencies: Vec<Dependency>,
}

impl Unit {
    /// Whether this is linked into the wasm; macros and build scripts only run where it is built.
    fn shipped(&self) -> bool {
        let built = self.target.kind.iter().any(|kind| kind == "custom-build");
        self.platform.as_deref() == Some(TARGET) && !built
    }

    /// Whether this is one of std's own crates; those that it takes from the registry are parts like others.
    fn of_std(&self) -> bool {
        self.is_std && self.pkg_id.starts_with("path+")
    }
}

#[derive(Deserialize)]
struct Target {
    kind: Vec<String>,
    src_path: PathBuf,
}

#[derive(Deserialize)]
struct Dependency {
    index: usize,
}

/// Every part, by its reference.
///
/// # Errors
/// When a unit's manifest cannot be read, or names no version or licence.
pub fn read(units: &[u8], root: &Path, toolchain: &Toolchain) -> Result<BTreeMap<String, Part>> {
    let graph: Graph = serde_json::from_slice(units).context("a unit graph that is not ours")?;
    let library = toolchain.library().context("std has no sources")?;
    let mut locked = lock::read(&root.join("Cargo.lock"))?;
    locked.extend(lock::read(&library.join("Cargo.lock"))?);
    let (ours, std) = (manifest::ours(root)?, std(&library, toolchain)?);
    let shipped = graph.units.iter().enumerate();
    let parts = shipped
        .filter(|(_, unit)| unit.shipped())
        .map(|(index, unit)| match unit.of_std() {
            true => Ok((index, std.clone())),
            false => Ok((index, part(unit, &ours, &locked)?)),
        })
        .collect::<Result<_>>()?;
    Ok(named(&graph, &parts))
}

/// Adds parts to those that are known; one that is known may need more now.
pub fn add(parts: &mut BTreeMap<String, Part>, more: BTreeMap<String, Part>) {
    for (reference, part) in more {
        let needs = part.needs.clone();
        parts.entry(reference).or_insert(part).needs.extend(needs);
    }
}

/// The parts of all units by reference, with what they are made with; std's many units are one part.
fn named(graph: &Graph, parts: &BTreeMap<usize, Part>) -> BTreeMap<String, Part> {
    let mut named = BTreeMap::new();
    for (index, part) in parts {
        let own = part.reference();
        let needed = graph.units[*index].dependencies.iter();
        let needed = needed.filter_map(|needed| Some(parts.get(&needed.index)?.reference()));
        let entry: &mut Part = named.entry(own.clone()).or_insert_with(|| part.clone());
        entry.needs.extend(needed.filter(|needed| *needed != own));
    }
    named
}

fn std(library: &Path, toolchain: &Toolchain) -> Result<Part> {
    let file = manifest::above(&library.join("std/Cargo.toml"))?;
    Ok(Part {
        name: STD.to_owned(),
        version: toolchain.said("release").context("rustc has no version")?,
        licence: manifest::licence(&file, &Table::new())?,
        checksum: None,
        needs: BTreeSet::new(),
    })
}

fn part(unit: &Unit, ours: &Table, locked: &[Locked]) -> Result<Part> {
    let file = manifest::above(&unit.target.src_path)?;
    let (name, version) = (
        manifest::text(&file, "name", ours)?,
        manifest::text(&file, "version", ours)?,
    );
    let mut locked = locked.iter();
    let found = locked.find(|package| package.name == name && package.version == version);
    Ok(Part {
        checksum: found.and_then(|package| package.checksum.clone()),
        licence: manifest::licence(&file, ours).with_context(|| name.clone())?,
        name,
        version,
        needs: BTreeSet::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_builds_is_not_shipped() {
        let shipped = |kind: &str, platform: &str| {
            let text = format!(
                r#"{{"pkg_id": "a", "target": {{"kind": ["{kind}"], "src_path": "a.rs"}}, "platform": {platform}, "dependencies": []}}"#
            );
            serde_json::from_str::<Unit>(&text)
                .expect("a unit")
                .shipped()
        };
        let wasm = format!("\"{TARGET}\"");
        assert!(shipped("lib", &wasm));
        assert!(!shipped("custom-build", &wasm));
        assert!(!shipped("proc-macro", "null"));
        assert!(!shipped("lib", "null"));
    }
}
