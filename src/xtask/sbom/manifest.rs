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

/// What stands in a manifest about its package; in `ours`, where it is inherited.
pub fn text(manifest: &Table, key: &str, ours: &Table) -> Result<String> {
    let own = manifest.get("package").and_then(|package| package.get(key));
    let text = match own {
        Some(Value::Table(_)) => ours.get(key),
        own => own,
    };
    let text = text.and_then(Value::as_str);
    Ok(text.with_context(|| format!("no {key}"))?.to_owned())
}

/// The licence of a package as SPDX writes it; in `ours`, where it is inherited.
pub fn licence(manifest: &Table, ours: &Table) -> Result<String> {
    let licence = text(manifest, "license", ours)?;
    // Older packages have a stroke for “or”.
    let parts: Vec<_> = licence.split('/').map(str::trim).collect();
    Ok(parts.join(" OR "))
}

/// What our packages inherit: version, licence and more.
pub fn ours(root: &Path) -> Result<Table> {
    let file = above(&root.join("Cargo.toml"))?;
    let inherited = file
        .get("workspace")
        .and_then(|all| all.get("package")?.as_table());
    Ok(inherited.context("our packages inherit nothing")?.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stands_in_a_manifest_or_is_inherited() {
        let ours = toml::from_str("version = \"1.2.3\"").expect("a table");
        for (line, said) in [
            ("version = \"2.0.0\"", Some("2.0.0")),
            ("version.workspace = true", Some("1.2.3")),
            ("edition.workspace = true", None),
        ] {
            let manifest = toml::from_str(&format!("[package]\n{line}")).expect("a manifest");
            assert_eq!(
                text(&manifest, "version", &ours).ok().as_deref(),
                said,
                "{line}"
            );
        }
    }

    #[test]
    fn a_licence_is_written_as_spdx_or_inherited_or_missed() {
        let ours = toml::from_str("license = \"ours\"").expect("a table");
        for (line, said) in [
            ("license = \"MIT\"", Some("MIT")),
            ("license = \"MIT/Apache-2.0\"", Some("MIT OR Apache-2.0")),
            ("license = \"Apache-2.0 / MIT\"", Some("Apache-2.0 OR MIT")),
            ("license.workspace = true", Some("ours")),
            ("license-file = \"LICENSE\"", None),
        ] {
            let manifest = toml::from_str(&format!("[package]\n{line}")).expect("a manifest");
            assert_eq!(licence(&manifest, &ours).ok().as_deref(), said, "{line}");
        }
    }
}
