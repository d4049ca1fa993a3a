//! What a person makes of the plan, and takes along: in the browser, by keyboard and by mouse.

use crate::pages::host;
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!(
            "an idea is moved, set aside and brought back by keyboard",
            by_keyboard
        ),
        test!("what is copied is the sheet, as plain text", copied),
        test!(
            "who comes back from support is asked whether to clear",
            come_back
        ),
    ]
}

/// On the plan of someone who skipped everything, on a page with a place to paste.
async fn on_a_plan(visitor: &mut Visitor) -> Result<()> {
    let page = host(
        "<textarea id=\"pasted\"></textarea>",
        "region=\"malta\" display=\"inline\"",
    );
    visitor.serve(&[
        ("/page.html", &page),
        ("/support.html", "<title>Support</title>"),
    ])?;
    visitor.visit("/page.html").await?;
    visitor.skip_to_ideas().await
}

/// The ideas in their order, those set aside with a minus.
async fn ideas(visitor: &Visitor) -> Result<Vec<String>> {
    let ids = visitor.all(".ideas > li", "data-idea").await?;
    let kinds = visitor.all(".ideas > li", "class").await?;
    let marked = ids
        .iter()
        .zip(kinds)
        .map(|(id, kind)| match kind.contains("aside") {
            true => format!("-{id}"),
            false => id.clone(),
        });
    Ok(marked.collect())
}

/// Focus is on this control of this idea.
async fn focus_is(visitor: &Visitor, idea: &str, control: &str) -> Result<()> {
    let there =
        format!("return document.activeElement.matches('[data-idea=\"{idea}\"] {control}')");
    visitor
        .until(&format!("focus on {control} of {idea}"), || async {
            Ok(visitor.js(&there).await? == json!(true))
        })
        .await
}

async fn by_keyboard(visitor: &mut Visitor) -> Result<()> {
    on_a_plan(visitor).await?;
    let before = ideas(visitor).await?;
    let (first, second) = (&before[0], &before[1]);
    visitor
        .tab_to(&format!("[data-idea=\"{first}\"] summary"))
        .await?;
    visitor.key(Key::Enter).await?;
    visitor
        .tab_to(&format!("[data-idea=\"{first}\"] [data-do=down]"))
        .await?;
    visitor.key(Key::Enter).await?;
    focus_is(visitor, first, "[data-do=down]").await?;
    let moved = ideas(visitor).await?;
    ensure!(moved[..2] == [second.clone(), first.clone()], "{moved:?}");
    let open = format!("return document.querySelector('[data-idea=\"{first}\"] details').open");
    ensure!(
        visitor.js(&open).await? == json!(true),
        "the fold has closed"
    );
    visitor
        .tab_to(&format!("[data-idea=\"{first}\"] [data-do=aside]"))
        .await?;
    visitor.key(Key::Enter).await?;
    focus_is(visitor, first, "[data-do=bring-back]").await?;
    ensure!(ideas(visitor).await?[1] == format!("-{first}"));
    visitor.key(Key::Enter).await?;
    focus_is(visitor, first, "summary").await?;
    ensure!(ideas(visitor).await? == moved);
    Ok(())
}

/// What stands in the place to paste, after pasting there.
async fn paste(visitor: &Visitor) -> Result<String> {
    visitor.driver.enter_default_frame().await?;
    visitor.click("#pasted").await?;
    let keys = visitor
        .driver
        .action_chain()
        .key_down(Key::Control)
        .key_down('v');
    keys.key_up('v').key_up(Key::Control).perform().await?;
    let pasted = "return document.getElementById('pasted').value";
    visitor
        .until("something pasted", || async {
            Ok(visitor.js(pasted).await? != json!(""))
        })
        .await?;
    Ok(visitor
        .js(pasted)
        .await?
        .as_str()
        .unwrap_or_default()
        .to_owned())
}

async fn copied(visitor: &mut Visitor) -> Result<()> {
    on_a_plan(visitor).await?;
    visitor.press("to-paper").await?;
    visitor.on("paper").await?;
    let lines = "return [...document.querySelectorAll('.sheet :is(h2, h3, p)')].map(line => line.textContent).filter(line => line)";
    let shown = visitor.js(lines).await?;
    visitor.press("copy").await?;
    visitor
        .until("that it says so", || async {
            let said = visitor
                .js("return document.querySelector('main > [role=status]').textContent")
                .await?;
            Ok(said != json!(""))
        })
        .await?;
    let selected = visitor.js("return String(getSelection())").await?;
    ensure!(selected == json!(""), "something stays selected");
    let pasted = paste(visitor).await?;
    let pasted: Vec<_> = pasted.lines().filter(|line| !line.is_empty()).collect();
    ensure!(
        json!(pasted) == shown,
        "{pasted:?} was pasted, {shown} shown"
    );
    Ok(())
}

async fn come_back(visitor: &mut Visitor) -> Result<()> {
    on_a_plan(visitor).await?;
    there_and_back(visitor).await?;
    let at = visitor
        .js("return document.activeElement.dataset.do ?? ''")
        .await?;
    ensure!(at != json!("stay") && at != json!("clear"), "it took focus");
    visitor.press("stay").await?;
    let asked = "return document.querySelectorAll('.returned').length";
    visitor
        .until("that it is gone", || async {
            Ok(visitor.js(asked).await? == json!(0))
        })
        .await?;
    ensure!(visitor.screen().await? == "plan");
    there_and_back(visitor).await?;
    visitor.click(".returned [data-do=clear]").await?;
    visitor.on("start").await?;
    ensure!(visitor.js(asked).await? == json!(0), "it still asks");
    Ok(())
}

/// Opens support, closes its tab, and is asked.
async fn there_and_back(visitor: &Visitor) -> Result<()> {
    let here = visitor.driver.window().await?;
    visitor.press("support").await?;
    visitor.follow_new_tab().await?;
    visitor.driver.close_window().await?;
    visitor.driver.switch_to_window(here).await?;
    visitor.enter().await?;
    visitor
        .until("the question whether to clear", || async {
            let asked = visitor
                .js("return document.querySelector('.returned')?.innerText ?? ''")
                .await?;
            Ok(matches!(asked, Value::String(text) if !text.is_empty()))
        })
        .await
}
