//! The settings page: what is wrong is said, nothing typed is lost, the saved good value stays.

use super::{Site, fill, says, text};
use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::By;
use thirtyfour::components::SelectElement;

const PAGE: &str = "/wp-admin/options-general.php?page=aftercare-guide";

/// Text that would be markup, if anyone took it for that.
pub const MARKUP: &str = "<b>Ada</b> \"Example\" & 'Co' <script>window.hacked=1</script>";

fn field(name: &str) -> String {
    format!("[id=\"aftercare-guide-{name}\"]")
}

async fn type_in(site: &Site, fields: &[(&str, &str)]) -> Result<()> {
    for (name, value) in fields {
        fill(&site.owner, &field(name), value).await?;
    }
    Ok(())
}

async fn choose(site: &Site, name: &str, value: &str) -> Result<()> {
    let select = site.owner.driver.find(By::Css(field(name))).await?;
    Ok(SelectElement::new(&select)
        .await?
        .select_by_value(value)
        .await?)
}

async fn save(site: &Site, said: &str) -> Result<()> {
    site.owner.click("#submit").await?;
    says(&site.owner, "#wpbody", said).await
}

async fn shows(site: &Site, fields: &[(&str, &str)]) -> Result<()> {
    for (name, expected) in fields {
        let shown = site
            .owner
            .js(&format!(
                "return document.querySelector('{}').value",
                field(name)
            ))
            .await?;
        ensure!(
            shown == json!(expected),
            "{name} shows {shown}, not {expected}"
        );
    }
    Ok(())
}

/// The fields that are marked as wrong, by name.
async fn marked(site: &Site) -> Result<Vec<String>> {
    let ids = site.owner.all("[aria-invalid]", "id").await?;
    Ok(ids
        .iter()
        .map(|id| id.replace("aftercare-guide-", ""))
        .collect())
}

pub async fn wrong(site: &Site) -> Result<()> {
    site.owner_opens(PAGE).await?;
    let wrong = [
        (
            "support-url",
            "javascript:alert(1)\"><script>window.hacked=1</script>",
        ),
        ("email", "<img src=x onerror=window.hacked=1>"),
        ("exit-url", "weather"),
        ("accent", "red"),
        ("height", "tall"),
    ];
    let right = [
        ("who", MARKUP),
        ("phone", "+356 2123 4567"),
        ("cost", "The first talk is free."),
    ];
    type_in(site, &wrong).await?;
    type_in(site, &right).await?;
    choose(site, "region", "malta").await?;
    save(site, "Everything else is saved").await?;
    site.picture(&site.owner, "settings-wrong.png").await?;
    let marked = marked(site).await?;
    ensure!(
        marked == ["support-url", "email", "exit-url", "accent", "height"],
        "marked: {marked:?}"
    );
    for (name, _) in wrong {
        let said = text(
            &site.owner,
            &format!("[id=\"aftercare-guide-{name}-wrong\"]"),
        )
        .await?;
        ensure!(
            said.contains("Write "),
            "{name} is not told what to do: {said}"
        );
    }
    shows(site, &wrong).await?;
    shows(site, &right).await?;
    // Only the good ones are kept.
    site.owner_opens(PAGE).await?;
    shows(site, &wrong.map(|(name, _)| (name, ""))).await?;
    shows(site, &right).await?;
    shows(site, &[("region", "malta")]).await?;
    nothing_ran(site).await
}

async fn nothing_ran(site: &Site) -> Result<()> {
    let ran = site.owner.js("return window.hacked ?? 0").await?;
    ensure!(ran == json!(0), "a script from a setting ran");
    Ok(())
}

pub async fn good(site: &Site) -> Result<()> {
    site.owner_opens(PAGE).await?;
    let support = site.support();
    let good = [
        ("support-url", support.as_str()),
        ("support-label", "Talk with <Ada>"),
        ("email", "ada@counsellor.example"),
        ("accent", "#2f5d73"),
        ("height", "700"),
    ];
    type_in(site, &good).await?;
    save(site, "Settings saved").await?;
    ensure!(marked(site).await?.is_empty(), "a good setting is marked");
    shows(site, &good).await?;
    shows(site, &[("who", MARKUP), ("region", "malta")]).await?;
    site.picture(&site.owner, "settings.png").await
}

pub async fn later(site: &Site) -> Result<()> {
    let support = site.support();
    for wrong in [
        "mailto:ada@counsellor.example?body=Hello",
        "http://counsellor.example/",
        "",
    ] {
        site.owner_opens(PAGE).await?;
        type_in(site, &[("support-url", wrong), ("cost", wrong)]).await?;
        save(site, "Everything else is saved").await?;
        shows(site, &[("support-url", wrong), ("cost", wrong)]).await?;
        site.owner_opens(PAGE).await?;
        shows(site, &[("support-url", &support), ("cost", wrong)]).await?;
    }
    Ok(())
}

/// Sends the form by script, where the page is open: without its mark it is refused.
pub async fn forged(site: &Site) -> Result<()> {
    let forge = format!(
        "return fetch('{}{PAGE}', {{ method: 'POST', body: new URLSearchParams({{ 'aftercare_guide[who]': 'Someone else' }}) }})\
         .then(answer => answer.status)",
        site.address
    );
    site.owner_opens(PAGE).await?;
    let status = site.owner.js(&forge).await?;
    ensure!(
        status == json!(403),
        "a form without its mark is answered by {status}"
    );
    site.guest_opens(PAGE).await?;
    ensure!(
        site.guest.driver.current_url().await?.path() == "/wp-login.php",
        "a stranger sees the settings"
    );
    site.guest.js(&forge).await?;
    site.owner_opens(PAGE).await?;
    shows(site, &[("who", MARKUP)]).await
}
