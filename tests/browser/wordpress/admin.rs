//! Putting the plugin in, what the admin's pages say of it, and taking it away.

use super::{Site, fill, folder, plugin, says, text};
use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::By;

/// The plugin's row in the list of plugins.
const ROW: &str = "tr[data-slug=\"aftercare-guide\"]";
const NOTICE: &str = ".aftercare-guide-notice";

pub async fn install(site: &Site) -> Result<()> {
    let owner = &site.owner;
    site.owner_opens("/wp-login.php").await?;
    fill(owner, "#user_login", "owner").await?;
    fill(owner, "#user_pass", "a password of a test").await?;
    owner.click("#wp-submit").await?;
    says(owner, "#wp-admin-bar-my-account", "owner").await?;
    site.owner_opens("/wp-admin/plugin-install.php?tab=upload")
        .await?;
    let zip = folder().join("aftercare-guide.zip");
    let file = owner.driver.find(By::Css("#pluginzip")).await?;
    file.send_keys(zip.to_string_lossy()).await?;
    owner.click("#install-plugin-submit").await?;
    says(owner, ".wrap", "Plugin installed successfully").await?;
    owner.click(".wrap a.button-primary").await?;
    says(owner, &format!("{ROW}.active"), "Aftercare guide").await
}

/// What all notices of ours say, on a page of the admin.
async fn notices(site: &Site, path: &str) -> Result<String> {
    site.owner_opens(path).await?;
    let script = format!(
        "return [...document.querySelectorAll('{NOTICE}')].map(e => e.textContent).join(' ')"
    );
    told(site, &script).await
}

/// The text that a script gives on the owner's page.
async fn told(site: &Site, script: &str) -> Result<String> {
    let told = site.owner.js(script).await?;
    Ok(told.as_str().unwrap_or_default().to_owned())
}

pub async fn one_step_to_go(site: &Site) -> Result<()> {
    let said = notices(site, "/wp-admin/plugins.php").await?;
    ensure!(
        said.contains("One step to go: fill in your support link"),
        "{said}"
    );
    let shown = super::editor::rendered(site, "[aftercare_guide]").await?;
    ensure!(shown.is_empty(), "without a link stands {shown}");
    Ok(())
}

/// The build's list, with this region changed.
fn with_region(id: &str, change: impl Fn(&mut Value)) -> Result<()> {
    let file = plugin().join("guide/regions.json");
    let mut data: Value = serde_json::from_str(&std::fs::read_to_string(&file)?)?;
    let regions = data["regions"].as_array_mut().into_iter().flatten();
    regions.filter(|region| region["id"] == id).for_each(change);
    Ok(std::fs::write(file, data.to_string())?)
}

pub async fn notice(site: &Site) -> Result<()> {
    for path in [
        "/wp-admin/",
        "/wp-admin/plugins.php",
        "/wp-admin/options-general.php?page=aftercare-guide",
    ] {
        let said = notices(site, path).await?;
        ensure!(
            said.contains("The help numbers for “Malta”: no clinician"),
            "{path}: {said}"
        );
        ensure!(
            said.contains("nobody has checked 11 of 11"),
            "{path}: {said}"
        );
    }
    site.picture(&site.owner, "notice.png").await?;
    for path in ["/wp-admin/edit.php", "/wp-admin/options-general.php"] {
        let said = notices(site, path).await?;
        ensure!(said.is_empty(), "{path}: {said}");
    }
    let (lately, long_ago) = (day(site, 170).await?, day(site, 190).await?);
    let reviewed = |reviewed: &str, oldest: &str| {
        with_region("malta", |region| {
            region["reviewed_by"] = json!("A clinician");
            region["reviewed_on"] = json!(reviewed);
            region["oldest"] = json!(oldest);
            region["unchecked"] = json!(0);
        })
    };
    reviewed(&lately, &lately)?;
    let said = notices(site, "/wp-admin/").await?;
    ensure!(
        said.is_empty(),
        "looked at less than six months ago: {said}"
    );
    reviewed(&lately, &long_ago)?;
    let said = notices(site, "/wp-admin/").await?;
    ensure!(
        said.contains(&format!("one was last looked at on {long_ago}")),
        "{said}"
    );
    reviewed(&long_ago, &lately)?;
    let said = notices(site, "/wp-admin/").await?;
    ensure!(
        said.contains(&format!("they were last reviewed on {long_ago}")),
        "{said}"
    );
    Ok(())
}

/// `2026-11-24`, so many days ago.
async fn day(site: &Site, ago: u32) -> Result<String> {
    let script = format!("return new Date(Date.now() - {ago} * 864e5).toISOString().slice(0, 10)");
    told(site, &script).await
}

pub async fn delete(site: &Site) -> Result<()> {
    let owner = &site.owner;
    site.owner_opens("/wp-admin/options.php").await?;
    ensure!(
        owner
            .js("return document.body.innerHTML.includes('aftercare_guide')")
            .await?
            == json!(true),
        "the option is there first"
    );
    site.owner_opens("/wp-admin/plugins.php").await?;
    owner.click(&format!("{ROW} .deactivate a")).await?;
    owner.click(&format!("{ROW}.inactive .delete a")).await?;
    owner.driver.accept_alert().await?;
    owner
        .until("the plugin's files to be gone", || async {
            Ok(!plugin().exists())
        })
        .await?;
    says(
        owner,
        &format!("{ROW}.deleted, .plugin-deleted-tr"),
        "deleted",
    )
    .await?;
    site.owner_opens("/wp-admin/options.php").await?;
    let left = owner
        .js("return document.body.innerHTML.match(/aftercare.{0,40}/g) ?? []")
        .await?;
    ensure!(left == json!([]), "still there: {left}");
    site.guest_opens("/?pagename=shortcode").await?;
    ensure!(
        text(&site.guest, "body").await?.contains("A page of ours"),
        "the site stands without it"
    );
    Ok(())
}
