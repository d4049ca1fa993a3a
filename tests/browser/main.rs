//! The shipped files in real browsers: each test runs in Chromium and in Firefox, many in WebKit too.

mod access;
mod attributes;
mod bar;
mod beginning;
mod builder;
mod clashes;
mod coming_back;
mod decode;
mod driver;
mod elements;
mod embedding;
mod failures;
mod forced;
mod gallery;
mod hands_off;
mod hosts;
mod journeys;
mod keeping;
mod languages;
mod layout;
mod leaks;
mod leaving;
mod leaving_by_shift;
mod leaving_resisted;
mod looks;
mod outfits;
mod pages;
mod paper;
mod passage;
mod pool;
mod refusals;
mod safety;
mod sheets;
mod spoken;
mod stills;
mod stops;
#[path = "../support/mod.rs"]
mod support;
mod touch;
mod tree;
mod trials;
mod visitor;
mod watchers;
mod webkit;
mod wiping;
mod wordpress;

use driver::Browser;
use libtest_mimic::{Arguments, Conclusion, Trial};
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
        let trials = trials::of(&[Browser::Chromium, Browser::Firefox], |_| leaks::all());
        let outcome = run(&arguments, trials);
        leaks::print_table();
        outcome.exit();
    }
    if let Ok(address) = std::env::var("AFTERCARE_WORDPRESS") {
        return wordpress::run(&address);
    }
    let mut trials = trials::of(&Browser::ALL, tests);
    if let Some(why) = webkit::missing().filter(|_| !arguments.list) {
        println!("The tests in WebKit are skipped: {why}");
    }
    trials.push(Trial::test(READING, || Ok(decode::reads_every_wrapping()?)));
    trials.push(Trial::test("every promise has its tests", || {
        Ok(every_promise_has_its_tests()?)
    }));
    run(&arguments, trials).exit();
}

fn run(arguments: &Arguments, trials: Vec<Trial>) -> Conclusion {
    let outcome = libtest_mimic::run(arguments, trials);
    pool::end();
    outcome
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

fn tests(browser: Browser) -> Vec<(String, Test)> {
    let mut tests = vec![
        journeys::tests(),
        embedding::tests(),
        beginning::tests(),
        failures::tests(),
        leaving::tests(),
        leaving_by_shift::tests(),
        leaving_resisted::tests(),
        bar::tests(),
        coming_back::tests(),
        wiping::tests(),
        refusals::tests(),
        safety::tests(),
        keeping::tests(),
        builder::tests(),
    ];
    if browser != Browser::WebKit {
        tests.extend([
            failures::refused_tests(),
            clashes::tests(),
            attributes::tests(),
            watchers::tests(),
            leaks::tests(),
            hosts::tests(),
            languages::tests(),
            hands_off::tests(),
            access::tests(),
            looks::tests(),
        ]);
    }
    if browser == Browser::Chromium {
        tests.extend([
            coming_back::clock_tests(),
            wiping::tree_tests(),
            looks::dark_tests(),
            layout::tests(),
            spoken::tests(),
            paper::tests(),
            sheets::tests(),
            stops::tests(),
            forced::tests(),
            touch::tests(),
        ]);
    }
    tests.into_iter().flatten().collect()
}
