//! The guide on the counsellor's page: the box, the cover, wrong settings, and failures that keep the link to support.

use crate::visitor::{Visitor, shipped};
use crate::{Test, test};
use anyhow::{Result, ensure};
use serde_json::json;

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
        test!(
            "without the guide file the link to support stands",
            no_guide_file
        ),
        test!(
            "without WebAssembly ideas, numbers and support stand as plain text",
            no_wasm
        ),
        test!(
            "a guide file that was cut short ends in the plain page",
            cut_short
        ),
        test!("a page with a strict policy shows the guide", strict_page),
        test!(
            "an element that a script moves, or adds later, shows the guide",
            moved_and_late
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

fn page(attributes: &str, children: &str) -> String {
    format!(
        "<!doctype html><title>A page</title><script src=\"aftercare-guide.js\" defer></script>\
        <aftercare-guide style=\"display:block;min-height:640px\" {attributes}>{children}</aftercare-guide><p id=\"below\">below</p>"
    )
}

const SUPPORT: &str = "<a href=\"support.html\">Talk with Mira</a>";

async fn children_then_frame(visitor: &mut Visitor) -> Result<()> {
    let watched = page("region=\"malta\"", SUPPORT).replace("<script", "<script>\
        window.shift = 0;\
        new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shift += entry.value; })\
            .observe({ type: 'layout-shift', buffered: true });\
        </script><script");
    visitor.serve(&[("/page.html", &watched)])?;
    visitor.visit("/page.html").await?;
    visitor.driver.enter_default_frame().await?;
    let state = visitor
        .js("const root = document.querySelector('aftercare-guide').shadowRoot;\
            const seen = selector => getComputedStyle(root.querySelector(selector)).visibility;\
            const link = root.querySelector('.support a');\
            return [seen('.children'), seen('iframe'), root.querySelector('.whole').offsetHeight, link.textContent, link.pathname, window.shift]")
        .await?;
    ensure!(
        state
            == json!([
                "hidden",
                "visible",
                640,
                "Talk with Mira",
                "/support.html",
                0
            ]),
        "the box is {state}"
    );
    Ok(())
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
    ensure!(
        visitor.js(modal).await? == json!([true, 0, 0, true]),
        "it does not cover the window"
    );
    visitor.enter().await?;
    visitor.press("close").await?;
    visitor.driver.enter_default_frame().await?;
    let closed = "return document.querySelector('aftercare-guide').shadowRoot.querySelector('dialog').matches(':modal')";
    visitor
        .until("the page to be back", || async {
            Ok(visitor.js(closed).await? == json!(false))
        })
        .await?;
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
    let wrong = page(
        "region=\"atlantis\" displai=\"inline\" display=\"sideways\" exit-url=\"http://x\"",
        "<a href=\"javascript:alert(1)\">Talk</a>",
    );
    let empty = page("region=\"malta\" support-url=\"\"", "");
    visitor.serve(&[("/wrong.html", &wrong), ("/empty.html", &empty)])?;
    visitor.visit("/wrong.html").await?;
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

async fn no_guide_file(visitor: &mut Visitor) -> Result<()> {
    visitor.serve(&[("/page.html", &page("lang=\"xx\"", SUPPORT))])?;
    visitor.open("/page.html").await?;
    let stands = "const guide = document.querySelector('aftercare-guide');\
        const link = guide.querySelector('a');\
        return !!guide.shadowRoot && link.checkVisibility({ visibilityProperty: true }) && link.getBoundingClientRect().height > 0";
    visitor
        .until("the link to support", || async {
            Ok(visitor.js(stands).await? == json!(true))
        })
        .await?;
    ensure!(
        visitor
            .requests()
            .iter()
            .any(|request| request.path == "/guide.xx.html"),
        "the guide was not asked for"
    );
    Ok(())
}

async fn no_wasm(visitor: &mut Visitor) -> Result<()> {
    let file = shipped()?;
    let at = file.find("id=\"data\">").map_or(0, |at| at + 4000);
    let broken = format!(
        "{}{}{}",
        &file[..at],
        if file[at..].starts_with('A') {
            'B'
        } else {
            'A'
        },
        &file[at + 1..]
    );
    visitor.serve(&[
        ("/guide.en.html", &broken),
        ("/page.html", &page("region=\"malta\"", SUPPORT)),
    ])?;
    visitor.open("/page.html").await?;
    visitor.enter().await?;
    visitor
        .until("the plain page", || async {
            Ok(visitor
                .js("return document.documentElement.className")
                .await?
                == "failed")
        })
        .await?;
    let plain = visitor
        .js("const plain = document.getElementById('plain');\
            const link = document.getElementById('plain-support');\
            return [plain.checkVisibility(), plain.querySelectorAll('[data-idea]').length > 30,\
                plain.querySelectorAll('a[href^=\"tel:\"]').length > 5, new URL(link.href).pathname, link.textContent]")
        .await?;
    ensure!(
        plain == json!([true, true, true, "/support.html", "Talk with Mira"]),
        "the plain page is {plain}"
    );
    Ok(())
}

/// In the data block, and in the scripts after it.
async fn cut_short(visitor: &mut Visitor) -> Result<()> {
    let file = shipped()?;
    let data = file.find("id=\"data\">").map_or(0, |at| at + 4000);
    for end in [data, file.len() - 400] {
        visitor.serve(&[
            ("/guide.en.html", &file[..end]),
            ("/page.html", &page("region=\"malta\"", SUPPORT)),
        ])?;
        visitor.open("/page.html").await?;
        visitor.enter().await?;
        visitor
            .until("the plain page", || async {
                let stands = "return document.documentElement.className === 'failed'\
                    && document.querySelectorAll('#plain a[href^=\"tel:\"]').length > 5\
                    && !!document.getElementById('plain-support').href";
                Ok(visitor.js(stands).await? == json!(true))
            })
            .await?;
    }
    Ok(())
}

async fn strict_page(visitor: &mut Visitor) -> Result<()> {
    let strict = "<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\">";
    let html = page("region=\"malta\"", SUPPORT).replace("<!doctype html>", strict);
    visitor.serve(&[("/page.html", &html)])?;
    visitor.visit("/page.html").await?;
    visitor.press("begin").await?;
    visitor.on("question-when").await?;
    visitor.driver.enter_default_frame().await?;
    let covers = visitor
        .js("const box = document.querySelector('aftercare-guide').shadowRoot.querySelector('iframe').getBoundingClientRect();\
            return box.width >= innerWidth - 1 && box.height >= innerHeight - 1")
        .await?;
    ensure!(
        covers == json!(true),
        "the guide is not shown as it is meant"
    );
    Ok(())
}

async fn moved_and_late(visitor: &mut Visitor) -> Result<()> {
    let html = page("region=\"malta\"", SUPPORT).replace(
        "<script src=\"aftercare-guide.js\" defer>",
        "<script src=\"aftercare-guide.js\">",
    );
    visitor.serve(&[("/page.html", &html)])?;
    visitor.visit("/page.html").await?;
    visitor.driver.enter_default_frame().await?;
    visitor
        .js("document.body.append(document.querySelector('aftercare-guide'))")
        .await?;
    visitor.enter().await?;
    visitor.on("start").await?;
    visitor.driver.enter_default_frame().await?;
    let add = "document.querySelector('aftercare-guide').remove();\
        const late = document.createElement('aftercare-guide');\
        late.innerHTML = '<a href=\"support.html\">Talk</a>';\
        document.body.append(late);";
    visitor.js(add).await?;
    visitor.enter().await?;
    visitor.on("start").await?;
    visitor.press("all-ideas").await?;
    visitor.on("menu").await?;
    let links = visitor.all("#guide a[data-do=\"support\"]", "href").await?;
    ensure!(
        links == [format!("{}/support.html", visitor.server.address)],
        "support: {links:?}"
    );
    Ok(())
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
    let html = "<title>x</title><iframe title=\"A short guide\" width=\"600\" height=\"600\" referrerpolicy=\"no-referrer\"\
        sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals allow-top-navigation-by-user-activation\"\
        src=\"guide.en.html#region=ireland&support-url=https%3A%2F%2Fcounsellor.example%2F\"></iframe>";
    visitor.serve(&[("/bare.html", html)])?;
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
