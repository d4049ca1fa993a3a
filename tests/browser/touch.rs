//! A passage by finger, on two phones: the guide lies over the page, and is the one thing that scrolls.

use crate::journeys::journey;
use crate::passage::{Hand, open_support, press, walk};
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Result, bail, ensure};
use serde_json::{Value, json};

pub fn tests() -> Vec<(String, Test)> {
    let of_size = |(width, height): (u32, u32)| {
        let name = format!("by touch alone to support on a phone of {width} by {height}");
        test!(name, passage, (width, height))
    };
    [(390, 844), (320, 568)].map(of_size).into()
}

async fn passage(visitor: &mut Visitor, (width, height): &(u32, u32)) -> Result<()> {
    let metrics =
        json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
    send(visitor, "Emulation.setDeviceMetricsOverride", metrics).await?;
    let touch = json!({ "enabled": true, "maxTouchPoints": 1 });
    send(visitor, "Emulation.setTouchEmulationEnabled", touch).await?;
    visitor.visit("/index.html").await?;
    visitor.js(LISTEN).await?;
    press(visitor, "begin", Hand::Touch).await?;
    let last = walk(visitor, &journey("solo_guilty")?, Hand::Touch).await?;
    ensure!(last == "plan", "it ends on {last}");
    let used = visitor.js("return document.body.dataset.used").await?;
    ensure!(used == "touch", "pressed by {used}");
    one_scrolls(visitor).await?;
    open_support(visitor, Hand::Touch).await
}

/// Keeps what the guide is pressed with.
const LISTEN: &str = "const used = new Set();
    document.addEventListener('pointerdown', event => { document.body.dataset.used = [...used.add(event.pointerType)]; }, true);";

/// What scrolls inside the guide besides the whole of it, and how far the page around has gone.
const SCROLLS: &str = "const able = e => /auto|scroll/.test(getComputedStyle(e).overflowY) && e.scrollHeight > e.clientHeight;
    return [...document.querySelectorAll('body, body *')].filter(able).map(e => e.outerHTML.slice(0, 80));";

/// A finger goes on past both ends of the plan: the page around stays where it was.
async fn one_scrolls(visitor: &Visitor) -> Result<()> {
    let inside = visitor.js(SCROLLS).await?;
    ensure!(inside == json!([]), "scrolls by itself: {inside}");
    for (end, down) in [("scrollTo(0, 1e6)", -300.0), ("scrollTo(0, 0)", 300.0)] {
        visitor.js(end).await?;
        visitor.driver.enter_default_frame().await?;
        let before = visitor.js("return scrollY").await?;
        drag(visitor, 100.0, down).await?;
        let after = visitor.js("return scrollY").await?;
        ensure!(before == after, "the page went from {before} to {after}");
        visitor.enter().await?;
    }
    Ok(())
}

/// What a script finds on the page around.
async fn around(visitor: &Visitor, script: &str) -> Result<Value> {
    visitor.driver.enter_default_frame().await?;
    let found = visitor.js(script).await?;
    visitor.enter().await?;
    Ok(found)
}

/// Touches what this selector finds, once a finger has brought it into view.
pub async fn tap(visitor: &Visitor, selector: &str) -> Result<()> {
    let mut before = [0.0; 3];
    for _ in 0..80 {
        let frame = around(visitor, FRAME).await?;
        let place = visitor
            .driver
            .execute_async(PLACE, vec![json!(selector), frame]);
        let place: [f64; 3] = serde_json::from_value(place.await?.json().clone())?;
        let [x, y, away] = place;
        // What still rolls would be stopped by a finger, not pressed.
        if place != before {
            before = place;
            continue;
        }
        if away == 0.0 {
            finger(visitor, "touchStart", Some([x, y])).await?;
            return finger(visitor, "touchEnd", None).await;
        }
        drag(visitor, x, away.clamp(-250.0, 250.0)).await?;
    }
    bail!("no finger brings `{selector}` into view")
}

/// Where the frame lies on the page around, brought into view as whoever goes into it does, and how much of it is seen.
const FRAME: &str =
    "const frame = document.querySelector('aftercare-guide').shadowRoot.querySelector('iframe');
    frame.scrollIntoView({ block: 'center' });
    const at = frame.getBoundingClientRect();
    return [at.left, at.top, Math.min(at.height, innerHeight - at.top)];";

/// Where to touch, and how far a finger must drag first so that it lies between the bar and the edge. Looked up two frames later:
/// by then a script knows how far a finger has scrolled.
const PLACE: &str = "const [selector, [left, top, height], done] = arguments;
    const place = () => {
      const e = document.querySelector(selector), box = e.getBoundingClientRect();
      const bar = document.querySelector('#guide .bar').getBoundingClientRect().bottom;
      const y = box.top + Math.min(box.height / 2, 22), first = e.closest('.bar') ? 0 : bar + 8, last = height - 8;
      const away = y < first ? first - y + 40 : y > last ? last - y - 40 : 0;
      /* Options at their end, buttons at their start: two quick presses in one place would count as one. */
      const x = e.localName === 'label' ? box.width - 24 : Math.min(box.width / 2, 40);
      done([left + box.left + x, top + y, away]);
    };
    requestAnimationFrame(() => requestAnimationFrame(place));";

/// Drags a finger down by so much, or up, and lets it rest before it is lifted: nothing rolls on.
async fn drag(visitor: &Visitor, x: f64, down: f64) -> Result<()> {
    let at = |part: f64| Some([x, 280.0 + down * (part - 0.5)]);
    finger(visitor, "touchStart", at(0.0)).await?;
    for part in [0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 1.0, 1.0, 1.0] {
        finger(visitor, "touchMove", at(part)).await?;
    }
    finger(visitor, "touchEnd", None).await
}

async fn finger(visitor: &Visitor, does: &str, at: Option<[f64; 2]>) -> Result<()> {
    let points: Vec<_> = at.iter().map(|[x, y]| json!({ "x": x, "y": y })).collect();
    let touch = json!({ "type": does, "touchPoints": points });
    send(visitor, "Input.dispatchTouchEvent", touch).await
}

async fn send(visitor: &Visitor, what: &str, how: Value) -> Result<()> {
    visitor.driver.cdp().send_raw(what, how).await?;
    Ok(())
}
