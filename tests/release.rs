//! What a site owner downloads: every file in its place, with a sum that fits, and pages that stand alone.

use roxmltree::{Document, Node, ParsingOptions};
use std::collections::BTreeSet;
use std::fs;
use xtask::release::{files, links, pack, pack::File, version};
use xtask::setup::Places;
use xtask::sums;

const DRAFT: &str = "Draft: nobody has reviewed this.";

fn release() -> Vec<File> {
    let root = Places::new().root;
    let dist = root.join("dist");
    let built = dist.join(sums::FILE).exists();
    assert!(built, "dist/ is not built: run `cargo xtask build` first");
    files(&root, &dist, Some(DRAFT)).expect("a release")
}

fn text(files: &[File], path: &str) -> String {
    let found = files.iter().find(|(known, _)| known == path);
    let (_, bytes) = found.unwrap_or_else(|| panic!("no {path}"));
    String::from_utf8(bytes.clone()).expect("text")
}

/// Every page of ours, by its path.
fn pages(files: &[File]) -> Vec<(&str, String)> {
    let ours = files.iter().map(|(path, _)| path.as_str());
    let ours = ours.filter(|path| {
        let for_visitors = path.starts_with("dist/") || path.starts_with("page-of-your-own/");
        // `tests/review.rs` looks at the sheets.
        path.ends_with(".html") && !for_visitors && !path.starts_with("review/")
    });
    ours.map(|path| (path, text(files, path))).collect()
}

/// Reads it as strictly as XML is read: each tag closed, in its place.
fn document<'p>(path: &str, page: &'p str) -> Document<'p> {
    let strictly = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(page, strictly).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn named<'a, 'p: 'a>(
    document: &'a Document<'p>,
    name: &'a str,
) -> impl Iterator<Item = Node<'a, 'p>> {
    document
        .descendants()
        .filter(move |node| node.has_tag_name(name))
}

fn ids<'a>(document: &'a Document) -> Vec<&'a str> {
    document
        .descendants()
        .filter_map(|node| node.attribute("id"))
        .collect()
}

#[test]
fn every_file_that_an_owner_needs_is_there() {
    let files = release();
    let paths: BTreeSet<_> = files.iter().map(|(path, _)| path.as_str()).collect();
    for path in [
        "owner.html",
        "privacy.html",
        "hosting.html",
        "README.html",
        "CHANGELOG.html",
        "SECURITY.html",
        "LICENSE",
        "SHA384SUMS",
        "dist/aftercare-guide.js",
        "dist/guide.en.html",
        "aftercare-guide-wordpress.zip",
        "dist/builder.html",
        "dist/sbom.cdx.json",
        "dist/SHA384SUMS",
        "page-of-your-own/index.html",
        "page-of-your-own/aftercare-guide.js",
        "page-of-your-own/guide.en.html",
        "page-of-your-own/_headers",
        "review/review.en.html",
        "review/visitors.en.html",
        "review/region.malta.html",
        "review/graph.svg",
        "styles/README.html",
        "styles/themes/slate.css",
    ] {
        assert!(paths.contains(path), "no {path} in {paths:?}");
    }
    for demo in ["dist/index.html", "dist/support.html"] {
        assert!(!paths.contains(demo), "{demo} is for us");
    }
    assert_eq!(paths.len(), files.len(), "a path twice");
}

#[test]
fn the_sums_fit_every_other_file() {
    let files = release();
    let folder = std::env::temp_dir().join(format!("aftercare-release-{}", std::process::id()));
    for (path, bytes) in &files {
        let file = folder.join(path);
        fs::create_dir_all(file.with_file_name("")).expect("a folder");
        fs::write(file, bytes).expect("a file");
    }
    let summed = sums::check(&folder).expect("sums that fit");
    sums::check(&folder.join("dist")).expect("sums of the build that fit");
    fs::remove_dir_all(&folder).expect("the folder");
    let others = files.iter().map(|(path, _)| path.as_str());
    let others: Vec<_> = others.filter(|path| *path != sums::FILE).collect();
    assert_eq!(summed, others);
}

#[test]
fn two_releases_of_one_source_are_the_same_bytes() {
    let zip = || pack::zip("aftercare-guide-1.2.3", &release()).expect("a zip");
    assert!(zip() == zip(), "two releases differ");
}

/// A day in them would make the zip another one tomorrow.
#[test]
fn the_sheets_in_it_name_the_version_and_no_day() {
    let files = release();
    let made = format!("Made of version {}", env!("CARGO_PKG_VERSION"));
    for name in ["review.en", "visitors.en", "region.malta"] {
        let sheet = text(&files, &format!("review/{name}.html"));
        assert!(
            sheet.contains(&made) && !sheet.contains("Made on"),
            "{name}"
        );
    }
}

#[test]
fn every_page_is_whole_and_its_headings_go_down_step_by_step() {
    let files = release();
    for (path, page) in pages(&files) {
        let document = document(path, &page);
        let mut above = 0;
        for heading in document.descendants() {
            let name = heading.tag_name().name();
            let Some(level) = name
                .strip_prefix('h')
                .and_then(|level| level.parse::<u8>().ok())
            else {
                continue;
            };
            assert!(level <= above + 1, "{path}: <{name}> follows <h{above}>");
            assert!(level > 1 || above == 0, "{path}: a second <h1>");
            above = level;
        }
        let mut seen = BTreeSet::new();
        ids(&document)
            .into_iter()
            .for_each(|id| assert!(seen.insert(id), "{path}: two headings are named {id}"));
        for picture in named(&document, "img") {
            let says = picture.attribute("alt").unwrap_or_default();
            assert!(says.len() > 20, "{path}: a picture says `{says}`");
            let inside = picture
                .attribute("src")
                .is_some_and(|src| src.starts_with("data:image/png;"));
            assert!(inside, "{path}: a picture that is not inside");
        }
        assert_eq!(named(&document, "script").count(), 0, "{path}");
    }
}

#[test]
fn every_link_within_the_release_leads_somewhere() {
    let files = release();
    let mut looked_at = 0;
    for (path, page) in pages(&files) {
        for link in named(&document(path, &page), "a") {
            let link = link.attribute("href").expect("an address");
            if links::has_scheme(link) {
                continue;
            }
            let (to, anchor) = link.split_once('#').unwrap_or((link, ""));
            let to = if to.is_empty() {
                path.to_owned()
            } else {
                links::resolved(path, to)
            };
            let there = text(&files, &to);
            let found = anchor.is_empty() || ids(&document(&to, &there)).contains(&anchor);
            assert!(found, "{path}: nothing is named {link}");
            looked_at += 1;
        }
    }
    assert!(looked_at > 50, "only {looked_at} links were looked at");
}

#[test]
fn a_draft_is_the_first_thing_that_the_owners_guide_says_and_no_other_page() {
    let files = release();
    for (path, page) in pages(&files) {
        let document = document(path, &page);
        let body = named(&document, "body").next().expect("a body");
        let first = body
            .descendants()
            .filter_map(|node| node.text())
            .find(|text| !text.trim().is_empty());
        assert_eq!(
            first == Some(DRAFT),
            path == "owner.html",
            "{path}: {first:?}"
        );
    }
    let root = Places::new().root;
    let reviewed = files_of(&root);
    assert!(!text(&reviewed, "owner.html").contains("class=\"draft\""));
}

fn files_of(root: &std::path::Path) -> Vec<File> {
    files(root, &root.join("dist"), None).expect("a release")
}

#[test]
fn the_page_of_ones_own_sends_the_headers_that_are_tested() {
    let headers = text(&release(), "page-of-your-own/_headers");
    let hosting =
        fs::read_to_string(Places::new().root.join("src/docs/hosting.md")).expect("hosting.md");
    let tested = hosting.split("```").nth(1).expect("the block of headers");
    let (path, lines) = headers.split_once('\n').expect("lines");
    assert_eq!(path, "/guide.*");
    assert_eq!(lines.replace("  ", "").trim(), tested.trim());
}

/// A release is one number, written once.
#[test]
fn the_version_stands_in_one_place() {
    let root = Places::new().root;
    for package in ["", "src/builder", "src/engine", "src/xtask"] {
        let file = root.join(package).join("Cargo.toml");
        let text = fs::read_to_string(file).expect("a manifest");
        let manifest: serde_json::Value = toml::from_str(&text).expect("TOML");
        let version = &manifest["package"]["version"];
        assert_eq!(version["workspace"], true, "{package}: {version}");
    }
    let released = version(&root).expect("a version");
    assert_eq!(released, env!("CARGO_PKG_VERSION"));
}
