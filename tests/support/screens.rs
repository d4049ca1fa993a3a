//! The named screens of `tests/screens.toml`, as sessions that show them.

use super::root;
use engine::{Guide, Settings};
use xtask::screens::Screen;

/// Every named screen, in the order of the file.
pub fn screens(guide: &Guide, settings: &Settings) -> Vec<Screen> {
    xtask::screens::screens(&root(), guide, settings.region).expect("the screens")
}
