//! Shift three times: on the page, alone, not for long, and not while typing on a phone.

use crate::leaving::{Shown, arrived, begin, page, serve, shift};
use crate::pages;
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::Result;
use serde_json::json;
use thirtyfour::prelude::*;

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!("leave by Shift while the page has focus", shift_on_the_page),
        test!("shift counts alone, and not for long", counting),
        test!(
            "shift typed on a touch keyboard counts for nothing",
            touch_keyboard
        ),
    ]
}

async fn shift_on_the_page(visitor: &mut Visitor) -> Result<()> {
    serve(visitor)?;
    begin(visitor, Shown::ByTheLoader).await?;
    visitor.press("close").await?;
    visitor.driver.enter_default_frame().await?;
    pages::uncovered(visitor).await?;
    visitor
        .js("document.activeElement.blur(); document.body.tabIndex = -1; document.body.focus()")
        .await?;
    shift(visitor, 2).await?;
    visitor.enter().await?;
    said(visitor, "Press Shift one more time to leave.").await?;
    visitor.driver.enter_default_frame().await?;
    let _ = visitor.key(Key::Shift).await;
    arrived(visitor).await
}

async fn counting(visitor: &mut Visitor) -> Result<()> {
    serve(visitor)?;
    begin(visitor, Shown::AsAPageOfItsOwn).await?;
    let two = "Press Shift two more times to leave.";
    visitor.key(Key::Shift).await?;
    said(visitor, two).await?;
    visitor.key(Key::Tab).await?;
    said(visitor, "").await?;
    shift(visitor, 2).await?;
    said(visitor, "Press Shift one more time to leave.").await?;
    // Shift with another key is not Shift by itself.
    let chain = visitor
        .driver
        .action_chain()
        .key_down(Key::Shift)
        .key_down(Key::Tab);
    chain.key_up(Key::Tab).key_up(Key::Shift).perform().await?;
    said(visitor, "").await?;
    visitor.key(Key::Escape).await?;
    visitor.key(Key::Shift).await?;
    said(visitor, two).await?;
    said(visitor, "To leave, press Shift three times.").await?;
    visitor.key(Key::Shift).await?;
    said(visitor, two).await?;
    visitor.on("question-when").await
}

async fn touch_keyboard(visitor: &mut Visitor) -> Result<()> {
    let touch = "<script>window.matchMedia = query => ({ matches: query === '(pointer: coarse)' })</script>";
    let html = format!("{touch}{}", page("{origin}/exit.html"));
    visitor.serve(&[("/page.html", &html), ("/exit.html", "")])?;
    visitor.visit("/page.html").await?;
    visitor.driver.enter_default_frame().await?;
    visitor.click("#field").await?;
    shift(visitor, 4).await?;
    visitor.enter().await?;
    said(visitor, "").await?;
    visitor.driver.enter_default_frame().await?;
    visitor.js("document.activeElement.blur()").await?;
    visitor.key(Key::Shift).await?;
    visitor.enter().await?;
    said(visitor, "Press Shift two more times to leave.").await
}

async fn said(visitor: &Visitor, text: &str) -> Result<()> {
    visitor
        .until(&format!("“{text}”"), || async {
            let said = visitor
                .js("const said = document.getElementById('said'); return [said.getAttribute('role'), said.textContent]")
                .await?;
            Ok(said == json!(["status", text]))
        })
        .await
}
