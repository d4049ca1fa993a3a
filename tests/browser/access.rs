//! Every kind of screen, looked at by axe.

use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use xtask::release;
use xtask::setup::Places;

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!("axe finds nothing on any kind of screen", every_screen),
        test!("axe finds nothing on the host page", host_page),
        test!(
            "axe finds nothing on the pages for owners, and they fit a phone",
            for_owners
        ),
    ]
}

async fn every_screen(visitor: &mut Visitor) -> Result<()> {
    visitor.visit("/index.html").await?;
    axe(visitor).await?;
    for (press, screen) in [("help", "help"), ("under18", "under18")] {
        go(visitor, press, screen).await?;
    }
    go_back(visitor, "help").await?;
    go_back(visitor, "start").await?;
    for (press, screen) in [("about", "about"), ("all-ideas", "menu")] {
        go(visitor, press, screen).await?;
        go_back(visitor, "start").await?;
    }
    go(visitor, "begin", "question-when").await?;
    visitor.press("skip").await?;
    visitor.on("question-check").await?;
    for option in ["unwanted", "unsafe", "hurt", "exposure", "dark"] {
        visitor.pick("check", option).await?;
    }
    axe(visitor).await?;
    go(
        visitor,
        "continue",
        "safety safety_dark safety_hurt safety_unwanted safety_unsafe safety_exposure",
    )
    .await?;
    go(visitor, "comfort", "comfort").await?;
    go(visitor, "review", "review").await?;
    go_back(visitor, "comfort").await?;
    visitor.press("clear").await?;
    visitor.on("start").await?;
    go(visitor, "begin", "question-when").await?;
    for screen in ["question-check", "question-who"] {
        visitor.press("skip").await?;
        visitor.on(screen).await?;
    }
    go(visitor, "show-ideas", "plan").await?;
    visitor
        .js("document.querySelectorAll('details').forEach(details => { details.open = true; })")
        .await?;
    axe(visitor).await
}

async fn go(visitor: &Visitor, press: &str, screen: &str) -> Result<()> {
    visitor.press(press).await?;
    visitor.on(screen).await?;
    axe(visitor)
        .await
        .with_context(|| format!("on the screen `{screen}`"))
}

async fn go_back(visitor: &Visitor, screen: &str) -> Result<()> {
    visitor.press("back").await?;
    visitor.on(screen).await
}

async fn host_page(visitor: &mut Visitor) -> Result<()> {
    visitor.visit("/index.html").await?;
    visitor.driver.enter_default_frame().await?;
    axe(visitor).await
}

async fn for_owners(visitor: &mut Visitor) -> Result<()> {
    let root = Places::new().root;
    let files = release::files(&root, &root.join("dist"), Some("Draft."))?;
    let pages = files.iter().filter(|(path, _)| {
        path.ends_with(".html") && !path.starts_with("dist/") && !path.starts_with("page-of-")
    });
    let axe_in_it = format!("<script>{}</script>", source()?);
    let pages = pages.map(|(path, bytes)| {
        let page = format!("{}{axe_in_it}", std::str::from_utf8(bytes)?);
        Ok((format!("/{path}"), page))
    });
    let pages: Vec<_> = pages.collect::<Result<_>>()?;
    let paths: Vec<_> = pages.iter().map(|(path, _)| path.as_str()).collect();
    let frame = |path: &&str| format!("<iframe width=320 height=600 src=\"{path}\"></iframe>");
    let narrow: String = paths.iter().map(frame).collect();
    let mut served: Vec<_> = pages
        .iter()
        .map(|(path, page)| (path.as_str(), page.as_str()))
        .collect();
    served.push(("/narrow.html", &narrow));
    visitor.serve(&served)?;
    for path in &paths {
        visitor.open(path).await?;
        axe(visitor).await.with_context(|| (*path).to_owned())?;
    }
    visitor.open("/narrow.html").await?;
    let wide = "return [...document.querySelectorAll('iframe')]\
        .filter(frame => frame.contentDocument.documentElement.scrollWidth > frame.clientWidth).map(frame => frame.src)";
    let wide = visitor.js(wide).await?;
    ensure!(
        paths.len() >= 7 && wide == serde_json::json!([]),
        "wider than a phone: {wide}"
    );
    Ok(())
}

/// All rules of WCAG 2.2 A and AA, and axe's best practices; axe is brought along where the page has it not.
pub async fn axe(visitor: &Visitor) -> Result<()> {
    if visitor.js("return !window.axe").await? == json!(true) {
        visitor.js(&source()?).await?;
    }
    let found = found(visitor, json!({})).await?;
    ensure!(found.is_empty(), "axe:\n{found}");
    Ok(())
}

/// axe-core, as a script.
pub fn source() -> Result<String> {
    std::fs::read_to_string(Places::new().axe())
        .context("axe-core is missing: run `cargo xtask test`")
}

/// What axe finds on a page that has it, a rule after the other.
pub async fn found(visitor: &Visitor, only: Value) -> Result<String> {
    let run = "const [only, done] = arguments;\
        const brief = rule => `${rule.id}: ${rule.help}\\n  ${rule.nodes.map(node => node.html).join('\\n  ')}`;\
        axe.run(document, { ...only, iframes: false, resultTypes: ['violations'] })\
            .then(found => done(found.violations.map(brief).join('\\n')), error => done(String(error)));";
    let found = visitor.driver.execute_async(run, vec![only]).await?;
    Ok(found
        .json()
        .as_str()
        .unwrap_or("axe did not answer")
        .to_owned())
}
