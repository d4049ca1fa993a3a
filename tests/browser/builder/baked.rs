//! The guide file with the settings in it, where scripts run and where they do not.

use super::form::{WHO, fill_in, support};
use super::lines::{page, text_of_card, to_support};
use crate::pages;
use crate::visitor::Visitor;
use anyhow::{Context, Result, ensure};
use serde_json::json;
use xtask::policy;

/// What visitors' guide file is called.
pub const FILE: &str = "guide.en.html";

pub async fn baked(visitor: &mut Visitor) -> Result<()> {
    let support = support()?;
    fill_in(visitor, &support).await?;
    let file = download(visitor, "bake", FILE).await?;
    ensure!(
        policy::verify(&file).is_empty(),
        "{:?}",
        policy::verify(&file)
    );
    let broken = file.replacen("id=\"data\">", "id=\"data\">x", 1);
    ensure!(broken != file);
    visitor.serve(&[
        ("/guide.en.html", &file),
        ("/broken/guide.en.html", &broken),
        ("/bare.html", &pages::bare("")),
        ("/given.html", &page("<script src=\"aftercare-guide.js\" defer></script><aftercare-guide who=\"Ada\" cost=\"\"></aftercare-guide>")),
        ("/none.html", &page("<script src=\"aftercare-guide.js\" defer></script><aftercare-guide></aftercare-guide>")),
    ])?;
    a_given_setting_wins(visitor).await?;
    visitor.open("/broken/guide.en.html").await?;
    let plain = "const link = document.getElementById('plain-support'); return [link.offsetHeight > 0, link.href, link.textContent]";
    let address = format!("{}/support.html", support.address);
    visitor
        .until("the plain page with the owner's link", || async {
            Ok(visitor.js(plain).await? == json!([true, address, "Talk with Mira"]))
        })
        .await?;
    // As a page of its own, in a bare frame, behind the loader: without a setting around it.
    visitor.open("/guide.en.html").await?;
    let here = visitor.driver.window().await?;
    to_support(visitor).await?;
    visitor.driver.close_window().await?;
    visitor.driver.switch_to_window(here).await?;
    visitor.open("/bare.html").await?;
    visitor.driver.enter_frame(0).await?;
    visitor.on("start").await?;
    visitor.visit("/none.html").await?;
    to_support(visitor).await
}

/// Presses the button, and takes what would be downloaded.
pub async fn download(visitor: &Visitor, button: &str, name: &str) -> Result<String> {
    visitor
        .js(
            "URL.createObjectURL = blob => { window.made = blob; return '#'; };\
             HTMLAnchorElement.prototype.click = function () { window.named = this.download; };",
        )
        .await?;
    visitor
        .until("the guide file", || async {
            visitor.press(button).await?;
            Ok(visitor.js("return !!window.made").await? == json!(true))
        })
        .await?;
    let read = "const done = arguments[arguments.length - 1];\
        window.made.arrayBuffer().then(bytes => done([window.named, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]));";
    let read = visitor
        .driver
        .execute_async(read, Vec::new())
        .await?
        .json()
        .clone();
    ensure!(read[0] == name, "named {}", read[0]);
    Ok(read[1].as_str().context("a file")?.to_owned())
}

pub async fn own_page(visitor: &mut Visitor) -> Result<()> {
    let support = support()?;
    fill_in(visitor, &support).await?;
    let page = download(visitor, "page", "index.html").await?;
    visitor.serve(&[("/made.html", &page)])?;
    visitor.visit("/made.html").await?;
    visitor.driver.enter_default_frame().await?;
    let said = "return [document.querySelector('main > p').textContent, document.querySelector('main > p a').href]";
    let said = visitor.js(said).await?;
    let address = format!("{}/support.html", support.address);
    let text = format!("From {WHO}. Straight to support: Talk with Mira");
    ensure!(said == json!([text, address]), "above the guide: {said}");
    visitor.enter().await?;
    to_support(visitor).await
}

async fn a_given_setting_wins(visitor: &Visitor) -> Result<()> {
    visitor.visit("/given.html").await?;
    visitor.skip_to_ideas().await?;
    let said = visitor
        .js("return document.querySelector('.referral .who').textContent")
        .await?;
    ensure!(said == "Ada", "the card says {said}");
    let said = text_of_card(visitor).await?;
    ensure!(
        said.contains("The first talk is \"free\""),
        "an empty attribute counted: {said}"
    );
    Ok(())
}
