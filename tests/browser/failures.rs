//! Hosts that get in the way: whatever fails, help, ideas and the link to support stay readable.

use crate::visitor::{Visitor, shipped};
use crate::{Test, test};
use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;
use xtask::setup::Places;
use xtask::{dist, policy};

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!(
            "without JavaScript ideas, numbers and Leave stand",
            no_script
        ),
        test!("without the loader the link to support stands", no_loader),
        test!(
            "a loader that is loaded twice defines one element",
            loaded_twice
        ),
        test!(
            "two guides on a page know nothing of each other",
            two_guides
        ),
        test!("empty attributes are no settings", empty_attributes),
        test!(
            "without WebAssembly, or where it is refused, the plain page stands",
            no_wasm
        ),
        test!(
            "when the guide breaks down the plain page stands, and nobody learns why",
            breakdown
        ),
        test!(
            "styles of the page that fight do not hide the guide",
            hostile_styles
        ),
    ]
}

fn page(head: &str, attributes: &str) -> String {
    format!(
        "<!doctype html><title>A page</title>{head}<script src=\"aftercare-guide.js\" defer></script>\
        <aftercare-guide style=\"display:block;min-height:640px\" {attributes}><a href=\"support.html\">Talk with Mira</a></aftercare-guide>"
    )
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

async fn no_loader(visitor: &mut Visitor) -> Result<()> {
    let html = page("", "region=\"malta\"").replace("aftercare-guide.js", "blocked.js");
    visitor.serve(&[("/page.html", &html)])?;
    visitor.open("/page.html").await?;
    let link = visitor.driver.find(By::Css("aftercare-guide a")).await?;
    ensure!(
        link.is_displayed().await?,
        "the link to support is not shown"
    );
    Ok(())
}

async fn loaded_twice(visitor: &mut Visitor) -> Result<()> {
    let twice = "<script src=\"aftercare-guide.js\" defer></script>";
    visitor.serve(&[("/page.html", &page(twice, "region=\"malta\""))])?;
    visitor.visit("/page.html").await?;
    visitor.press("begin").await?;
    visitor.on("question-when").await?;
    visitor.driver.enter_default_frame().await?;
    let frames = "return document.querySelector('aftercare-guide').shadowRoot.querySelectorAll('iframe').length";
    ensure!(
        visitor.js(frames).await? == 1,
        "there are {} frames",
        visitor.js(frames).await?
    );
    Ok(())
}

async fn two_guides(visitor: &mut Visitor) -> Result<()> {
    let second = "<aftercare-guide id=\"second\" region=\"usa\" display=\"inline\"><a href=\"support.html\">Talk</a></aftercare-guide>";
    let html = format!(
        "{}{second}",
        page("", "region=\"malta\" display=\"inline\"")
    );
    visitor.serve(&[("/page.html", &html)])?;
    visitor.visit("/page.html").await?;
    visitor.press("begin").await?;
    visitor.on("question-when").await?;
    visitor.driver.enter_default_frame().await?;
    let second = "return document.getElementById('second').shadowRoot.querySelector('iframe')";
    visitor
        .until("the second guide", || async {
            let ready =
                "return !!document.getElementById('second').shadowRoot.querySelector('.ready')";
            Ok(visitor.js(ready).await? == json!(true))
        })
        .await?;
    let frame = visitor
        .driver
        .execute(second, Vec::new())
        .await?
        .element()?;
    frame.scroll_into_view().await?;
    frame.enter_frame().await?;
    visitor.on("start").await?;
    visitor.press("help").await?;
    visitor.on("help").await?;
    let number = "return document.querySelector('#guide .services a').getAttribute('href')";
    ensure!(
        visitor.js(number).await? == "tel:911",
        "the second guide has the first one's numbers"
    );
    visitor.driver.enter_default_frame().await?;
    visitor.enter().await?;
    ensure!(
        visitor.screen().await? == "question-when",
        "the first guide went on"
    );
    Ok(())
}

async fn empty_attributes(visitor: &mut Visitor) -> Result<()> {
    let empty = "region=\"\" exit-url=\"\" display=\"\" theme=\"\" start=\"\" height=\"\" lang=\"\" who=\"\"";
    visitor.serve(&[("/page.html", &page("", empty))])?;
    visitor.visit("/page.html").await?;
    let exit = visitor.all("[data-do=\"leave\"]", "href").await?;
    ensure!(
        exit.iter().all(|exit| exit.starts_with("https://")),
        "leaves to {exit:?}"
    );
    visitor.press("begin").await?;
    visitor.on("question-when").await
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

/// Missing as in a hardened browser; refused as by a policy.
async fn no_wasm(visitor: &mut Visitor) -> Result<()> {
    let missing = shipped()?.replacen(
        "<script>",
        "<script>delete window.WebAssembly;</script><script>",
        1,
    );
    let html = page("", "region=\"malta\"");
    visitor.serve(&[
        ("/page.html", &html),
        ("/guide.en.html", &policy::renewed(&missing)),
    ])?;
    visitor.open("/page.html").await?;
    visitor.enter().await?;
    plain_page(visitor).await?;
    let refused = (
        "guide.en.html".to_owned(),
        "Content-Security-Policy".to_owned(),
        "script-src 'unsafe-inline'".to_owned(),
    );
    visitor.serve_with(&[("/page.html", &html)], &[refused])?;
    visitor.open("/page.html").await?;
    visitor.enter().await?;
    plain_page(visitor).await
}

/// A panic in the middle of a passage, in a build that panics when it is told to: what the page around sees of it is that the
/// guide is closed, as by a press.
async fn breakdown(visitor: &mut Visitor) -> Result<()> {
    let faulty = std::fs::read_to_string(dist::faulty(&Places::new()))?;
    let watch = "<script>window.told = []; for (const name of ['error', 'unhandledrejection', 'message'])\
        addEventListener(name, event => told.push([name, String(event.data ?? event.message)]));</script>";
    visitor.serve(&[
        ("/page.html", &page(watch, "region=\"malta\"")),
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
    ensure!(
        error
            .as_str()
            .is_some_and(|said| said.contains("unreachable") && !said.contains("days")),
        "the error says {error}"
    );
    visitor.driver.enter_default_frame().await?;
    let told = visitor.js("return [told, document.querySelector('aftercare-guide').shadowRoot.querySelector('dialog').matches(':modal')]").await?;
    ensure!(
        told == json!([[["message", "aftercare-guide"]], false]),
        "the page around knows {told}"
    );
    Ok(())
}

async fn hostile_styles(visitor: &mut Visitor) -> Result<()> {
    let styles = "<style>* { all: unset !important; } iframe, dialog { display: none !important; }\
        aftercare-guide { display: none !important; visibility: hidden !important; height: 0 !important; overflow: hidden !important; }\
        *, ::before, ::after { box-sizing: border-box; border: 0 solid; font-size: 4px; position: absolute; }</style>";
    visitor.serve(&[(
        "/page.html",
        &page(styles, "region=\"malta\" display=\"inline\""),
    )])?;
    visitor.visit("/page.html").await?;
    visitor.driver.enter_default_frame().await?;
    let shown = visitor
        .js("const frame = document.querySelector('aftercare-guide').shadowRoot.querySelector('iframe');\
            const box = frame.getBoundingClientRect();\
            return [box.height > 500, box.width > 500, getComputedStyle(frame).visibility, getComputedStyle(frame).display]")
        .await?;
    ensure!(
        shown == json!([true, true, "visible", "block"]),
        "the frame is {shown}"
    );
    Ok(())
}
