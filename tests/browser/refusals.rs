//! What the browser refuses the frame: every kind of request, every store, the page around. On the shipped file, in the
//! loader's frame and in a bare one.

use crate::pages;
use crate::visitor::{Visitor, shipped};
use crate::{Test, test};
use anyhow::{Result, ensure};
use serde_json::{Value, json};

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!("every kind of request from the frame is refused", requests),
        test!(
            "without its policy requests from the frame do arrive",
            open_without_policy
        ),
        test!(
            "no store is open to the frame, and no page around it",
            stores
        ),
    ]
}

/// Each way to send something out, by name. `to` is an address on the test's own server.
const WAYS: &str = "{
    fetch: to => fetch(to, { mode: 'no-cors' }),
    fetchPost: to => fetch(to, { mode: 'no-cors', method: 'POST', body: 'x', keepalive: true }),
    xhr: to => { const xhr = new XMLHttpRequest(); xhr.open('GET', to); xhr.send(); },
    beacon: to => navigator.sendBeacon(to, 'x'),
    socket: to => new WebSocket(to.replace('http', 'ws')),
    events: to => new EventSource(to),
    image: to => { new Image().src = to; },
    imageElement: to => add('img', { src: to }),
    font: to => new FontFace('x', `url(${to})`).load(),
    script: to => add('script', { src: to }),
    module: to => import(to),
    sheet: to => add('link', { rel: 'stylesheet', href: to }),
    preload: to => add('link', { rel: 'preload', as: 'image', href: to }),
    prefetch: to => add('link', { rel: 'prefetch', href: to }),
    background: to => { document.body.style.backgroundImage = `url(${to})`; },
    frame: to => add('iframe', { src: to }),
    object: to => add('object', { data: to }),
    embed: to => add('embed', { src: to }),
    video: to => add('video', { src: to, autoplay: true }),
    worker: to => new Worker(to),
    blobWorker: to => new Worker(URL.createObjectURL(new Blob([`fetch('${to}')`]))),
    form: to => { const form = add('form', { action: to, method: 'post' }); form.submit(); },
    ping: to => { const a = add('a', { href: '#', ping: to }); a.click(); },
    speculation: to => add('script', { type: 'speculationrules', textContent: JSON.stringify({ prefetch: [{ urls: [to] }] }) }),
}";

/// Goes into the guide in a bare frame.
async fn bare(visitor: &mut Visitor) -> Result<()> {
    visitor.serve(&[("/bare.html", &pages::bare("region=malta"))])?;
    visitor.open("/bare.html").await?;
    visitor.driver.enter_frame(0).await?;
    visitor.on("start").await
}

async fn requests(visitor: &mut Visitor) -> Result<()> {
    visitor.visit("/index.html").await?;
    none_arrives(visitor).await?;
    bare(visitor).await?;
    none_arrives(visitor).await
}

async fn none_arrives(visitor: &Visitor) -> Result<()> {
    let loaded = visitor.requests().len();
    try_all(visitor).await?;
    // What was asked for by then has been asked for: the page around asks last, and that one comes.
    visitor.driver.enter_default_frame().await?;
    let control = format!(
        "const done = arguments[arguments.length - 1]; fetch('{}/control').then(() => done(true), () => done(false));",
        visitor.server.address
    );
    let control = visitor.driver.execute_async(control, Vec::new()).await?;
    ensure!(
        control.json() == &Value::Bool(true),
        "the page itself cannot ask"
    );
    let arrived = arrived(visitor, loaded);
    ensure!(arrived == ["/control"], "reached the server: {arrived:?}");
    Ok(())
}

fn arrived(visitor: &Visitor, after: usize) -> Vec<String> {
    let requests = visitor.requests().into_iter().skip(after);
    requests.map(|request| request.path).collect()
}

/// Tries every way, from where the visitor is.
async fn try_all(visitor: &Visitor) -> Result<()> {
    let script = format!(
        "const done = arguments[arguments.length - 1];\
         const add = (name, values) => document.body.appendChild(Object.assign(document.createElement(name), values));\
         const ways = {WAYS};\
         const tries = Promise.allSettled(Object.entries(ways).map(async ([name, way]) => way(`{}/out-${{name}}`)));\
         const patience = new Promise(enough => setTimeout(enough, 3000));\
         Promise.race([tries, patience]).then(() => done(Object.keys(ways).length));",
        visitor.server.address
    );
    let tried = visitor.driver.execute_async(script, Vec::new()).await?;
    ensure!(tried.json() == &json!(24), "tried {}", tried.json());
    Ok(())
}

/// Those that a frame can do whatever the browser, where nothing forbids it.
const CAN: [&str; 12] = [
    "fetch",
    "fetchPost",
    "xhr",
    "beacon",
    "socket",
    "image",
    "imageElement",
    "script",
    "sheet",
    "background",
    "frame",
    "object",
];

/// The same attempts from the same file without its policy: else their absence proves nothing.
async fn open_without_policy(visitor: &mut Visitor) -> Result<()> {
    let file = shipped()?.replacen("http-equiv=\"Content-Security-Policy\"", "name=\"none\"", 1);
    visitor.serve(&[
        ("/bare.html", &pages::bare("region=malta")),
        ("/guide.en.html", &file),
    ])?;
    visitor.open("/bare.html").await?;
    visitor.driver.enter_frame(0).await?;
    visitor.on("start").await?;
    try_all(visitor).await?;
    visitor
        .until("every request that a frame can make", || async {
            let arrived = arrived(visitor, 0);
            let missing: Vec<_> = CAN
                .iter()
                .filter(|name| !arrived.contains(&format!("/out-{name}")))
                .collect();
            ensure!(
                missing.is_empty(),
                "did not arrive: {missing:?}; did: {arrived:?}"
            );
            Ok(true)
        })
        .await
}

async fn stores(visitor: &mut Visitor) -> Result<()> {
    visitor.visit("/index.html").await?;
    none_opens(visitor).await?;
    bare(visitor).await?;
    none_opens(visitor).await
}

async fn none_opens(visitor: &Visitor) -> Result<()> {
    let script = "const done = arguments[arguments.length - 1]; const open = [];\
        const ways = {\
            local: () => localStorage.setItem('a', 'b'), session: () => sessionStorage.setItem('a', 'b'),\
            cookie: () => { document.cookie = 'a=b'; if (!document.cookie.includes('a=b')) throw 0; },\
            database: () => new Promise((yes, no) => { const ask = indexedDB.open('a'); ask.onsuccess = yes; ask.onerror = no; }),\
            cache: () => caches.open('a'), worker: () => navigator.serviceWorker.register('x.js'),\
            directory: () => navigator.storage.getDirectory(),\
            parent: () => parent.document.title, top: () => top.location.href, opener: () => window.opener.document,\
            channel: () => { if (self.origin !== 'null') new BroadcastChannel('a').postMessage('x'); else throw 0; },\
        };\
        Promise.all(Object.entries(ways).map(async ([name, way]) => { try { await way(); open.push(name); } catch {} }))\
            .then(() => done(open));";
    let open = visitor
        .driver
        .execute_async(script.to_owned(), Vec::new())
        .await?;
    ensure!(
        open.json() == &json!([]),
        "open to the frame: {}",
        open.json()
    );
    Ok(())
}
