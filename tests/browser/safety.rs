//! Help and safety pages in a browser: what is in view at once, where links lead, and that nothing around tells of it.

use crate::stills::stills;
use crate::support::guide;
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!(
            "the first number and the washing choice are in view on a phone, in every region",
            in_view
        ),
        test!(
            "a link on a safety page leads down the page and leaves no trace",
            jump
        ),
        test!(
            "start=\"help\" opens help, and the region can be switched",
            start_with_help
        ),
        test!(
            "a safety page that was read can become the answer",
            read_then_answer
        ),
        test!(
            "an injury leads to comforts, and back to its page",
            comforts
        ),
        test!(
            "title, address and history tell nothing on any screen",
            discreet
        ),
    ]
}

/// Decision 5, at 390 by 844: every phone on one page.
async fn in_view(visitor: &mut Visitor) -> Result<()> {
    let stills = stills(&guide())?;
    let wanted = ["safety_unwanted", "safety_unsure"];
    let mut pages = Vec::new();
    for (id, regions) in &stills {
        let regions = regions.iter().filter(|_| wanted.contains(&id.as_str()));
        pages.extend(regions.map(|(region, html)| (format!("/{id}-{region}.html"), html.as_str())));
    }
    ensure!(pages.len() == 20, "{} pages", pages.len());
    let phone = |(path, _): &(String, _)| {
        format!("<iframe width=390 height=844 style=\"border:0\" src=\"{path}\"></iframe>")
    };
    let phones: String = pages.iter().map(phone).collect();
    let mut served = vec![("/phones.html", phones.as_str())];
    served.extend(pages.iter().map(|(path, html)| (path.as_str(), *html)));
    visitor.serve(&served)?;
    visitor.open("/phones.html").await?;
    let seen: Vec<(String, i64, Vec<i64>)> = serde_json::from_value(visitor.js(BOTTOMS).await?)?;
    ensure!(seen.len() == 20, "{} phones", seen.len());
    for (name, height, bottoms) in seen {
        ensure!(
            height == 844 && bottoms.iter().all(|bottom| *bottom <= 844),
            "{name}: {bottoms:?} on {height}"
        );
    }
    Ok(())
}

/// Of every phone: what it shows, its height, and where the first numbers and the washing choice end.
const BOTTOMS: &str = "const wanted = ['.danger a[href^=\"tel:\"]', '.danger ~ .services a', '[data-do=jump]'];
    return [...document.querySelectorAll('iframe')].map(({ src, contentWindow: phone }) => {
      const bottom = selector => Math.round(phone.document.querySelector(selector)?.getBoundingClientRect().bottom ?? 9999);
      return [src, phone.innerHeight, wanted.map(bottom)];
    });";

/// From the start to a safety page.
async fn safety_page(visitor: &Visitor, answer: &str) -> Result<()> {
    visitor.press("begin").await?;
    visitor.on("question-when").await?;
    visitor.pick("when", "today").await?;
    visitor.press("continue").await?;
    visitor.on("question-check").await?;
    visitor.pick("check", answer).await?;
    visitor.press("continue").await?;
    visitor.on(&format!("safety safety_{answer}")).await
}

async fn jump(visitor: &mut Visitor) -> Result<()> {
    visitor.visit("/index.html").await?;
    safety_page(visitor, "unwanted").await?;
    let before = visitor.js("return [location.href, history.length]").await?;
    visitor.press("jump").await?;
    let there = "const at = document.activeElement.getBoundingClientRect();\
        return [document.activeElement.textContent.trim(), at.top >= 0 && at.bottom <= innerHeight && at.top >= document.querySelector('.bar').offsetHeight]";
    visitor
        .until("focus on the heading", || async {
            Ok(visitor.js(there).await? == json!(["Before you wash", true]))
        })
        .await?;
    ensure!(
        visitor.js("return [location.href, history.length]").await? == before,
        "the address tells of it"
    );
    Ok(())
}

async fn start_with_help(visitor: &mut Visitor) -> Result<()> {
    let page = "<title>x</title><script src=\"aftercare-guide.js\" defer></script>\
        <aftercare-guide region=\"scotland\" start=\"help\"><a href=\"support.html\">Talk</a></aftercare-guide>";
    visitor.serve(&[("/page.html", page)])?;
    visitor.open("/page.html").await?;
    visitor.enter().await?;
    visitor.on("help").await?;
    let first = "return document.querySelector('#guide .services a').getAttribute('href')";
    ensure!(
        visitor.js(first).await? == "tel:999",
        "the first number is {}",
        visitor.js(first).await?
    );
    visitor.click("#guide .regions summary").await?;
    visitor.click("[data-region=\"usa\"]").await?;
    visitor
        .until("the numbers of the other region", || async {
            Ok(visitor.js(first).await? == "tel:911")
        })
        .await?;
    visitor.press("back").await?;
    visitor.on("start").await
}

async fn read_then_answer(visitor: &mut Visitor) -> Result<()> {
    visitor.visit("/index.html").await?;
    visitor.skip_to_ideas().await?;
    visitor.press("soft").await?;
    visitor.on("reading safety_unwanted").await?;
    visitor.press("answer").await?;
    visitor.on("question-check").await?;
    visitor.pick("check", "unwanted").await?;
    visitor.press("continue").await?;
    visitor.on("safety safety_unwanted").await
}

async fn comforts(visitor: &mut Visitor) -> Result<()> {
    visitor.visit("/index.html").await?;
    safety_page(visitor, "hurt").await?;
    visitor.press("comforts").await?;
    visitor.on("comfort").await?;
    let ideas = visitor.all("main [data-idea]", "data-idea").await?;
    ensure!(
        ideas.contains(&"senses".to_owned()) && ideas.contains(&"kind_sentence".to_owned()),
        "shows {ideas:?}"
    );
    visitor.press("back").await?;
    visitor.on("safety safety_hurt").await?;
    visitor.press("go-on").await?;
    visitor.on("question-who").await
}

/// What the browser shows and keeps of a page (spec 5.2), and that nothing moves or sounds.
async fn discreet(visitor: &mut Visitor) -> Result<()> {
    let page = "<title>Talks</title><script src=\"aftercare-guide.js\" defer></script>\
        <aftercare-guide region=\"malta\"><a href=\"support.html\">Talk</a></aftercare-guide>";
    visitor.serve(&[("/page.html", page)])?;
    visitor.visit("/page.html").await?;
    let outside = around(visitor).await?;
    let inside = telling(visitor).await?;
    ensure!(inside[0] == "A short guide", "the title is {}", inside[0]);
    safety_page(visitor, "dark").await?;
    for (press, screen) in [
        ("comfort", "comfort"),
        ("help", "help"),
        ("back", "comfort"),
        ("review", "review"),
    ] {
        ensure!(
            telling(visitor).await? == inside,
            "{screen}: {}",
            telling(visitor).await?
        );
        let moving = visitor
            .js("return document.getAnimations().length + document.querySelectorAll('audio, video, img, svg').length\
                + [...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).transitionDuration) > 0).length")
            .await?;
        ensure!(moving == 0, "{screen}: {moving} things move, sound or show");
        visitor.press(press).await?;
        visitor.on(screen).await?;
    }
    ensure!(
        around(visitor).await? == outside,
        "the page around tells: {}",
        around(visitor).await?
    );
    Ok(())
}

async fn telling(visitor: &Visitor) -> Result<Value> {
    visitor
        .js("return [document.title, location.href, history.length]")
        .await
}

/// The page around, seen from itself; comes back into the guide.
async fn around(visitor: &Visitor) -> Result<Value> {
    visitor.driver.enter_default_frame().await?;
    let seen = visitor
        .js("const frame = document.querySelector('aftercare-guide').shadowRoot.querySelector('iframe');\
            return [document.title, location.href, history.length, frame.title, frame.src]")
        .await?;
    let frame =
        "return document.querySelector('aftercare-guide').shadowRoot.querySelector('iframe')";
    let frame = visitor.driver.execute(frame, Vec::new()).await?.element()?;
    frame.enter_frame().await.context("back into the guide")?;
    Ok(seen)
}
