//! Tests as they are run: each in its browsers, as a visitor of its own; skipped where there is none.

use crate::driver::Browser;
use crate::visitor::Visitor;
use crate::{Test, pool, webkit};
use libtest_mimic::Trial;

/// Tests of these browsers, as trials.
pub fn of(browsers: &[Browser], tests: fn(Browser) -> Vec<(String, Test)>) -> Vec<Trial> {
    let of_one = |browser: &Browser| {
        let browser = *browser;
        let tests = tests(browser).into_iter();
        tests.map(move |(name, test)| trial(browser, name, test))
    };
    browsers.iter().flat_map(of_one).collect()
}

fn trial(browser: Browser, name: String, test: Test) -> Trial {
    let name = format!("{browser:?}: {name}");
    let picture = format!("{}.png", name.replace([':', ' ', '/'], "_"));
    let skipped = browser == Browser::WebKit && webkit::missing().is_some();
    let trial = Trial::test(name, move || {
        pool::run(async {
            let mut visitor = Visitor::new(browser)
                .await
                .map_err(|error| format!("{error:#}"))?;
            let result = test(&mut visitor).await;
            if result.is_err() {
                visitor.keep_picture(&picture).await;
            }
            visitor.leave_browser(result.is_ok()).await;
            result.map_err(|error| format!("{error:#}").into())
        })
    });
    trial.with_ignored_flag(skipped)
}
