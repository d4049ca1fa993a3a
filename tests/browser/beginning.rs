//! Before the wasm is there: the first screen stands in its final looks, and a press is kept and played once.

use crate::pages;
use crate::visitor::{Visitor, shipped};
use crate::{Test, test};
use anyhow::{Result, ensure};
use serde_json::json;

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!(
            "a press before the guide runs is kept and played once",
            kept_press
        ),
        test!(
            "the first screen stands as it will, in the owner's colour, before the guide runs",
            stands_still
        ),
    ]
}

/// Holds the module back until a test lets it go.
const HELD: &str = "<script>{
    const compile = WebAssembly.compile;
    const told = new Promise(tell => addEventListener('go', tell, { once: true }));
    WebAssembly.compile = bytes => told.then(() => compile(bytes));
}</script>";

/// Opens the shipped file as a page of its own, with an owner's colour in it, and the module held back.
async fn open(visitor: &mut Visitor) -> Result<()> {
    let held = pages::baked(&shipped()?, "accent=%231a6b4f")?;
    let held = pages::before_its_scripts(&held, HELD);
    visitor.serve(&[("/own.html", &held)])?;
    visitor.open("/own.html").await?;
    visitor.on("start").await
}

/// Lets the module go, and waits until the guide runs: its first screen takes the place of the one in the file.
async fn go(visitor: &Visitor) -> Result<()> {
    visitor
        .js("document.querySelector('main').dataset.old = ''; dispatchEvent(new Event('go'))")
        .await?;
    visitor
        .until("the guide to run", || async {
            let old = "return document.querySelectorAll('[data-old]').length";
            Ok(visitor.js(old).await? == json!(0))
        })
        .await
}

async fn kept_press(visitor: &mut Visitor) -> Result<()> {
    open(visitor).await?;
    visitor.press("begin").await?;
    ensure!(visitor.screen().await? == "start", "it runs already");
    go(visitor).await?;
    visitor.on("question-when").await?;
    let picked = visitor.ticked().await?;
    ensure!(picked == 0, "the press picked something");
    visitor.press("back").await?;
    visitor.on("start").await?;
    Ok(())
}

/// Where everything stands, what it says, and how it looks.
const LOOKS: &str = "return [...document.querySelectorAll('#guide *')].filter(e => e.checkVisibility()).map(e => {
    const [box, style] = [e.getBoundingClientRect(), getComputedStyle(e)];
    return [e.localName, e.children.length ? '' : e.textContent, box.x, box.y, box.width, box.height, style.color, style.backgroundColor, style.font];
});";

async fn stands_still(visitor: &mut Visitor) -> Result<()> {
    open(visitor).await?;
    let before = visitor.js(LOOKS).await?;
    let accent = visitor
        .js("return getComputedStyle(document.querySelector('[data-do=begin]')).backgroundColor")
        .await?;
    ensure!(accent == json!("rgb(26, 107, 79)"), "Begin is {accent}");
    go(visitor).await?;
    let after = visitor.js(LOOKS).await?;
    ensure!(before == after, "before: {before}\nafter: {after}");
    Ok(())
}
