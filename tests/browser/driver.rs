//! A browser and its driver, started for one test and ended with it.

use crate::outside::Outside;
use crate::webkit;
use anyhow::{Context, Result};
use serde_json::json;
use std::path::Path;
use std::process::Command;
use thirtyfour::{Capabilities, WebDriver};
use xtask::process::Process;
use xtask::setup::{Driven, Places};

/// Which browser.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Browser {
    Chromium,
    Firefox,
    WebKit,
}

impl Browser {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];
}

/// A driver, and the screen that it draws on where it needs one; dropped, they end.
pub struct Driver {
    address: String,
    /// What its browser asks of the rest of the world; WebKit's driver takes no proxy, and nothing is seen of it.
    pub outside: Outside,
    _processes: Vec<Process>,
}

impl Driver {
    /// A driver that listens on this port of this machine.
    pub fn new(port: u16, processes: Vec<Process>) -> Result<Self> {
        Ok(Self {
            address: format!("http://127.0.0.1:{port}"),
            outside: Outside::start()?,
            _processes: processes,
        })
    }

    /// Starts the driver on a free port, which it tells. Where another program was quicker to take that port, it ends, and the next
    /// one starts.
    fn start(program: &Path) -> Result<Self> {
        let start = || Process::tells(Command::new(program).arg("--port=0"), port_in);
        let (process, port) = start().or_else(|_| start())?;
        Self::new(port, vec![process])
    }
}

/// `… started successfully on port 4444.` or `Listening on 127.0.0.1:4444`
fn port_in(line: &str) -> Option<u16> {
    let (_, rest) = line
        .split_once("successfully on port ")
        .or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
    rest.trim_end_matches('.').parse().ok()
}

/// Starts the browser with an empty profile.
pub async fn start(browser: Browser) -> Result<(Driver, WebDriver)> {
    start_with(browser, &[]).await
}

/// As [`start`]; Chromium with these arguments more.
pub async fn start_with(browser: Browser, more: &[&str]) -> Result<(Driver, WebDriver)> {
    let (driver, capabilities) = match browser {
        Browser::Chromium => {
            let found = found(Driven::chromium)?;
            let driver = Driver::start(&found.driver)?;
            let capabilities = chromium(&found.browser, driver.outside.proxy()?, more);
            (driver, capabilities)
        }
        Browser::Firefox => {
            let found = found(Driven::firefox)?;
            let driver = Driver::start(&found.driver)?;
            let capabilities = firefox(&found.browser, driver.outside.proxy()?);
            (driver, capabilities)
        }
        Browser::WebKit => (webkit::start()?, capabilities(json!({}))),
    };
    let session = WebDriver::new(&driver.address, capabilities)
        .await
        .context("the browser does not start")?;
    if browser == Browser::WebKit {
        session.set_window_rect(0, 0, 1000, 900).await?;
    }
    Ok((driver, session))
}

fn found(find: fn(&Places) -> Option<Driven>) -> Result<Driven> {
    find(&Places::new()).context("a browser is missing: run `cargo xtask test`, which sets it up")
}

fn chromium(binary: &Path, (machine, port): (&str, u16), more: &[&str]) -> Capabilities {
    let usual = [
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
    let proxy = format!("--proxy-server={machine}:{port}");
    let arguments = [&usual, more, &[proxy.as_str()]].concat();
    capabilities(json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "binary": binary, "args": arguments },
    }))
}

fn firefox(binary: &Path, (machine, port): (&str, u16)) -> Capabilities {
    capabilities(json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": binary,
            "args": ["-headless", "--width=1000", "--height=900"],
            // Nothing is made ready that no test uses: it starts a third sooner.
            "prefs": {
                "browser.newtab.preload": false,
                "dom.ipc.processPrelaunch.enabled": false,
                "extensions.enabledScopes": 0,
                "network.proxy.type": 1,
                "network.proxy.http": machine,
                "network.proxy.http_port": port,
                "network.proxy.ssl": machine,
                "network.proxy.ssl_port": port,
            },
        },
    }))
}

fn capabilities(value: serde_json::Value) -> Capabilities {
    value.as_object().cloned().unwrap_or_default().into()
}
