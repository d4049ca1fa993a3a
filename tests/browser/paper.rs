//! The page to print: one sheet of A4 or Letter in every region, with what was chosen and nothing else. And the card: one screen.

use crate::pages::host;
use crate::stills::{in_region, stills};
use crate::support::{guide, pseudo_guides};
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Context, Result, ensure};
use base64::prelude::{BASE64_STANDARD, Engine};
use lopdf::Document;
use serde_json::json;

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!(
            "a page with everything on it fits one sheet in every region",
            one_sheet
        ),
        test!(
            "a page of its own prints what was chosen, and no header",
            own_page
        ),
        test!(
            "in the frame the page is asked to be printed, under a neutral title",
            asked_for
        ),
        test!("a card stands whole on the screen of a phone", one_screen),
        test!(
            "other screens print a line and nothing of what they say",
            other_screens
        ),
    ]
}

/// A card stands whole on a phone's screen, without scrolling: also when the safety question was skipped, and in longer words.
async fn one_screen(visitor: &mut Visitor) -> Result<()> {
    let phone = json!({ "width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": true });
    visitor
        .driver
        .cdp()
        .send_raw("Emulation.setDeviceMetricsOverride", phone)
        .await?;
    for guide in pseudo_guides().into_iter().chain([guide()]) {
        let code = &guide.words.language.code;
        for (screen, html) in in_region(&guide, "malta")? {
            if !screen.starts_with("card") {
                continue;
            }
            visitor.serve(&[("/page.html", &html)])?;
            visitor.open("/page.html").await?;
            let below = "return document.querySelector('.sheet').getBoundingClientRect().bottom - innerHeight";
            let below = visitor.js(below).await?.as_f64().context("a number")?;
            ensure!(
                below <= 0.0,
                "{code}, {screen}: {below} px are below the screen"
            );
        }
    }
    Ok(())
}

/// Name, width and height in inches.
pub const SIZES: [(&str, f64, f64); 2] = [("A4", 8.27, 11.69), ("Letter", 8.5, 11.0)];

/// What the browser prints: how many sheets, and their text without line ends.
pub async fn printed(
    visitor: &Visitor,
    (_, width, height): (&str, f64, f64),
) -> Result<(usize, String)> {
    let asked = json!({ "paperWidth": width, "paperHeight": height, "displayHeaderFooter": true });
    let answer = visitor
        .driver
        .cdp()
        .send_raw("Page.printToPDF", asked)
        .await?;
    let data = answer["data"].as_str().context("a PDF")?;
    let document = Document::load_mem(&BASE64_STANDARD.decode(data)?)?;
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text = document.extract_text(&pages)?;
    let whole = LIGATURES
        .iter()
        .fold(text, |text, (one, letters)| text.replace(one, letters));
    Ok((
        pages.len(),
        whole.split_whitespace().collect::<Vec<_>>().join(" "),
    ))
}

/// Letters that a font draws as one.
const LIGATURES: [(&str, &str); 5] = [
    ("ﬃ", "ffi"),
    ("ﬄ", "ffl"),
    ("ﬀ", "ff"),
    ("ﬁ", "fi"),
    ("ﬂ", "fl"),
];

async fn one_sheet(visitor: &mut Visitor) -> Result<()> {
    let stills = stills(&guide())?;
    let (_, pages) = stills
        .into_iter()
        .find(|(screen, _)| screen == "paper_with_numbers")
        .context("the screen")?;
    for (region, html) in pages {
        visitor.serve(&[("/page.html", &html)])?;
        visitor.open("/page.html").await?;
        for size in SIZES {
            let (sheets, text) = printed(visitor, size).await?;
            ensure!(sheets == 1, "{region}: {sheets} sheets of {}", size.0);
            ensure!(text.starts_with("Looking after myself"), "{region}: {text}");
            ensure!(text.contains("Numbers to call"), "{region}: {text}");
        }
    }
    Ok(())
}

async fn own_page(visitor: &mut Visitor) -> Result<()> {
    visitor.open("/guide.en.html").await?;
    visitor.on("start").await?;
    visitor.skip_to_ideas().await?;
    visitor.press("to-paper").await?;
    visitor.on("paper").await?;
    let shown = visitor
        .js("return document.querySelector('.sheet').innerText")
        .await?;
    let shown = shown.as_str().context("a text")?;
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    for size in SIZES {
        let (sheets, text) = printed(visitor, size).await?;
        ensure!(sheets == 1, "{sheets} sheets");
        // Bullets are drawn, or written as a sign of their own.
        let text = text
            .replace(['•', '●'], "")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        ensure!(text == shown, "printed: {text}\nshown: {shown}");
    }
    Ok(())
}

async fn asked_for(visitor: &mut Visitor) -> Result<()> {
    visitor.serve(&[(
        "/page.html",
        &host("", "region=\"malta\" display=\"inline\""),
    )])?;
    visitor.visit("/page.html").await?;
    visitor.skip_to_ideas().await?;
    visitor.press("to-paper").await?;
    visitor.on("paper").await?;
    visitor
        .js("window.asked = []; window.print = () => asked.push([document.title, document.querySelectorAll('.sheet').length])")
        .await?;
    visitor.press("print").await?;
    visitor
        .until("that it is asked for", || async {
            Ok(visitor.js("return asked").await? == json!([["A short guide", 1]]))
        })
        .await
}

async fn other_screens(visitor: &mut Visitor) -> Result<()> {
    visitor.open("/guide.en.html").await?;
    visitor.on("start").await?;
    visitor.press("begin").await?;
    visitor.on("question-when").await?;
    let (sheets, text) = printed(visitor, SIZES[0]).await?;
    ensure!(sheets == 1, "{sheets} sheets");
    ensure!(text == "This page does not print.", "{text}");
    Ok(())
}
