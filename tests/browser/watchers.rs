//! A page that watches: every event, message, request, frame and store that a script of the host can get at. Two visitors who
//! answer differently look the same to it.

use crate::journeys::walk;
use crate::support::{Journey, guide, journeys};
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

pub fn tests() -> Vec<(String, Test)> {
    vec![test!(
        "two visitors with different answers look the same to a page that watches",
        look_the_same
    )]
}

/// Stands before the loader, so that it can take everything over.
const WATCHER: &str = "<script>
window.seen = [];
const see = (what, ...more) => seen.push([what, ...more.map(one => { try { return JSON.stringify(one) ?? String(one); } catch { return String(one); } })]);
const path = event => event.composedPath().map(at => at.localName ?? at.constructor?.name ?? '').join('>');
for (const name of ['click', 'auxclick', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'keydown', 'keyup', 'keypress', 'beforeinput',
    'input', 'change', 'focusin', 'focusout', 'focus', 'blur', 'message', 'scroll', 'copy', 'cut', 'paste', 'selectionchange', 'submit', 'toggle',
    'beforetoggle', 'close', 'cancel', 'hashchange', 'popstate', 'storage', 'error', 'unhandledrejection', 'securitypolicyviolation', 'resize'])
    addEventListener(name, event => see('event', name, path(event), event.data, event.target?.value), true);
for (const [owner, name] of [[window, 'fetch'], [window, 'open'], [window, 'postMessage'], [MessagePort.prototype, 'postMessage'],
    [History.prototype, 'pushState'], [History.prototype, 'replaceState'], [Storage.prototype, 'setItem'], [navigator, 'sendBeacon'],
    [XMLHttpRequest.prototype, 'send'], [Element.prototype, 'attachShadow'], ...['log', 'warn', 'error', 'info'].map(name => [console, name])]) {
    const real = owner[name];
    owner[name] = function (...given) {
        see('call', name, given.map(one => typeof one === 'object' ? '{}' : one));
        return real.apply(this, given);
    };
}
const heard = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
Object.defineProperty(MessagePort.prototype, 'onmessage', { ...heard, set(call) {
    heard.set.call(this, event => { see('port', event.data, event.ports.length); call.call(this, event); });
} });
for (const name of ['value', 'checked']) {
    const real = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, name);
    Object.defineProperty(HTMLInputElement.prototype, name, { ...real, set(value) { see('set', name, value); real.set.call(this, value); } });
}
addEventListener('DOMContentLoaded', () => new MutationObserver(changes => changes.forEach(change => see('changed', change.type, change.target.localName)))
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true }));
</script>";

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
        "<!doctype html><title>A page</title>{WATCHER}<script src=\"aftercare-guide.js\" defer></script><button id=\"own\">own</button>\
        <aftercare-guide style=\"display:block;min-height:640px\" region=\"malta\"><a href=\"support.html\">Talk</a></aftercare-guide>"
    );
    visitor.serve(&[("/page.html", &page)])?;
    let mut looks = Vec::new();
    for id in ["solo_guilty", "scared_of_someone", "everything_skipped"] {
        let journey = journeys().into_iter().find(|journey| journey.id == id);
        looks.push((
            id,
            watched(visitor, &journey.context("the journey")?).await?,
        ));
    }
    let (_, first) = &looks[0];
    let text = first["seen"].to_string();
    ensure!(
        text.contains("open"),
        "the page did not even hear that the guide was opened"
    );
    ensure!(
        text.contains("button>"),
        "the page does not see a press on its own button: it proves nothing"
    );
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
    walk(visitor, journey).await?;
    visitor.driver.enter_default_frame().await?;
    visitor.js(FOUND).await
}

/// No question, option, idea or safety page is named in what the page knows.
fn tells_nothing(look: &Value) -> Result<()> {
    let guide = guide();
    let known = look.to_string();
    let mut names: Vec<&str> = Vec::new();
    for question in guide.questions() {
        names.extend(
            question
                .options
                .iter()
                .map(|option| option.id.as_str())
                .filter(|id| id.contains('_')),
        );
    }
    names.extend(
        guide
            .recommendation_keys()
            .map(|key| guide.recommendation(key).words.title.as_str()),
    );
    names.extend(
        guide
            .safety_keys()
            .map(|key| guide.safety_topic(key).prose.title.as_str()),
    );
    let told: Vec<_> = names
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
