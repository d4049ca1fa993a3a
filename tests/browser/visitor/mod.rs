//! A visitor: a browser, the site it visits, and what a person does there.

mod eyes;
mod hands;

use crate::driver::{Browser, Driver};
use crate::pool;
use anyhow::{Context, Result};
use serde_json::json;
use std::collections::BTreeSet;
use thirtyfour::prelude::*;
use xtask::server::{Request, Server, Site};
use xtask::setup::Places;

/// One person at one browser.
pub struct Visitor {
    pub driver: WebDriver,
    pub server: Server,
    pub browser: Browser,
    process: Driver,
}

impl Visitor {
    /// A new browser, and a site with `dist/` in it.
    pub async fn new(browser: Browser) -> Result<Self> {
        let (process, driver) = pool::take(browser).await?;
        let server = Server::start(0, |_| site(&[], ""))?;
        Ok(Self {
            driver,
            server,
            browser,
            process,
        })
    }

    /// Serves these pages beside `dist/` from now on; `{origin}` in them is the site's address, `{elsewhere}` another site's.
    pub fn serve(&mut self, pages: &[(&str, &str)]) -> Result<()> {
        self.server = Server::start(0, |origin| site(pages, origin))?;
        Ok(())
    }

    /// As `serve`, from a host that sends more headers: the end of a path, a name and a value.
    pub fn serve_with(
        &mut self,
        pages: &[(&str, &str)],
        headers: &[(String, String, String)],
    ) -> Result<()> {
        self.server = Server::start(0, |origin| Site {
            headers: headers.to_vec(),
            ..site(pages, origin)
        })?;
        Ok(())
    }

    /// Opens a page of the site.
    pub async fn open(&self, path: &str) -> Result<()> {
        Ok(self
            .driver
            .goto(format!("{}{path}", self.server.address))
            .await?)
    }

    /// Opens a page of the site and goes into the guide on it.
    pub async fn visit(&self, path: &str) -> Result<()> {
        self.open(path).await?;
        self.enter().await?;
        self.on("start").await
    }

    /// What was asked of the site so far; the browser's own search for an icon left out.
    pub fn requests(&self) -> Vec<Request> {
        self.server
            .requests()
            .into_iter()
            .filter(|request| request.path != "/favicon.ico")
            .collect()
    }

    /// Every address elsewhere that was asked for. In Chromium and Firefox.
    pub fn asked_elsewhere(&self) -> BTreeSet<String> {
        self.process.outside.asked()
    }

    /// As on a device that is set to dark. In Chromium.
    pub async fn at_night(&self) -> Result<()> {
        let dark = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        let cdp = self.driver.cdp();
        cdp.send_raw("Emulation.setEmulatedMedia", dark).await?;
        Ok(())
    }

    /// Keeps a picture of what stood when a test failed.
    pub async fn keep_picture(&self, name: &str) {
        let folder = Places::new().target.join("failures");
        if std::fs::create_dir_all(&folder).is_ok()
            && self.driver.screenshot(&folder.join(name)).await.is_ok()
        {
            eprintln!("a picture of the failure: {}", folder.join(name).display());
        }
    }

    /// Closes the browser, or leaves it to the next visitor, if nothing went wrong in it.
    pub async fn leave_browser(self, well: bool) {
        if well {
            pool::give_back(self.browser, self.process, self.driver).await;
        } else {
            let _ = self.driver.quit().await;
        }
    }
}

/// The guide file as it is shipped.
pub fn shipped() -> Result<String> {
    let file = Places::new().root.join("dist/guide.en.html");
    std::fs::read_to_string(&file).with_context(|| format!("{} is not built", file.display()))
}

fn site(pages: &[(&str, &str)], origin: &str) -> Site {
    // Another name for the same machine is another site.
    let elsewhere = origin.replace("127.0.0.1", "localhost");
    let filled = |html: &str| {
        html.replace("{origin}", origin)
            .replace("{elsewhere}", &elsewhere)
    };
    let pages = pages.iter();
    let pages = pages.map(|(path, html)| ((*path).to_owned(), filled(html)));
    Site {
        folder: Places::new().root.join("dist"),
        pages: pages.collect(),
        ..Site::default()
    }
}
