//! The plugin for WordPress, as far as it can be looked at without one: what it consists of, and what its texts name.
//! `cargo xtask wordpress` tries it.

mod support;

use engine::Settings;
use serde_json::Value;
use std::collections::BTreeMap;
use support::{guide, root};
use xtask::wordpress::plugin;

fn files() -> BTreeMap<String, Vec<u8>> {
    let dist = root().join("dist");
    let built = dist.join("guide.en.html").exists();
    assert!(built, "dist/ is not built: run `cargo xtask build` first");
    let files = plugin(&root(), &dist).expect("the plugin");
    assert!(files.is_sorted());
    files.into_iter().collect()
}

fn text(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(files[path].clone()).expect("text")
}

/// The settings that the plugin has, in its order: `'support-url' => array( …`, a line each.
fn settings() -> Vec<String> {
    let source = text(&files(), "settings.php");
    let lines = source.lines().map(str::trim);
    let names = lines.filter_map(|line| line.strip_prefix('\'')?.split_once("' "));
    let names: Vec<_> = names
        .filter(|(_, rest)| rest.trim_start().starts_with("=> array( '"))
        .map(|(name, _)| name.to_owned())
        .collect();
    assert!(names.len() > 15, "{names:?}");
    names
}

#[test]
fn it_holds_what_it_needs_and_nothing_else() {
    let names: Vec<_> = files().into_keys().collect();
    assert_eq!(
        names,
        [
            "LICENSE",
            "aftercare-guide.php",
            "block.php",
            "block/block.json",
            "block/editor.js",
            "data.php",
            "guide/aftercare-guide.js",
            "guide/guide.en.html",
            "guide/regions.json",
            "notice.php",
            "page.php",
            "readme.txt",
            "render.php",
            "rules.php",
            "settings.php",
            "uninstall.php",
        ]
    );
}

#[test]
fn every_file_says_its_version_and_runs_only_inside_wordpress() {
    for (path, content) in files() {
        let content = String::from_utf8_lossy(&content);
        if path.starts_with("guide/") {
            continue;
        }
        assert!(!content.contains("{version}"), "{path}");
        assert!(!content.contains("<script"), "{path} writes a script");
        if path.ends_with(".php") {
            let guarded = content.contains("defined( 'ABSPATH' ) || exit;")
                || content.contains("defined( 'WP_UNINSTALL_PLUGIN' ) || exit;");
            assert!(guarded, "{path} can be called by its address");
        }
    }
}

#[test]
fn it_knows_every_region_of_the_guide() {
    let list: Value = serde_json::from_slice(&files()["guide/regions.json"]).expect("JSON");
    let guide = guide();
    let ids = guide.region_keys().map(|key| guide.region(key).id.as_str());
    let known = list["regions"].as_array().expect("regions");
    let known: Vec<_> = known
        .iter()
        .filter_map(|region| region["id"].as_str())
        .collect();
    assert_eq!(known, Vec::from_iter(ids));
    assert_eq!(list["languages"], serde_json::json!(["en"]));
    assert_eq!(list["themes"], serde_json::json!(["slate"]));
}

/// `title` is the element's own: the guide is not told of it.
#[test]
fn its_settings_are_the_guides_and_its_readme_names_them_all() {
    let readme = text(&files(), "readme.txt");
    let guide = guide();
    for name in settings() {
        assert!(readme.contains(&format!("`{name}`")), "{name}");
        let (_, problems) = Settings::check(&guide, &[(name.clone(), String::new())]);
        let strange = problems
            .iter()
            .any(|problem| problem.message == "there is no such setting");
        assert_eq!(strange, name == "title", "{name}");
    }
}
