//! What the commands need on a machine: found where it is, installed where it is missing, named where it cannot be had.

use crate::install::{existing, first_of};
use crate::needs::{
    CHROMIUM, DENY, FIREFOX, Need, PACKAGES, RIVALS, SPARE, TRACKERS, WASM, WORDPRESS,
};
use crate::toolchain::Toolchain;
use crate::trackers;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Where the project's own files and the installed tools are.
pub struct Places {
    /// The repo.
    pub root: PathBuf,
    /// Cargo's target folder.
    pub target: PathBuf,
}

impl Places {
    /// The places of the repo that xtask was built from.
    pub fn new() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let root = root.canonicalize().unwrap_or(root);
        let target =
            std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        let target = std::path::absolute(&target).unwrap_or(target);
        Self { root, target }
    }

    /// Programs that the commands install for themselves.
    pub(crate) fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// axe-core as npm installs it.
    pub fn axe(&self) -> PathBuf {
        self.root
            .join("tests/browser/node_modules/axe-core/axe.min.js")
    }
}

/// A browser that tests drive.
pub struct Driven {
    /// The browser's program.
    pub browser: PathBuf,
    /// Its driver's.
    pub driver: PathBuf,
}

impl Driven {
    /// Chromium, if it is on this machine with its driver.
    pub fn chromium(places: &Places) -> Option<Self> {
        Self::of(&CHROMIUM, places)
    }

    /// Firefox, likewise.
    pub fn firefox(places: &Places) -> Option<Self> {
        Self::of(&FIREFOX, places)
    }

    fn of([browser, driver]: &[Need; 2], places: &Places) -> Option<Self> {
        Some(Self {
            browser: (browser.find)(places)?,
            driver: (driver.find)(places)?,
        })
    }
}

/// The servers that owners have.
pub struct Hosts {
    /// nginx.
    pub nginx: PathBuf,
    /// Apache.
    pub apache: PathBuf,
    /// The folder of Apache's modules.
    pub modules: PathBuf,
}

impl Hosts {
    /// The servers on this machine; none if one is missing.
    pub fn find(places: &Places) -> Option<Self> {
        let unpacked = || existing(places.tools().join("nginx/usr/sbin/nginx"));
        Some(Self {
            nginx: first_of(&["nginx"]).or_else(unpacked)?,
            apache: first_of(&["apache2"])?,
            modules: existing("/usr/lib/apache2/modules".into())?,
        })
    }
}

impl Default for Places {
    fn default() -> Self {
        Self::new()
    }
}

/// Sets up what a build needs.
///
/// # Errors
/// When it can neither be found nor installed; says what to install by hand.
pub fn for_build(places: &Places) -> Result<Toolchain> {
    provide(places, &[WASM])?;
    Toolchain::find().context("the toolchain was installed, but is not found")
}

/// Sets up what the tests need besides a build.
///
/// # Errors
/// As [`for_build`].
pub fn for_tests(places: &Places) -> Result<()> {
    provide(places, &[CHROMIUM, FIREFOX, PACKAGES].concat())?;
    for need in SPARE {
        if let Err(error) = provide(places, &[need]) {
            println!("{}: its tests are skipped: {error:#}", need.name);
        }
    }
    trackers::make(places, &trackers::ALWAYS)
}

/// Sets up what visitors are sent past by `cargo xtask leaks`, besides what the tests need.
///
/// # Errors
/// As [`for_build`].
pub fn for_leaks(places: &Places) -> Result<()> {
    for_tests(places)?;
    provide(places, &[TRACKERS])?;
    trackers::make(places, &trackers::names(places)?)
}

/// Sets up what `cargo xtask bench` measures the guide beside.
///
/// # Errors
/// As [`for_build`].
pub fn for_bench(places: &Places) -> Result<()> {
    provide(places, &[CHROMIUM, PACKAGES].concat())?;
    provide(places, &[RIVALS])
}

/// Sets up what the plugin is tried on and with.
///
/// # Errors
/// As [`for_build`].
pub fn for_wordpress(places: &Places) -> Result<()> {
    provide(places, &CHROMIUM)?;
    provide(places, &[WORDPRESS])
}

/// Sets up what looks at where everything comes from; gives the program.
///
/// # Errors
/// As [`for_build`].
pub fn for_supply_chain(places: &Places) -> Result<PathBuf> {
    provide(places, &[DENY])?;
    (DENY.find)(places).context("cargo-deny was installed, but is not found")
}

fn provide(places: &Places, needs: &[Need]) -> Result<()> {
    for (index, need) in needs.iter().enumerate() {
        let step = format!("[{}/{}] {}", index + 1, needs.len(), need.name);
        if let Some(found) = (need.find)(places) {
            println!("{step}: {}", found.display());
            continue;
        }
        println!("{step}: not found, installing …");
        let begun = Instant::now();
        let by_hand = || {
            format!(
                "{} cannot be set up here; install by hand: {}",
                need.name, need.by_hand
            )
        };
        (need.install)(places).with_context(by_hand)?;
        let found = (need.find)(places).with_context(by_hand)?;
        println!(
            "{step}: {} ({} s)",
            found.display(),
            begun.elapsed().as_secs()
        );
    }
    Ok(())
}
