//! Leave: at once, everything, from wherever the guide is shown; and what Back finds afterwards.

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
        "leave by Shift while the page has focus",
        shift_on_the_page
    ));
    tests.push(test!(
        "leave covers the whole page before the exit answers",
        covers
    ));
    tests.push(test!(
        "leave goes on where the page resists, and where its exit is no address",
        resisted
    ));
    tests.push(test!(
        "nothing that is ticked is left for the browser to restore",
        nothing_to_restore
    ));
    tests.push(test!("leave works on the plain page", plain_page));
    tests.push(test!(
        "leave inside a page that cannot be left blanks the guide",
        shut_in
    ));
    tests.push(test!("shift counts alone, and not for long", counting));
    tests.push(test!(
        "shift typed on a touch keyboard counts for nothing",
        touch_keyboard
    ));
    tests.push(test!(
        "leave is the first thing that Tab reaches",
        first_stop
    ));
    tests.push(test!(
        "the bar is in view on a small phone under a cookie banner",
        small_phone
    ));
    tests.push(test!("back brings no answer back", back));
    tests
}

/// Those that turn the page's clock, which a driver can do in Chromium alone: Firefox keeps a test's world apart.
pub fn clock_tests() -> Vec<(String, Test)> {
    vec![test!(
        "after fifteen minutes out of view a cover asks, before it does not",
        long_away
    )]
}

/// How a person leaves.
#[derive(Debug, Clone, Copy)]
enum Way {
    Press,
    Shift,
}

/// Where the guide is shown.
#[derive(Debug, Clone, Copy)]
enum Shown {
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

fn bare() -> String {
    pages::bare("region=ireland&exit-url={elsewhere}/exit.html")
}

/// A page with the guide on it, and a text field.
fn page(exit: &str) -> String {
    pages::host(
        "<input id=\"field\">",
        &format!("region=\"malta\" exit-url=\"{exit}\""),
    )
}

/// The shipped file with settings baked in, as an owner's own.
fn baked() -> Result<String> {
    let file = shipped()?;
    let empty = "<meta name=\"aftercare-settings\" content=\"\">";
    ensure!(file.contains(empty), "the file has no place for settings");
    let settings = "<meta name=\"aftercare-settings\" content=\"exit-url={elsewhere}/exit.html\">";
    Ok(file.replace(empty, settings))
}

fn serve(visitor: &mut Visitor) -> Result<()> {
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
async fn begin(visitor: &Visitor, shown: Shown) -> Result<()> {
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

async fn answer(visitor: &Visitor) -> Result<()> {
    visitor.press("begin").await?;
    visitor.on("question-when").await?;
    visitor.pick("when", "days").await
}

async fn go(visitor: &Visitor, way: Way) -> Result<()> {
    match way {
        // The frame may be gone before the driver has its answer.
        Way::Press => drop(visitor.press("leave").await),
        Way::Shift => {
            for _ in 0..3 {
                let _ = visitor.key(Key::Shift).await;
            }
        }
    }
    Ok(visitor.driver.enter_default_frame().await?)
}

/// At the exit, which is not told where from.
async fn arrived(visitor: &Visitor) -> Result<()> {
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

async fn resisted(visitor: &mut Visitor) -> Result<()> {
    let resists = "<script>Element.prototype.replaceChildren = () => { throw new Error('old polyfill'); };\
        window.onbeforeunload = () => 'stay'; addEventListener('beforeunload', event => event.preventDefault());</script>";
    let page_that_resists = format!("{}{resists}", page("{origin}/exit.html"));
    visitor.serve(&[
        ("/resists.html", &page_that_resists),
        ("/wrong.html", &page("https://exa%mple.com:99999/")),
        ("/exit.html", "<title>Weather</title><p>weather</p>"),
    ])?;
    visitor.visit("/resists.html").await?;
    answer(visitor).await?;
    go(visitor, Way::Press).await?;
    arrived(visitor).await?;
    visitor.visit("/wrong.html").await?;
    answer(visitor).await?;
    go(visitor, Way::Press).await?;
    visitor
        .until("the default exit", || async {
            let at = visitor.driver.current_url().await?;
            Ok(at.as_str().contains("bbc.com")
                || at.scheme() == "chrome-error"
                || at.scheme() == "about")
        })
        .await
}

/// Firefox keeps on disk, for a crash or a closed tab, each control that differs from its default.
async fn nothing_to_restore(visitor: &mut Visitor) -> Result<()> {
    serve(visitor)?;
    begin(visitor, Shown::InABareFrame).await?;
    visitor.press("continue").await?;
    visitor.on("question-check").await?;
    for option in ["unwanted", "dark"] {
        visitor.pick("check", option).await?;
    }
    visitor.pick("check", "unsure").await?;
    visitor.click("label[for=\"check.unsure\"]").await?;
    let differs = "return [...document.querySelectorAll('input')].filter(input => input.checked !== input.defaultChecked).length";
    visitor
        .until("no control that differs from its default", || async {
            Ok(visitor.js(differs).await? == 0)
        })
        .await?;
    let ticked = visitor
        .js("return document.querySelectorAll('input:checked').length")
        .await?;
    ensure!(ticked == 2, "{ticked} are ticked");
    Ok(())
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

async fn shift_on_the_page(visitor: &mut Visitor) -> Result<()> {
    serve(visitor)?;
    begin(visitor, Shown::ByTheLoader).await?;
    visitor.press("close").await?;
    visitor.driver.enter_default_frame().await?;
    pages::uncovered(visitor).await?;
    visitor
        .js("document.activeElement.blur(); document.body.tabIndex = -1; document.body.focus()")
        .await?;
    visitor.key(Key::Shift).await?;
    visitor.key(Key::Shift).await?;
    visitor.enter().await?;
    said(visitor, "Press Shift one more time to leave.").await?;
    visitor.driver.enter_default_frame().await?;
    let _ = visitor.key(Key::Shift).await;
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

/// The page around refuses to be left: the guide is blank, and no answer is left in it.
async fn shut_in(visitor: &mut Visitor) -> Result<()> {
    serve(visitor)?;
    visitor.open("/shut.html").await?;
    visitor.driver.enter_frame(0).await?;
    visitor.enter().await?;
    visitor.on("start").await?;
    answer(visitor).await?;
    go(visitor, Way::Press).await?;
    visitor
        .until("the exit in the frame", || async {
            // WebKit lets the page around be left all the same: then there is no frame any more.
            visitor.driver.enter_default_frame().await?;
            let _ = visitor.driver.enter_frame(0).await;
            Ok(visitor.js("return document.body?.innerText ?? ''").await? == "weather")
        })
        .await?;
    // A bare frame that may not leave: it says what is left to do.
    let refused = bare().replace(" allow-top-navigation-by-user-activation", "");
    visitor.serve(&[("/bare.html", &refused)])?;
    visitor.open("/bare.html").await?;
    visitor.driver.enter_frame(0).await?;
    visitor.on("start").await?;
    answer(visitor).await?;
    visitor.press("leave").await?;
    visitor
        .until("the frame to be blank", || async {
            let left = "return [document.body.innerText.trim(), document.querySelectorAll('input:checked').length]";
            Ok(visitor.js(left).await? == json!(["You can close this tab now.", 0]))
        })
        .await
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

async fn counting(visitor: &mut Visitor) -> Result<()> {
    serve(visitor)?;
    begin(visitor, Shown::AsAPageOfItsOwn).await?;
    let two = "Press Shift two more times to leave.";
    visitor.key(Key::Shift).await?;
    said(visitor, two).await?;
    visitor.key(Key::Tab).await?;
    said(visitor, "").await?;
    visitor.key(Key::Shift).await?;
    visitor.key(Key::Shift).await?;
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
    for _ in 0..4 {
        visitor.key(Key::Shift).await?;
    }
    visitor.enter().await?;
    said(visitor, "").await?;
    visitor.driver.enter_default_frame().await?;
    visitor.js("document.activeElement.blur()").await?;
    visitor.key(Key::Shift).await?;
    visitor.enter().await?;
    said(visitor, "Press Shift two more times to leave.").await
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

/// Firefox has no window this small, a frame has: 320 by 568 is all that the page in it sees.
const PHONE: &str = "<title>x</title><iframe width=\"320\" height=\"568\" style=\"border:0\" src=\"page.html\"></iframe>";
const BANNER: &str = "<div style=\"position:fixed;inset:auto 0 0 0;height:40vh;z-index:2147483647;background:#eee\">We value cookies</div>";

async fn small_phone(visitor: &mut Visitor) -> Result<()> {
    let html = format!("{}{BANNER}", page("{origin}/exit.html"));
    visitor.serve(&[("/page.html", &html), ("/phone.html", PHONE)])?;
    visitor.open("/phone.html").await?;
    visitor.driver.enter_frame(0).await?;
    visitor.enter().await?;
    visitor.on("start").await?;
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

/// From the history, and from the browser's own store of pages.
async fn back(visitor: &mut Visitor) -> Result<()> {
    serve(visitor)?;
    begin(visitor, Shown::AsAPageOfItsOwn).await?;
    visitor.open("/exit.html").await?;
    visitor.driver.back().await?;
    visitor.on("start").await?;
    let left = visitor
        .js("return [document.querySelectorAll('input:checked').length, document.title, document.documentElement.className]")
        .await?;
    ensure!(
        left == json!([0, "A short guide", "running"]),
        "Back finds {left}"
    );
    begin(visitor, Shown::ByTheLoader).await?;
    visitor.driver.enter_default_frame().await?;
    visitor.open("/exit.html").await?;
    visitor.driver.back().await?;
    visitor.enter().await?;
    visitor.on("start").await?;
    visitor.press("begin").await?;
    visitor.on("question-when").await?;
    let picked = visitor
        .js("return document.querySelectorAll('input:checked').length")
        .await?;
    ensure!(picked == json!(0), "Back brings an answer back");
    Ok(())
}

/// The page says that it is hidden, the clock goes on, and it is in view again.
async fn out_of_view(visitor: &Visitor, minutes: u32) -> Result<()> {
    let script = format!(
        "const now = Date.now; let hidden = true;\
         Object.defineProperty(document, 'hidden', {{ get: () => hidden, configurable: true }});\
         document.dispatchEvent(new Event('visibilitychange'));\
         Date.now = () => now() + {minutes} * 60000; hidden = false;\
         document.dispatchEvent(new Event('visibilitychange'));\
         Date.now = now;"
    );
    visitor.js(&script).await.map(|_| ())
}

async fn long_away(visitor: &mut Visitor) -> Result<()> {
    serve(visitor)?;
    begin(visitor, Shown::ByTheLoader).await?;
    out_of_view(visitor, 14).await?;
    ensure!(
        visitor.screen().await? == "question-when",
        "covered too early"
    );
    out_of_view(visitor, 16).await?;
    visitor.on("cover").await?;
    let told = visitor
        .js("return [document.querySelectorAll('input').length, document.querySelector('main').innerText.includes('days')]")
        .await?;
    ensure!(told == json!([0, false]), "the cover tells: {told}");
    visitor.press("show-again").await?;
    visitor.on("question-when").await?;
    let kept = visitor
        .js("return document.getElementById('when.days').checked")
        .await?;
    ensure!(kept == json!(true), "hiding lost an answer");
    out_of_view(visitor, 16).await?;
    visitor.on("cover").await?;
    visitor.press("clear").await?;
    visitor.on("start").await
}
