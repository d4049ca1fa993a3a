//! A browser and its driver, started for one test and ended with it.

use anyhow::{Context, Result};
use serde_json::json;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use thirtyfour::{Capabilities, WebDriver};
use xtask::setup::{Browsers, Places};

/// Which browser.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Browser {
    Chromium,
    Firefox,
}

/// A driver process; dropped, it ends.
pub struct Driver {
    process: Child,
    address: String,
}

impl Driver {
    /// Starts the driver on a free port, which it tells.
    fn start(program: &Path) -> Result<Self> {
        let mut process = Command::new(program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} cannot be started", program.display()))?;
        let output = process.stdout.take().context("the driver says nothing")?;
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let port = lines.find_map(|line| port_in(&line));
        std::thread::spawn(move || lines.for_each(drop));
        let port = port.context("the driver names no port")?;
        Ok(Self {
            process,
            address: format!("http://127.0.0.1:{port}"),
        })
    }
}

/// `… started successfully on port 4444.` or `Listening on 127.0.0.1:4444`
fn port_in(line: &str) -> Option<u16> {
    let (_, rest) = line
        .split_once("successfully on port ")
        .or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
    rest.trim_end_matches('.').parse().ok()
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Starts the browser with an empty profile.
pub async fn start(browser: Browser) -> Result<(Driver, WebDriver)> {
    let browsers = Browsers::find(&Places::new())
        .context("a browser is missing: run `cargo xtask test`, which sets it up")?;
    let (program, capabilities) = match browser {
        Browser::Chromium => (&browsers.chromedriver, chromium(&browsers.chromium)),
        Browser::Firefox => (&browsers.geckodriver, firefox(&browsers.firefox)),
    };
    let driver = Driver::start(program)?;
    let session = WebDriver::new(&driver.address, capabilities)
        .await
        .context("the browser does not start")?;
    Ok((driver, session))
}

fn chromium(binary: &Path) -> Capabilities {
    let arguments = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1000,900",
    ];
    capabilities(json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "binary": binary, "args": arguments },
    }))
}

fn firefox(binary: &Path) -> Capabilities {
    capabilities(json!({
        "browserName": "firefox",
        "moz:firefoxOptions": { "binary": binary, "args": ["-headless", "--width=1000", "--height=900"] },
    }))
}

fn capabilities(value: serde_json::Value) -> Capabilities {
    value.as_object().cloned().unwrap_or_default().into()
}
