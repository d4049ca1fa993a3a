//! What the manifest of a package says of it.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use toml::{Table, Value};

/// The nearest Cargo.toml above a file, or beside it.
pub fn above(file: &Path) -> Result<Table> {
    let mut folders = file.ancestors().skip(1);
    let text = folders.find_map(|folder| fs::read_to_string(folder.join("Cargo.toml")).ok());
    let text = text.with_context(|| format!("{} has no manifest", file.display()))?;
    toml::from_str(&text).with_context(|| format!("the manifest of {}", file.display()))
}

/// What stands in a manifest about its package.
pub fn text(manifest: &Table, key: &str) -> Result<String> {
    let text = field(manifest, key).and_then(Value::as_str);
    Ok(text.with_context(|| format!("no {key}"))?.to_owned())
}

/// The licence of a package as SPDX writes it; `ours`, where it is inherited.
pub fn licence(manifest: &Table, ours: &str) -> Result<String> {
    if field(manifest, "license").is_some_and(Value::is_table) {
        return Ok(ours.to_owned());
    }
    let licence = text(manifest, "license")?;
    // Older packages have a stroke for “or”.
    let parts: Vec<_> = licence.split('/').map(str::trim).collect();
    Ok(parts.join(" OR "))
}

/// The licence that our packages inherit.
pub fn ours(root: &Path) -> Result<String> {
    let file = above(&root.join("Cargo.toml"))?;
    let workspace = file.get("workspace").and_then(|all| all.get("package"));
    let licence = workspace.and_then(|package| package.get("license")?.as_str());
    Ok(licence.context("our licence is not a text")?.to_owned())
}

fn field<'a>(manifest: &'a Table, key: &str) -> Option<&'a Value> {
    manifest.get("package")?.get(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_written_as_spdx_or_inherited_or_missed() {
        for (line, said) in [
            ("license = \"MIT\"", Some("MIT")),
            ("license = \"MIT/Apache-2.0\"", Some("MIT OR Apache-2.0")),
            ("license = \"Apache-2.0 / MIT\"", Some("Apache-2.0 OR MIT")),
            ("license.workspace = true", Some("ours")),
            ("license-file = \"LICENSE\"", None),
        ] {
            let manifest = toml::from_str(&format!("[package]\n{line}")).expect("a manifest");
            assert_eq!(licence(&manifest, "ours").ok().as_deref(), said, "{line}");
        }
    }
}
