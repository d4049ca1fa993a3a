//! Hosts as they are: headers that fight, headers that help, another address. The values are those of `src/docs/hosting.md`.

use crate::pages::{host, nothing_shifted};
use crate::support::root;
use crate::visitor::Visitor;
use crate::{Test, test};
use anyhow::{Context, Result, ensure};
use serde_json::json;
use xtask::server::{Server, Site};

pub fn tests() -> Vec<(String, Test)> {
    vec![
        test!(
            "a host that names another charset breaks no letter",
            other_charset
        ),
        test!("a plain host that names no charset runs it too", no_charset),
        test!(
            "whatever a host sends in place of the guide, the link to support stands",
            something_else
        ),
        test!(
            "with the recommended headers the guide runs to its end, and can be left",
            recommended
        ),
        test!(
            "under a strict policy for every file the documented line lets the guide run",
            strict_host
        ),
        test!(
            "trusted types on the page do not stop the guide",
            trusted_types
        ),
        test!("the two files may stand on another address", other_address),
        test!(
            "the page of one's own runs to its end under the headers beside it",
            own_page
        ),
    ]
}

const PAGE: &str = "<!doctype html><title>A page</title><script src=\"aftercare-guide.js\" defer></script>\
    <aftercare-guide style=\"display:block;min-height:640px\" region=\"malta\" exit-url=\"{origin}/exit.html\">\
    <a href=\"support.html\">Talk with Mira</a></aftercare-guide>";

fn header(end: &str, name: &str, value: &str) -> (String, String, String) {
    (end.to_owned(), name.to_owned(), value.to_owned())
}

/// The headers for the guide file, as the owner reads them.
fn documented() -> Result<Vec<(String, String, String)>> {
    let text = std::fs::read_to_string(root().join("src/docs/hosting.md"))?;
    let block = text.split("```").nth(1).context("the block of headers")?;
    let headers: Vec<_> = block
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| header("guide.en.html", name, value))
        .collect();
    ensure!(headers.len() == 3, "{headers:?}");
    for (_, name, value) in &headers {
        let said = text.matches(value.as_str()).count();
        ensure!(
            said >= 4 && text.matches(name.as_str()).count() >= 4,
            "`{name}: {value}` differs between hosts"
        );
    }
    Ok(headers)
}

/// From the start to the ideas.
async fn runs(visitor: &Visitor) -> Result<()> {
    visitor.on("start").await?;
    visitor.skip_to_ideas().await
}

async fn other_charset(visitor: &mut Visitor) -> Result<()> {
    let latin = [header(
        ".html",
        "Content-Type",
        "text/html; charset=iso-8859-1",
    )];
    visitor.serve_with(&[("/page.html", PAGE)], &latin)?;
    visitor.visit("/page.html").await?;
    let letters = visitor
        .js("return [document.characterSet, document.body.innerHTML.includes('“'), document.body.innerHTML.includes('â€')]")
        .await?;
    ensure!(letters == json!(["UTF-8", true, false]), "{letters}");
    runs(visitor).await
}

async fn no_charset(visitor: &mut Visitor) -> Result<()> {
    let plain = [header(".html", "Content-Type", "text/html")];
    visitor.serve_with(&[("/page.html", &host("", ""))], &plain)?;
    visitor.visit("/page.html").await?;
    runs(visitor).await?;
    nothing_shifted(visitor).await
}

/// The name of a header and its value, with the guide file: none of these lets a frame show the guide.
const IN_THE_WAY: [(&str, &str); 4] = [
    ("Content-Type", ""),
    ("Content-Type", "text/plain"),
    ("Content-Disposition", "attachment"),
    ("X-Frame-Options", "DENY"),
];

/// Headers in the way; a page that shuts out all frames that do not agree; the host's own page for any address it does not know.
async fn something_else(visitor: &mut Visitor) -> Result<()> {
    let page = host("", "region=\"malta\"");
    for (name, value) in IN_THE_WAY {
        let headers = [header("guide.en.html", name, value)];
        visitor.serve_with(&[("/page.html", &page)], &headers)?;
        link_stands(visitor).await?;
    }
    let isolated = [
        header("page.html", "Cross-Origin-Embedder-Policy", "require-corp"),
        header("page.html", "Cross-Origin-Opener-Policy", "same-origin"),
    ];
    visitor.serve_with(&[("/page.html", &page)], &isolated)?;
    link_stands(visitor).await?;
    visitor.serve(&[("/page.html", &page), ("/guide.en.html", &page)])?;
    link_stands(visitor).await
}

/// The guide was asked for and is not shown; what stands inside the element still is.
async fn link_stands(visitor: &Visitor) -> Result<()> {
    visitor.open("/page.html").await?;
    visitor
        .until("the guide to be asked for", || async {
            let requests = visitor.requests();
            Ok(requests
                .iter()
                .any(|request| request.path == "/guide.en.html"))
        })
        .await?;
    let stands = "const guide = document.querySelector('aftercare-guide');\
        const shown = element => element.checkVisibility({ visibilityProperty: true });\
        return [shown(guide.querySelector('a')), shown(guide.shadowRoot.querySelector('iframe'))]";
    let stands = visitor.js(stands).await?;
    ensure!(
        stands == json!([true, false]),
        "link and frame are {stands}"
    );
    nothing_shifted(visitor).await
}

async fn recommended(visitor: &mut Visitor) -> Result<()> {
    let pages = [
        ("/page.html", PAGE),
        ("/exit.html", "<title>Weather</title>"),
    ];
    visitor.serve_with(&pages, &documented()?)?;
    visitor.visit("/page.html").await?;
    runs(visitor).await?;
    let _ = visitor.press("leave").await;
    visitor.driver.enter_default_frame().await?;
    visitor
        .until("the exit", || async {
            Ok(visitor.driver.current_url().await?.path() == "/exit.html")
        })
        .await?;
    // A script that strips the attribute has no power over the header.
    let stripped = "<title>x</title><iframe width=600 height=600 src=\"guide.en.html\"></iframe>";
    visitor.serve_with(&[("/page.html", stripped)], &documented()?)?;
    visitor.open("/page.html").await?;
    visitor.driver.enter_frame(0).await?;
    visitor.on("start").await?;
    visitor.driver.enter_default_frame().await?;
    let reached = visitor
        .js("return document.querySelector('iframe').contentDocument")
        .await?;
    ensure!(reached.is_null(), "the page reads the frame");
    Ok(())
}

async fn strict_host(visitor: &mut Visitor) -> Result<()> {
    let strict = header(".html", "Content-Security-Policy", "default-src 'self'");
    visitor.serve_with(&[("/page.html", PAGE)], std::slice::from_ref(&strict))?;
    visitor.open("/page.html").await?;
    let stands = "const link = document.querySelector('aftercare-guide a');\
        return !!document.querySelector('aftercare-guide').shadowRoot && link.checkVisibility({ visibilityProperty: true })";
    visitor
        .until("the link to support", || async {
            Ok(visitor.js(stands).await? == json!(true))
        })
        .await?;
    let mut headers = vec![strict];
    headers.extend(documented()?);
    visitor.serve_with(&[("/page.html", PAGE)], &headers)?;
    visitor.visit("/page.html").await?;
    runs(visitor).await
}

async fn trusted_types(visitor: &mut Visitor) -> Result<()> {
    let trusted = "require-trusted-types-for 'script'; trusted-types 'none'";
    let headers = [header("page.html", "Content-Security-Policy", trusted)];
    visitor.serve_with(&[("/page.html", PAGE)], &headers)?;
    visitor.visit("/page.html").await?;
    runs(visitor).await
}

async fn other_address(visitor: &mut Visitor) -> Result<()> {
    let elsewhere = Server::start(0, |_| Site {
        folder: root().join("dist"),
        ..Site::default()
    })?;
    // Another name for the same machine is another site.
    let address = elsewhere.address.replace("127.0.0.1", "localhost");
    let page = PAGE.replace(
        "src=\"aftercare-guide.js\"",
        &format!("src=\"{address}/aftercare-guide.js\""),
    );
    visitor.serve(&[("/page.html", &page)])?;
    visitor.visit("/page.html").await?;
    runs(visitor).await?;
    let asked: Vec<_> = elsewhere
        .requests()
        .into_iter()
        .map(|request| request.path)
        .collect();
    ensure!(
        asked.contains(&"/guide.en.html".to_owned()),
        "asked of the other address: {asked:?}"
    );
    Ok(())
}

async fn own_page(visitor: &mut Visitor) -> Result<()> {
    let page = std::fs::read_to_string(root().join("src/docs/page-of-your-own.html"))?;
    let page = page.replace("https://your-site.example/contact", "{origin}/support.html");
    visitor.serve_with(&[("/own.html", &page)], &documented()?)?;
    visitor.visit("/own.html").await?;
    runs(visitor).await?;
    let links = visitor.all("main .referral a, main a", "href").await?;
    let support = format!("{}/support.html", visitor.server.address);
    ensure!(links.contains(&support), "{support} is not among {links:?}");
    Ok(())
}
