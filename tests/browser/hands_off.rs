//! Links that hand over to another program, and the promise that they are the same for everyone.

use crate::support::journeys;
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Result, ensure};
use std::collections::BTreeSet;

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!("a number can be tapped inside the frame", telephone),
        test!(
            "a mail link to support opens no window and loses nothing",
            mail
        ),
        test!("every journey shows the same link to support", same_links),
    ]
}

const MAIL: &str = "<title>x</title><script src=\"aftercare-guide.js\" defer></script>\
    <aftercare-guide region=\"malta\"><a href=\"mailto:mira@example.org\">Write</a></aftercare-guide>";

/// A browser lets a test see this much: the press is not refused, the guide stands as it stood, no tab opens.
async fn telephone(visitor: &mut Visitor) -> Result<()> {
    visitor.visit("/index.html").await?;
    visitor.press("help").await?;
    visitor.on("help").await?;
    watch_presses(visitor).await?;
    visitor.click("#guide a[href^=\"tel:\"]").await?;
    handed_over(visitor, "tel:", "help").await
}

async fn mail(visitor: &mut Visitor) -> Result<()> {
    visitor.serve(&[("/mail.html", MAIL)])?;
    visitor.visit("/mail.html").await?;
    visitor.press("all-ideas").await?;
    visitor.on("menu").await?;
    watch_presses(visitor).await?;
    visitor.press("support").await?;
    handed_over(visitor, "mailto:", "menu").await
}

async fn watch_presses(visitor: &Visitor) -> Result<()> {
    let watch = "document.addEventListener('click', event => {\
        const link = event.target.closest('a');\
        document.body.dataset.pressed = `${link?.protocol} ${event.defaultPrevented}`; })";
    visitor.js(watch).await.map(|_| ())
}

async fn handed_over(visitor: &Visitor, scheme: &str, screen: &str) -> Result<()> {
    let pressed = visitor.js("return document.body.dataset.pressed").await?;
    ensure!(pressed == format!("{scheme} false"), "pressed: {pressed}");
    ensure!(visitor.screen().await? == screen, "the guide went away");
    ensure!(visitor.driver.windows().await?.len() == 1, "a tab opened");
    Ok(())
}

/// Walks every journey in one visit, and compares the links of all screens with those known before the first answer.
async fn same_links(visitor: &mut Visitor) -> Result<()> {
    visitor.visit("/index.html").await?;
    visitor.press("help").await?;
    visitor.on("help").await?;
    let fixed: BTreeSet<_> = visitor.all("#guide a", "href").await?.into_iter().collect();
    visitor.press("back").await?;
    visitor.on("start").await?;
    let mut support = BTreeSet::new();
    for journey in journeys() {
        visitor.press("begin").await?;
        let mut screen = visitor.past("start").await?;
        while screen.starts_with("question-") || screen.starts_with("safety ") {
            let question = screen.trim_start_matches("question-").to_owned();
            for option in journey.options(&question) {
                visitor.pick(&question, &option).await?;
            }
            let safety = screen.starts_with("safety ");
            let onward = if safety {
                "[data-do=\"comfort\"], [data-do=\"go-on\"]"
            } else {
                "[data-do=\"continue\"]"
            };
            let known: BTreeSet<_> = visitor
                .all("#guide a:not([data-do=\"support\"])", "href")
                .await?
                .into_iter()
                .collect();
            ensure!(
                known.is_subset(&fixed),
                "{}: {screen} has links of its own: {known:?}",
                journey.id
            );
            visitor.click(onward).await?;
            screen = visitor.past(&screen).await?;
        }
        support.extend(visitor.all("#guide a[data-do=\"support\"]", "href").await?);
        let clear = visitor.all("[data-do=\"clear\"]", "type").await?;
        if clear.is_empty() {
            visitor.press("back").await?;
            visitor.past(&screen).await?;
            visitor.visit("/index.html").await?;
        } else {
            visitor.press("clear").await?;
            visitor.on("start").await?;
        }
    }
    ensure!(
        support.len() == 1,
        "the link to support differs: {support:?}"
    );
    Ok(())
}
