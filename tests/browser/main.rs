//! The shipped files in real browsers: each test runs in Chromium and in Firefox, on a browser of its own.

mod access;
mod attributes;
mod clashes;
mod decode;
mod driver;
mod elements;
mod embedding;
mod failures;
mod gallery;
mod hands_off;
mod hosts;
mod journeys;
mod languages;
mod layout;
mod leaks;
mod leaving;
mod looks;
mod outfits;
mod pages;
mod passage;
mod refusals;
mod safety;
mod spoken;
mod stills;
#[path = "../support/mod.rs"]
mod support;
mod tree;
mod visitor;
mod watchers;
mod wiping;

use driver::Browser;
use libtest_mimic::{Arguments, Trial};
use std::future::Future;
use std::pin::Pin;
use visitor::Visitor;
use xtask::prove::Promises;
use xtask::setup::Places;

/// A test in one browser.
type Test = Box<
    dyn for<'v> FnOnce(&'v mut Visitor) -> Pin<Box<dyn Future<Output = anyhow::Result<()>> + 'v>>
        + Send,
>;

/// Names an async function of a visitor as a test.
#[macro_export]
macro_rules! test {
    ($name:expr, $function:expr $(, $argument:expr)*) => {{
        let name = $name.to_string();
        let test: $crate::Test = Box::new(move |visitor| Box::pin(async move { $function(visitor $(, &$argument)*).await }));
        (name, test)
    }};
}

/// The test of what reads what trackers send.
const READING: &str = "what trackers send can be read";

fn main() {
    let arguments = Arguments::from_args();
    let dist = Places::new().root.join("dist/guide.en.html");
    assert!(
        dist.exists(),
        "dist/ is not built: run `cargo xtask test`, or `cargo xtask build` first"
    );
    if std::env::var_os("AFTERCARE_GALLERY").is_some() {
        return gallery::run();
    }
    if std::env::var_os("AFTERCARE_LEAKS").is_some() {
        let trials = in_both(|_| leaks::all());
        let outcome = libtest_mimic::run(&arguments, trials);
        leaks::print_table();
        outcome.exit();
    }
    let mut trials = in_both(tests);
    trials.push(Trial::test(READING, || Ok(decode::reads_every_wrapping()?)));
    trials.push(Trial::test("every promise has its tests", || {
        Ok(every_promise_has_its_tests()?)
    }));
    libtest_mimic::run(&arguments, trials).exit();
}

/// `cargo xtask prove` looks for them by their names.
fn every_promise_has_its_tests() -> anyhow::Result<()> {
    let named = [tests(Browser::Chromium), leaks::all()]
        .into_iter()
        .flatten();
    let mut names: Vec<_> = named.map(|(name, _)| name).collect();
    names.push(READING.to_owned());
    let promises = Promises::read(&Places::new().root)?;
    for part in promises.promise.iter().flat_map(|promise| &promise.tests) {
        let found = names.iter().any(|name| name.contains(part.as_str()));
        anyhow::ensure!(found, "tests/promises.toml: no test is named “{part}”");
    }
    Ok(())
}

/// Tests of a browser, as trials.
fn in_both(tests: fn(Browser) -> Vec<(String, Test)>) -> Vec<Trial> {
    let browsers = [Browser::Chromium, Browser::Firefox].into_iter();
    let named =
        browsers.flat_map(|browser| tests(browser).into_iter().map(move |test| (browser, test)));
    named
        .map(|(browser, (name, test))| trial(browser, name, test))
        .collect()
}

fn tests(browser: Browser) -> Vec<(String, Test)> {
    let tests = [
        journeys::tests(),
        embedding::tests(),
        failures::tests(),
        clashes::tests(),
        attributes::tests(),
        leaving::tests(),
        watchers::tests(),
        leaks::tests(),
        wiping::tests(),
        hosts::tests(),
        refusals::tests(),
        safety::tests(),
        languages::tests(),
        hands_off::tests(),
        access::tests(),
        looks::tests(),
    ];
    let alone = match browser {
        Browser::Chromium => [
            leaving::clock_tests(),
            wiping::tree_tests(),
            looks::dark_tests(),
            layout::tests(),
            spoken::tests(),
        ],
        Browser::Firefox => Default::default(),
    };
    tests.into_iter().chain(alone).flatten().collect()
}

fn trial(browser: Browser, name: String, test: Test) -> Trial {
    let name = format!("{browser:?}: {name}");
    let picture = format!("{}.png", name.replace([':', ' ', '/'], "_"));
    Trial::test(name, move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        runtime.block_on(async {
            let mut visitor = Visitor::new(browser)
                .await
                .map_err(|error| format!("{error:#}"))?;
            let result = test(&mut visitor).await;
            if result.is_err() {
                visitor.keep_picture(&picture).await;
            }
            visitor.leave_browser().await;
            result.map_err(|error| format!("{error:#}").into())
        })
    })
}
