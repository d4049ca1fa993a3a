//! Leave where something resists: the page, its exit, or a page around that may not be left.

use crate::leaving::{Way, answer, arrived, bare, go, page, serve};
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::Result;
use serde_json::json;

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!(
            "leave goes on where the page resists, and where its exit is no address",
            resisted
        ),
        test!(
            "leave inside a page that cannot be left blanks the guide",
            shut_in
        ),
    ]
}

async fn resisted(visitor: &mut Visitor) -> Result<()> {
    let resists = "<script>Element.prototype.replaceChildren = () => { throw new Error('old polyfill'); };\
        window.onbeforeunload = () => 'stay'; addEventListener('beforeunload', event => event.preventDefault());</script>";
    let page_that_resists = format!("{}{resists}", page("{origin}/exit.html"));
    visitor.serve(&[
        ("/resists.html", &page_that_resists),
        ("/wrong.html", &page("https://exa%mple.com:99999/")),
        ("/exit.html", "<title>Weather</title><p>weather</p>"),
    ])?;
    visitor.visit("/resists.html").await?;
    answer(visitor).await?;
    go(visitor, Way::Press).await?;
    arrived(visitor).await?;
    visitor.visit("/wrong.html").await?;
    answer(visitor).await?;
    go(visitor, Way::Press).await?;
    visitor
        .until("the default exit", || async {
            let at = visitor.driver.current_url().await?;
            Ok(at.as_str().contains("bbc.com")
                || at.scheme() == "chrome-error"
                || at.scheme() == "about")
        })
        .await
}

/// The page around refuses to be left: the guide is blank, and no answer is left in it.
async fn shut_in(visitor: &mut Visitor) -> Result<()> {
    serve(visitor)?;
    visitor.open("/shut.html").await?;
    visitor.driver.enter_frame(0).await?;
    visitor.enter().await?;
    visitor.on("start").await?;
    answer(visitor).await?;
    go(visitor, Way::Press).await?;
    visitor
        .until("the exit in the frame", || async {
            // WebKit lets the page around be left all the same: then there is no frame any more.
            visitor.driver.enter_default_frame().await?;
            let _ = visitor.driver.enter_frame(0).await;
            Ok(visitor.js("return document.body?.innerText ?? ''").await? == "weather")
        })
        .await?;
    // A bare frame that may not leave: it says what is left to do.
    let refused = bare().replace(" allow-top-navigation-by-user-activation", "");
    visitor.serve(&[("/bare.html", &refused)])?;
    visitor.open("/bare.html").await?;
    visitor.driver.enter_frame(0).await?;
    visitor.on("start").await?;
    answer(visitor).await?;
    visitor.press("leave").await?;
    visitor
        .until("the frame to be blank", || async {
            let left = "return [document.body.innerText.trim(), document.querySelectorAll('input:checked').length]";
            Ok(visitor.js(left).await? == json!(["You can close this tab now.", 0]))
        })
        .await
}
