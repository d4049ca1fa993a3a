//! Input made up by no one: what must hold for any data block, any settings and any presses (`fuzz/src/holds/`), for every
//! file of the fuzzing's corpora and for some thousand inputs more, the same each time.

#[path = "fuzz/src/holds/mod.rs"]
mod holds;
mod support;

use engine::Guide;
use holds::{answers, guide_data, ideas, settings};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::fs;
use support::{guide, root};

/// The files of a corpus: what fuzzing has found worth keeping.
fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = root().join("tests/fuzz/corpus").join(target);
    let files =
        fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let files: Vec<_> = files
        .map(|file| fs::read(file.expect("a file").path()).expect("bytes"))
        .collect();
    assert!(!files.is_empty(), "{} is empty", folder.display());
    files
}

/// Looks at so many inputs; a failure prints the smallest that fails.
fn for_any<T: std::fmt::Debug>(cases: u32, input: impl Strategy<Value = T>, holds: impl Fn(T)) {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let outcome = TestRunner::new_with_rng(config, rng).run(&input, |input| {
        holds(input);
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn any_data_block_is_a_guide_or_is_refused() {
    for bytes in corpus("guide_data") {
        guide_data::check(&bytes);
    }
    let whole = postcard::to_allocvec(&guide()).expect("the guide as bytes");
    assert!(guide_data::check(&whole), "the shipped guide is one");
    let damage = prop::collection::vec((0..whole.len(), any::<u8>()), 1..4);
    for_any(100, (damage, 0..=whole.len()), |(damage, end)| {
        let mut bytes = whole.clone();
        for (at, byte) in damage {
            bytes[at] = byte;
        }
        guide_data::check(&bytes);
        assert!(
            end == whole.len() || !guide_data::check(&whole[..end]),
            "it was cut short"
        );
    });
    for_any(1_000, prop::collection::vec(any::<u8>(), 0..800), |bytes| {
        guide_data::check(&bytes);
    });
}

#[test]
fn any_settings_are_safe_or_named() {
    let guide = guide();
    for bytes in corpus("settings") {
        settings::check(&guide, &String::from_utf8_lossy(&bytes));
    }
    for_any(2_000, fragments(&guide), |pairs| {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        settings::check(&guide, &query.extend_pairs(pairs).finish());
    });
    for_any(500, ".{0,200}", |text| settings::check(&guide, &text));
}

/// Names and values, known and unknown, that almost fit each other.
fn fragments(guide: &Guide) -> impl Strategy<Value = Vec<(String, String)>> + use<> {
    let regions: Vec<_> = guide
        .region_keys()
        .map(|key| guide.region(key).id.clone())
        .collect();
    let name = prop_oneof![
        8 => prop::sample::select(&settings::NAMES[..]).prop_map(str::to_owned),
        1 => "[a-z-]{0,12}",
        1 => any::<String>(),
    ];
    let value = prop_oneof![
        "(https?|HTTPS|mailto|tel|sms|javascript|data)(:|://|:/)[a-z0-9@.:/?#\\\\+-]{0,16}",
        "https://[a-z.-]{1,6}(:[+0-9]{1,6})?[/?#]?",
        "https://[a-z.@:]{1,6}[/?#][a-z\u{202e}\u{2066} \n]{0,6}",
        "http://(localhost|127.0.0.1|\\[::1\\])[:@.a-z0-9/]{0,9}",
        prop::sample::select(regions),
        prop::sample::select(&["inline", "cover", "help", "intro", "", " "][..])
            .prop_map(str::to_owned),
        any::<String>(),
    ];
    prop::collection::vec((name, value), 0..8)
}

#[test]
fn any_presses_keep_what_safety_switches_off_away() {
    let guide = guide();
    for bytes in corpus("answers") {
        answers::check(&guide, &bytes);
    }
    for_any(2_000, presses(), |presses| {
        answers::check(&guide, presses.as_flattened());
    });
}

/// Presses, two bytes each (`fuzz/src/holds/answers.rs`): mostly those that lead through the questions and back.
fn presses() -> impl Strategy<Value = Vec<[u8; 2]>> {
    let what = prop_oneof![
        4 => prop::sample::select(&answers::WAY[..]),
        1 => any::<u8>(),
    ];
    prop::collection::vec((what, any::<u8>()).prop_map(<[u8; 2]>::from), 0..80)
}

#[test]
fn any_text_is_answers_or_is_explained() {
    let guide = guide();
    for bytes in corpus("answers") {
        ideas::check_text(&guide, &String::from_utf8_lossy(&bytes));
    }
    let names: Vec<_> = guide
        .questions()
        .iter()
        .map(|question| question.id.clone())
        .collect();
    let options = guide
        .questions()
        .iter()
        .flat_map(|question| &question.options);
    let options: Vec<_> = options.map(|choice| format!("{:?}", choice.id)).collect();
    let value = prop_oneof![
        4 => prop::sample::select(options.clone()),
        2 => prop::collection::vec(prop::sample::select(options), 0..4).prop_map(|list| format!("[{}]", list.join(","))),
        1 => "[\\[\\]{}\",:0-9a-z\\\\ ]{0,8}",
    ];
    let entry =
        (prop::sample::select(names), value).prop_map(|(name, value)| format!("{name:?}: {value}"));
    let answers = prop::collection::vec(entry, 0..6)
        .prop_map(|entries| format!("{{{}}}", entries.join(", ")));
    for_any(2_000, answers, |text| ideas::check_text(&guide, &text));
    for_any(1_000, ".{0,80}", |text| ideas::check_text(&guide, &text));
}
