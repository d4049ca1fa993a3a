//! Links that hand over to another program, and the promise that they are the same for everyone.

use crate::support::{Journey, journeys};
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Result, ensure};
use serde_json::json;
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
    visitor
        .until("the press to be seen", || async {
            let pressed = visitor.js("return document.body.dataset.pressed").await?;
            Ok(pressed == format!("{scheme} false"))
        })
        .await?;
    ensure!(visitor.screen().await? == screen, "the guide went away");
    ensure!(visitor.driver.windows().await?.len() == 1, "a tab opened");
    Ok(())
}

/// Ticks these options, as a click does.
const PICK: &str = "for (const id of arguments[0]) document.getElementById(id).click();";

/// Goes on from a screen by the first of its ways; the links on it to anything but support.
const GO_ON: &str = "const links = [...document.querySelectorAll('#guide a:not([data-do=support])')].map(link => link.getAttribute('href'));
    document.querySelector('#guide :is([data-do=comfort], [data-do=go-on], [data-do=continue])').click();
    return links;";

/// Walks every journey in one visit, and compares the links of all screens with those known before the first answer. By script:
/// the journeys themselves are clicked through elsewhere.
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
        let last = to_the_last_screen(visitor, &journey, &fixed).await?;
        support.extend(visitor.all("#guide a[data-do=\"support\"]", "href").await?);
        let clear = visitor.all("[data-do=\"clear\"]", "type").await?;
        if clear.is_empty() {
            visitor.press("back").await?;
            visitor.past(&last).await?;
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

/// Answers until there is no question left, past screens that have no link of their own; the name of the last one.
async fn to_the_last_screen(
    visitor: &Visitor,
    journey: &Journey,
    fixed: &BTreeSet<String>,
) -> Result<String> {
    let mut screen = visitor.past("start").await?;
    while screen.starts_with("question-") || screen.starts_with("safety ") {
        if let Some(question) = screen.strip_prefix("question-") {
            let options = journey.options(question).into_iter();
            let ids: Vec<_> = options
                .map(|option| format!("{question}.{option}"))
                .collect();
            visitor.driver.execute(PICK, vec![json!(ids)]).await?;
        }
        let known: BTreeSet<String> = serde_json::from_value(visitor.js(GO_ON).await?)?;
        ensure!(
            known.is_subset(fixed),
            "{}: {screen} has links of its own: {known:?}",
            journey.id
        );
        screen = visitor.past(&screen).await?;
    }
    Ok(screen)
}
