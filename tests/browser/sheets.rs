//! Sheets for people to read and sign, as they are printed.

use crate::paper::{SIZES, printed};
use crate::support::root;
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Result, ensure};
use xtask::review;

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!("what visitors see is two pages", two_pages),
        test!("each region's sheet is one or two pages", region_sheets),
        test!(
            "the review sheet prints whole, signature and all",
            whole_sheet
        ),
        test!("no word of the picture leaves its box", boxes_hold),
    ]
}

/// Each sheet of these kinds in a folder, printed on each paper: its name, how many pages, their text.
async fn printed_of(
    visitor: &mut Visitor,
    content: &str,
    kind: &str,
) -> Result<Vec<(String, usize, String)>> {
    let mut found = Vec::new();
    for (name, html) in review::sheets(&root().join(content))? {
        if !name.starts_with(kind) {
            continue;
        }
        visitor.serve(&[("/sheet.html", &html)])?;
        visitor.open("/sheet.html").await?;
        for size in SIZES {
            let (pages, text) = printed(visitor, size).await?;
            found.push((format!("{content}, {name} on {}", size.0), pages, text));
        }
    }
    ensure!(!found.is_empty(), "no sheet {kind} in {content}");
    Ok(found)
}

async fn two_pages(visitor: &mut Visitor) -> Result<()> {
    for content in ["src/content", "tests/guides/sleep"] {
        for (name, pages, text) in printed_of(visitor, content, "visitors").await? {
            ensure!(pages == 2, "{name}: {pages} pages\n{text}");
        }
    }
    Ok(())
}

async fn region_sheets(visitor: &mut Visitor) -> Result<()> {
    for (name, pages, text) in printed_of(visitor, "src/content", "region").await? {
        ensure!(pages <= 2, "{name}: {pages} pages");
        ensure!(
            text.contains("Signature"),
            "{name}: no place to sign\n{text}"
        );
    }
    Ok(())
}

async fn whole_sheet(visitor: &mut Visitor) -> Result<()> {
    for (name, pages, text) in printed_of(visitor, "src/content", "review").await? {
        ensure!(pages > 20, "{name}: {pages} pages");
        let chapters = ["1. The flow", "6. Ideas", "11. Signature"];
        let places = chapters.map(|chapter| text.rfind(chapter));
        ensure!(
            places[0].is_some() && places.is_sorted(),
            "{name}: chapters are missing or out of order"
        );
    }
    Ok(())
}

/// In every guide, with the fonts of this machine: to the right of each line of text its box goes on.
async fn boxes_hold(visitor: &mut Visitor) -> Result<()> {
    for content in ["src/content", "tests/guides/sleep"] {
        let (_, svg) = review::graph(&root().join(content))?;
        visitor.serve(&[(
            "/sheet.html",
            &format!("<!doctype html><title>-</title>{svg}"),
        )])?;
        visitor.open("/sheet.html").await?;
        let out = visitor.js(OUT_OF_THEIR_BOX).await?;
        let (out, seen) = (&out[0], out[1].as_u64().unwrap_or(0));
        ensure!(seen > 20, "{content}: only {seen} lines of text");
        ensure!(
            out.as_array().is_some_and(Vec::is_empty),
            "{content}: {out}"
        );
    }
    Ok(())
}

/// The lines that are wider than their box, and how many lines there are.
const OUT_OF_THEIR_BOX: &str = "
    const texts = [...document.querySelectorAll('svg g g text')];
    const box = text => text.parentNode.querySelector('rect') ?? document.querySelector('svg rect');
    const right = shape => shape.getBBox().x + shape.getBBox().width;
    return [texts.filter(text => right(text) > right(box(text))).map(text => text.textContent), texts.length];";
