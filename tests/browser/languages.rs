//! The guide in pseudo-languages, on a small phone and on a desk: longer words are whole, and right-to-left is mirrored.

use crate::pages::{PHONE, host, visit_on_a_phone};
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Context, Result, ensure};
use serde_json::json;
use xtask::pseudo::{self, Pseudo};
use xtask::{for_tests, setup::Places};

pub fn tests() -> Vec<(String, Test)> {
    let mut tests = Vec::new();
    for language in pseudo::ALL {
        for window in [Window::Phone, Window::Desk] {
            let name = format!(
                "everything is whole and in its place in {} on a {window:?}",
                language.code
            );
            tests.push(test!(name, passage, language, window));
        }
    }
    tests
}

/// What the guide is shown in.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Window {
    Phone,
    Desk,
}

/// What is wrong with the screen, in words. Everything that unfolds is unfolded; a pixel may be lost to rounding.
const FAULTS: &str = "
    const faults = [], page = document.documentElement, edge = page.getBoundingClientRect();
    const seen = selector => [...document.querySelectorAll(`#guide ${selector}`)].filter(e => !e.closest('.unseen') && e.checkVisibility());
    const say = (e, what) => faults.push(`${e.localName}.${e.className} ${what}: ${e.textContent.trim().slice(0, 40)}`);
    seen('details').forEach(e => { e.open = true; });
    if (page.scrollWidth > page.clientWidth) faults.push(`the page is ${page.scrollWidth} wide, not ${page.clientWidth}`);
    for (const e of seen('*')) {
      const at = e.getBoundingClientRect();
      if (at.left < edge.left - 1 || at.right > edge.right + 1) say(e, 'lies outside');
      if (e.clientWidth && e.scrollWidth > e.clientWidth + 1) say(e, 'is wider than its place');
      if (e.matches('.button, label') && e.scrollHeight > e.clientHeight + 1) say(e, 'is higher than its place');
    }
    const bar = seen('.bar')[0].children;
    let rows = 0, bottom = -1;
    for (const e of bar) {
      const at = e.getBoundingClientRect();
      if (at.top >= bottom) rows += 1;
      bottom = Math.max(bottom, at.bottom);
    }
    if (rows > 2) faults.push(`the bar has ${rows} rows`);
    if (bottom > innerHeight / 4) faults.push(`the bar is ${bottom} high`);
    scrollTo(0, 1e6);
    for (const e of seen('.bar .button')) {
      const at = e.getBoundingClientRect(), over = document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2);
      if (at.top < 0 || at.bottom > innerHeight || at.height < 44 || !e.contains(over)) say(e, 'is not in view');
    }
    scrollTo(0, 0);
    return faults;";

/// Whether the screen runs from right to left, and what is wrong where it does. A number is dialled from left to right anywhere.
const PLACES: &str = "
    const faults = [], rtl = getComputedStyle(document.querySelector('#guide main')).direction === 'rtl';
    const at = (e, side) => e.getBoundingClientRect()[side];
    const before = (a, b, what) => { if (a && b && rtl !== at(a, 'left') > at(b, 'left')) faults.push(what); };
    const one = selector => document.querySelector(`#guide ${selector}`);
    before(one('[data-do=leave]'), one('[data-do=help]'), 'Leave does not come before Help');
    const input = one('.option input'), label = one('.option label');
    if (input && (at(input, 'left') > at(label, 'left') + at(label, 'width') / 2) !== rtl) faults.push('the mark of an option is at its end');
    const card = one('.card') ?? one('.danger');
    if (card && (parseFloat(getComputedStyle(card).borderRightWidth) > 5) !== rtl) faults.push('the edge of a card is at its end');
    for (const link of document.querySelectorAll('#guide a[href^=\"tel:\"]')) {
      const text = link.firstChild, range = document.createRange();
      const left = index => { range.setStart(text, index); range.setEnd(text, index + 1); return range.getBoundingClientRect().left; };
      const lefts = [...text.data].map((_, index) => left(index));
      if (lefts.some((x, index) => index && x < lefts[index - 1])) faults.push(`the number ${text.data} is out of order`);
    }
    for (const name of document.querySelectorAll('#guide .services b')) {
      const text = document.createRange();
      text.selectNodeContents(name);
      const side = rtl ? 'right' : 'left';
      if (Math.abs(at(text, side) - at(name.parentNode, side)) > 2) faults.push(`${name.textContent} stands apart from its number`);
    }
    const page = document.documentElement;
    return [page.lang, rtl ? 'rtl' : 'ltr', page.dir, ...faults];";

async fn passage(visitor: &mut Visitor, language: &Pseudo, window: &Window) -> Result<()> {
    open(visitor, language, *window).await?;
    let look = async |screen: &str| look(visitor, language, screen).await;
    look("start").await?;
    press(visitor, "help").await?;
    look("help").await?;
    press(visitor, "back").await?;
    visitor.on("start").await?;
    press(visitor, "begin").await?;
    look("question-when").await?;
    press(visitor, "skip").await?;
    visitor.on("question-check").await?;
    visitor.pick("check", "hurt").await?;
    look("question-check").await?;
    press(visitor, "continue").await?;
    look("safety safety_hurt").await?;
    press(visitor, "go-on").await?;
    visitor.on("question-who").await?;
    press(visitor, "show-ideas").await?;
    look("plan").await?;
    press(visitor, "review").await?;
    look("review").await?;
    press(visitor, "back-to").await?;
    visitor.on("plan").await?;
    press(visitor, "menu").await?;
    look("menu").await?;
    visitor
        .js("document.getElementById('guide').dispatchEvent(new Event('aftercare-away'))")
        .await?;
    look("cover").await
}

async fn open(visitor: &mut Visitor, language: &Pseudo, window: Window) -> Result<()> {
    let file = for_tests::in_pseudo(&Places::new(), language);
    let guide = std::fs::read_to_string(&file).with_context(|| {
        format!(
            "{}: run `cargo xtask test`, which builds it",
            file.display()
        )
    })?;
    let page = host("", &format!("region=\"malta\" lang=\"{}\"", language.code));
    let name = format!("/guide.{}.html", language.code);
    visitor.serve(&[
        (&name, &guide),
        ("/page.html", &page),
        ("/phone.html", PHONE),
    ])?;
    if window == Window::Desk {
        return visitor.visit("/page.html").await;
    }
    visit_on_a_phone(visitor).await
}

/// By script: on a small phone a driver scrolls what it presses under the bar.
async fn press(visitor: &Visitor, name: &str) -> Result<()> {
    let script = format!("document.querySelector('#guide [data-do=\"{name}\"]').click()");
    visitor.js(&script).await.map(|_| ())
}

async fn look(visitor: &Visitor, language: &Pseudo, screen: &str) -> Result<()> {
    visitor.on(screen).await?;
    // While the frame grows over the window it is narrow for a moment. Before, the phone's page has its
    // margins.
    visitor
        .until("the frame's whole width", || async {
            let width = visitor.js("return innerWidth").await?;
            Ok(width.as_u64() >= Some(280))
        })
        .await?;
    let faults = visitor.js(FAULTS).await?;
    ensure!(faults == json!([]), "{screen}: {faults:#}");
    let places = visitor.js(PLACES).await?;
    let wanted = json!([language.code, language.direction, language.direction]);
    ensure!(places == wanted, "{screen}: {places:#}");
    Ok(())
}
