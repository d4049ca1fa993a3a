//! What the browser refuses the frame: every kind of request, every store, the page around. On the shipped file, in the
//! loader's frame and in a bare one.

use crate::pages;
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Result, ensure};
use serde_json::{Value, json};

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!("every kind of request from the frame is refused", requests),
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
    let arrived = what_arrives(visitor).await?;
    ensure!(arrived == ["/control"], "reached the server: {arrived:?}");
    Ok(())
}

/// Tries every way, and then one request of the page around, which comes; what came.
async fn what_arrives(visitor: &Visitor) -> Result<Vec<String>> {
    let loaded = visitor.requests().len();
    let tried = format!(
        "const done = arguments[arguments.length - 1];\
         const add = (name, values) => document.body.appendChild(Object.assign(document.createElement(name), values));\
         const ways = {WAYS};\
         const tries = Promise.allSettled(Object.entries(ways).map(async ([name, way]) => way(`{}/out-${{name}}`)));\
         const patience = new Promise(enough => setTimeout(enough, 3000));\
         Promise.race([tries, patience]).then(() => done(Object.keys(ways).length));",
        visitor.server.address
    );
    let tried = visitor.driver.execute_async(tried, Vec::new()).await?;
    ensure!(tried.json() == &json!(24), "tried {}", tried.json());
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
    let sent = visitor.requests().into_iter().skip(loaded);
    Ok(sent.map(|request| request.path).collect())
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
