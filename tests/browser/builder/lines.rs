//! The lines and the bare frame, pasted into a page and walked to support.

use super::form::{WHO, fill_in, support, value};
use crate::journeys::journey;
use crate::passage::{Hand, open_support, walk};
use crate::visitor::Visitor;
use anyhow::{Result, ensure};
use serde_json::json;

pub async fn lines(visitor: &mut Visitor) -> Result<()> {
    let support = support()?;
    fill_in(visitor, &support).await?;
    let made = value(visitor, "lines").await?;
    visitor.serve(&[("/made.html", &page(&made))])?;
    visitor.visit("/made.html").await?;
    visitor.driver.enter_default_frame().await?;
    let told = visitor
        .js("const { src } = document.querySelector('aftercare-guide').shadowRoot.querySelector('iframe');\
             return [...new URLSearchParams(new URL(src).hash.slice(1)).keys()].sort()")
        .await?;
    let expected = [
        "accent",
        "cost",
        "exit-url",
        "photo",
        "region",
        "support-label",
        "support-url",
        "theme",
        "who",
    ];
    ensure!(told == json!(expected), "the guide is told {told}");
    visitor.enter().await?;
    to_support(visitor).await
}

pub async fn bare_frame(visitor: &mut Visitor) -> Result<()> {
    let support = support()?;
    fill_in(visitor, &support).await?;
    let made = value(visitor, "frame").await?;
    visitor.serve(&[("/made.html", &page(&made))])?;
    visitor.open("/made.html").await?;
    let link = visitor
        .js("return [...document.links].map(link => [link.href, link.textContent])")
        .await?;
    let address = format!("{}/support.html", support.address);
    ensure!(
        link == json!([[address, "Talk with Mira"]]),
        "beside the frame: {link}"
    );
    visitor.driver.enter_frame(0).await?;
    to_support(visitor).await
}

pub fn page(made: &str) -> String {
    format!(
        "<!doctype html><meta charset=\"utf-8\"><title>A page</title><h1>A counsellor</h1>{made}"
    )
}

/// What is on the plan's card, then on to support.
pub async fn to_support(visitor: &Visitor) -> Result<()> {
    let journey = journey("solo_guilty")?;
    visitor.on("start").await?;
    visitor.press("begin").await?;
    walk(visitor, &journey, Hand::Mouse).await?;
    let card = "const photo = document.querySelector('.referral .photo');\
        return [document.querySelector('.referral .who').textContent, photo.alt, photo.complete && photo.naturalWidth > 0, document.documentElement.dataset.theme];";
    let expected = json!([WHO, format!("Photo of {WHO}"), true, "slate"]);
    visitor
        .until("the card with its photo", || async {
            let card = visitor.js(card).await?;
            ensure!(card == expected, "on the card: {card}");
            Ok(true)
        })
        .await?;
    open_support(visitor, Hand::Mouse).await
}

pub async fn text_of_card(visitor: &Visitor) -> Result<String> {
    let said = visitor
        .js("return document.querySelector('.referral').textContent")
        .await?;
    Ok(said.as_str().unwrap_or_default().to_owned())
}
