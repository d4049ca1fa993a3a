//! What `dist/` carries beside the guide: sums that fit, and a list of what is shipped.

use engine::Date;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use xtask::setup::Places;
use xtask::{content, lock, sbom, sums};

fn dist() -> PathBuf {
    let dist = Places::new().root.join("dist");
    let built = dist.join(sums::FILE).exists();
    assert!(built, "dist/ is not built: run `cargo xtask build` first");
    dist
}

fn list() -> (String, Value) {
    let text = fs::read_to_string(dist().join(sbom::FILE)).expect("the list");
    let list = serde_json::from_str(&text).expect("JSON");
    (text, list)
}

fn array(value: &Value) -> &[Value] {
    value.as_array().expect("an array")
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    let found = value[key].as_str();
    found.unwrap_or_else(|| panic!("no {key} in {value}"))
}

#[test]
fn every_file_for_a_site_has_a_sum_that_fits() {
    let names = sums::check(&dist()).expect("sums that fit");
    assert_eq!(
        names,
        [
            "aftercare-guide.js",
            "guide.en.html",
            "builder.html",
            "sbom.cdx.json"
        ]
    );
}

#[test]
fn the_program_that_the_readme_names_agrees() {
    let mut program = Command::new("sha384sum");
    program.args(["--check", "--strict", sums::FILE]);
    // Not every system has it.
    if let Ok(output) = program.current_dir(dist()).output() {
        assert!(output.status.success(), "{output:?}");
    }
}

#[test]
fn the_list_holds_what_is_shipped_and_not_what_only_builds_or_tests() {
    let (_, list) = list();
    let parts = array(&list["components"]).iter();
    let names: BTreeSet<_> = parts.map(|part| text(part, "name")).collect();
    for shipped in [
        "engine",
        "builder",
        "yew",
        "wasm-bindgen",
        "web-sys",
        "serde",
        "rust-std",
    ] {
        assert!(names.contains(shipped), "{shipped} is not in the list");
    }
    for other in ["xtask", "syn", "yew-macro", "serde_derive", "proptest"] {
        assert!(!names.contains(other), "{other} is not shipped");
    }
    assert_eq!(list["metadata"]["component"]["name"], "aftercare-guide");
}

#[test]
fn each_part_has_a_version_a_licence_and_the_checksum_of_the_lock_file() {
    let locked = lock::read(&Places::new().root.join("Cargo.lock")).expect("Cargo.lock");
    let (_, list) = list();
    for part in array(&list["components"]) {
        let (name, version) = (text(part, "name"), text(part, "version"));
        assert!(!text(&part["licenses"][0], "expression").contains('/'));
        let mut locked = locked.iter();
        let known = locked.find(|package| package.name == name && package.version == version);
        if let Some(checksum) = known.and_then(|package| package.checksum.as_deref()) {
            assert_eq!(text(&part["hashes"][0], "content"), checksum, "{name}");
            assert_eq!(text(part, "purl"), format!("pkg:cargo/{name}@{version}"));
        }
    }
}

#[test]
fn the_list_is_whole_and_says_nothing_of_when_and_where_it_was_made() {
    let (all, list) = list();
    let parts = array(&list["components"]).iter();
    let mut known: BTreeSet<_> = parts.map(|part| text(part, "bom-ref")).collect();
    known.insert(text(&list["metadata"]["component"], "bom-ref"));
    let dependencies = array(&list["dependencies"]);
    assert_eq!(known.len(), dependencies.len(), "a name stands twice");
    for dependency in dependencies {
        assert!(known.contains(text(dependency, "ref")), "{dependency}");
        let needs = array(&dependency["dependsOn"]).iter();
        let needs: BTreeSet<_> = needs.filter_map(Value::as_str).collect();
        assert!(needs.is_subset(&known), "{dependency}");
    }
    let root = Places::new().root.display().to_string();
    for word in ["timestamp", "serialNumber", "file://", &root] {
        assert!(!all.contains(word), "the list says `{word}`");
    }
}

#[test]
fn the_guide_is_the_same_on_whatever_day_it_is_built() {
    let folder = Places::new().root.join("src/content");
    let built_in = |year| {
        let mut draft = content::draft(&folder, "en").expect("content that can be read");
        draft.today = Date {
            year,
            month: 12,
            day: 1,
        };
        let guide = engine::check(draft).expect("content without a problem");
        postcard::to_allocvec(&guide).expect("bytes")
    };
    assert_eq!(built_in(2026), built_in(2031));
}
