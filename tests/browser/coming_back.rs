//! What is left for whoever comes back: by Back, by the browser's own restoring, after a while out of view.

use crate::leaving::{Shown, begin, serve};
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Result, ensure};
use serde_json::json;

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!(
            "nothing that is ticked is left for the browser to restore",
            nothing_to_restore
        ),
        test!("back brings no answer back", back),
    ]
}

/// Those that turn the page's clock, which a driver can do in Chromium alone: Firefox keeps a test's world apart.
pub fn clock_tests() -> Vec<(String, Test)> {
    vec![test!(
        "after fifteen minutes out of view a cover asks, before it does not",
        long_away
    )]
}

/// Firefox keeps on disk, for a crash or a closed tab, each control that differs from its default.
async fn nothing_to_restore(visitor: &mut Visitor) -> Result<()> {
    serve(visitor)?;
    begin(visitor, Shown::InABareFrame).await?;
    visitor.press("continue").await?;
    visitor.on("question-check").await?;
    for option in ["unwanted", "dark"] {
        visitor.pick("check", option).await?;
    }
    visitor.pick("check", "unsure").await?;
    visitor.click("label[for=\"check.unsure\"]").await?;
    let differs = "return [...document.querySelectorAll('input')].filter(input => input.checked !== input.defaultChecked).length";
    visitor
        .until("no control that differs from its default", || async {
            Ok(visitor.js(differs).await? == 0)
        })
        .await?;
    let ticked = visitor.ticked().await?;
    ensure!(ticked == 2, "{ticked} are ticked");
    Ok(())
}

/// From the history, and from the browser's own store of pages.
async fn back(visitor: &mut Visitor) -> Result<()> {
    serve(visitor)?;
    begin(visitor, Shown::AsAPageOfItsOwn).await?;
    visitor.open("/exit.html").await?;
    visitor.driver.back().await?;
    visitor.on("start").await?;
    let left = visitor
        .js("return [document.querySelectorAll('input:checked').length, document.title, document.documentElement.className]")
        .await?;
    ensure!(
        left == json!([0, "A short guide", "running"]),
        "Back finds {left}"
    );
    begin(visitor, Shown::ByTheLoader).await?;
    visitor.driver.enter_default_frame().await?;
    visitor.open("/exit.html").await?;
    visitor.driver.back().await?;
    visitor.enter().await?;
    visitor.on("start").await?;
    visitor.press("begin").await?;
    visitor.on("question-when").await?;
    let picked = visitor.ticked().await?;
    ensure!(picked == 0, "Back brings an answer back");
    Ok(())
}

/// The page says that it is hidden, the clock goes on, and it is in view again.
async fn out_of_view(visitor: &Visitor, minutes: u32) -> Result<()> {
    let script = format!(
        "const now = Date.now; let hidden = true;\
         Object.defineProperty(document, 'hidden', {{ get: () => hidden, configurable: true }});\
         document.dispatchEvent(new Event('visibilitychange'));\
         Date.now = () => now() + {minutes} * 60000; hidden = false;\
         document.dispatchEvent(new Event('visibilitychange'));\
         Date.now = now;"
    );
    visitor.js(&script).await.map(|_| ())
}

async fn long_away(visitor: &mut Visitor) -> Result<()> {
    serve(visitor)?;
    begin(visitor, Shown::ByTheLoader).await?;
    out_of_view(visitor, 14).await?;
    ensure!(
        visitor.screen().await? == "question-when",
        "covered too early"
    );
    out_of_view(visitor, 16).await?;
    visitor.on("cover").await?;
    let told = visitor
        .js("return [document.querySelectorAll('input').length, document.querySelector('main').innerText.includes('days')]")
        .await?;
    ensure!(told == json!([0, false]), "the cover tells: {told}");
    visitor.press("show-again").await?;
    visitor.on("question-when").await?;
    let kept = visitor
        .js("return document.getElementById('when.days').checked")
        .await?;
    ensure!(kept == json!(true), "hiding lost an answer");
    out_of_view(visitor, 16).await?;
    visitor.on("cover").await?;
    visitor.press("clear").await?;
    visitor.on("start").await
}
