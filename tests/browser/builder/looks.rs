//! What becomes of a colour; the page by axe, by night and in a small window.

use super::form::{fill, open, text};
use crate::access::axe;
use crate::driver::Browser;
use crate::visitor::Visitor;
use anyhow::{Context, Result, ensure};

pub async fn colour(visitor: &mut Visitor) -> Result<()> {
    open(visitor).await?;
    fill(visitor, "accent", "#ffe34d").await?;
    let said = text(visitor, "contrast").await?;
    ensure!(
        said.contains("By day: contrast 1.") && said.contains("so the guide uses #"),
        "{said}"
    );
    ensure!(
        said.contains("By night: contrast 1") && said.contains("It stays as it is."),
        "{said}"
    );
    // What it says is what the guide does.
    let shown = said
        .split("uses ")
        .nth(1)
        .and_then(|rest| rest.get(..7))
        .context("a colour")?;
    visitor.driver.enter_frame(0).await?;
    visitor
        .until("the corrected colour in the preview", || async {
            let used = "return document.documentElement.style.getPropertyValue('--accent')";
            Ok(visitor.js(used).await? == shown)
        })
        .await
}

pub async fn accessible(visitor: &mut Visitor) -> Result<()> {
    open(visitor).await?;
    axe(visitor).await?;
    visitor.click("#before summary").await?;
    for (name, value) in [("accent", "#ffe34d"), ("support-url", "x")] {
        fill(visitor, name, value).await?;
    }
    visitor.press("copy").await?;
    axe(visitor).await?;
    if visitor.browser == Browser::Chromium {
        visitor.at_night().await?;
        axe(visitor).await?;
    }
    visitor.driver.set_window_rect(0, 0, 500, 800).await?;
    let fits = "return innerWidth <= 520 && document.documentElement.scrollWidth <= innerWidth";
    visitor
        .until("a small window, and no part wider than it", || async {
            Ok(visitor.js(fits).await?.as_bool() == Some(true))
        })
        .await
}
