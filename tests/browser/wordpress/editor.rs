//! Writing pages: in the block editor and in the classic one.

use super::{Site, fill, says};
use anyhow::{Context, Result, ensure};
use serde_json::json;

/// The block's place in the editor.
const BLOCK: &str = ".wp-block-aftercare-guide-guide";

/// A person looks for the block, inserts it, chooses help for it to open with, and publishes the page.
pub async fn block(site: &Site) -> Result<()> {
    let owner = &site.owner;
    site.owner_opens("/wp-admin/post-new.php?post_type=page")
        .await?;
    owner.until("the editor", || async {
        Ok(owner.js("return !!document.querySelector('.editor-post-title__input, .editor-post-title')").await? == json!(true))
    }).await?;
    // The tour for those who are new, as its own button does it.
    owner
        .js("wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false)")
        .await?;
    fill(owner, ".editor-post-title__input", "block").await?;
    owner
        .click(".edit-post-header-toolbar__inserter-toggle")
        .await?;
    fill(owner, ".block-editor-inserter__search input", "aftercare").await?;
    owner
        .click(".editor-block-list-item-aftercare-guide-guide")
        .await?;
    says(owner, BLOCK, "Visitors see the guide here").await?;
    owner
        .click(".edit-post-header-toolbar__inserter-toggle")
        .await?;
    owner.click(BLOCK).await?;
    site.picture(owner, "block.png").await?;
    owner
        .js("wp.data.dispatch('core/edit-post').openGeneralSidebar('edit-post/block')")
        .await?;
    choose(site, "Region", "ireland").await?;
    says(owner, BLOCK, "Region: Ireland.").await?;
    let wrong = owner
        .js("return document.querySelectorAll('.block-editor-warning').length")
        .await?;
    ensure!(wrong == json!(0), "the editor warns of the block");
    site.picture(owner, "block-chosen.png").await?;
    owner.click(".editor-post-publish-panel__toggle").await?;
    owner
        .click(".editor-post-publish-panel .editor-post-publish-button")
        .await?;
    says(
        owner,
        ".post-publish-panel__postpublish-header, .editor-post-publish-panel",
        "is now live",
    )
    .await?;
    // It is as valid when it is opened again.
    owner.driver.refresh().await?;
    says(owner, BLOCK, "Region: Ireland.").await
}

/// Chooses in the block's sidebar, by the name of the control.
async fn choose(site: &Site, label: &str, value: &str) -> Result<()> {
    let script = format!(
        "return [...document.querySelectorAll('.block-editor-block-inspector label')].find(e => e.textContent === '{label}')?.control?.id ?? ''"
    );
    site.owner
        .until("the block's own choices", || async {
            Ok(site.owner.js(&script).await? != json!(""))
        })
        .await?;
    let id = site.owner.js(&script).await?;
    let id = id.as_str().context("an id")?;
    site.owner
        .click(&format!("[id=\"{id}\"] option[value=\"{value}\"]"))
        .await
}

/// The page as the classic editor is filled in: its text tab, then Publish. The title comes with the address: having left its
/// field, WordPress saves a draft, and a press on Publish meanwhile is lost.
pub async fn publish_classic(site: &Site, title: &str, text: &str) -> Result<()> {
    let owner = &site.owner;
    site.owner_opens(&format!(
        "/wp-admin/post-new.php?post_type=page&classic&post_title={title}"
    ))
    .await?;
    owner.click("#content-html").await?;
    fill(owner, "textarea#content", text).await?;
    owner.click("#publish").await?;
    says(owner, "#message", "Page published").await
}

pub async fn classic(site: &Site) -> Result<()> {
    publish_classic(
        site,
        "shortcode",
        "A page of ours.\n\n[aftercare_guide]\n\nAnd what stands below.",
    )
    .await
}

/// What a page with this text shows a visitor of the guide: the element as it stands in the page's source, or nothing.
pub async fn rendered(site: &Site, text: &str) -> Result<String> {
    publish_classic(site, "try", text).await?;
    let page = site
        .owner
        .js("return document.getElementById('post_ID').value")
        .await?;
    site.guest_opens(&format!(
        "/?page_id={}",
        page.as_str().context("the page's number")?
    ))
    .await?;
    let html = site
        .guest
        .js("return document.querySelector('aftercare-guide')?.outerHTML ?? ''")
        .await?;
    Ok(html.as_str().unwrap_or_default().to_owned())
}
