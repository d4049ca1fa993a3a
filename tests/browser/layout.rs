//! Every named screen at the sizes people have: a cracked small phone, a phone, a desk, and a desk at 400 % zoom, with the
//! spacing of text that people may set. In Chromium, which can be told its size; the rest of the engines see a few of them.

use crate::access::{found, source};
use crate::outfits::{ALL, FORCED, Outfit, PLAIN};
use crate::stills::{everywhere, in_region};
use crate::support::{guide, root};
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use xtask::server::{Server, Site};

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!("every screen keeps its shape at every size", shapes),
        test!("axe finds nothing on any screen in any outfit", outfits),
    ]
}

/// Width, height, and whether people space their text as WCAG 1.4.12 says. 1280 by 900 at 400 % is 320 by 225.
const SHAPES: [(u32, u32, bool); 4] = [
    (320, 568, true),
    (320, 225, false),
    (390, 844, false),
    (1280, 900, true),
];

/// Text spaced as people may set it, once a test turns it on.
const SPACED: &str = "<style id=\"spaced\" media=\"not all\">* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }\
    p { margin-bottom: 2em !important }</style>";

/// What is wrong with a screen: sideways scrolling, something cut off, too small to press, or hidden when it has focus.
const LOOK: &str = r#"
    document.getElementById('spaced').media = arguments[0] ? 'all' : 'not all';
    document.activeElement.blur();
    scrollTo(0, 0);
    const wrong = [];
    const say = (what, element) => wrong.push(`${what}: ${element.outerHTML.slice(0, 120)}`);
    document.querySelectorAll('details').forEach(details => { details.open = true; });
    if (document.documentElement.scrollWidth > innerWidth) wrong.push(`it scrolls sideways: ${document.documentElement.scrollWidth}`);
    const shown = element => element.checkVisibility() && !element.closest('.unseen');
    for (const element of document.body.querySelectorAll('*')) {
        const box = element.getBoundingClientRect();
        if (shown(element) && box.width > 0 && (box.right > innerWidth + 1 || box.left < -1)) say('it reaches out of the window', element);
    }
    const main = document.querySelector('main');
    const calm = main?.matches('[data-screen=start], [data-screen=plan]') && !main.querySelector('.card, .notice');
    if (main && calm !== !!main.querySelector('.leaves')) wrong.push(calm ? 'no leaves' : 'a drawing stands where help does');
    const bar = document.querySelector('.bar').getBoundingClientRect();
    if (bar.height > 130) wrong.push(`the bar is ${bar.height} high`);
    for (const element of document.querySelectorAll('button, a[href], summary, label')) {
        if (!shown(element)) continue;
        const inText = element.matches('p a, li p a, dd a') && !element.matches('.button, .support, .number');
        if (element.getBoundingClientRect().height < (inText ? 24 : 44)) say('it is too small to press', element);
    }
    for (const element of document.querySelectorAll('button, a[href], summary, input')) {
        const seen = element.matches('input') ? document.querySelector(`label[for="${element.id}"]`) : element;
        if (!shown(seen) || element.closest('.bar')) continue;
        element.focus();
        const box = seen.getBoundingClientRect();
        if (box.top < bar.bottom - 1) say(`focus lies under the bar at ${box.top}`, element);
        if (box.bottom > innerHeight + 1 && box.height < innerHeight - bar.height) say(`focus lies below the window at ${box.bottom}`, element);
    }
    return wrong;
"#;

/// A screen is loaded once and changes its shape.
async fn shapes(visitor: &mut Visitor) -> Result<()> {
    let screens = screens()?;
    serve(visitor, &screens, SPACED)?;
    let mut found = Vec::new();
    for (path, _) in &screens {
        visitor.open(path).await?;
        for (width, height, spaced) in SHAPES {
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 1000 });
            let cdp = visitor.driver.cdp();
            cdp.send_raw("Emulation.setDeviceMetricsOverride", metrics)
                .await?;
            let wrong = visitor.driver.execute(LOOK, vec![json!(spaced)]).await?;
            let wrong = wrong.json().as_array().context("a list")?;
            found.extend(wrong.iter().map(|what| {
                format!(
                    "{path} at {width} × {height}: {}",
                    what.as_str().unwrap_or_default()
                )
            }));
        }
    }
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// All rules as most people see it; contrast in every outfit that has colours of ours, where text looks like none that was measured
/// in it before. A screen is loaded once and changes clothes.
async fn outfits(visitor: &mut Visitor) -> Result<()> {
    let screens = screens()?;
    serve(
        visitor,
        &screens,
        &format!("<script>{}</script>", source()?),
    )?;
    let mut wrong = Vec::new();
    let mut measured = BTreeSet::new();
    for (path, _) in &screens {
        visitor.open(path).await?;
        for outfit in ALL.into_iter().filter(|outfit| *outfit != FORCED) {
            outfit.put_on(&visitor.driver).await?;
            let looks: BTreeSet<String> = serde_json::from_value(visitor.js(LOOKS).await?)?;
            let looks = looks.into_iter().map(|look| (outfit.name, look)).collect();
            let is_new = !measured.is_superset(&looks);
            measured.extend(looks);
            if let Some(rules) = rules(outfit, is_new) {
                let found = found(visitor, rules).await?;
                wrong.extend(
                    (!found.is_empty()).then(|| format!("{path} in {}: {found}", outfit.name)),
                );
            }
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// All that contrast depends on, of every text that shows: its colour, its size, and what lies behind it.
const LOOKS: &str = "
    const solid = part => !['rgba(0, 0, 0, 0)', 'none', '1'].includes(part);
    const known = new Map();
    const found = e => { const s = getComputedStyle(e); return [s.backgroundColor, s.backgroundImage, s.opacity].filter(solid); };
    const behind = e => e ? known.get(e) ?? known.set(e, [...found(e), ...behind(e.parentElement)]).get(e) : [];
    const says = e => e.checkVisibility() && [...e.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const look = e => { const s = getComputedStyle(e); return [s.color, s.fontSize, s.fontWeight, ...behind(e)].join(' '); };
    return [...new Set([...document.querySelectorAll('body *')].filter(says).map(look))];";

/// Which rules are to be tried on a screen, if any: contrast takes most of the time.
fn rules(outfit: Outfit, is_new: bool) -> Option<Value> {
    match (outfit == PLAIN, is_new) {
        (true, true) => Some(json!({})),
        (true, false) => Some(json!({ "rules": { "color-contrast": { "enabled": false } } })),
        (false, true) => Some(json!({ "runOnly": ["color-contrast"] })),
        (false, false) => None,
    }
}

/// Every named screen of one region: its path and its page.
fn screens() -> Result<Vec<(String, String)>> {
    let guide = guide();
    let mut screens = in_region(&guide, "malta")?;
    screens.extend(everywhere(&guide)?);
    for (id, _) in &mut screens {
        *id = format!("/{id}.html");
    }
    Ok(screens)
}

/// Serves them, each with this after it.
fn serve(visitor: &mut Visitor, screens: &[(String, String)], more: &str) -> Result<()> {
    let pages = screens.iter();
    let pages = pages.map(|(path, html)| (path.clone(), format!("{html}{more}")));
    visitor.server = Server::start(0, |_| Site {
        folder: root().join("dist"),
        pages: pages.collect(),
        ..Site::default()
    })?;
    Ok(())
}
