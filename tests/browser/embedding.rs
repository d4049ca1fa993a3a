//! The guide on the counsellor's page: the box, the cover, wrong settings, and the other two ways to show it.

use crate::pages::{SUPPORT, bare, host, nothing_shifted, uncovered};
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Result, ensure};
use serde_json::json;
use std::fs;
use xtask::setup::Places;

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!(
            "children stand until the frame is ready, and nothing shifts",
            children_then_frame
        ),
        test!(
            "begin covers the window, close keeps the answers",
            cover_and_close
        ),
        test!(
            "a wrong setting is named and takes nothing away",
            wrong_settings
        ),
        test!("a page with a strict policy shows the guide", strict_page),
        test!(
            "wherever the loader stands, the guide is found where the element says",
            files_elsewhere
        ),
        test!(
            "as a page of its own it heeds no settings in its address",
            page_of_its_own
        ),
        test!(
            "in a bare iframe it runs with the settings in its address",
            bare_iframe
        ),
    ]
}

async fn children_then_frame(visitor: &mut Visitor) -> Result<()> {
    visitor.serve(&[("/page.html", &host("", "region=\"malta\""))])?;
    visitor.visit("/page.html").await?;
    visitor.driver.enter_default_frame().await?;
    let state = visitor
        .js("const root = document.querySelector('aftercare-guide').shadowRoot;\
            const seen = selector => getComputedStyle(root.querySelector(selector)).visibility;\
            const link = root.querySelector('.support a');\
            return [seen('.children'), seen('iframe'), root.querySelector('.whole').offsetHeight, link.textContent, link.pathname]")
        .await?;
    ensure!(
        state == json!(["hidden", "visible", 640, "Talk with Mira", "/support.html"]),
        "the box is {state}"
    );
    nothing_shifted(visitor).await
}

async fn cover_and_close(visitor: &mut Visitor) -> Result<()> {
    visitor.visit("/index.html").await?;
    visitor.press("begin").await?;
    visitor.on("question-when").await?;
    visitor.pick("when", "days").await?;
    let close = visitor.all("[data-do=close]", "type").await?;
    ensure!(close == ["button"], "there is no Close");
    visitor.driver.enter_default_frame().await?;
    let modal = "const dialog = document.querySelector('aftercare-guide').shadowRoot.querySelector('dialog');\
        const box = dialog.getBoundingClientRect();\
        return [dialog.matches(':modal'), box.top, box.left, Math.abs(box.height - innerHeight) < 1]";
    visitor
        .until("the guide over the whole window", || async {
            Ok(visitor.js(modal).await? == json!([true, 0, 0, true]))
        })
        .await?;
    visitor.enter().await?;
    visitor.press("close").await?;
    visitor.driver.enter_default_frame().await?;
    uncovered(visitor).await?;
    visitor.enter().await?;
    ensure!(
        visitor.screen().await? == "question-when",
        "the place was lost"
    );
    let kept = visitor
        .js("return document.getElementById('when.days').checked")
        .await?;
    ensure!(kept == json!(true), "the answer was lost");
    Ok(())
}

/// Wrong settings are said in the console; the guide runs, and the link on the page stands whatever it is.
async fn wrong_settings(visitor: &mut Visitor) -> Result<()> {
    let script = "<a href=\"javascript:alert(1)\">Talk</a>";
    let wrong = "region=\"atlantis\" displai=\"inline\" display=\"sideways\" exit-url=\"http://x\"";
    let wrong = host("", wrong).replace(SUPPORT, script);
    let slashes = host("", "support-url=\"mailto://mira@counsellor.example\"").replace(SUPPORT, "");
    let empty = host("", "region=\"malta\" support-url=\"\"").replace(SUPPORT, "");
    visitor.serve(&[
        ("/slashes.html", &slashes),
        ("/wrong.html", &wrong),
        ("/empty.html", &empty),
    ])?;
    for path in ["/slashes.html", "/wrong.html"] {
        visitor.visit(path).await?;
        no_support(visitor).await?;
    }
    visitor.driver.enter_default_frame().await?;
    let stands = visitor.js("return document.querySelector('aftercare-guide').shadowRoot.querySelector('.support a').textContent").await?;
    ensure!(stands == "Talk", "the link on the page went away");
    visitor.visit("/empty.html").await?;
    visitor.press("all-ideas").await?;
    visitor.on("menu").await?;
    let text = visitor
        .js("return document.querySelector('.referral').innerText")
        .await?;
    ensure!(
        text.as_str().is_some_and(|text| !text.is_empty()),
        "the card to support is empty"
    );
    Ok(())
}

/// Neither the guide nor the plain page offers a link to support.
async fn no_support(visitor: &Visitor) -> Result<()> {
    visitor.press("all-ideas").await?;
    visitor.on("menu").await?;
    let links = visitor.all("#guide a[data-do=\"support\"]", "href").await?;
    ensure!(
        links.is_empty(),
        "a link that cannot be opened is offered: {links:?}"
    );
    let plain = visitor
        .js("return document.getElementById('plain-support').hasAttribute('href')")
        .await?;
    ensure!(
        plain == json!(false),
        "the plain page offers a link that cannot be opened"
    );
    Ok(())
}

async fn strict_page(visitor: &mut Visitor) -> Result<()> {
    let strict = "<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\">";
    let html = host("", "region=\"malta\"").replace("<!doctype html>", strict);
    visitor.serve(&[("/page.html", &html)])?;
    visitor.visit("/page.html").await?;
    visitor.press("begin").await?;
    visitor.on("question-when").await?;
    visitor.driver.enter_default_frame().await?;
    let covers = "const box = document.querySelector('aftercare-guide').shadowRoot.querySelector('iframe').getBoundingClientRect();\
        return box.width >= innerWidth - 1 && box.height >= innerHeight - 1";
    visitor
        .until("the guide over the whole window", || async {
            Ok(visitor.js(covers).await? == json!(true))
        })
        .await
}

async fn page_of_its_own(visitor: &mut Visitor) -> Result<()> {
    visitor
        .open("/guide.en.html#support-url=https://elsewhere.example&region=usa")
        .await?;
    visitor.on("start").await?;
    visitor.press("all-ideas").await?;
    visitor.on("menu").await?;
    let links = visitor.all("#guide a[data-do=\"support\"]", "href").await?;
    ensure!(
        links.is_empty(),
        "an address sent by anyone sets the link: {links:?}"
    );
    Ok(())
}

async fn bare_iframe(visitor: &mut Visitor) -> Result<()> {
    let html = bare("region=ireland&support-url=https%3A%2F%2Fcounsellor.example%2F");
    visitor.serve(&[("/bare.html", &html)])?;
    visitor.open("/bare.html").await?;
    visitor.driver.enter_frame(0).await?;
    visitor.on("start").await?;
    visitor.press("begin").await?;
    visitor.on("question-when").await?;
    visitor.press("help").await?;
    visitor.on("help").await?;
    let region = visitor
        .js("return document.querySelector('.regions b').textContent")
        .await?;
    ensure!(region == "Ireland", "the region is {region}");
    Ok(())
}

/// An optimiser may put the loader into a file of its own, or into the page; one that names no folder leaves what stands inside.
async fn files_elsewhere(visitor: &mut Visitor) -> Result<()> {
    let loader = fs::read_to_string(Places::new().root.join("dist/aftercare-guide.js"))?;
    let moved = host("", "region=\"malta\" data-files=\"{origin}/\"")
        .replace("aftercare-guide.js", "/cache/all.js");
    let inside = moved.replace(
        "<script src=\"/cache/all.js\" defer></script>",
        &format!("<script>{loader}</script>"),
    );
    let nowhere = host("", "data-files=\"javascript:alert(1)\"");
    visitor.serve(&[
        ("/cache/all.js", &loader),
        ("/posts/moved.html", &moved),
        ("/posts/inside.html", &inside),
        ("/nowhere.html", &nowhere),
    ])?;
    for path in ["/posts/moved.html", "/posts/inside.html"] {
        visitor.visit(path).await?;
    }
    visitor.open("/nowhere.html").await?;
    let stands = visitor.js("const guide = document.querySelector('aftercare-guide');\
        return [customElements.get('aftercare-guide') !== undefined, guide.querySelector('a').checkVisibility(), guide.shadowRoot === null]").await?;
    ensure!(
        stands == json!([true, true, true]),
        "what stands inside: {stands}"
    );
    Ok(())
}
