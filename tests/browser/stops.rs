//! Tab through the guide, forwards and backwards: every control is a stop, none lies under the bar, and nothing holds focus. In
//! Chromium: in Firefox a driver sends keys to the frame that it is in, wherever focus is.

use crate::pages::host;
use crate::passage::past_every_kind;
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Result, ensure};
use serde_json::json;
use std::cell::Cell;
use thirtyfour::prelude::*;

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!(
            "Tab goes through the guide and out of it, both ways",
            inline
        ),
        test!(
            "Tab goes round in the guide over the page, both ways",
            covering
        ),
    ]
}

/// Every control to press, in order; the options of one answer are one stop.
const STOPS: &str = "
    const name = e => e.type === 'radio' ? e.name : e.id || e.dataset.do || e.textContent.trim();
    const seen = [...document.querySelectorAll('#guide :is(a[href], button, summary, input)')].filter(e => e.checkVisibility());
    const first = (e, at) => e.type !== 'radio' || seen.findIndex(other => other.name === e.name) === at;
    return seen.filter(first).map(name);";

/// Where focus is: the stop, nothing where it is elsewhere, and what is wrong with it; null as long as it has not moved.
const STOP: &str = "
    const e = document.activeElement, before = window.stop_before;
    window.stop_before = document.hasFocus() && e?.matches('a[href], button, summary, input') ? e : null;
    if (!window.stop_before) return '';
    if (e === before) return null;
    const box = (e.matches('input') ? document.querySelector(`label[for=\"${e.id}\"]`) : e).getBoundingClientRect();
    const bar = document.querySelector('#guide .bar').getBoundingClientRect();
    const covered = !e.closest('.bar') && (box.bottom < bar.bottom + 4 || box.top > innerHeight - 4);
    const name = e.type === 'radio' ? e.name : e.id || e.dataset.do || e.textContent.trim();
    return covered ? `${name} is covered` : name;";

/// More presses than any screen has stops.
const MANY: usize = 150;

/// One way along the stops.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Way {
    Forwards,
    Backwards,
}

impl Way {
    const BOTH: [Self; 2] = [Self::Forwards, Self::Backwards];

    /// The stops in the order in which they come.
    fn along(self, stops: &[String]) -> Vec<String> {
        let mut stops = stops.to_vec();
        if self == Self::Backwards {
            stops.reverse();
        }
        stops
    }
}

async fn tab(visitor: &Visitor, way: Way) -> Result<()> {
    if way == Way::Forwards {
        return visitor.key(Key::Tab).await;
    }
    let chain = visitor.driver.action_chain().key_down(Key::Shift);
    let chain = chain.key_down(Key::Tab).key_up(Key::Tab);
    Ok(chain.key_up(Key::Shift).perform().await?)
}

/// The next stop, once focus is there: a browser may move it a moment after the key.
async fn stop(visitor: &Visitor) -> Result<String> {
    let stop = Cell::new(None);
    let moved = async || {
        let now: Option<String> = serde_json::from_value(visitor.js(STOP).await?)?;
        let there = now.is_some();
        stop.set(now);
        Ok(there)
    };
    visitor.until("focus to move", moved).await?;
    Ok(stop.take().unwrap_or_default())
}

async fn stops(visitor: &Visitor) -> Result<Vec<String>> {
    Ok(serde_json::from_value(visitor.js(STOPS).await?)?)
}

/// From a button before the guide to the link below it, and back.
async fn inline(visitor: &mut Visitor) -> Result<()> {
    let own = "<p><button id=\"before\">before</button></p>";
    let guide = host(own, "region=\"malta\" display=\"inline\"");
    visitor.serve(&[("/page.html", &guide)])?;
    visitor.visit("/page.html").await?;
    past_every_kind(visitor, async |_| {
        through(visitor, Way::Forwards, [BEFORE, BELOW]).await?;
        through(visitor, Way::Backwards, [BELOW, BEFORE]).await
    })
    .await
}

const ROOT: &str = "const root = document.querySelector('aftercare-guide').shadowRoot; ";
/// What lies next to the guide on the page around.
const BEFORE: &str = "document.getElementById('before')";
const BELOW: &str = "root.querySelector('.support a')";
const FRAME: &str = "root.querySelector('iframe')";

async fn through(visitor: &Visitor, way: Way, [from, to]: [&str; 2]) -> Result<()> {
    let expected = way.along(&stops(visitor).await?);
    visitor.driver.enter_default_frame().await?;
    visitor.js(&format!("{ROOT}{from}.focus()")).await?;
    tab(visitor, way).await?;
    has_focus(visitor, FRAME).await?;
    visitor.enter().await?;
    let mut found = Vec::new();
    for _ in 0..MANY {
        let stop = stop(visitor).await?;
        if stop.is_empty() {
            break;
        }
        found.push(stop);
        tab(visitor, way).await?;
    }
    ensure!(found == expected, "{way:?}: {found:?} not {expected:?}");
    visitor.driver.enter_default_frame().await?;
    has_focus(visitor, to).await?;
    visitor.enter().await
}

/// Focus goes into a frame and out of it a moment after the key.
async fn has_focus(visitor: &Visitor, element: &str) -> Result<()> {
    let there =
        format!("{ROOT}return (root.activeElement ?? document.activeElement) === {element}");
    let so = async || Ok(visitor.js(&there).await? == json!(true));
    visitor.until(&format!("focus on {element}"), so).await
}

/// Over the page there is nothing else: after the last stop comes the first, at most by way of the browser itself.
async fn covering(visitor: &mut Visitor) -> Result<()> {
    visitor.serve(&[(
        "/page.html",
        &host("<button>own</button>", "region=\"malta\""),
    )])?;
    visitor.visit("/page.html").await?;
    past_every_kind(visitor, async |screen| {
        if ["start", "help"].contains(&screen) {
            return Ok(());
        }
        for way in Way::BOTH {
            round(visitor, way).await?;
        }
        Ok(())
    })
    .await
}

async fn round(visitor: &Visitor, way: Way) -> Result<()> {
    let expected = way.along(&stops(visitor).await?);
    let mut found = Vec::new();
    let mut outside = 0;
    for _ in 0..MANY {
        tab(visitor, way).await?;
        let stop = stop(visitor).await?;
        match stop.as_str() {
            "" => outside += 1,
            _ if found.first() == Some(&stop) => break,
            _ if !found.is_empty() || stop == expected[0] => found.push(stop),
            _ => {}
        }
    }
    ensure!(found == expected, "{way:?}: {found:?} not {expected:?}");
    ensure!(outside < 6, "{way:?}: {outside} presses went elsewhere");
    Ok(())
}
