//! What owners are told is so: links lead somewhere, settings exist, commands exist, sentences about privacy are the true ones.

mod support;

use engine::Settings;
use roxmltree::Document;
use std::fs;
use std::path::Path;
use support::{guide, root};
use xtask::release::{files, links};

const OWNER: &str = "src/docs/owner.md";
const OWN_PAGE: &str = "src/docs/page-of-your-own.html";

/// Every text that people read.
const TEXTS: [&str; 9] = [
    OWNER,
    "src/docs/privacy.md",
    "src/docs/hosting.md",
    "README.md",
    "CHANGELOG.md",
    ".github/SECURITY.md",
    "styles/README.md",
    "src/README.md",
    "tests/README.md",
];

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The part of a text below a heading.
fn part<'t>(text: &'t str, heading: &str) -> &'t str {
    let (_, below) = text
        .split_once(&format!("\n## {heading}\n"))
        .unwrap_or_else(|| panic!("no part `{heading}`"));
    below.split("\n## ").next().unwrap_or_default()
}

/// Where the links of a text lead; what stands between back quotes is no link.
fn links_of(text: &str) -> Vec<&str> {
    let prose = text.split('`').step_by(2);
    let links = prose.flat_map(|prose| prose.split("](").skip(1));
    links.filter_map(|link| link.split(')').next()).collect()
}

/// The words between back quotes.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

fn names(text: &str) -> Vec<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|line| links::name(line.trim_start_matches('#').trim()))
        .collect()
}

#[test]
fn every_link_leads_to_a_file_and_a_heading_that_are_there() {
    for from in TEXTS {
        let text = read(from);
        for link in links_of(&text)
            .into_iter()
            .filter(|link| !links::has_scheme(link))
        {
            let (to, anchor) = link.split_once('#').unwrap_or((link, ""));
            let to = if to.is_empty() {
                from.to_owned()
            } else {
                links::resolved(from, to)
            };
            assert!(
                Path::new(&root().join(&to)).exists(),
                "{from}: there is no {to}"
            );
            let found = anchor.is_empty() || names(&read(&to)).iter().any(|name| name == anchor);
            assert!(found, "{from}: {to} has no heading {anchor}");
        }
    }
}

#[test]
fn the_lines_to_paste_set_nothing_that_is_wrong() {
    let mut pasted = 0;
    for from in [OWNER, OWN_PAGE, "README.md"] {
        let text = read(from);
        for lines in text.split("<aftercare-guide ").skip(1) {
            let Some((lines, _)) = lines.split_once("</aftercare-guide>") else {
                continue;
            };
            let element = format!("<aftercare-guide {lines}</aftercare-guide>");
            let element =
                Document::parse(&element).unwrap_or_else(|error| panic!("{from}: {error}"));
            let mut given: Vec<_> = element
                .root_element()
                .attributes()
                .filter(|attribute| attribute.name() != "style")
                .map(|attribute| (attribute.name().to_owned(), attribute.value().to_owned()))
                .collect();
            let link = element
                .descendants()
                .find_map(|node| node.attribute("href"))
                .expect("a link");
            given.push(("support-url".to_owned(), link.to_owned()));
            let (_, problems) = Settings::check(&guide(), &given);
            assert!(problems.is_empty(), "{from}: {problems:?}");
            pasted += 1;
        }
    }
    assert!(pasted >= 3, "only {pasted} were found");
}

#[test]
fn every_setting_and_region_that_the_guide_names_exists() {
    let text = read(OWNER);
    let rows = part(&text, "Fill in your card")
        .lines()
        .filter(|line| line.starts_with("| `"));
    let settings: Vec<_> = rows
        .flat_map(|row| quoted(row.split('|').nth(1).unwrap_or_default()))
        .collect();
    assert_eq!(settings.len(), 10, "{settings:?}");
    for name in settings {
        let (_, problems) = Settings::check(&guide(), &[(name.to_owned(), "x".to_owned())]);
        let unknown = problems
            .iter()
            .any(|problem| problem.to_string().contains("no such setting"));
        assert!(!unknown, "there is no setting `{name}`");
    }
    let lines = part(&text, "Get your three lines");
    let guide = guide();
    for region in guide.region_keys().map(|key| guide.region(key).id.as_str()) {
        assert!(
            lines.contains(&format!("`{region}`")),
            "{region} is not named"
        );
    }
}

#[test]
fn every_command_that_a_text_names_exists() {
    let flags = read("src/xtask/flags.rs");
    for from in TEXTS {
        let text = read(from);
        for named in text.split("cargo xtask ").skip(1) {
            let name = named
                .split(|letter: char| !letter.is_ascii_lowercase() && letter != '-')
                .next();
            let name = name.unwrap_or_default();
            let known = name.is_empty() || flags.contains(&format!("cmd {name} {{"));
            assert!(known, "{from}: there is no `cargo xtask {name}`");
        }
    }
}

#[test]
fn every_file_that_the_guide_names_is_in_the_release() {
    let root = root();
    let files = files(&root, &root.join("dist"), None).expect("a release");
    let text = read(OWNER);
    let rows = part(&text, "See what you have")
        .lines()
        .filter(|line| line.starts_with("| "));
    let named = rows.flat_map(|row| quoted(row.split('|').nth(1).unwrap_or_default()));
    let named: Vec<_> = named.collect();
    assert!(named.len() >= 9, "{named:?}");
    for name in named {
        let found = files
            .iter()
            .any(|(path, _)| path == name || (name.ends_with('/') && path.starts_with(name)));
        assert!(found, "{name} is not in the release");
    }
}

#[test]
fn what_is_said_about_privacy_is_what_may_be_said() {
    let privacy = read("src/docs/privacy.md");
    let allowed = part(&privacy, "Sentences you may use, as they stand").replace('\n', " ");
    let allowed: String = allowed.split_whitespace().collect::<Vec<_>>().join(" ");
    for sentence in [
        "Your answers stay on this page. They are not sent to us or anyone.",
        "We do not save them. Closing or leaving clears them.",
        "No cookies from this guide.",
        "Your browser history will still show that you opened this page.",
    ] {
        assert!(allowed.contains(sentence), "{sentence}");
        for from in [OWNER, OWN_PAGE] {
            let text = read(from).replace("\n> ", " ");
            let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains(sentence), "{from} does not say: {sentence}");
        }
    }
    let page = read(OWN_PAGE).to_lowercase();
    for never in [
        "anonymous",
        "100 %",
        "secure",
        "confidential",
        "nobody can see",
        "we collect no data",
        "deletes your traces",
    ] {
        assert!(allowed.contains(never) && !page.contains(never), "{never}");
    }
}

#[test]
fn the_list_before_going_live_has_every_item() {
    let text = read(OWNER);
    let items = |heading| part(&text, heading).matches("\n- [ ] ").count();
    assert_eq!(items("Work through this list before you go live"), 48);
    assert_eq!(items("Try it out"), 9);
}

#[test]
fn the_loader_begins_as_the_guide_says() {
    let begins = "Aftercare guide: the loader";
    assert!(read(OWNER).contains(begins));
    assert!(
        read("src/loader/aftercare-guide.js")
            .lines()
            .nth(1)
            .is_some_and(|line| line.contains(begins))
    );
}
