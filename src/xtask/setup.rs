//! What the commands need on a machine: found where it is, installed where it is missing, named where it cannot be had.

use crate::run;
use crate::toolchain::{self, Toolchain};
use crate::trackers;
use crate::webkit::{self, WebKit};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
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

    fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// axe-core as npm installs it.
    pub fn axe(&self) -> PathBuf {
        self.root
            .join("tests/browser/node_modules/axe-core/axe.min.js")
    }
}

/// The browsers that tests drive, and their drivers.
pub struct Browsers {
    /// Chromium.
    pub chromium: PathBuf,
    /// Its driver.
    pub chromedriver: PathBuf,
    /// Firefox.
    pub firefox: PathBuf,
    /// Its driver.
    pub geckodriver: PathBuf,
}

impl Browsers {
    /// The browsers on this machine; none if one is missing.
    pub fn find(places: &Places) -> Option<Self> {
        let [chromium, chromedriver, firefox, geckodriver, ..] = &TESTS;
        Some(Self {
            chromium: (chromium.find)(places)?,
            chromedriver: (chromedriver.find)(places)?,
            firefox: (firefox.find)(places)?,
            geckodriver: (geckodriver.find)(places)?,
        })
    }
}

impl Default for Places {
    fn default() -> Self {
        Self::new()
    }
}

/// One thing that is needed.
struct Need {
    name: &'static str,
    find: fn(&Places) -> Option<PathBuf>,
    install: fn(&Places) -> Result<()>,
    by_hand: &'static str,
}

const WASM: Need = Need {
    name: "Rust that builds WebAssembly",
    find: |_| Toolchain::find().map(|toolchain| PathBuf::from(toolchain.found)),
    install: |_| {
        if toolchain::add_sources_with_rustup() {
            return Ok(());
        }
        apt(&[
            "rustc-web",
            "cargo-web",
            "rust-web-src",
            "rust-web-llvm",
            "lld-22",
        ])
    },
    by_hand: "`rustup component add rust-src`, or Debian 12's rustc-web cargo-web rust-web-src rust-web-llvm lld-22",
};

const TESTS: [Need; 6] = [
    Need {
        name: "Chromium",
        find: |_| first_of(&["chromium", "chromium-browser", "google-chrome"]),
        install: |_| apt(&["chromium"]),
        by_hand: "Chromium, so that `chromium` can be called",
    },
    Need {
        name: "ChromeDriver",
        find: |_| first_of(&["chromedriver"]),
        install: |_| apt(&["chromium-driver"]),
        by_hand: "ChromeDriver of Chromium's version, so that `chromedriver` can be called",
    },
    Need {
        name: "Firefox",
        find: |_| first_of(&["firefox-esr", "firefox"]),
        install: |_| apt(&["firefox-esr"]),
        by_hand: "Firefox, so that `firefox` can be called",
    },
    Need {
        name: "geckodriver",
        find: |places| {
            first_of(&["geckodriver"]).or_else(|| existing(places.tools().join("bin/geckodriver")))
        },
        install: |places| cargo_install(places, "geckodriver", "0.37.1"),
        by_hand: "`cargo install geckodriver --locked`",
    },
    Need {
        name: "npm",
        find: |_| first_of(&["npm"]),
        install: |_| apt(&["nodejs", "npm"]),
        by_hand: "Node.js with npm",
    },
    Need {
        name: "axe-core, esbuild, rrweb",
        find: |places| installed(&places.root.join("tests/browser")),
        install: |places| npm(&places.root.join("tests/browser")),
        by_hand: "`npm ci --ignore-scripts` in tests/browser",
    },
];

/// The one need that tests can do without.
const WEBKIT: Need = Need {
    name: "WebKit",
    find: |_| WebKit::find().ok().map(|webkit| webkit.driver),
    install: |_| apt(&webkit::PACKAGES),
    by_hand: "Debian's webkit2gtk-driver and xvfb",
};

const TRACKERS: Need = Need {
    name: "trackers",
    find: |places| installed(&trackers::folder(places)),
    install: |places| npm(&trackers::folder(places)),
    by_hand: "`npm ci --ignore-scripts` in tests/browser/trackers",
};

const RIVALS: Need = Need {
    name: "SurveyJS, LHC-Forms",
    find: |places| installed(&places.root.join("tests/bench/rivals")),
    install: |places| npm(&places.root.join("tests/bench/rivals")),
    by_hand: "`npm ci --ignore-scripts` in tests/bench/rivals",
};

const DENY: Need = Need {
    name: "cargo-deny",
    find: |places| existing(places.tools().join("bin/cargo-deny")),
    install: |places| cargo_install(places, "cargo-deny", "0.20.2"),
    by_hand: "`cargo install cargo-deny --locked --root target/tools`",
};

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
    provide(places, &TESTS)?;
    if let Err(error) = provide(places, &[WEBKIT]) {
        println!("{}: its tests are skipped: {error:#}", WEBKIT.name);
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
    provide(places, &TESTS)?;
    provide(places, &[RIVALS])
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

fn first_of(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| which::which(name).ok())
}

/// What npm has installed in this folder, unless its lock file was changed since.
fn installed(folder: &Path) -> Option<PathBuf> {
    let changed = |path: &Path| path.metadata().and_then(|file| file.modified()).ok();
    let packages = folder.join("node_modules");
    let done = changed(&packages.join(".package-lock.json"))?;
    (done >= changed(&folder.join("package-lock.json"))?).then_some(packages)
}

/// Installs exactly what the lock file says, and runs no script of any package.
fn npm(folder: &Path) -> Result<()> {
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    run::quiet(npm.current_dir(folder))
}

fn existing(path: PathBuf) -> Option<PathBuf> {
    path.exists().then_some(path)
}

/// Installs a program of an exact version, with the versions that it was tried with, into `target/tools/`.
fn cargo_install(places: &Places, name: &str, version: &str) -> Result<()> {
    let mut cargo = toolchain::clean(Path::new("cargo"));
    cargo
        .args(["install", name, "--version", version])
        .args(["--locked", "--quiet", "--root"])
        .arg(places.tools())
        .arg("--target-dir")
        .arg(places.target.join(name));
    run::quiet(&mut cargo)
}

/// Installs Debian packages, where this is a Debian system and we may.
fn apt(packages: &[&str]) -> Result<()> {
    let apt = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
        command
    };
    if which::which("apt-get").is_err()
        || !run::works(Command::new("test").args(["-w", "/var/lib/dpkg"]))
    {
        bail!("packages can be installed only as root on a Debian system");
    }
    static UPDATED: OnceLock<()> = OnceLock::new();
    if UPDATED.get().is_none() {
        run::quiet(apt().arg("update"))?;
        let _ = UPDATED.set(());
    }
    run::quiet(
        apt()
            .args(["install", "-y", "--no-install-recommends"])
            .args(packages),
    )
}
