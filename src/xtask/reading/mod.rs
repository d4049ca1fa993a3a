//! `cargo xtask reading`: how hard each screen is to read, for whoever looks after the words (spec 5.6). English only.
//!
//! It helps to find what to rewrite first. It does not show that people understand a screen: reading it with them does.

mod level;
mod names;
mod page;
mod report;
pub mod sentence;

use crate::content;
use crate::report::refused;
use crate::screens::screens;
use aftercare_guide::still;
use anyhow::Result;
use engine::{Guide, Settings};
use names::Names;
use std::collections::BTreeSet;
use std::path::Path;

pub use level::{FAIL, LONGEST, Level, PARAGRAPH, WARN, grade};

/// A screen's name and its lines.
type Lines = (String, Vec<String>);

/// What the screens say, and how they read.
pub struct Reading {
    /// Every screen, the hardest first.
    pub levels: Vec<Level>,
    /// Every line that stands on a screen, once.
    pub lines: BTreeSet<String>,
    /// Names that are to be left out and stand nowhere.
    pub stale: Vec<String>,
}

/// Reads every screen as a visitor does whose country is not listed. Names are left out.
///
/// # Errors
/// When the content, or a list that it is read with, is missing or wrong.
pub fn read(root: &Path) -> Result<Reading> {
    let content = root.join("src/content");
    let guide = content::load(&content, "en").map_err(refused(&content))?;
    let names = Names::read(root, &guide)?;
    let mut screens = shown(root, &guide)?;
    let stale = names.stale(screens.iter().flat_map(|(_, lines)| lines));
    for line in screens.iter_mut().flat_map(|(_, lines)| lines) {
        *line = names.left_out(line);
    }
    let levels = screens.iter().map(|(id, lines)| Level::of(id, lines));
    let mut levels: Vec<_> = levels.collect();
    levels.sort_by(|a, b| b.grade.total_cmp(&a.grade));
    let lines = screens.into_iter().flat_map(|(_, lines)| lines).collect();
    Ok(Reading {
        levels,
        lines,
        stale,
    })
}

/// The named screens, and what stands where there is no guide: before it, over it and in its place.
fn shown(root: &Path, guide: &Guide) -> Result<Vec<Lines>> {
    let support = ("support-url".to_owned(), "https://example.org".to_owned());
    let (settings, _) = Settings::check(guide, &[support]);
    let mut shown = Vec::new();
    for screen in screens(root, guide, settings.region)? {
        let html = still::screen(guide, &settings, screen.session);
        shown.push((screen.id, page::lines(&html)));
    }
    let words = &guide.words.leave;
    let leaving = [&words.two_more, &words.one_more, &words.late, &words.gone];
    shown.push(("cover".to_owned(), page::lines(&still::cover(guide))));
    shown.push(("plain".to_owned(), page::lines(&still::plain(guide))));
    shown.push(("leaving".to_owned(), leaving.map(String::clone).to_vec()));
    Ok(shown)
}

impl Reading {
    /// What must not be: a screen that is too hard, a sentence or a paragraph that is too long.
    pub fn refused(&self) -> Vec<String> {
        let hard = self.levels.iter().filter(|level| level.grade >= FAIL);
        let lines = self.lines.iter().map(String::as_str);
        hard.map(named)
            .chain(
                lines
                    .clone()
                    .flat_map(sentence::sentences)
                    .filter_map(too_long),
            )
            .chain(lines.filter_map(too_many))
            .collect()
    }

    /// What would better not be: a screen that is nearly too hard.
    pub fn warnings(&self) -> Vec<String> {
        let near = |level: &&Level| (WARN..FAIL).contains(&level.grade);
        self.levels.iter().filter(near).map(named).collect()
    }
}

fn named(level: &Level) -> String {
    format!("{}: grade {:.1}", level.screen, level.grade)
}

fn too_many(line: &str) -> Option<String> {
    let count = sentence::sentences(line).len();
    (count > PARAGRAPH).then(|| format!("{count} sentences in one paragraph: “{line}”"))
}

/// Names a sentence that is too long.
pub fn too_long(sentence: &str) -> Option<String> {
    let length = sentence::length(sentence);
    (length > LONGEST).then(|| format!("{length} words in one sentence: “{sentence}”"))
}
