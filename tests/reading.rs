//! How hard the screens are to read (spec 5.6). `cargo xtask reading` prints the same as a table.

mod support;

use std::collections::BTreeSet;
use support::copy::{Copy, copy};
use support::sentences::sentences;
use support::{guide, root};
use xtask::reading::{self, Reading, sentence, too_long};

fn reading() -> Reading {
    reading::read(&root()).expect("the screens")
}

#[test]
fn no_screen_is_too_hard_to_read() {
    let reading = reading();
    let warnings = reading.warnings();
    if !warnings.is_empty() {
        println!("warnings: {}\n{}", warnings.len(), warnings.join("\n"));
    }
    assert!(reading.levels.len() > 40, "too few screens were read");
    let refused = reading.refused();
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

/// Also those of buttons and links, of every region's services and terms, and of the demo's pages.
#[test]
fn no_sentence_has_more_than_twenty_words() {
    let (guide, all, mut long) = (guide(), sentences(), BTreeSet::new());
    for terms in guide.region_keys().map(|key| &guide.region(key).terms) {
        for one in &all {
            let text = terms.fill(&one.text);
            let found = sentence::sentences(&text).into_iter().filter_map(too_long);
            long.extend(found.map(|problem| format!("{}: {problem}", one.place)));
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn no_name_that_is_left_out_is_stale() {
    let stale = reading().stale;
    assert!(stale.is_empty(), "tests/wording/names.toml: {stale:?}");
}

/// As every command says it: with its line.
#[test]
fn content_that_cannot_be_read_is_said_with_its_line() {
    let folder = Copy::of("tests/wording", "reading");
    let content = folder.0.join("src/content");
    copy(&root().join("src/content"), &content);
    std::fs::write(content.join("en/help.md"), "# Help\n\n**Call.**\n").expect("written");
    let refused = reading::read(&folder.0).err().expect("a refusal");
    assert!(refused.is::<xtask::Refused>(), "{refused}");
    assert!(
        refused.to_string().contains("en/help.md:3: it holds bold"),
        "{refused}"
    );
}
