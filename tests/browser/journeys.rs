//! Every journey, clicked through from the start to the opened link to support.

use crate::passage::{Hand, open_support, press, walk};
use crate::support::{Journey, journeys};
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Context, Result, ensure};
use thirtyfour::prelude::*;

pub fn tests() -> Vec<(String, Test)> {
    let mut tests: Vec<_> = journeys()
        .into_iter()
        .map(|journey| test!(format!("journey {}", journey.id), complete, journey))
        .collect();
    tests.push(test!(
        "a safety answer given at the end opens help at once",
        change_at_the_end
    ));
    tests.push(test!(
        "a changed answer keeps the others",
        change_keeps_the_others
    ));
    tests.push(test!(
        "by keyboard alone from the page to support",
        by_keyboard
    ));
    tests.push(test!(
        "a double click answers nothing on the next screen",
        double_clicks
    ));
    tests.push(test!(
        "ideas can be asked for from the third question on",
        ideas_now
    ));
    tests
}

/// The journey of this name.
pub fn journey(id: &str) -> Result<Journey> {
    journeys()
        .into_iter()
        .find(|journey| journey.id == id)
        .with_context(|| format!("no journey `{id}`"))
}

async fn complete(visitor: &mut Visitor, journey: &Journey) -> Result<()> {
    visitor.visit("/index.html").await?;
    let loaded = visitor.requests().len();
    visitor.press("begin").await?;
    let last = walk(visitor, journey, Hand::Mouse).await?;
    shows_the_plan(visitor, journey, &last).await?;
    ensure!(
        visitor.requests().len() == loaded,
        "requests after the guide had loaded: {:?}",
        visitor.requests()
    );
    opens_support(visitor).await
}

async fn shows_the_plan(visitor: &Visitor, journey: &Journey, screen: &str) -> Result<()> {
    let ideas = visitor.all("main [data-idea]", "data-idea").await?;
    let start = visitor.all("main .idea.start", "data-idea").await?;
    let plan = journey.expected("plan");
    match screen {
        "plan" => ensure!(ideas == plan, "the plan shows {ideas:?}"),
        "comfort" => ensure!(ideas.starts_with(&plan), "the comfort set shows {ideas:?}"),
        "menu" => ensure!(
            plan.is_empty() && ideas.len() > 30,
            "the list of all ideas shows {ideas:?}"
        ),
        other => anyhow::bail!("the journey ends on `{other}`"),
    }
    let expected: Vec<_> = journey.expect["start"].as_str().into_iter().collect();
    ensure!(start == expected, "starts with {start:?}");
    let level = visitor
        .all("main .referral[data-level]", "data-level")
        .await?;
    let level = level.first().map_or("specialist_first", String::as_str);
    ensure!(
        journey.expect["referral"] == level,
        "the way to support stands at `{level}`"
    );
    Ok(())
}

async fn opens_support(visitor: &Visitor) -> Result<()> {
    open_support(visitor, Hand::Mouse).await?;
    let known = visitor
        .js("return [document.referrer, window.opener === null]")
        .await?;
    ensure!(
        known == serde_json::json!(["", true]),
        "the page of support knows {known}"
    );
    let request = visitor
        .requests()
        .into_iter()
        .find(|request| request.path == "/support.html");
    let request = request.context("support was asked for")?;
    ensure!(
        !request.headers.contains_key("referer"),
        "it was told where from: {request:?}"
    );
    Ok(())
}

async fn change_at_the_end(visitor: &mut Visitor) -> Result<()> {
    visitor.visit("/index.html").await?;
    visitor.press("begin").await?;
    ensure!(
        walk(visitor, &journey("warm_and_tired")?, Hand::Mouse).await? == "plan",
        "the journey ends on a plan"
    );
    visitor.press("review").await?;
    visitor.on("review").await?;
    visitor
        .click("[data-question=\"check\"] [data-do=\"change\"]")
        .await?;
    visitor.on("question-check").await?;
    visitor.pick("check", "unsafe").await?;
    let none = visitor
        .js("return document.getElementById('check.none_of_these').checked")
        .await?;
    ensure!(
        none == serde_json::json!(false),
        "“none of these” stayed beside another answer"
    );
    visitor.press("continue").await?;
    visitor.on("safety safety_unsafe").await?;
    visitor.press("comfort").await?;
    visitor.on("comfort").await?;
    let ideas = visitor.all("main [data-idea]", "data-idea").await?;
    ensure!(
        ideas.starts_with(&["safe_place".to_owned()]) && !ideas.contains(&"hold".to_owned()),
        "shows {ideas:?}"
    );
    visitor.press("back").await?;
    visitor.on("safety safety_unsafe").await?;
    visitor.press("not-meant").await?;
    visitor.on("question-check").await?;
    visitor.pick("check", "none_of_these").await?;
    visitor.press("continue").await?;
    visitor.on("plan").await?;
    let ideas = visitor.all("main [data-idea]", "data-idea").await?;
    ensure!(
        ideas == journey("warm_and_tired")?.expected("plan"),
        "the other answers were lost: {ideas:?}"
    );
    Ok(())
}

async fn change_keeps_the_others(visitor: &mut Visitor) -> Result<()> {
    visitor.visit("/index.html").await?;
    visitor.press("begin").await?;
    visitor.on("question-when").await?;
    visitor.pick("when", "today").await?;
    visitor.press("clear-choice").await?;
    let picked = visitor.ticked().await?;
    ensure!(picked == 0, "the choice was not cleared");
    visitor.pick("when", "just_now").await?;
    visitor.press("continue").await?;
    visitor.on("question-check").await?;
    visitor.press("skip").await?;
    visitor.on("question-who").await?;
    visitor.press("back").await?;
    visitor.on("question-check").await?;
    visitor.press("back").await?;
    visitor.on("question-when").await?;
    let kept = visitor
        .js("return document.getElementById('when.just_now').checked")
        .await?;
    ensure!(kept == serde_json::json!(true), "the answer was not kept");
    visitor.press("continue").await?;
    visitor.on("question-check").await?;
    visitor.press("skip").await?;
    visitor.on("question-who").await?;
    visitor.press("show-ideas").await?;
    visitor.on("plan").await?;
    visitor.press("clear").await?;
    visitor.on("start").await?;
    visitor.press("begin").await?;
    visitor.on("question-when").await?;
    let picked = visitor.ticked().await?;
    ensure!(picked == 0, "an answer outlived “clear”");
    Ok(())
}

async fn ideas_now(visitor: &mut Visitor) -> Result<()> {
    visitor.visit("/index.html").await?;
    visitor.press("begin").await?;
    for (question, offered) in [
        ("question-when", 0),
        ("question-check", 0),
        ("question-who", 1),
        ("question-where", 1),
    ] {
        visitor.on(question).await?;
        let found = visitor
            .driver
            .find_all(By::Css("[data-do=\"show-ideas\"]"))
            .await?
            .len();
        ensure!(found == offered, "{question} offers ideas {found} times");
        visitor.press("skip").await?;
    }
    visitor.on("question-feelings").await?;
    visitor.pick("feelings", "lonely").await?;
    visitor.press("show-ideas").await?;
    visitor.on("plan").await?;
    let said = visitor
        .js("return document.querySelector('.because')?.textContent ?? ''")
        .await?;
    ensure!(
        said.as_str().is_some_and(|said| !said.is_empty()),
        "what was picked does not count"
    );
    Ok(())
}

/// Tab, Space, Enter and arrows, from the host page on.
async fn by_keyboard(visitor: &mut Visitor) -> Result<()> {
    visitor.visit("/index.html").await?;
    visitor.driver.enter_default_frame().await?;
    visitor.tab_to("aftercare-guide").await?;
    visitor.enter().await?;
    press(visitor, "begin", Hand::Keyboard).await?;
    let journey = journey("solo_guilty")?;
    let last = walk(visitor, &journey, Hand::Keyboard).await?;
    shows_the_plan(visitor, &journey, &last).await?;
    open_support(visitor, Hand::Keyboard).await
}

async fn double_clicks(visitor: &mut Visitor) -> Result<()> {
    visitor.visit("/index.html").await?;
    double_click(visitor, "begin").await?;
    for question in ["question-when", "question-check", "question-who"] {
        visitor.on(question).await?;
        let picked = visitor.ticked().await?;
        ensure!(picked == 0, "{question}: the second click picked something");
        double_click(visitor, "skip").await?;
    }
    visitor.on("question-where").await?;
    visitor.js(TWO_QUICK_TAPS).await?;
    visitor
        .until("the second of two quick taps on two options", || async {
            let picked = "return document.getElementById('where.apart_in_touch').checked";
            Ok(visitor.js(picked).await? == serde_json::json!(true))
        })
        .await?;
    let clear = visitor
        .driver
        .find(By::Css("[data-do=\"clear-choice\"]"))
        .await?;
    clear.focus().await?;
    visitor.key(Key::Enter).await?;
    visitor
        .until("focus on the heading after a cleared choice", || async {
            Ok(visitor.js("return document.activeElement.tagName").await? == "H1")
        })
        .await
}

/// Two options that stand close, tapped one after the other: browsers count the second as half of a double click.
const TWO_QUICK_TAPS: &str = "['apart_silent', 'apart_in_touch'].forEach((option, before) => document
    .getElementById(`where.${option}`)
    .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: before + 1 })));";

async fn double_click(visitor: &Visitor, name: &str) -> Result<()> {
    let button = visitor
        .driver
        .find(By::Css(format!("main [data-do=\"{name}\"]")))
        .await?;
    button.scroll_into_view().await?;
    Ok(visitor
        .driver
        .action_chain()
        .double_click_element(&button)
        .perform()
        .await?)
}
