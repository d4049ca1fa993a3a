//! Pages that a counsellor could have, and what a page around the guide must not feel.

use crate::visitor::Visitor;
use anyhow::{Result, ensure};
use serde_json::json;
use xtask::policy;

/// What the README tells people to paste, with more in the head and on the element. The page keeps count of what shifts on it.
pub fn host(head: &str, attributes: &str) -> String {
    format!(
        "<!doctype html><title>A page</title><script>{WATCH}</script>{head}\
         <script src=\"aftercare-guide.js\" defer></script><h1>A counsellor</h1>\
         <aftercare-guide style=\"display:block;min-height:640px\" {attributes}>{SUPPORT}</aftercare-guide><p id=\"below\">below</p>"
    )
}

/// The owner's link.
pub const SUPPORT: &str = "<a href=\"support.html\">Talk with Mira</a>";

const WATCH: &str = "window.shift = 0;\
    new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shift += entry.value; })\
    .observe({ type: 'layout-shift', buffered: true });";

/// Nothing on the page has moved. Only Chromium tells.
pub async fn nothing_shifted(visitor: &Visitor) -> Result<()> {
    visitor.driver.enter_default_frame().await?;
    let shift = visitor.js("return window.shift").await?;
    ensure!(shift == json!(0), "the page has shifted: {shift}");
    Ok(())
}

/// The guide lies over the page no more.
pub async fn uncovered(visitor: &Visitor) -> Result<()> {
    let covered = "return document.querySelector('aftercare-guide').shadowRoot.querySelector('dialog').matches(':modal')";
    visitor
        .until("the page to be back", || async {
            Ok(visitor.js(covered).await? == json!(false))
        })
        .await
}

/// A small phone. Firefox has no window this small, a frame has: 320 by 568 is all that `page.html` in it sees.
pub const PHONE: &str = "<title>x</title><iframe width=\"320\" height=\"568\" style=\"border:0\" src=\"page.html\"></iframe>";

/// Opens the phone, served as `phone.html`, and goes into the guide on its page.
pub async fn visit_on_a_phone(visitor: &Visitor) -> Result<()> {
    visitor.open("/phone.html").await?;
    visitor.driver.enter_frame(0).await?;
    visitor.enter().await?;
    visitor.on("start").await
}

/// A guide file with these settings baked in, as an owner's own.
pub fn baked(file: &str, settings: &str) -> Result<String> {
    let empty = "<meta name=\"aftercare-settings\" content=\"\">";
    ensure!(file.contains(empty), "the file has no place for settings");
    let filled = empty.replace("content=\"\"", &format!("content=\"{settings}\""));
    Ok(file.replace(empty, &filled))
}

/// A guide file with this script before its own.
pub fn before_its_scripts(file: &str, script: &str) -> String {
    policy::renewed(&file.replacen("<script>", &format!("{script}<script>"), 1))
}

/// Where no script may run: a frame as the README has it, with settings in its address.
pub fn bare(settings: &str) -> String {
    format!(
        "<!doctype html><title>A page</title><p>around</p><iframe title=\"A short guide\" width=\"600\" height=\"600\" referrerpolicy=\"no-referrer\" \
         sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals allow-top-navigation-by-user-activation\" \
         src=\"guide.en.html#{settings}\"></iframe>"
    )
}
