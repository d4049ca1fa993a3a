//! What is left of an answer after leaving, clearing, closing and coming back: zeros in memory, another instance, and no word on
//! the page or in what is read out from it.

use crate::pages::before_its_scripts;
use crate::visitor::{Visitor, shipped};
use crate::{Test, test};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!("clearing leaves nothing of an answer", clear),
        test!("leaving leaves nothing of an answer", leave),
        test!(
            "closing leaves nothing of an answer, and Back starts afresh",
            close
        ),
        test!(
            "an answer is kept while the guide is only out of view",
            hidden
        ),
    ]
}

/// What only Chromium can be asked: its accessibility tree.
pub fn tree_tests() -> Vec<(String, Test)> {
    vec![test!(
        "after clearing, closing and leaving no answer is read out",
        read_out
    )]
}

/// Keeps the memory of every instance, and says on demand which of them hold anything.
const SPY: &str = "<script>{
    const memories = [];
    const Instance = WebAssembly.Instance;
    WebAssembly.Instance = function (...given) {
        const made = new Instance(...given);
        memories.push(made.exports.memory);
        return made;
    };
    const page = document.documentElement;
    addEventListener('look', () => { page.dataset.hold = JSON.stringify(memories.map(memory => new Uint8Array(memory.buffer).some(byte => byte))); });
    addEventListener('pageshow', event => { page.dataset.again = event.persisted; });
}</script>";

const BARE: &str = "<title>A page</title><iframe title=\"A short guide\" width=\"600\" height=\"600\"\
    sandbox=\"allow-scripts allow-popups\" src=\"own.html\"></iframe>";

/// Serves the shipped file with the spy in it, and opens it as a page of its own. Its exit never answers.
async fn open(visitor: &mut Visitor) -> Result<()> {
    let settings = "<meta name=\"aftercare-settings\" content=\"";
    let file = shipped()?.replacen(
        settings,
        &format!("{settings}exit-url={{origin}}/nothing"),
        1,
    );
    ensure!(
        file.contains("/nothing"),
        "the file has no place for settings"
    );
    let spied = before_its_scripts(&file, SPY);
    visitor.serve(&[
        ("/own.html", &spied),
        ("/bare.html", BARE),
        ("/nothing", ""),
        ("/other.html", "<title>Other</title>"),
    ])?;
    visitor.open("/own.html").await?;
    visitor.on("start").await
}

/// Which instances, from the first on, hold anything but zeros.
async fn memories(visitor: &Visitor) -> Result<Value> {
    let looked = visitor
        .js("dispatchEvent(new Event('look')); return document.documentElement.dataset.hold")
        .await?;
    Ok(serde_json::from_str(
        looked.as_str().context("the spy is not there")?,
    )?)
}

/// Answers the first question, and marks the DOM that shows it; the answer's label.
async fn answer(visitor: &Visitor) -> Result<String> {
    visitor.press("begin").await?;
    visitor.on("question-when").await?;
    visitor.pick("when", "days").await?;
    let label = "document.getElementById('guide').dataset.old = '';\
        return document.querySelector('label[for=\"when.days\"]').textContent";
    let label = visitor
        .js(label)
        .await?
        .as_str()
        .unwrap_or_default()
        .to_owned();
    let stands = visitor.js(&left_on_page(&label)).await?;
    ensure!(
        stands == json!([1, true, 1]),
        "the page shows no answer: {stands}"
    );
    let hold = memories(visitor).await?;
    ensure!(
        hold.as_array().and_then(|hold| hold.last()) == Some(&json!(true)),
        "memory holds nothing: {hold}"
    );
    Ok(label)
}

/// From the first question to the ideas.
async fn go_to_ideas(visitor: &Visitor) -> Result<()> {
    for question in ["question-check", "question-who"] {
        visitor.press("continue").await?;
        visitor.on(question).await?;
    }
    visitor.press("show-ideas").await?;
    visitor.on("plan").await
}

/// Elements of the old DOM, whether the answer's label stands anywhere, and what is ticked.
fn left_on_page(label: &str) -> String {
    format!(
        "return [document.querySelectorAll('[data-old]').length, [...document.body.children].some(part => part.localName !== 'script' && part.textContent.includes({label:?})),\
         document.querySelectorAll('input:checked').length]"
    )
}

/// Nothing of the answer is on the page, and only the expected instances hold anything.
async fn nothing_left(visitor: &Visitor, label: &str, expected: Value) -> Result<()> {
    let left = visitor.js(&left_on_page(label)).await?;
    ensure!(left == json!([0, false, 0]), "on the page is left: {left}");
    let hold = memories(visitor).await?;
    ensure!(hold == expected, "in memory is left: {hold}");
    Ok(())
}

async fn clear(visitor: &mut Visitor) -> Result<()> {
    open(visitor).await?;
    let label = answer(visitor).await?;
    go_to_ideas(visitor).await?;
    visitor.press("clear").await?;
    visitor.on("start").await?;
    nothing_left(visitor, &label, json!([false, true])).await?;
    let focus = visitor.js("return document.activeElement.tagName").await?;
    ensure!(focus == "H1", "focus is on {focus}");
    visitor.press("begin").await?;
    visitor.on("question-when").await
}

/// In a frame that may not be left, so that there is something to look at.
async fn leave(visitor: &mut Visitor) -> Result<()> {
    open(visitor).await?;
    visitor.open("/bare.html").await?;
    visitor.driver.enter_frame(0).await?;
    visitor.on("start").await?;
    let label = answer(visitor).await?;
    visitor.press("leave").await?;
    blank(visitor).await?;
    nothing_left(visitor, &label, json!([false])).await
}

async fn close(visitor: &mut Visitor) -> Result<()> {
    open(visitor).await?;
    let label = answer(visitor).await?;
    visitor.js(CLOSED).await?;
    nothing_left(visitor, &label, json!([false])).await?;
    visitor
        .js("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
        .await?;
    visitor.on("start").await?;
    nothing_left(visitor, &label, json!([false, true])).await?;
    // The same, as the browser does it: from its own store of pages, or anew.
    visitor.open("/own.html").await?;
    visitor.on("start").await?;
    let label = answer(visitor).await?;
    visitor.open("/other.html").await?;
    visitor.driver.back().await?;
    visitor.on("start").await?;
    let again = visitor
        .js("return document.documentElement.dataset.again")
        .await?;
    let expected = if again == "true" {
        json!([false, true])
    } else {
        json!([true])
    };
    visitor
        .until("the instances after Back", || async {
            Ok(memories(visitor).await? == expected)
        })
        .await?;
    nothing_left(visitor, &label, expected).await
}

async fn hidden(visitor: &mut Visitor) -> Result<()> {
    open(visitor).await?;
    answer(visitor).await?;
    visitor.js("document.dispatchEvent(new Event('visibilitychange')); dispatchEvent(new Event('blur'))").await?;
    visitor.driver.new_tab().await?;
    visitor.follow_new_tab().await?;
    visitor.driver.close_window().await?;
    let first = visitor.driver.windows().await?.remove(0);
    visitor.driver.switch_to_window(first).await?;
    ensure!(
        memories(visitor).await? == json!([true]),
        "an answer was lost"
    );
    visitor.press("continue").await?;
    visitor.on("question-check").await
}

async fn read_out(visitor: &mut Visitor) -> Result<()> {
    for way in ["clear", "close", "leave"] {
        open(visitor).await?;
        let label = answer(visitor).await?;
        ensure!(
            tree(visitor).await?.contains(&label),
            "the answer is not read out at all: this proves nothing"
        );
        match way {
            "clear" => {
                go_to_ideas(visitor).await?;
                visitor.press("clear").await?;
                visitor.on("start").await?;
            }
            "leave" => {
                visitor.press("leave").await?;
                blank(visitor).await?;
            }
            _ => drop(visitor.js(CLOSED).await?),
        }
        ensure!(
            !tree(visitor).await?.contains(&label),
            "{way}: the answer is still read out"
        );
    }
    Ok(())
}

/// As when the tab is closed.
const CLOSED: &str = "dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))";

async fn blank(visitor: &Visitor) -> Result<()> {
    visitor
        .until("the guide to be blank", || async {
            Ok(visitor.js("return document.body.innerText.trim()").await?
                == "You can close this tab now.")
        })
        .await
}

/// All that assistive technology is told of the page.
async fn tree(visitor: &Visitor) -> Result<String> {
    let tree = visitor
        .driver
        .cdp()
        .send_raw("Accessibility.getFullAXTree", json!({}))
        .await?;
    Ok(tree.to_string())
}
