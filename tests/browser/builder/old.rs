//! Old lines, pasted in again.

use super::form::{fill, open, text, value};
use crate::visitor::Visitor;
use anyhow::{Result, ensure};
use thirtyfour::By;

pub async fn old_lines(visitor: &mut Visitor) -> Result<()> {
    open(visitor).await?;
    fill(visitor, "cost", "Nothing").await?;
    unfold(visitor).await?;
    paste(visitor, "Something else").await?;
    ensure!(text(visitor, "told").await?.starts_with("No lines"));
    ensure!(
        value(visitor, "cost").await? == "Nothing",
        "something was lost"
    );
    let old = "<script src='aftercare-guide.js' defer></script><aftercare-guide region='atlantis' who='Ada &amp; co' \
        data-made='0.0.9 2021-01-05'><a href='https://x.example/'>Write to me</a></aftercare-guide>";
    paste(visitor, old).await?;
    let told = text(visitor, "told").await?;
    ensure!(
        told.starts_with("Version 0.0.9, made on 5 January 2021, ")
            && told.contains(" years ago. This page makes version "),
        "told: {told}"
    );
    for (name, expected) in [
        ("who", "Ada & co"),
        ("support-url", "https://x.example/"),
        ("support-label", "Write to me"),
        ("region", "atlantis"),
        ("cost", ""),
    ] {
        ensure!(
            value(visitor, name).await? == expected,
            "{name}: {}",
            value(visitor, name).await?
        );
    }
    ensure!(
        text(visitor, "region-wrong").await?.contains("atlantis"),
        "the old region is not named"
    );
    fill(visitor, "region", "malta").await?;
    let new = value(visitor, "lines").await?;
    paste(visitor, &new).await?;
    let told = text(visitor, "told").await?;
    ensure!(
        told.contains(", today. This page makes the same version."),
        "told: {told}"
    );
    let shortcode = "[aftercare_guide region=\"ireland\" display='inline']";
    paste(visitor, shortcode).await?;
    let told = text(visitor, "told").await?;
    ensure!(
        told.starts_with("This is the shortcode of the WordPress plugin."),
        "told: {told}"
    );
    for (name, expected) in [("region", "ireland"), ("display", "inline"), ("who", "")] {
        let value = value(visitor, name).await?;
        ensure!(value == expected, "{name} of a shortcode: {value}");
    }
    Ok(())
}

/// WebKit misses a press now and then: it is made again.
async fn unfold(visitor: &Visitor) -> Result<()> {
    visitor
        .until("the fold is open", || async {
            let open = visitor
                .js("return document.getElementById('before').open")
                .await?;
            if open.as_bool() == Some(false) {
                visitor.click("#before summary").await?;
            }
            Ok(open.as_bool() == Some(true))
        })
        .await
}

async fn paste(visitor: &Visitor, lines: &str) -> Result<()> {
    let field = visitor.driver.find(By::Id("old")).await?;
    field.clear().await?;
    Ok(field.send_keys(lines).await?)
}
