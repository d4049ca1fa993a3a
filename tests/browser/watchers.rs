//! A page that watches (`trackers/hostile.js`): every event, message, request, frame and store that a script of the host can get
//! at. Two visitors who answer differently look the same to it.

use crate::journeys::journey;
use crate::passage::{Hand, take_some_along, walk};
use crate::support::{Journey, telling_names};
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Result, ensure};
use serde_json::{Value, json};

pub fn tests() -> Vec<(String, Test)> {
    vec![test!(
        "two visitors with different answers look the same to a page that watches",
        look_the_same
    )]
}

/// Stands before the loader, so that it can take everything over.
const WATCHER: &str = include_str!("trackers/hostile.js");

/// A frame that can be read, where a page that only asks for its own frames does not find it.
const READABLE: &str = "<div id=\"readable\"></div><script>\
    document.getElementById('readable').attachShadow({ mode: 'closed' }).innerHTML = '<iframe srcdoc=\"plain to read\"></iframe>';</script>";

/// Whether the page has seen the pointer come and press its own button, read the other frame, heard the guide's message, and
/// answered it with the dialog; without any of these it would prove nothing.
const OPENED: &str = "const told = part => seen.some(one => JSON.stringify(one).includes(part));
    return told('pointermove') && told('plain to read') && told('button>') && told('open') && told('shown') && document.activeElement?.localName === 'aftercare-guide';";

/// What the page has seen, and what it can still find.
const FOUND: &str = "const frame = document.querySelector('aftercare-guide').shadowRoot.querySelector('iframe');
    let inside = 'closed';
    try { inside = frame.contentWindow.document.body.innerText; } catch {}
    try { inside = frame.contentDocument?.body.innerText ?? inside; } catch {}
    return { seen, inside, title: document.title, address: location.href, history: history.length - began,
        frame: frame.getAttributeNames().filter(name => name !== 'cd_frame_id_').map(name => [name, frame.getAttribute(name)]),
        size: [frame.clientWidth, frame.clientHeight], frames: frame.contentWindow.length,
        requests: performance.getEntriesByType('resource').filter(entry => !entry.name.endsWith('favicon.ico'))
            .map(entry => [entry.name, entry.transferSize]),
        stored: [localStorage.length, sessionStorage.length, document.cookie] };";

async fn look_the_same(visitor: &mut Visitor) -> Result<()> {
    let page = format!(
        "<!doctype html><title>A page</title><script>{WATCHER}</script><script src=\"aftercare-guide.js\" defer></script><button id=\"own\">own</button>{READABLE}\
        <aftercare-guide style=\"display:block;min-height:640px\" region=\"malta\"><a href=\"support.html\">Talk</a></aftercare-guide>"
    );
    visitor.serve(&[("/page.html", &page)])?;
    let mut looks = Vec::new();
    for id in ["solo_guilty", "scared_of_someone", "everything_skipped"] {
        looks.push((id, watched(visitor, &journey(id)?).await?));
    }
    let (_, first) = &looks[0];
    for (id, look) in &looks {
        ensure!(
            look == first,
            "{id} looks otherwise:\n{look}\nnot as\n{first}"
        );
        tells_nothing(look)?;
    }
    Ok(())
}

/// One visitor's passage, seen from the page.
async fn watched(visitor: &Visitor, journey: &Journey) -> Result<Value> {
    visitor.visit("/page.html").await?;
    visitor.driver.enter_default_frame().await?;
    // How a page gets its first focus is the driver's doing; from here on it is the visitor's.
    visitor
        .js("seen.length = 0; window.began = history.length")
        .await?;
    visitor.click("#own").await?;
    visitor.enter().await?;
    visitor.press("begin").await?;
    opened(visitor).await?;
    visitor.enter().await?;
    if walk(visitor, journey, Hand::Mouse).await? == "plan" {
        take_some_along(visitor, Hand::Mouse).await?;
    }
    visitor.driver.enter_default_frame().await?;
    visitor.js(FOUND).await
}

/// Waits until the page knows that the guide is open, and forgets what it saw until then: no answer was given yet, and the order
/// in which a browser tells of focus and of the first message differs from one time to the next.
async fn opened(visitor: &Visitor) -> Result<()> {
    visitor.on("question-when").await?;
    visitor.driver.enter_default_frame().await?;
    visitor
        .until(
            "the page to see its own button and the guide open",
            || async { Ok(visitor.js(OPENED).await?.as_bool() == Some(true)) },
        )
        .await?;
    visitor.js("seen.length = 0").await?;
    Ok(())
}

/// No question, option, idea or safety page is named in what the page knows.
fn tells_nothing(look: &Value) -> Result<()> {
    let known = look.to_string();
    let told: Vec<_> = telling_names()
        .into_iter()
        .filter(|name| known.contains(name))
        .collect();
    ensure!(told.is_empty(), "the page knows {told:?}");
    ensure!(
        look["inside"] == json!("closed"),
        "the page reads {}",
        look["inside"]
    );
    Ok(())
}
