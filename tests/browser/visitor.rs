//! A visitor: a browser, the site it visits, and what a person does there.

use crate::driver::{Browser, Driver};
use crate::pool;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::cell::Cell;
use std::time::{Duration, Instant};
use thirtyfour::error::WebDriverError;
use thirtyfour::prelude::*;
use xtask::server::{Request, Server, Site};
use xtask::setup::Places;

/// How long anything may take before a test says that it does not come.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often it is looked for.
const GLANCE: Duration = Duration::from_millis(25);

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

    /// Goes into the guide's frame, once the loader shows it.
    pub async fn enter(&self) -> Result<()> {
        self.until("the loader shows the frame", || async {
            let shown = self.js("return !!document.querySelector('aftercare-guide')?.shadowRoot?.querySelector('.ready')").await?;
            Ok(shown.as_bool() == Some(true))
        })
        .await?;
        let script =
            "return document.querySelector('aftercare-guide').shadowRoot.querySelector('iframe')";
        let frame = self.driver.execute(script, Vec::new()).await?.element()?;
        // Firefox scrolls inside a frame of another process, but not the page around it.
        frame.scroll_into_view().await?;
        Ok(frame.enter_frame().await?)
    }

    /// The name of the screen.
    pub async fn screen(&self) -> Result<String> {
        let name = self
            .js("return document.querySelector('main')?.dataset.screen ?? ''")
            .await?;
        Ok(name.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until this screen stands, and the guide runs.
    pub async fn on(&self, name: &str) -> Result<()> {
        self.until(&format!("the screen `{name}`"), || async {
            Ok(self.screen().await? == name)
        })
        .await
    }

    /// Waits until another screen than this one stands; its name.
    pub async fn past(&self, name: &str) -> Result<String> {
        self.until(&format!("a screen after `{name}`"), || async {
            let screen = self.screen().await?;
            Ok(!screen.is_empty() && screen != name)
        })
        .await?;
        self.screen().await
    }

    /// Looks again and again until it is so.
    pub async fn until<F: Future<Output = Result<bool>>>(
        &self,
        what: &str,
        so: impl Fn() -> F,
    ) -> Result<()> {
        let begun = Instant::now();
        loop {
            match so().await {
                Ok(true) => return Ok(()),
                Err(error) if begun.elapsed() > PATIENCE => {
                    return Err(error.context(format!("waited for {what}")));
                }
                Ok(false) if begun.elapsed() > PATIENCE => {
                    bail!("{what} did not come; on screen: `{}`", self.screen().await?)
                }
                _ => tokio::time::sleep(GLANCE).await,
            }
        }
    }

    /// Presses the button or link with this name.
    pub async fn press(&self, name: &str) -> Result<()> {
        self.click(&format!("[data-do=\"{name}\"]")).await
    }

    /// Clicks what this selector finds, once it is there. The guide may put its own element in the place of one that stood
    /// before it started: then that one is clicked. While the frame grows over the window something may lie over it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let outcome = Cell::new(Ok(()));
        let tried = Cell::new(false);
        let begun = Instant::now();
        self.until(&format!("`{selector}`"), || async {
            let Ok(found) = self.driver.find(By::Css(selector)).await else {
                return Ok(false);
            };
            // WebKit scrolls only when it clicks, and may miss what has moved then; Chromium may leave it under the bar.
            if self.browser == Browser::WebKit || tried.replace(true) {
                let _ = found.scroll_into_view().await;
            }
            let clicked = found.click().await;
            let moving = |error: &WebDriverError| {
                let said = error.to_string();
                said.contains("stale") || said.contains("intercepted")
            };
            let again =
                matches!(&clicked, Err(error) if moving(error)) && begun.elapsed() < PATIENCE;
            outcome.set(clicked);
            Ok(!again)
        })
        .await?;
        outcome
            .into_inner()
            .with_context(|| format!("click on `{selector}`"))
    }

    /// Presses a key and lets it go.
    pub async fn key(&self, key: Key) -> Result<()> {
        let press = self.driver.action_chain().key_down(key.clone()).key_up(key);
        Ok(press.perform().await?)
    }

    /// Presses Tab until focus is on what this selector finds.
    pub async fn tab_to(&self, selector: &str) -> Result<()> {
        let there = format!("return document.activeElement?.matches('{selector}') ?? false");
        for _ in 0..80 {
            self.key(Key::Tab).await?;
            if self.js(&there).await? == Value::Bool(true) {
                return Ok(());
            }
        }
        bail!("Tab does not reach {selector}")
    }

    /// From the start screen: skips two questions and asks for ideas at the third.
    pub async fn skip_to_ideas(&self) -> Result<()> {
        self.press("begin").await?;
        for screen in ["question-when", "question-check"] {
            self.on(screen).await?;
            self.press("skip").await?;
        }
        self.on("question-who").await?;
        self.press("show-ideas").await?;
        self.on("plan").await
    }

    /// Picks an option by its label. Just after Begin the frame still grows over the window: a click that went past it is made
    /// again.
    pub async fn pick(&self, question: &str, option: &str) -> Result<()> {
        let label = format!("label[for=\"{question}.{option}\"]");
        let is_checked = format!("return document.getElementById('{question}.{option}').checked");
        self.until(&format!("{question}.{option} to be picked"), || async {
            self.click(&label).await?;
            Ok(self.js(&is_checked).await? == Value::Bool(true))
        })
        .await
    }

    /// Runs a script where the visitor is; what it returns.
    pub async fn js(&self, script: &str) -> Result<Value> {
        Ok(self
            .driver
            .execute(script, Vec::new())
            .await?
            .json()
            .clone())
    }

    /// The texts that an attribute has on all elements of a selector.
    pub async fn all(&self, selector: &str, attribute: &str) -> Result<Vec<String>> {
        let script = format!(
            "return [...document.querySelectorAll('{selector}')].map(e => e.getAttribute('{attribute}'))"
        );
        let found = self.js(&script).await?;
        Ok(found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect())
    }

    /// What was asked of the site so far; the browser's own search for an icon left out.
    pub fn requests(&self) -> Vec<Request> {
        self.server
            .requests()
            .into_iter()
            .filter(|request| request.path != "/favicon.ico")
            .collect()
    }

    /// Goes to the tab that opened last, once it is there.
    pub async fn follow_new_tab(&self) -> Result<()> {
        self.until("a new tab", || async {
            Ok(self.driver.windows().await?.len() > 1)
        })
        .await?;
        let here = self.driver.window().await?;
        let windows = self.driver.windows().await?;
        let new = windows
            .into_iter()
            .find(|window| *window != here)
            .context("a new tab")?;
        Ok(self.driver.switch_to_window(new).await?)
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
