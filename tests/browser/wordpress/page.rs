//! What visitors see who are not logged in.

use super::Site;
use super::editor::rendered;
use super::settings::MARKUP;
use crate::journeys;
use crate::passage::{Hand, from_begin_to_support, open_support};
use anyhow::{Result, ensure};
use serde_json::{Value, json};

/// What the element on the page says: its attributes, and its link.
const ELEMENT: &str = "const guide = document.querySelector('aftercare-guide'), link = guide.querySelector('a');
    return { ...Object.fromEntries([...guide.attributes].map(a => [a.name, a.value])), href: link.href, label: link.textContent,
      elements: guide.querySelectorAll('*').length, hacked: window.hacked ?? 0 }";

async fn element(site: &Site) -> Result<Value> {
    site.guest.js(ELEMENT).await
}

pub async fn journey(site: &Site) -> Result<()> {
    let guest = &site.guest;
    site.guest_opens("/?pagename=block").await?;
    let element = element(site).await?;
    ensure!(
        element["region"] == "ireland",
        "the block's own region: {element}"
    );
    ensure!(
        element["href"] == site.support(),
        "the link on the page: {element}"
    );
    ensure!(
        element["style"] == "display:block;min-height:700px",
        "{element}"
    );
    let inline = guest.js("return [...document.scripts].filter(e => !e.src && /aftercare/.test(e.textContent)).length").await?;
    ensure!(inline == json!(0), "a script of ours stands in the page");
    guest.enter().await?;
    guest.on("start").await?;
    site.picture(guest, "page.png").await?;
    let last =
        from_begin_to_support(guest, &journeys::journey("solo_guilty")?, Hand::Mouse).await?;
    ensure!(last == "plan", "the journey ends on {last}");
    told_nothing(site).await
}

/// Support was asked for once, and not told where from.
async fn told_nothing(site: &Site) -> Result<()> {
    let asked = site.guest.requests();
    let support: Vec<_> = asked
        .iter()
        .filter(|request| request.path.starts_with("/support.html"))
        .collect();
    ensure!(!support.is_empty(), "support was not asked for");
    for request in support {
        ensure!(
            !request.headers.contains_key("referer") && request.path == "/support.html",
            "it was told {request:?}"
        );
    }
    back_to_the_first_tab(site).await
}

async fn back_to_the_first_tab(site: &Site) -> Result<()> {
    let driver = &site.guest.driver;
    driver.close_window().await?;
    let first = driver.windows().await?.into_iter().next();
    if let Some(first) = first {
        driver.switch_to_window(first).await?;
    }
    Ok(())
}

pub async fn shortcode(site: &Site) -> Result<()> {
    let guest = &site.guest;
    site.guest_opens("/?pagename=shortcode").await?;
    let element = element(site).await?;
    let expected = [
        ("region", "malta"),
        ("who", MARKUP),
        ("label", "Talk with <Ada>"),
        ("accent", "#2f5d73"),
        ("email", "ada@counsellor.example"),
    ];
    for (name, value) in expected {
        ensure!(element[name] == value, "{name}: {element}");
    }
    guest.enter().await?;
    guest.on("start").await?;
    guest.skip_to_ideas().await?;
    let card = guest
        .js("return document.querySelector('main .referral').textContent")
        .await?;
    ensure!(
        card.as_str().is_some_and(|card| card.contains(MARKUP)),
        "the card says {card}"
    );
    ensure!(
        guest.js("return window.hacked ?? 0").await? == json!(0),
        "a script from a setting ran"
    );
    open_support(guest, Hand::Mouse).await?;
    told_nothing(site).await
}

pub async fn empty_attributes(site: &Site) -> Result<()> {
    rendered(site, "[aftercare_guide region=\"\" start=\"\" display=\"\" who=\"\" support-url=\"\" height=\"\"]").await?;
    let empty = element(site).await?;
    site.guest_opens("/?pagename=shortcode").await?;
    ensure!(
        empty == element(site).await?,
        "empty attributes change something: {empty}"
    );
    rendered(site, "[aftercare_guide region=\"england\" start=\"help\" support_label=\"Write to us\" region_=\"x\" height=\"900\"]").await?;
    let other = element(site).await?;
    for (name, value) in [
        ("region", "england"),
        ("start", "help"),
        ("label", "Write to us"),
        ("style", "display:block;min-height:900px"),
    ] {
        ensure!(other[name] == value, "{name}: {other}");
    }
    site.guest.enter().await?;
    site.guest.on("help").await
}

/// What stands there may be text, or be left out; it is never markup, and never runs.
pub async fn html_in_attributes(site: &Site) -> Result<()> {
    for attributes in [
        r#"who="<img src=x onerror=window.hacked=1>""#,
        r#"who='"><script>window.hacked=1</script>'"#,
        r#"who="&quot;><svg onload=window.hacked=1>" title="&#34; autofocus onfocus=&#34;window.hacked=1""#,
        r#"region='malta" onmouseover="window.hacked=1' support-label="</a><script>window.hacked=1</script>""#,
        r#"support-url="javascript:window.hacked=1" exit-url="javascript:window.hacked=1" alternative-url="data:text/html,x""#,
        r#"height="640px;background:url(x)" accent="red;}" lang="../../evil" theme="<b>" onclick="window.hacked=1" style="x" data-files="https://evil.example/""#,
    ] {
        rendered(site, &format!("[aftercare_guide {attributes}]")).await?;
        let seen = element(site).await?;
        let same = seen["elements"] == 1
            && seen["hacked"] == 0
            && seen["region"] == "malta"
            && seen["href"] == site.support();
        ensure!(same, "{attributes} makes {seen}");
        let names = seen.as_object().into_iter().flat_map(|seen| seen.keys());
        let strange: Vec<_> = names
            .filter(|name| name.starts_with("on") || *name == "autofocus" || *name == "theme")
            .collect();
        ensure!(strange.is_empty(), "{attributes} makes {strange:?}");
        ensure!(
            seen["style"] == "display:block;min-height:700px"
                && seen["accent"] == "#2f5d73"
                && seen["lang"] == "en",
            "{attributes} makes {seen}"
        );
        let files = format!("{}/wp-content/plugins/aftercare-guide/guide/", site.address);
        ensure!(seen["data-files"] == files, "{attributes} makes {seen}");
        site.guest.enter().await?;
        site.guest.on("start").await?;
    }
    Ok(())
}

pub async fn optimisers(site: &Site) -> Result<()> {
    let guest = &site.guest;
    for optimiser in ["deferred", "combined", "inlined", "delayed"] {
        site.guest_opens(&format!("/?pagename=shortcode&optimiser={optimiser}"))
            .await?;
        let loaders = guest.js("return document.querySelectorAll('script[src*=\"guide/aftercare-guide.js\"]').length").await?;
        ensure!(
            (loaders == json!(1)) == (optimiser == "deferred"),
            "{optimiser} left {loaders} loaders where they were"
        );
        if optimiser == "delayed" {
            let link = element(site).await?;
            ensure!(
                link["href"] == site.support(),
                "the link does not stand first: {link}"
            );
            guest.js("dispatchEvent(new Event('mousemove'))").await?;
        }
        guest.enter().await?;
        guest.on("start").await?;
        guest.skip_to_ideas().await?;
    }
    Ok(())
}

pub async fn elsewhere(site: &Site) -> Result<()> {
    for path in ["/", "/?p=1"] {
        site.guest_opens(path).await?;
        let ours = site
            .guest
            .js("return document.documentElement.outerHTML.includes('aftercare-guide')")
            .await?;
        ensure!(ours == json!(false), "{path} holds something of the guide");
    }
    Ok(())
}
