//! What the commands need, one by one: how it is found, how it is installed, what to do by hand.

use crate::install::{apt, cargo_install, existing, first_of, installed, npm, unpacked};
use crate::setup::{Hosts, Places};
use crate::toolchain::{self, Toolchain};
use crate::trackers;
use crate::webkit::{self, WebKit};
use crate::wordpress;
use anyhow::Result;
use std::path::PathBuf;

/// One thing that is needed.
#[derive(Clone, Copy)]
pub(crate) struct Need {
    /// What people call it.
    pub(crate) name: &'static str,
    /// Where it is, if it is here.
    pub(crate) find: fn(&Places) -> Option<PathBuf>,
    /// Gets it.
    pub(crate) install: fn(&Places) -> Result<()>,
    /// What people can do where it cannot be had.
    pub(crate) by_hand: &'static str,
}

/// What compiles the widget.
pub(crate) const WASM: Need = Need {
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

/// Chromium and its driver.
pub(crate) const CHROMIUM: [Need; 2] = [
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
];

/// Firefox and its driver.
pub(crate) const FIREFOX: [Need; 2] = [
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
];

/// What tests in browsers take from npm.
pub(crate) const PACKAGES: [Need; 2] = [
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

/// What tests can do without: those that need it are skipped.
pub(crate) const SPARE: [Need; 2] = [WEBKIT, HOSTS];

const WEBKIT: Need = Need {
    name: "WebKit",
    find: |_| WebKit::find().ok().map(|webkit| webkit.driver),
    install: |_| apt(&webkit::PACKAGES),
    by_hand: "Debian's webkit2gtk-driver and xvfb",
};

/// The servers that owners have. Of nginx only the program, so that no service starts.
const HOSTS: Need = Need {
    name: "nginx, Apache",
    find: |places| Hosts::find(places).map(|hosts| hosts.nginx),
    install: |places| {
        unpacked(&places.tools().join("nginx"), "nginx")?;
        apt(&["apache2-bin"])
    },
    by_hand: "Debian's nginx and apache2-bin",
};

/// The real trackers of `cargo xtask leaks`.
pub(crate) const TRACKERS: Need = Need {
    name: "trackers",
    find: |places| installed(&trackers::folder(places)),
    install: |places| npm(&trackers::folder(places)),
    by_hand: "`npm ci --ignore-scripts` in tests/browser/trackers",
};

/// What the guide is measured beside.
pub(crate) const RIVALS: Need = Need {
    name: "SurveyJS, LHC-Forms",
    find: |places| installed(&places.root.join("tests/bench/rivals")),
    install: |places| npm(&places.root.join("tests/bench/rivals")),
    by_hand: "`npm ci --ignore-scripts` in tests/bench/rivals",
};

/// What the plugin is tried on. Of MariaDB only the programs, so that no service starts.
pub(crate) const WORDPRESS: Need = Need {
    name: "WordPress, MariaDB, PHP",
    find: |_| wordpress::installed(),
    install: |_| apt(&wordpress::PACKAGES),
    by_hand: "Debian's wordpress, wordpress-theme-twentytwentythree, mariadb-server-core, mariadb-client-core, php-cli, php-mysql, php-xml, php-zip",
};

/// What looks at where everything comes from.
pub(crate) const DENY: Need = Need {
    name: "cargo-deny",
    find: |places| existing(places.tools().join("bin/cargo-deny")),
    install: |places| cargo_install(places, "cargo-deny", "0.20.2"),
    by_hand: "`cargo install cargo-deny --locked --root target/tools`",
};
