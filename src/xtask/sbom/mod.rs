//! The list of what is shipped (SBOM), as CycloneDX. The same parts give the same bytes: no time, no random number.

pub(crate) mod manifest;
mod parts;

use crate::lock;
use crate::toolchain::Toolchain;
use crate::wasm::{self, BUILDER, WIDGET};
use anyhow::{Context, Result};
use parts::{Part, STD};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// The file in `dist/` that holds the list.
pub const FILE: &str = "sbom.cdx.json";

/// Writes the list for what this toolchain builds as wasm: the widget, and what the builder page works with.
///
/// # Errors
/// When Cargo does not say what it compiles, or a part has no version or licence.
pub fn of(root: &Path, target: &Path, toolchain: &Toolchain) -> Result<String> {
    let mut parts = BTreeMap::new();
    for package in [BUILDER, WIDGET] {
        let units = wasm::units(package, root, target, toolchain)?;
        parts::add(&mut parts, parts::read(&units, root, toolchain)?);
    }
    let release = toolchain.said("release").context("rustc has no version")?;
    let commit = toolchain.said("commit-hash").unwrap_or_default();
    let locked = lock::read(&root.join("Cargo.lock"))?;
    let binding = locked
        .iter()
        .find(|package| package.name == "wasm-bindgen-cli-support")
        .context("wasm-bindgen is not locked")?;
    let tools = [("rustc", &release), (&binding.name, &binding.version)]
        .map(|(name, version)| json!({"type": "application", "name": name, "version": version}));
    let list = document(&parts, &tools, &commit)?;
    Ok(serde_json::to_string_pretty(&list).context("JSON")? + "\n")
}

fn document(parts: &BTreeMap<String, Part>, tools: &[Value], commit: &str) -> Result<Value> {
    let (widget, others): (Vec<_>, Vec<_>) = parts.values().partition(|part| part.name == WIDGET);
    let [widget] = widget[..] else {
        anyhow::bail!("{WIDGET} is not one part of what is compiled");
    };
    let components: Vec<_> = others.iter().map(|part| component(part, commit)).collect();
    let needs = parts.iter();
    let needs = needs.map(|(reference, part)| json!({"ref": reference, "dependsOn": part.needs}));
    let mut subject = component(widget, commit);
    subject["type"] = "application".into();
    Ok(json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": subject, "tools": {"components": tools}},
        "components": components,
        "dependencies": needs.collect::<Vec<_>>(),
    }))
}

fn component(part: &Part, commit: &str) -> Value {
    let mut component = json!({
        "type": "library",
        "bom-ref": part.reference(),
        "name": part.name,
        "version": part.version,
        "licenses": [{"expression": part.licence}],
    });
    if let Some(checksum) = &part.checksum {
        component["purl"] = part.reference().into();
        component["hashes"] = json!([{"alg": "SHA-256", "content": checksum}]);
    }
    if part.name == STD {
        component["purl"] = format!("pkg:generic/{STD}@{}", part.version).into();
        component["properties"] = json!([{"name": "commit", "value": commit}]);
    }
    component
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn part(name: &str, checksum: Option<&str>, needs: &[&str]) -> (String, Part) {
        let part = Part {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: "MIT".to_owned(),
            checksum: checksum.map(str::to_owned),
            needs: needs
                .iter()
                .map(ToString::to_string)
                .collect::<BTreeSet<_>>(),
        };
        (part.reference(), part)
    }

    #[test]
    fn a_part_of_a_registry_has_an_address_and_a_checksum() {
        let parts = BTreeMap::from([
            part(WIDGET, None, &["pkg:cargo/serde@1.0.0"]),
            part("serde", Some("ab"), &[]),
        ]);
        let list = document(&parts, &[], "c0ffee").expect("a list");
        assert_eq!(list["metadata"]["component"]["name"], WIDGET);
        assert_eq!(list["components"][0]["purl"], "pkg:cargo/serde@1.0.0");
        assert_eq!(list["components"][0]["hashes"][0]["content"], "ab");
        assert_eq!(
            list["dependencies"][0]["dependsOn"],
            json!(["pkg:cargo/serde@1.0.0"])
        );
    }

    #[test]
    fn a_list_without_the_widget_is_refused() {
        let parts = BTreeMap::from([part("serde", Some("ab"), &[])]);
        assert!(document(&parts, &[], "").is_err());
    }
}
