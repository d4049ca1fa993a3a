//! The page sends nothing, and works from a disk.

use super::baked::{FILE, download};
use super::form::{fill, fill_in, support, value, works};
use crate::visitor::Visitor;
use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::By;
use xtask::setup::Places;

pub async fn sends_nothing(visitor: &mut Visitor) -> Result<()> {
    let support = support()?;
    fill_in(visitor, &support).await?;
    download(visitor, "bake", FILE).await?;
    let tried = format!(
        "const done = arguments[arguments.length - 1]; const to = '{}/out';\
         const add = (name, values) => document.body.appendChild(Object.assign(document.createElement(name), values));\
         for (const way of [
           () => navigator.sendBeacon(to, 'x'), () => {{ new Image().src = to; }}, () => add('script', {{ src: to }}),
           () => add('link', {{ rel: 'stylesheet', href: to }}), () => add('form', {{ action: to, method: 'post' }}).submit(),
         ]) try {{ way(); }} catch {{ /* Refused at once. */ }}\
         fetch(to).then(() => done('sent'), () => done('refused'));",
        visitor.server.address
    );
    let tried = visitor.driver.execute_async(tried, Vec::new()).await?;
    ensure!(tried.json() == "refused", "{}", tried.json());
    let asked: Vec<_> = visitor
        .requests()
        .into_iter()
        .map(|request| request.path)
        .collect();
    let known = ["/builder.html", "/guide.en.html"];
    ensure!(
        asked.iter().all(|path| known.contains(&path.as_str())),
        "asked for {asked:?}"
    );
    let left = "try { return [localStorage.length, sessionStorage.length, document.cookie] } catch { return 'closed' }";
    ensure!(
        visitor.js(left).await? == json!([0, 0, ""]),
        "something is stored"
    );
    ensure!(
        support.requests().is_empty(),
        "the page of support was asked for"
    );
    Ok(())
}

pub async fn on_a_disk(visitor: &mut Visitor) -> Result<()> {
    let file = Places::new().root.join("dist/builder.html");
    visitor
        .driver
        .goto(format!("file://{}", file.display()))
        .await?;
    works(visitor).await?;
    for (name, value) in [("support-url", "https://x.example/"), ("region", "malta")] {
        fill(visitor, name, value).await?;
    }
    let made = value(visitor, "lines").await?;
    ensure!(made.contains("region=\"malta\""), "{made}");
    visitor.press("phone").await?;
    let width = visitor
        .js("return document.querySelector('#preview iframe').offsetWidth")
        .await?;
    ensure!(width == json!(375), "as on a phone it is {width} wide");
    let preview = visitor.driver.find(By::Css("#preview iframe")).await?;
    // Firefox scrolls inside a frame, but not the page around it.
    preview.scroll_into_view().await?;
    preview.enter_frame().await?;
    from_begin_to_plan(visitor).await
}

async fn from_begin_to_plan(visitor: &Visitor) -> Result<()> {
    visitor.on("start").await?;
    visitor.skip_to_ideas().await?;
    let support = visitor
        .all(".referral [data-do=\"support\"]", "href")
        .await?;
    ensure!(
        support == ["https://x.example/"],
        "support is at {support:?}"
    );
    Ok(())
}
