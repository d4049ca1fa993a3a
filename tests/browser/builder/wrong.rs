//! What is wrong is said beside its field and in a list, and nothing is lost.

use super::form::{fill, open, text, value};
use crate::visitor::Visitor;
use anyhow::{Result, ensure};
use serde_json::{Value, json};

pub async fn wrong(visitor: &mut Visitor) -> Result<()> {
    open(visitor).await?;
    // Nothing is said before anything was filled in.
    ensure!(
        visitor
            .js("return document.getElementById('problems').hidden")
            .await?
            == json!(true)
    );
    for (name, given) in [
        ("support-url", "javascript:alert(1)"),
        ("accent", "red"),
        ("email", "mira at home"),
        ("height", "tall"),
    ] {
        fill(visitor, name, given).await?;
        let said = text(visitor, &format!("{name}-wrong")).await?;
        ensure!(
            said.contains(given) && said.len() > given.len() + 20,
            "{name}: “{said}”"
        );
        let described = format!(
            "const field = document.querySelector('[name=\"{name}\"]'); return [field.getAttribute('aria-describedby').includes('{name}-wrong'), field.getAttribute('aria-invalid'), field.value]"
        );
        let described = visitor.js(&described).await?;
        ensure!(
            described == json!([true, "true", given]),
            "{name}: {described}"
        );
    }
    copy(visitor, "return document.activeElement.id", "problems").await?;
    ensure!(value(visitor, "lines").await?.is_empty() && value(visitor, "frame").await?.is_empty());
    let list = "return [document.activeElement.id, [...document.querySelectorAll('#problems li a')].map(link => link.getAttribute('href'))]";
    let list = visitor.js(list).await?;
    let expected = ["#support-url", "#region", "#email", "#accent", "#height"];
    let mut links: Vec<_> = list[1]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    links.sort_unstable();
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    ensure!(
        list[0] == "problems" && links == expected,
        "the list: {list}"
    );
    visitor.click("#problems a[href=\"#accent\"]").await?;
    ensure!(visitor.js("return document.activeElement.id").await? == "accent");
    for (name, well) in [
        ("support-url", "https://x.example/"),
        ("region", "malta"),
        ("accent", "#2f5d73"),
        ("email", "mira@x.example"),
        ("height", "700"),
    ] {
        fill(visitor, name, well).await?;
    }
    ensure!(
        visitor
            .js("return document.getElementById('problems').hidden")
            .await?
            == json!(true)
    );
    let made = value(visitor, "lines").await?;
    ensure!(
        made.contains("min-height:700px") && made.contains("mira@x.example"),
        "{made}"
    );
    let said =
        "return document.querySelector('[data-from=\"lines\"] + [role=\"status\"]').textContent";
    copy(visitor, said, "Copied.").await
}

/// Presses “Copy the lines” until this script says so: WebKit may miss what moves while the preview starts again.
async fn copy(visitor: &Visitor, script: &str, says: &str) -> Result<()> {
    visitor
        .until(&format!("`{says}` after a press of Copy"), || async {
            visitor.click("[data-from=\"lines\"]").await?;
            Ok(visitor.js(script).await? == says)
        })
        .await
}
