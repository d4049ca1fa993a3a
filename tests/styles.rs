//! The looks: tokens are the only place of colours, themes assign tokens and nothing else, and every combination can be read.

mod support;

use std::collections::BTreeMap;
use std::fs;
use support::contrast::contrast;
use support::root;

type Tokens = BTreeMap<String, String>;

/// What stands in braces, under which `@media` and selector.
struct Rule {
    media: String,
    selector: String,
    tokens: Tokens,
}

fn read(file: &str) -> String {
    let path = root().join("styles").join(file);
    let text =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut parts = text.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + part.split_once("*/").map_or("", |(_, rest)| rest)
    })
}

/// The rules of a sheet that holds one level of `@media` at most.
fn rules(text: &str) -> Vec<Rule> {
    let (mut media, mut rules) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, after) = (rest[..at].trim(), &rest[at + 1..]);
        rest = after;
        if text.as_bytes()[text.len() - after.len() - 1] == b'}' {
            media.clear();
        } else if let Some(query) = before.strip_prefix("@media ") {
            media = query.trim().to_owned();
        } else {
            let (body, after) = rest.split_once('}').expect("an end");
            rest = after;
            let lines = body.split(';').filter_map(|line| line.split_once(':'));
            let tokens =
                lines.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
            rules.push(Rule {
                media: media.clone(),
                selector: before.to_owned(),
                tokens: tokens.collect(),
            });
        }
    }
    rules
}

fn themes() -> Vec<String> {
    let files = fs::read_dir(root().join("styles/themes")).expect("styles/themes");
    let paths = files.map(|file| file.expect("a file").path());
    paths
        .map(|path| {
            path.file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned()
        })
        .collect()
}

/// What a person sees who has this theme and asks for this scheme and this contrast.
fn seen(theme: Option<&str>, dark: bool, more: bool) -> Tokens {
    let sheets = [
        Some("tokens.css".to_owned()),
        theme.map(|theme| format!("themes/{theme}.css")),
    ];
    let all: Vec<_> = sheets
        .iter()
        .flatten()
        .flat_map(|sheet| rules(&read(sheet)))
        .collect();
    let holds = |media: &str| {
        media != PAPER
            && (dark || !media.contains("prefers-color-scheme: dark"))
            && (more || !media.contains("prefers-contrast"))
    };
    let (last, first): (Vec<_>, Vec<_>) = all
        .into_iter()
        .filter(|rule| holds(&rule.media))
        .partition(|rule| rule.media.contains("prefers-contrast"));
    let rules = first.into_iter().chain(last);
    rules.flat_map(|rule| rule.tokens).collect()
}

/// How the sheet says that it is printed.
const PAPER: &str = "print";

/// Text, and what it stands on.
const TEXT: [(&str, &str); 18] = [
    ("--ink", "--paper"),
    ("--ink", "--card"),
    ("--ink", "--tint"),
    ("--soft", "--paper"),
    ("--soft", "--card"),
    ("--soft", "--tint"),
    ("--accent", "--paper"),
    ("--accent", "--card"),
    ("--accent", "--tint"),
    ("--on-accent", "--accent"),
    ("--paper", "--ink"),
    ("--emergency", "--paper"),
    ("--emergency", "--card"),
    ("--emergency", "--tint"),
    ("--urgent", "--card"),
    ("--urgent", "--paper"),
    ("--routine", "--card"),
    ("--routine", "--paper"),
];

/// Edges of controls, and the ring of focus.
const EDGES: [(&str, &str); 6] = [
    ("--line", "--paper"),
    ("--line", "--card"),
    ("--line", "--tint"),
    ("--focus", "--paper"),
    ("--focus", "--card"),
    ("--focus", "--tint"),
];

#[test]
fn every_theme_can_be_read_by_day_by_night_and_with_more_contrast() {
    let themes = themes();
    for theme in themes.iter().map(String::as_str).map(Some).chain([None]) {
        for (dark, more) in [(false, false), (true, false), (false, true), (true, true)] {
            let tokens = seen(theme, dark, more);
            let (text, edges) = if more { (7.0, 4.5) } else { (4.5, 3.0) };
            let needed = TEXT
                .map(|pair| (pair, text))
                .into_iter()
                .chain(EDGES.map(|pair| (pair, edges)));
            for ((front, back), needed) in needed {
                let found = contrast(&tokens[front], &tokens[back]);
                assert!(
                    found >= needed,
                    "{} (dark: {dark}, more contrast: {more}): {front} on {back} is {found:.2} : 1, not {needed} : 1",
                    theme.unwrap_or("warm")
                );
            }
        }
    }
}

#[test]
fn a_theme_assigns_tokens_and_nothing_else() {
    let contract = seen(None, false, false);
    for theme in themes() {
        for rule in rules(&read(&format!("themes/{theme}.css"))) {
            assert_eq!(rule.selector, format!(":root[data-theme=\"{theme}\"]"));
            for name in rule.tokens.keys() {
                assert!(contract.contains_key(name), "{theme}: `{name}` is no token");
            }
        }
        assert_eq!(seen(Some(&theme), false, false)["--theme"], theme);
    }
}

#[test]
fn on_paper_everything_is_black_on_white() {
    let paper = rules(&read("tokens.css"));
    let paper = paper
        .iter()
        .find(|rule| rule.media == PAPER)
        .expect("tokens for paper");
    for (name, value) in seen(None, false, false) {
        if value.starts_with('#') {
            let on_paper = &paper.tokens[&name];
            assert!(
                ["#000000", "#ffffff"].contains(&on_paper.as_str()),
                "{name} is {on_paper}"
            );
        }
    }
    assert_eq!(
        (&*paper.tokens["--ink"], &*paper.tokens["--paper"]),
        ("#000000", "#ffffff")
    );
    // More specific than a theme, and last.
    assert_eq!(paper.selector, "html:root[lang]");
}

#[test]
fn the_guide_takes_colours_and_tokens_from_the_contract() {
    let guide = read("guide.css");
    let contract = seen(None, false, false);
    let used = guide.split("var(").skip(1);
    for token in used.map(|rest| rest.split([')', ',']).next().unwrap_or_default().trim()) {
        assert!(
            contract.contains_key(token),
            "guide.css uses `{token}`, which is no token"
        );
    }
    for token in contract
        .keys()
        .filter(|name| name.starts_with("--") && *name != "--theme")
    {
        assert!(
            guide.contains(&format!("var({token})")),
            "nothing uses `{token}`"
        );
    }
    for literal in ["#fff", "rgb(", "hsl(", "oklch("] {
        assert!(
            !guide.contains(literal),
            "guide.css holds a colour of its own: {literal}"
        );
    }
}
