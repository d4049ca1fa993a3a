//! WebKit, where it can be had: one more browser for the tests, which run without it too.

use anyhow::{Context, Result};
use std::path::PathBuf;

/// What installs it on Debian: the driver brings its browser, Xvfb is the screen that both draw on.
pub const PACKAGES: [&str; 2] = ["webkit2gtk-driver", "xvfb"];

/// What a test in WebKit is run with.
pub struct WebKit {
    /// The driver, which knows where its browser is.
    pub driver: PathBuf,
    /// The screen: this browser does not start without one.
    pub screen: PathBuf,
}

impl WebKit {
    /// What is on this machine.
    ///
    /// # Errors
    /// Why tests cannot run in WebKit here.
    pub fn find() -> Result<Self> {
        let program = |name| {
            which::which(name).ok().with_context(|| {
                format!("{name} is not installed (Debian: {})", PACKAGES.join(" "))
            })
        };
        Ok(Self {
            driver: program("WebKitWebDriver")?,
            screen: program("Xvfb")?,
        })
    }
}
