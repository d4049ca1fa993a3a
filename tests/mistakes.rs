//! What an author reads who has made many mistakes at once: place, what is wrong, what to do, for all of them (`tests/mistakes/`).
//!
//! Each page is made of cases in `tests/refused/`, in one copy of the content. `AFTERCARE_RENEW=1` writes the pages anew: read them aloud.

mod support;

use serde_json::Value;
use std::fs;
use support::copy::Copy;
use support::refused::{case, change};
use support::root;

fn said(page: &str, mistakes: &Value) -> String {
    let content = Copy::new(page);
    for name in mistakes["cases"].as_array().expect("cases") {
        let name = name.as_str().expect("a name");
        for change_of in support::refused::changes(&case(name)) {
            change(&content.0, &change_of)
                .unwrap_or_else(|error| panic!("{page}, {name}: {error}"));
        }
    }
    let problems = xtask::languages::drafts(&content.0)
        .and_then(|drafts| xtask::languages::check(&drafts))
        .and_then(|guides| xtask::certificate::of(&guides[0]))
        .expect_err("mistakes that are found");
    let said = xtask::problems_in(&content.0, &problems);
    said.replace(&format!("{}/", content.0.display()), "src/content/") + "\n"
}

#[test]
fn every_mistake_is_said_at_once_with_its_line_and_what_to_do() {
    let file: Value =
        toml::from_str(include_str!("mistakes/mistakes.toml")).expect("mistakes.toml");
    let pages = file.as_object().expect("pages");
    assert!(pages.len() >= 3);
    for (page, mistakes) in pages {
        let said = said(page, mistakes);
        let file = root().join(format!("tests/mistakes/{page}.txt"));
        if std::env::var_os("AFTERCARE_RENEW").is_some() {
            fs::write(&file, &said).expect("a page");
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(
            said,
            expected,
            "{page}: as it was reviewed, in {}",
            file.display()
        );
    }
}
