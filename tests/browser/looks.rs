//! The owner's looks: whatever colour is given, the guide can be read, and it is there before the guide runs.

use crate::pages::host;
use crate::support::contrast::contrast;
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::collections::BTreeMap;

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!("any colour of the owner can be read", any_colour),
        test!(
            "what is no colour or no theme is named, and the guide's own stand",
            no_colour
        ),
    ]
}

/// What only Chromium can be asked: to be in the dark.
pub fn dark_tests() -> Vec<(String, Test)> {
    vec![test!(
        "any colour of the owner can be read at night",
        at_night
    )]
}

/// Pale, dark, loud, and one that is right as it stands.
const COLOURS: [&str; 7] = [
    "#ffe34d", "#ffffff", "#000000", "#808080", "#00ff00", "#0000ff", "#2f5d73",
];

const TOKENS: &str = "const style = getComputedStyle(document.documentElement);\
    return Object.fromEntries(['accent', 'on-accent', 'paper', 'card', 'tint'].map(name => [name, style.getPropertyValue(`--${name}`).trim()]))";

async fn any_colour(visitor: &mut Visitor) -> Result<()> {
    for theme in ["", "slate"] {
        for colour in COLOURS {
            let attributes = format!("accent=\"{colour}\" theme=\"{theme}\"");
            let tokens = coloured(visitor, &attributes).await?;
            can_be_read(colour, &tokens)?;
            ensure!(
                colour != "#2f5d73" || tokens["accent"] == colour,
                "a good colour was changed: {tokens:?}"
            );
        }
    }
    Ok(())
}

async fn at_night(visitor: &mut Visitor) -> Result<()> {
    visitor.at_night().await?;
    let mut papers = Vec::new();
    for colour in COLOURS {
        let tokens = coloured(visitor, &format!("accent=\"{colour}\"")).await?;
        can_be_read(colour, &tokens)?;
        papers.push(tokens["paper"].clone());
    }
    ensure!(
        papers.iter().all(|paper| contrast(paper, "#ffffff") > 10.0),
        "it is not dark: {papers:?}"
    );
    Ok(())
}

async fn no_colour(visitor: &mut Visitor) -> Result<()> {
    let own = tokens(visitor, "").await?;
    for wrong in [
        "red",
        "#fff",
        "#12345g",
        "url(x)",
        "#000000;--paper:#000000",
        "",
    ] {
        let tokens = tokens(visitor, &format!("accent=\"{wrong}\" theme=\"nowhere\"")).await?;
        ensure!(tokens == own, "`{wrong}` changed the looks: {tokens:?}");
    }
    Ok(())
}

type Tokens = BTreeMap<String, String>;

/// The looks of a guide on a page with these attributes.
async fn tokens(visitor: &mut Visitor, attributes: &str) -> Result<Tokens> {
    open(visitor, attributes).await?;
    read(visitor).await
}

/// As [`tokens`], once the owner's colour is there: Firefox needs a moment to know what it stands on.
async fn coloured(visitor: &mut Visitor, attributes: &str) -> Result<Tokens> {
    open(visitor, attributes).await?;
    let there = "return document.documentElement.style.getPropertyValue('--on-accent') !== ''";
    visitor
        .until("the owner's colour", || async {
            Ok(visitor.js(there).await? == json!(true))
        })
        .await?;
    read(visitor).await
}

async fn open(visitor: &mut Visitor, attributes: &str) -> Result<()> {
    visitor.serve(&[("/page.html", &host("", attributes))])?;
    visitor.open("/page.html").await?;
    visitor.enter().await?;
    visitor
        .until("the frame to know its styles", || async {
            let paper = visitor.js(PAPER).await?;
            Ok(paper.as_str().is_some_and(|paper| !paper.is_empty()))
        })
        .await
}

const PAPER: &str =
    "return getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()";

async fn read(visitor: &Visitor) -> Result<Tokens> {
    serde_json::from_value(visitor.js(TOKENS).await?).context("the tokens")
}

fn can_be_read(colour: &str, tokens: &BTreeMap<String, String>) -> Result<()> {
    for (front, back) in [
        ("accent", "paper"),
        ("accent", "card"),
        ("accent", "tint"),
        ("on-accent", "accent"),
    ] {
        let found = contrast(&tokens[front], &tokens[back]);
        ensure!(
            found >= 4.5,
            "{colour}: {front} on {back} is {found:.2} : 1 in {tokens:?}"
        );
    }
    Ok(())
}
