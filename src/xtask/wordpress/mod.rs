//! The plugin for WordPress: what it consists of, and a WordPress on this machine to try it on.

mod facts;
mod plugin;
mod site;

pub use plugin::{NAME, plugin};
pub use site::{PACKAGES, Site, installed};

use crate::run;
use crate::setup::Places;
use anyhow::{Context, Result};
use std::process::Command;

/// Holds the plugin's rules for settings against the cases that the guide's own are held against.
///
/// # Errors
/// When they differ, or PHP cannot be run.
pub fn rules(places: &Places) -> Result<()> {
    run::checked(Command::new("php").arg(places.root.join("tests/wordpress/rules.php")))
        .context("the plugin's rules are not the guide's")
}
