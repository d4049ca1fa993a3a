//! Attributes that nobody would write: whatever stands on the element, the frame is the same and the link to support stands.

use crate::elements::{Element, elements};
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Context, Result, ensure};
use serde_json::json;

pub fn tests() -> Vec<(String, Test)> {
    vec![test!(
        "any attributes leave the frame as it is",
        any_attributes
    )]
}

/// The same elements each time; the frame is looked at from the page around, and inside five of them the guide starts.
async fn any_attributes(visitor: &mut Visitor) -> Result<()> {
    let elements = elements();
    let started: Vec<_> = elements
        .iter()
        .filter(|element| element.lang() == "en")
        .step_by(20)
        .take(5)
        .collect();
    let mut pages: Vec<_> = started
        .iter()
        .enumerate()
        .map(|(number, element)| (format!("/{number}.html"), page(&element.markup())))
        .collect();
    pages.push(("/page.html".to_owned(), page("")));
    let pages: Vec<_> = pages
        .iter()
        .map(|(path, html)| (path.as_str(), html.as_str()))
        .collect();
    visitor.serve(&pages)?;
    visitor.open("/page.html").await?;
    let markup: Vec<_> = elements.iter().map(Element::markup).collect();
    let seen = visitor
        .driver
        .execute(LOOK, vec![json!(markup)])
        .await?
        .json()
        .clone();
    let seen = seen.as_array().context("a list")?;
    ensure!(seen.len() == elements.len());
    for (element, seen) in elements.iter().zip(seen) {
        let expected = element.expected(&visitor.server.address);
        for (what, expected) in expected.as_object().into_iter().flatten() {
            let seen = &seen[what];
            ensure!(
                seen == expected,
                "{}\n{what} is {seen}\nnot {expected}",
                element.markup()
            );
        }
    }
    no_error(visitor).await?;
    for number in 0..started.len() {
        visitor.open(&format!("/{number}.html")).await?;
        visitor.enter().await?;
        starts(visitor).await?;
        visitor.driver.enter_default_frame().await?;
        no_error(visitor).await?;
    }
    Ok(())
}

async fn starts(visitor: &Visitor) -> Result<()> {
    visitor
        .until("the guide", || async {
            Ok(["start", "help"].contains(&visitor.screen().await?.as_str()))
        })
        .await?;
    if visitor.screen().await? == "start" {
        visitor.press("begin").await?;
        visitor.on("question-when").await?;
    }
    Ok(())
}

async fn no_error(visitor: &Visitor) -> Result<()> {
    let errors = visitor.js("return window.errors").await?;
    ensure!(errors == json!([]), "errors: {errors}");
    Ok(())
}

fn page(markup: &str) -> String {
    format!(
        "<!doctype html><meta charset=\"utf-8\"><title>A page</title><script>window.errors = [];\
        for (const kind of ['error', 'unhandledrejection']) addEventListener(kind, event => errors.push(String(event.message || event.reason)));\
        </script><script src=\"aftercare-guide.js\" defer></script>{markup}"
    )
}

/// Puts each element on the page, looks at what stands in it, and takes it away.
const LOOK: &str = "
    const place = document.body.appendChild(document.createElement('div'));
    const look = markup => {
      place.innerHTML = markup;
      const root = place.firstElementChild.shadowRoot;
      const frames = root.querySelectorAll('iframe');
      const { frame = frames[0], src = new URL(frame.src) } = {};
      const height = root.querySelector('.whole').style.getPropertyValue('--height');
      const seen = {
        elements: place.childElementCount,
        frames: frames.length,
        attributes: frame.getAttributeNames().sort(),
        sandbox: frame.getAttribute('sandbox'),
        referrerpolicy: frame.getAttribute('referrerpolicy'),
        allow: frame.getAttribute('allow'),
        file: src.origin + src.pathname + src.search,
        settings: Object.fromEntries(new URLSearchParams(src.hash.slice(1))),
        support: root.querySelector('.support a')?.href ?? null,
        height: CSS.supports('height', height) && height,
      };
      place.replaceChildren();
      return seen;
    };
    return arguments[0].map(look);
";
