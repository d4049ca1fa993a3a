//! Every named screen at the sizes people have: a cracked small phone, a phone, a desk, and a desk at 400 % zoom, with the
//! spacing of text that people may set. In Chromium, which can be told its size; the rest of the engines see a few of them.

use crate::outfits::{ALL, FORCED, Outfit, PLAIN};
use crate::stills::{everywhere, in_region};
use crate::support::{guide, root};
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Context, Result, ensure};
use serde_json::json;
use xtask::server::{Server, Site};
use xtask::setup::Places;

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

const SPACED: &str = "<style>* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }\
    p { margin-bottom: 2em !important }</style>";

/// What is wrong with a screen: sideways scrolling, something cut off, too small to press, or hidden when it has focus.
const LOOK: &str = r#"
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

async fn shapes(visitor: &mut Visitor) -> Result<()> {
    let screens = screens()?;
    let mut found = Vec::new();
    for (width, height, spaced) in SHAPES {
        serve(visitor, &screens, |html| {
            format!("{html}{}", if spaced { SPACED } else { "" })
        })?;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 1000 });
        visitor
            .driver
            .cdp()
            .send_raw("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        for (path, _) in &screens {
            visitor.open(path).await?;
            let wrong = visitor.js(LOOK).await?;
            let wrong = wrong.as_array().context("a list")?;
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

/// All rules as most people see it; contrast in every outfit that has colours of ours. A screen is loaded once and changes clothes.
async fn outfits(visitor: &mut Visitor) -> Result<()> {
    let axe = std::fs::read_to_string(Places::new().axe()).context("axe-core is missing")?;
    let screens = screens()?;
    let mut found = Vec::new();
    serve(visitor, &screens, |html| {
        format!("{html}<script>{axe}</script>")
    })?;
    for (path, _) in &screens {
        visitor.open(path).await?;
        for outfit in ALL.into_iter().filter(|outfit| *outfit != FORCED) {
            outfit.put_on(&visitor.driver).await?;
            let wrong = violations(visitor, outfit).await?;
            found
                .extend((!wrong.is_empty()).then(|| format!("{path} in {}: {wrong}", outfit.name)));
        }
    }
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

async fn violations(visitor: &Visitor, outfit: Outfit) -> Result<String> {
    let only = match outfit == PLAIN {
        true => json!({}),
        false => json!({ "runOnly": ["color-contrast"] }),
    };
    let run = "const [only, done] = arguments;\
        const brief = rule => `${rule.id}: ${rule.nodes.map(node => node.html).join(' ')}`;\
        axe.run(document, { ...only, resultTypes: ['violations'] })\
            .then(found => done(found.violations.map(brief).join('\\n')), error => done(String(error)));";
    let found = visitor.driver.execute_async(run, vec![only]).await?;
    Ok(found
        .json()
        .as_str()
        .unwrap_or("axe did not answer")
        .to_owned())
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

/// Serves them, each dressed.
fn serve(
    visitor: &mut Visitor,
    screens: &[(String, String)],
    dress: impl Fn(&str) -> String,
) -> Result<()> {
    let pages = screens
        .iter()
        .map(|(path, html)| (path.clone(), dress(html)));
    visitor.server = Server::start(0, |_| Site {
        folder: root().join("dist"),
        pages: pages.collect(),
        ..Site::default()
    })?;
    Ok(())
}
