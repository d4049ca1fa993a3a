//! The bar: Leave is the first stop, and it is in view whatever the window.

use crate::leaving::{answer, page};
use crate::pages::{PHONE, visit_on_a_phone};
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!("leave is the first thing that Tab reaches", first_stop),
        test!(
            "the bar is in view on a small phone under a cookie banner",
            small_phone
        ),
    ]
}

async fn first_stop(visitor: &mut Visitor) -> Result<()> {
    visitor.visit("/index.html").await?;
    answer(visitor).await?;
    visitor.js("document.activeElement.blur(); getSelection().removeAllRanges(); document.body.tabIndex = -1; document.body.focus()").await?;
    visitor.key(Key::Tab).await?;
    let stop = visitor
        .js("return document.activeElement.dataset.do")
        .await?;
    ensure!(stop == "leave", "Tab reaches {stop} first");
    Ok(())
}

async fn small_phone(visitor: &mut Visitor) -> Result<()> {
    let html = format!("{}{BANNER}", page("{origin}/exit.html"));
    visitor.serve(&[("/page.html", &html), ("/phone.html", PHONE)])?;
    visit_on_a_phone(visitor).await?;
    in_view(visitor, "start").await?;
    visitor
        .js("document.querySelector('[data-do=begin]').click()")
        .await?;
    visitor.on("question-when").await?;
    visitor
        .until("the guide over the whole phone", || async {
            Ok(visitor.js("return innerWidth").await? == 320)
        })
        .await?;
    visitor.press("skip").await?;
    visitor.on("question-check").await?;
    visitor.js("scrollTo(0, 1e6)").await?;
    in_view(visitor, "question-check").await?;
    visitor.js("scrollTo(0, 0)").await?;
    for option in ["unwanted", "dark"] {
        visitor.pick("check", option).await?;
    }
    visitor.press("continue").await?;
    visitor.on("safety safety_dark safety_unwanted").await?;
    visitor.js("scrollTo(0, 1e6)").await?;
    in_view(visitor, "safety").await?;
    // What the page around lets through: nothing lies over the bar.
    visitor.driver.enter_default_frame().await?;
    visitor.driver.enter_frame(0).await?;
    let over = visitor
        .js("const top = document.elementFromPoint(30, 30), low = document.elementFromPoint(30, innerHeight - 30);\
            return [top.localName, low.localName]")
        .await?;
    ensure!(
        over == json!(["aftercare-guide", "aftercare-guide"]),
        "over the guide lies {over}"
    );
    Ok(())
}

const BANNER: &str = "<div style=\"position:fixed;inset:auto 0 0 0;height:40vh;z-index:2147483647;background:#eee\">We value cookies</div>";

/// Leave and Help lie inside the frame's window, whole, with nothing over them, and large enough to press.
async fn in_view(visitor: &Visitor, screen: &str) -> Result<()> {
    let script = "return ['leave', 'help'].map(name => {\
        const at = document.querySelector(`[data-do=${name}]`).getBoundingClientRect();\
        const over = document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2);\
        return at.top >= 0 && at.left >= 0 && at.right <= innerWidth && at.bottom <= innerHeight && at.height >= 44\
            && !!over?.closest(`[data-do=${name}]`);\
        }).concat(document.documentElement.scrollWidth <= innerWidth, document.querySelector('.bar').offsetHeight <= 72)";
    let seen = visitor.js(script).await?;
    ensure!(
        seen == json!([true, true, true, true]),
        "{screen}: the bar is {seen}"
    );
    Ok(())
}
