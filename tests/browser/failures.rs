//! The guide fails: help, ideas and the link to support stay readable, and nothing moves on the page around.

use crate::driver::Browser;
use crate::pages::{before_its_scripts, host, nothing_shifted, uncovered};
use crate::visitor::{Visitor, shipped};
use crate::{Test, test};
use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;
use xtask::for_tests;
use xtask::setup::Places;

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!(
            "without JavaScript ideas, numbers and Leave stand",
            no_script
        ),
        test!(
            "without the guide file the link to support stands",
            no_guide_file
        ),
        test!("without WebAssembly the plain page stands", no_wasm),
        test!(
            "a guide file with one byte changed ends in the plain page",
            changed
        ),
        test!(
            "a guide file that was cut short ends in the plain page",
            cut_short
        ),
        test!(
            "when the guide breaks down the plain page stands, and nobody learns why",
            breakdown
        ),
    ]
}

/// What WebKit does not always do: now and then it lets the guide run under a policy that forbids WebAssembly.
pub fn refused_tests() -> Vec<(String, Test)> {
    vec![test!(
        "where WebAssembly is refused the plain page stands",
        refused_wasm
    )]
}

/// A frame that may run no script is a browser without JavaScript.
async fn no_script(visitor: &mut Visitor) -> Result<()> {
    let html = "<title>x</title><iframe width=600 height=600 sandbox=\"allow-popups\" src=\"guide.en.html\"></iframe>";
    visitor.serve(&[("/page.html", html)])?;
    visitor.open("/page.html").await?;
    visitor.driver.enter_frame(0).await?;
    for selector in [
        "#plain .bar [data-do=\"leave\"]",
        "#plain a[href^=\"tel:\"]",
        "#plain [data-idea]",
    ] {
        let found = visitor.driver.find(By::Css(selector)).await?;
        ensure!(found.is_displayed().await?, "{selector} is not shown");
    }
    let begin = visitor.driver.find(By::Css("[data-do=\"begin\"]")).await?;
    ensure!(
        !begin.is_displayed().await?,
        "a button that does nothing is shown"
    );
    Ok(())
}

async fn no_guide_file(visitor: &mut Visitor) -> Result<()> {
    visitor.serve(&[("/page.html", &host("", "lang=\"xx\""))])?;
    visitor.open("/page.html").await?;
    let stands = "const guide = document.querySelector('aftercare-guide');\
        const link = guide.querySelector('a');\
        return !!guide.shadowRoot && link.checkVisibility({ visibilityProperty: true }) && link.getBoundingClientRect().height > 0";
    visitor
        .until("the link to support", || async {
            Ok(visitor.js(stands).await? == json!(true))
        })
        .await?;
    visitor
        .until("the guide to be asked for", || async {
            let requests = visitor.requests();
            Ok(requests
                .iter()
                .any(|request| request.path == "/guide.xx.html"))
        })
        .await?;
    nothing_shifted(visitor).await
}

/// As in a hardened browser.
async fn no_wasm(visitor: &mut Visitor) -> Result<()> {
    let missing = "<script>delete window.WebAssembly;</script>";
    ends_in_the_plain_page(visitor, &before_its_scripts(&shipped()?, missing)).await
}

/// By a policy of the host.
async fn refused_wasm(visitor: &mut Visitor) -> Result<()> {
    let refused = (
        "guide.en.html".to_owned(),
        "Content-Security-Policy".to_owned(),
        "script-src 'unsafe-inline'".to_owned(),
    );
    visitor.serve_with(&[("/page.html", &host("", "region=\"malta\""))], &[refused])?;
    visitor.open("/page.html").await?;
    visitor.enter().await?;
    plain_page(visitor).await?;
    nothing_shifted(visitor).await
}

/// The sum sees it.
async fn changed(visitor: &mut Visitor) -> Result<()> {
    let file = shipped()?;
    for block in BLOCKS {
        let at = inside(&file, block)?;
        let other = if file[at..].starts_with('a') {
            "b"
        } else {
            "a"
        };
        let broken = format!("{}{other}{}", &file[..at], &file[at + 1..]);
        ends_in_the_plain_page(visitor, &broken).await?;
    }
    Ok(())
}

/// The module's block, and the guide's.
const BLOCKS: [&str; 2] = ["id=\"module\">", "id=\"data\">"];

/// In each block, and in the scripts after them.
async fn cut_short(visitor: &mut Visitor) -> Result<()> {
    let file = shipped()?;
    let [module, data] = BLOCKS.map(|block| inside(&file, block));
    for end in [module?, data?, file.len() - 400] {
        ends_in_the_plain_page(visitor, &file[..end]).await?;
    }
    Ok(())
}

/// Where a plain letter stands, well inside a block.
fn inside(file: &str, block: &str) -> Result<usize> {
    let begin = file.find(block).context("the block")? + 4000;
    let mut bytes = file.bytes().skip(begin);
    let letter = bytes.position(|byte| byte.is_ascii_alphanumeric());
    Ok(begin + letter.context("a letter")?)
}

/// A page with this guide file.
async fn ends_in_the_plain_page(visitor: &mut Visitor, file: &str) -> Result<()> {
    visitor.serve(&[
        ("/guide.en.html", file),
        ("/page.html", &host("", "region=\"malta\"")),
    ])?;
    visitor.open("/page.html").await?;
    visitor.enter().await?;
    plain_page(visitor).await?;
    nothing_shifted(visitor).await?;
    // WebKit's driver gives a frame the focus when it goes into it.
    if visitor.browser != Browser::WebKit {
        let focus = visitor.js("return document.activeElement.tagName").await?;
        ensure!(focus == "BODY", "the failure took the focus: {focus}");
    }
    Ok(())
}

/// The plain page, with ideas, numbers and the owner's link.
async fn plain_page(visitor: &Visitor) -> Result<()> {
    visitor
        .until("the plain page", || async {
            let stands = "const shown = selector => !!document.querySelector(selector)?.checkVisibility();\
                return [document.documentElement.className, shown('#plain [data-do=leave]'), shown('#plain [data-idea]'),\
                    shown('#plain a[href^=\"tel:\"]'), document.getElementById('plain-support').href.endsWith('/support.html')]";
            Ok(visitor.js(stands).await? == json!(["failed", true, true, true, true]))
        })
        .await
}

/// A panic in the middle of a passage, in a build that panics when it is told to: what the page around sees of it is that the
/// guide is closed, as by a press.
async fn breakdown(visitor: &mut Visitor) -> Result<()> {
    let faulty = std::fs::read_to_string(for_tests::faulty(&Places::new()))?;
    let watch = "<script>window.told = []; for (const name of ['error', 'unhandledrejection', 'message'])\
        addEventListener(name, event => told.push([name, String(event.data ?? event.message)]));</script>";
    visitor.serve(&[
        ("/page.html", &host(watch, "region=\"malta\"")),
        ("/guide.en.html", &faulty),
    ])?;
    visitor.visit("/page.html").await?;
    visitor.press("begin").await?;
    visitor.on("question-when").await?;
    visitor.pick("when", "days").await?;
    visitor.js("addEventListener('error', event => { document.body.dataset.error = event.message; }, true);\
        document.getElementById('guide').dispatchEvent(new Event('aftercare-fault'))").await?;
    plain_page(visitor).await?;
    let error = visitor.js("return document.body.dataset.error").await?;
    let error = error.as_str().unwrap_or_default();
    // WebKit tells the scripts of such a frame less than others do.
    ensure!(
        error.contains("unreachable") || error == "Script error.",
        "the error says {error}"
    );
    ensure!(!error.contains("days"), "the error tells: {error}");
    visitor.driver.enter_default_frame().await?;
    uncovered(visitor).await?;
    let told = visitor.js("return told").await?;
    ensure!(
        told == json!([["message", "aftercare-guide"]]),
        "the page around knows {told}"
    );
    nothing_shifted(visitor).await
}
