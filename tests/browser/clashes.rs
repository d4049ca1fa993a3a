//! The page gets in the way: whatever it does, help, ideas and the link to support stay readable, and nothing moves on it.

use crate::pages::{host, nothing_shifted};
use crate::support::root;
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!("without the loader the link to support stands", no_loader),
        test!(
            "a loader that is loaded twice defines one element",
            loaded_twice
        ),
        test!(
            "two guides on a page know nothing of each other",
            two_guides
        ),
        test!(
            "an element that a script moves, removes, puts back, or adds later, shows the guide",
            moved_and_late
        ),
        test!("a loader that comes late shows the guide", late_loader),
        test!("empty attributes are no settings", empty_attributes),
        test!(
            "styles of the page that fight do not hide the guide",
            hostile_styles
        ),
        test!(
            "the resets of well-known style sheets change nothing in the guide",
            resets
        ),
    ]
}

async fn no_loader(visitor: &mut Visitor) -> Result<()> {
    let html = host("", "region=\"malta\"").replace("aftercare-guide.js", "blocked.js");
    visitor.serve(&[("/page.html", &html)])?;
    visitor.open("/page.html").await?;
    let link = visitor.driver.find(By::Css("aftercare-guide a")).await?;
    ensure!(
        link.is_displayed().await?,
        "the link to support is not shown"
    );
    nothing_shifted(visitor).await
}

async fn loaded_twice(visitor: &mut Visitor) -> Result<()> {
    let twice = "<script src=\"aftercare-guide.js\" defer></script>";
    visitor.serve(&[("/page.html", &host(twice, "region=\"malta\""))])?;
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
    nothing_shifted(visitor).await
}

async fn two_guides(visitor: &mut Visitor) -> Result<()> {
    let second = "<aftercare-guide id=\"second\" region=\"usa\" display=\"inline\"><a href=\"support.html\">Talk</a></aftercare-guide>";
    let html = format!(
        "{}{second}",
        host("", "region=\"malta\" display=\"inline\"")
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
    nothing_shifted(visitor).await
}

async fn moved_and_late(visitor: &mut Visitor) -> Result<()> {
    let html = host("", "region=\"malta\"").replace(
        "<script src=\"aftercare-guide.js\" defer>",
        "<script src=\"aftercare-guide.js\">",
    );
    visitor.serve(&[("/page.html", &html)])?;
    visitor.visit("/page.html").await?;
    visitor.driver.enter_default_frame().await?;
    visitor
        .js("document.body.append(document.querySelector('aftercare-guide'))")
        .await?;
    starts_again(visitor).await?;
    visitor.driver.enter_default_frame().await?;
    visitor
        .js("const guide = document.querySelector('aftercare-guide'); guide.remove(); document.body.prepend(guide)")
        .await?;
    starts_again(visitor).await?;
    visitor.driver.enter_default_frame().await?;
    let add = "document.querySelector('aftercare-guide').remove();\
        const late = document.createElement('aftercare-guide');\
        late.innerHTML = '<a href=\"support.html\">Talk</a>';\
        document.body.append(late);";
    visitor.js(add).await?;
    starts_again(visitor).await?;
    visitor.press("all-ideas").await?;
    visitor.on("menu").await?;
    let links = visitor.all("#guide a[data-do=\"support\"]", "href").await?;
    ensure!(
        links == [format!("{}/support.html", visitor.server.address)],
        "support: {links:?}"
    );
    Ok(())
}

/// The guide stands at its start, where the page has put it; the visitor goes into it.
async fn starts_again(visitor: &Visitor) -> Result<()> {
    visitor.enter().await?;
    visitor.on("start").await
}

/// As an optimiser loads it: by a script, once the page has long been there.
async fn late_loader(visitor: &mut Visitor) -> Result<()> {
    let html = host("", "region=\"malta\"")
        .replace("<script src=\"aftercare-guide.js\" defer></script>", "");
    visitor.serve(&[("/page.html", &html)])?;
    visitor.open("/page.html").await?;
    let link = visitor.driver.find(By::Css("aftercare-guide a")).await?;
    ensure!(
        link.is_displayed().await?,
        "the link to support is not shown"
    );
    visitor
        .js("document.body.append(Object.assign(document.createElement('script'), { src: 'aftercare-guide.js' }))")
        .await?;
    starts_again(visitor).await?;
    nothing_shifted(visitor).await
}

async fn empty_attributes(visitor: &mut Visitor) -> Result<()> {
    let empty = "region=\"\" exit-url=\"\" display=\"\" theme=\"\" start=\"\" height=\"\" lang=\"\" who=\"\"";
    visitor.serve(&[("/page.html", &host("", empty))])?;
    visitor.visit("/page.html").await?;
    let exit = visitor.all("[data-do=\"leave\"]", "href").await?;
    ensure!(
        exit.iter().all(|exit| exit.starts_with("https://")),
        "leaves to {exit:?}"
    );
    visitor.press("begin").await?;
    visitor.on("question-when").await?;
    nothing_shifted(visitor).await
}

/// They take away the place that the element keeps, so the page itself moves where it is painted before the loader runs.
async fn hostile_styles(visitor: &mut Visitor) -> Result<()> {
    let styles = "<style>* { all: unset !important; } iframe, dialog { display: none !important; }\
        aftercare-guide { display: none !important; visibility: hidden !important; height: 0 !important; overflow: hidden !important; }\
        *, ::before, ::after { box-sizing: border-box; border: 0 solid; font-size: 4px; position: absolute; }</style>";
    stands_under(visitor, styles).await
}

/// Bootstrap's whole sheet, and what Tailwind begins every sheet with.
async fn resets(visitor: &mut Visitor) -> Result<()> {
    for sheet in [
        "bootstrap/dist/css/bootstrap.css",
        "tailwindcss/preflight.css",
    ] {
        let path = root().join("tests/browser/node_modules").join(sheet);
        let sheet = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        stands_under(visitor, &format!("<style>{sheet}</style>")).await?;
        visitor.enter().await?;
        visitor.skip_to_ideas().await?;
        nothing_shifted(visitor).await?;
    }
    Ok(())
}

/// The frame has its size and is seen, and so is the link below it.
async fn stands_under(visitor: &mut Visitor, styles: &str) -> Result<()> {
    visitor.serve(&[(
        "/page.html",
        &host(styles, "region=\"malta\" display=\"inline\""),
    )])?;
    visitor.visit("/page.html").await?;
    visitor.driver.enter_default_frame().await?;
    let shown = visitor
        .js("const root = document.querySelector('aftercare-guide').shadowRoot, frame = root.querySelector('iframe');\
            const box = frame.getBoundingClientRect();\
            return [box.height > 500, box.width > 500, frame.checkVisibility({ visibilityProperty: true }),\
                root.querySelector('.support a').checkVisibility({ visibilityProperty: true })]")
        .await?;
    ensure!(
        shown == json!([true, true, true, true]),
        "the frame and the link are {shown}"
    );
    Ok(())
}
