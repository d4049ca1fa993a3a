//! The browser tests' program, run by itself: its tests with what came of each, the trackers, the gallery, a WordPress.

use crate::setup::{self, Places};
use crate::{dist, run, test, wordpress};
use anyhow::{Result, ensure};

/// What the program does instead of its tests, where it is told to by this variable.
const GALLERY: &str = "AFTERCARE_GALLERY";
const LEAKS: &str = "AFTERCARE_LEAKS";
/// Its value is the address of a WordPress.
const WORDPRESS: &str = "AFTERCARE_WORDPRESS";

/// What came of a test.
pub struct Outcome {
    /// The browser and the test.
    pub name: String,
    /// Whether it passed.
    pub passed: bool,
}

impl Outcome {
    /// `test Firefox: a journey … ok`; nothing comes of a test that is skipped.
    fn of(line: &str) -> Option<Self> {
        let (name, came) = line.strip_prefix("test ")?.rsplit_once(" ... ")?;
        if came == "ignored" {
            return None;
        }
        Some(Self {
            name: name.trim_end().to_owned(),
            passed: came == "ok",
        })
    }
}

/// Sets up, builds, and takes a picture of every screen.
///
/// # Errors
/// When something cannot be set up or built, or a picture cannot be taken.
pub fn gallery(places: &Places) -> Result<()> {
    test::prepare(places)?;
    let (_, well) = told(places, Some((GALLERY, "1")))?;
    ensure!(well, "not every picture could be taken");
    Ok(())
}

/// Sets up, builds, and sends visitors past every tracker; prints what each was told.
///
/// # Errors
/// When something cannot be set up or built, or when a tracker learns an answer.
pub fn leaks(places: &Places) -> Result<()> {
    setup::for_leaks(places)?;
    test::prepare(places)?;
    let (_, well) = told(places, Some((LEAKS, "1")))?;
    ensure!(
        well,
        "an answer got out, or a tracker did not run: see above"
    );
    Ok(())
}

/// Sets up, builds, tries the plugin's rules, and walks through a WordPress that has the plugin; it is stopped again at the end.
///
/// # Errors
/// When something cannot be set up or built, or the plugin does not do what it is for.
pub fn wordpress(places: &Places) -> Result<()> {
    let toolchain = setup::for_build(places)?;
    setup::for_wordpress(places)?;
    println!("Building dist/");
    dist::build(&places.root, &places.target, &toolchain)?;
    wordpress::rules(places)?;
    let site = wordpress::Site::start(places)?;
    println!("WordPress stands on {}", site.address);
    let (_, well) = told(places, Some((WORDPRESS, &site.address)))?;
    ensure!(well, "the plugin does not do what it is for: see above");
    println!("Open {} to look at it", site.pictures.display());
    Ok(())
}

/// Sets up, builds, and runs every test in browsers and every tracker; what came of each.
///
/// # Errors
/// When something cannot be set up or built.
pub fn everything(places: &Places) -> Result<Vec<Outcome>> {
    setup::for_leaks(places)?;
    test::prepare(places)?;
    let (mut outcomes, _) = told(places, None)?;
    outcomes.extend(told(places, Some((LEAKS, "1")))?.0);
    Ok(outcomes)
}

/// Runs the program; what it told, and whether all went well.
fn told(places: &Places, instead: Option<(&str, &str)>) -> Result<(Vec<Outcome>, bool)> {
    let mut command = test::cargo(places);
    command.args(["test", "--quiet", "--test", "browser"]);
    command.envs(instead);
    let mut outcomes = Vec::new();
    let well = run::heard(&mut command, |line| outcomes.extend(Outcome::of(line)))?;
    Ok((outcomes, well))
}

#[cfg(test)]
mod tests {
    use super::Outcome;

    #[test]
    fn a_line_tells_what_came_of_a_test() {
        let outcome = Outcome::of("test Firefox: journey just_learning   ... ok").expect("a test");
        assert_eq!(
            (outcome.name.as_str(), outcome.passed),
            ("Firefox: journey just_learning", true)
        );
        assert!(
            !Outcome::of("test Chromium: leave ... FAILED")
                .expect("a test")
                .passed
        );
        assert!(Outcome::of("test result: ok. 3 passed; 0 failed").is_none());
        assert!(Outcome::of("running 3 tests").is_none());
        assert!(Outcome::of("test WebKit: leave ... ignored").is_none());
    }
}
