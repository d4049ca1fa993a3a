//! A passage through the guide, by mouse or by keyboard: the same screens, the same answers.

use crate::support::Journey;
use crate::touch::tap;
use crate::visitor::Visitor;
use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

/// What a person does it with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Hand {
    Mouse,
    Keyboard,
    /// In Chromium, which can be told that there is a finger.
    Touch,
}

/// Begins, answers until there is no question left, and opens the link to support; the name of the last screen.
pub async fn from_begin_to_support(
    visitor: &Visitor,
    journey: &Journey,
    hand: Hand,
) -> Result<String> {
    press(visitor, "begin", hand).await?;
    let last = walk(visitor, journey, hand).await?;
    if last == "plan" {
        take_some_along(visitor, hand).await?;
    }
    open_support(visitor, hand).await?;
    Ok(last)
}

/// Answers until there is no question left; the name of the last screen.
pub async fn walk(visitor: &Visitor, journey: &Journey, hand: Hand) -> Result<String> {
    let mut screen = visitor.past("start").await?;
    loop {
        let onward = if let Some(question) = screen.strip_prefix("question-") {
            for option in journey.options(question) {
                pick(visitor, question, &option, hand).await?;
            }
            ensure!(visitor.screen().await? == screen, "it moved on by itself");
            "continue"
        } else if let Some(pages) = screen.strip_prefix("safety ") {
            let opened: Vec<_> = pages.split(' ').collect();
            ensure!(opened == journey.expected("safety"), "opened {opened:?}");
            let comfort = visitor.driver.find(By::Css("[data-do=\"comfort\"]")).await;
            if comfort.is_ok() { "comfort" } else { "go-on" }
        } else {
            return Ok(screen);
        };
        press(visitor, onward, hand).await?;
        screen = visitor.past(&screen).await?;
    }
}

/// Sets an idea aside, puts help numbers on a page, copies it, and looks at a card.
pub async fn take_some_along(visitor: &Visitor, hand: Hand) -> Result<()> {
    let fold = ".idea summary";
    work(visitor, [fold, fold], Key::Enter, hand).await?;
    press(visitor, "aside", hand).await?;
    press(visitor, "to-paper", hand).await?;
    visitor.on("paper").await?;
    let numbers = ["label[for=\"pick.numbers\"]", "[id=\"pick.numbers\"]"];
    work(visitor, numbers, Key::Space, hand).await?;
    press(visitor, "copy", hand).await?;
    press(visitor, "back", hand).await?;
    visitor.on("plan").await?;
    press(visitor, "to-card", hand).await?;
    visitor.on("card").await?;
    press(visitor, "back", hand).await?;
    visitor.on("plan").await
}

/// Opens the link to support, which stands in a tab of its own then.
pub async fn open_support(visitor: &Visitor, hand: Hand) -> Result<()> {
    press(visitor, "support", hand).await?;
    visitor.follow_new_tab().await?;
    visitor
        .until("the page of support", || async {
            Ok(visitor.driver.current_url().await?.path() == "/support.html")
        })
        .await
}

/// Presses the button or link with this name.
pub async fn press(visitor: &Visitor, name: &str, hand: Hand) -> Result<()> {
    let control = format!("[data-do=\"{name}\"]");
    work(visitor, [&control, &control], Key::Enter, hand).await
}

/// Works a control: what is touched, and what has focus when this key is pressed.
async fn work(
    visitor: &Visitor,
    [touched, focused]: [&str; 2],
    key: Key,
    hand: Hand,
) -> Result<()> {
    match hand {
        Hand::Mouse => visitor.click(touched).await,
        Hand::Touch => tap(visitor, touched).await,
        Hand::Keyboard => {
            visitor.tab_to(focused).await?;
            visitor.key(key).await
        }
    }
}

async fn pick(visitor: &Visitor, question: &str, option: &str, hand: Hand) -> Result<()> {
    match hand {
        Hand::Mouse => return visitor.pick(question, option).await,
        Hand::Touch => return tap(visitor, &format!("label[for=\"{question}.{option}\"]")).await,
        Hand::Keyboard => {}
    }
    visitor
        .until("focus on the heading of a new screen", || async {
            let place = "return document.activeElement.matches('h1, input')";
            Ok(visitor.js(place).await? == json!(true))
        })
        .await?;
    choose(visitor, question, option).await
}

/// Radios are one stop, moved through by arrows; checkboxes are a stop each.
async fn choose(visitor: &Visitor, question: &str, option: &str) -> Result<()> {
    let input = format!("[id=\"{question}.{option}\"]");
    let kind = format!("return document.querySelector('{input}').type");
    if visitor.js(&kind).await? == "checkbox" {
        visitor.tab_to(&input).await?;
        return visitor.key(Key::Space).await;
    }
    visitor
        .tab_to(&format!("input[name=\"{question}\"]"))
        .await?;
    visitor.key(Key::Space).await?;
    let there = format!("return document.activeElement.matches('{input}')");
    while visitor.js(&there).await? == json!(false) {
        visitor.key(Key::Down).await?;
    }
    Ok(())
}

/// From the start past every kind of screen; each is looked at.
pub async fn past_every_kind(
    visitor: &Visitor,
    look: impl AsyncFn(&str) -> Result<()>,
) -> Result<()> {
    let on = async |screen: &str| {
        visitor.on(screen).await?;
        look(screen).await.with_context(|| screen.to_owned())
    };
    on("start").await?;
    for (pressed, screen) in [
        ("help", "help"),
        ("back", "start"),
        ("begin", "question-when"),
    ] {
        visitor.press(pressed).await?;
        on(screen).await?;
    }
    visitor.press("skip").await?;
    on("question-check").await?;
    visitor.pick("check", "hurt").await?;
    visitor.press("continue").await?;
    on("safety safety_hurt").await?;
    visitor.press("go-on").await?;
    visitor.on("question-who").await?;
    visitor.press("show-ideas").await?;
    on("plan").await
}
