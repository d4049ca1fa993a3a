//! Leave: at once, everything, from wherever the guide is shown.

use crate::driver::Browser;
use crate::pages;
use crate::visitor::{Visitor, shipped};
use crate::{Test, test};
use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

pub fn tests() -> Vec<(String, Test)> {
    let mut tests = Vec::new();
    for way in [Way::Press, Way::Shift] {
        for shown in Shown::ALL {
            let name = format!("leave {shown:?} by {way:?}");
            tests.push(test!(name, leave, shown, way));
        }
    }
    tests.push(test!(
        "leave a bare frame on a page that asks for no referrer",
        quiet_page
    ));
    tests.push(test!(
        "leave covers the whole page before the exit answers",
        covers
    ));
    tests.push(test!("leave works on the plain page", plain_page));
    tests
}

/// How a person leaves.
#[derive(Debug, Clone, Copy)]
pub enum Way {
    Press,
    Shift,
}

/// Where the guide is shown.
#[derive(Debug, Clone, Copy)]
pub enum Shown {
    ByTheLoader,
    InABareFrame,
    AsAPageOfItsOwn,
    InAPageInAFrame,
}

impl Shown {
    const ALL: [Self; 4] = [
        Self::ByTheLoader,
        Self::InABareFrame,
        Self::AsAPageOfItsOwn,
        Self::InAPageInAFrame,
    ];
}

/// What an owner may paste beside the frame: with it no browser tells the exit anything.
const QUIET: &str = "<meta name=\"referrer\" content=\"no-referrer\">";

/// The guide in a frame of its own, without the loader.
pub fn bare() -> String {
    pages::bare("region=ireland&exit-url={elsewhere}/exit.html")
}

/// A page with the guide on it, and a text field.
pub fn page(exit: &str) -> String {
    pages::host(
        "<input id=\"field\">",
        &format!("region=\"malta\" exit-url=\"{exit}\""),
    )
}

/// The shipped file as an owner's own.
fn baked() -> Result<String> {
    pages::baked(&shipped()?, "exit-url={elsewhere}/exit.html")
}

/// Serves every page that is left here, and the exit.
pub fn serve(visitor: &mut Visitor) -> Result<()> {
    visitor.serve(&[
        ("/page.html", &page("{elsewhere}/exit.html")),
        ("/stays.html", &page("{origin}/nothing")),
        ("/nothing", ""),
        ("/before.html", "<title>Before</title><p>before</p>"),
        ("/exit.html", "<title>Weather</title><p>weather</p>"),
        ("/bare.html", &bare()),
        ("/quiet.html", &format!("{}{QUIET}", bare())),
        ("/own.html", &baked()?),
        ("/outer.html", "<title>Outer</title><p>outer</p><iframe width=\"700\" height=\"700\" src=\"page.html\"></iframe>"),
        ("/shut.html", "<title>Outer</title><p>outer</p><iframe width=\"700\" height=\"700\" sandbox=\"allow-scripts allow-same-origin\" src=\"page.html\"></iframe>"),
    ])
}

/// Opens it, goes into the guide, and answers something.
pub async fn begin(visitor: &Visitor, shown: Shown) -> Result<()> {
    visitor.open("/before.html").await?;
    match shown {
        Shown::ByTheLoader => visitor.visit("/page.html").await?,
        Shown::AsAPageOfItsOwn => visitor.open("/own.html").await?,
        Shown::InABareFrame => {
            visitor.open("/bare.html").await?;
            visitor.driver.enter_frame(0).await?;
        }
        Shown::InAPageInAFrame => {
            visitor.open("/outer.html").await?;
            visitor.driver.enter_frame(0).await?;
            visitor.enter().await?;
        }
    }
    visitor.on("start").await?;
    answer(visitor).await
}

/// Begins, and ticks an answer.
pub async fn answer(visitor: &Visitor) -> Result<()> {
    visitor.press("begin").await?;
    visitor.on("question-when").await?;
    visitor.pick("when", "days").await
}

/// Presses Shift so many times in one go: the guide gives a person five seconds from one to the next.
pub async fn shift(visitor: &Visitor, times: usize) -> Result<()> {
    let chain = visitor.driver.action_chain();
    let chain = (0..times).fold(chain, |chain, _| {
        chain.key_down(Key::Shift).key_up(Key::Shift)
    });
    Ok(chain.perform().await?)
}

/// Leaves; the visitor then stands on the page on top.
pub async fn go(visitor: &Visitor, way: Way) -> Result<()> {
    match way {
        // The frame may be gone before the driver has its answer.
        Way::Press => drop(visitor.press("leave").await),
        Way::Shift => drop(shift(visitor, 3).await),
    }
    Ok(visitor.driver.enter_default_frame().await?)
}

/// At the exit, which is not told where from.
pub async fn arrived(visitor: &Visitor) -> Result<()> {
    let told = told_at_the_exit(visitor).await?;
    ensure!(told.is_none(), "the exit was told {told:?}");
    Ok(())
}

/// At the exit; what it was told. A browser may name the exit's address before it has asked for it.
async fn told_at_the_exit(visitor: &Visitor) -> Result<Option<String>> {
    let asked_for = || {
        let requests = visitor.requests().into_iter();
        requests
            .filter(|request| request.path == "/exit.html")
            .collect::<Vec<_>>()
    };
    visitor
        .until("the exit", || async {
            let there = visitor.driver.current_url().await?.path() == "/exit.html";
            Ok(there && !asked_for().is_empty())
        })
        .await?;
    Ok(asked_for()
        .iter()
        .find_map(|request| request.headers.get("referer").cloned()))
}

async fn leave(visitor: &mut Visitor, shown: &Shown, way: &Way) -> Result<()> {
    serve(visitor)?;
    begin(visitor, *shown).await?;
    let label = visitor
        .js("return document.querySelector('[data-do=leave]').innerText.trim()")
        .await?;
    let expected = match shown {
        Shown::InAPageInAFrame => "Hide this guide",
        _ => "Leave this page",
    };
    ensure!(label == expected, "it says {label}");
    go(visitor, *way).await?;
    let told = told_at_the_exit(visitor).await?;
    ensure!(told == may_be_told(visitor, *shown), "it was told {told:?}");
    visitor.driver.back().await?;
    visitor
        .until("the page before the guide", || async {
            Ok(visitor.driver.current_url().await?.path() == "/before.html")
        })
        .await
}

/// WebKit heeds what the page asks for, not what the frame does: its exit learns the site's name, but not the page's.
fn may_be_told(visitor: &Visitor, shown: Shown) -> Option<String> {
    let heeds_the_page = visitor.browser == Browser::WebKit && matches!(shown, Shown::InABareFrame);
    heeds_the_page.then(|| format!("{}/", visitor.server.address))
}

async fn quiet_page(visitor: &mut Visitor) -> Result<()> {
    serve(visitor)?;
    visitor.open("/quiet.html").await?;
    visitor.driver.enter_frame(0).await?;
    visitor.on("start").await?;
    answer(visitor).await?;
    go(visitor, Way::Press).await?;
    arrived(visitor).await
}

/// The exit never answers: what stands in the meantime is nothing at all.
async fn covers(visitor: &mut Visitor) -> Result<()> {
    serve(visitor)?;
    visitor.visit("/stays.html").await?;
    answer(visitor).await?;
    go(visitor, Way::Press).await?;
    visitor
        .until("the page to be blank", || async {
            let left = "return [document.title, document.documentElement.textContent, getComputedStyle(document.documentElement).display, window.length]";
            Ok(visitor.js(left).await? == json!(["", "", "none", 0]))
        })
        .await
}

async fn plain_page(visitor: &mut Visitor) -> Result<()> {
    let broken = baked()?.replace("id=\"data\">", "id=\"data\">x");
    visitor.serve(&[
        ("/own.html", &broken),
        ("/exit.html", "<title>Weather</title>"),
    ])?;
    visitor.open("/own.html").await?;
    visitor
        .until("the plain page", || async {
            Ok(visitor
                .js("return document.documentElement.className")
                .await?
                == "failed")
        })
        .await?;
    let help = visitor
        .js(
            "const help = document.querySelector('#plain .bar a[href=\"#plain-help\"]');\
            return help.checkVisibility() && !!document.getElementById('plain-help')",
        )
        .await?;
    ensure!(help == json!(true), "the plain page has no way to help");
    visitor.click("#plain [data-do=\"leave\"]").await?;
    arrived(visitor).await
}
