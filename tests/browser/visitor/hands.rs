//! What a visitor presses, and where they go by it.

use super::Visitor;
use super::eyes::PATIENCE;
use crate::driver::Browser;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::cell::Cell;
use std::time::Instant;
use thirtyfour::error::WebDriverError;
use thirtyfour::prelude::*;

/// The guide's frame, once the loader shows it. Firefox scrolls inside a frame of another process, but not the page around it.
const SHOWN: &str = "const root = document.querySelector('aftercare-guide')?.shadowRoot;
    const frame = root?.querySelector('.ready') && root.querySelector('iframe');
    frame?.scrollIntoView({ block: 'center', inline: 'center' });
    return frame ?? null;";

impl Visitor {
    /// Goes into the guide's frame, once the loader shows it.
    pub async fn enter(&self) -> Result<()> {
        let frame = Cell::new(None);
        self.until("the loader shows the frame", || async {
            let shown = self.driver.execute(SHOWN, Vec::new()).await?;
            let there = !shown.json().is_null();
            frame.set(shown.element().ok());
            Ok(there)
        })
        .await?;
        let frame = frame.into_inner().context("the frame")?;
        Ok(frame.enter_frame().await?)
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
}
