//! The plugin on a real WordPress, from its zip to its end: an owner with the admin's own pages, and a visitor who is not logged in.
//! `cargo xtask wordpress` sets it up and runs this; it is not among the tests.

mod admin;
mod editor;
mod page;
mod settings;

use crate::driver::Browser;
use crate::visitor::Visitor;
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::pin::Pin;
use thirtyfour::By;
use xtask::setup::Places;

/// One WordPress and two people.
struct Site {
    address: String,
    /// Looks after the site.
    owner: Visitor,
    /// Comes along.
    guest: Visitor,
}

type Walk<'s> = Pin<Box<dyn Future<Output = Result<()>> + 's>>;

/// What is done, and what must come of it; each after the other, on the same WordPress.
struct Step {
    name: &'static str,
    walk: for<'s> fn(&'s Site) -> Walk<'s>,
}

macro_rules! step {
    ($name:literal, $function:path) => {
        Step {
            name: $name,
            walk: |site| Box::pin($function(site)),
        }
    };
}

const STEPS: [Step; 16] = [
    step!(
        "the plugin is uploaded, installed and switched on",
        admin::install
    ),
    step!(
        "without a support link no guide is shown, and the owner is told",
        admin::one_step_to_go
    ),
    step!(
        "wrong settings are named, and nothing typed is lost",
        settings::wrong
    ),
    step!("good settings are saved", settings::good),
    step!("a wrong setting later leaves the good one", settings::later),
    step!(
        "a form from elsewhere, or of a stranger, changes nothing",
        settings::forged
    ),
    step!("the block is inserted and published", editor::block),
    step!(
        "the shortcode is written and published in the classic editor",
        editor::classic
    ),
    step!("from the block through a journey to support", page::journey),
    step!(
        "from the shortcode to support, in the saved region",
        page::shortcode
    ),
    step!(
        "empty attributes leave what is saved",
        page::empty_attributes
    ),
    step!("HTML in attributes is text", page::html_in_attributes),
    step!("optimisers leave the guide", page::optimisers),
    step!("no other page is sent the loader", page::elsewhere),
    step!(
        "old or unreviewed help numbers are a notice, and only where it belongs",
        admin::notice
    ),
    step!("deleted, nothing of the plugin stays", admin::delete),
];

/// Walks every step until one fails.
pub fn run(address: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    if let Err(error) = runtime.block_on(walk(address)) {
        eprintln!("error: {error:#}");
        std::process::exit(1);
    }
}

async fn walk(address: &str) -> Result<()> {
    let site = Site {
        address: address.to_owned(),
        owner: Visitor::new(Browser::Chromium).await?,
        guest: Visitor::new(Browser::Chromium).await?,
    };
    let result = steps(&site).await;
    if result.is_err() {
        site.owner.keep_picture("WordPress_owner.png").await;
        site.guest.keep_picture("WordPress_visitor.png").await;
    }
    site.owner.leave_browser(false).await;
    site.guest.leave_browser(false).await;
    result
}

async fn steps(site: &Site) -> Result<()> {
    for step in &STEPS {
        let came = (step.walk)(site).await;
        println!(
            "test WordPress: {} ... {}",
            step.name,
            if came.is_ok() { "ok" } else { "FAILED" }
        );
        came.context(step.name)?;
    }
    let complaints = std::fs::read_to_string(folder().join("complaints.log")).unwrap_or_default();
    let ours: Vec<_> = complaints
        .lines()
        .filter(|line| line.contains("plugins/aftercare-guide"))
        .collect();
    anyhow::ensure!(ours.is_empty(), "PHP complains: {ours:#?}");
    Ok(())
}

impl Site {
    async fn owner_opens(&self, path: &str) -> Result<()> {
        Ok(self
            .owner
            .driver
            .goto(format!("{}{path}", self.address))
            .await?)
    }

    async fn guest_opens(&self, path: &str) -> Result<()> {
        Ok(self
            .guest
            .driver
            .goto(format!("{}{path}", self.address))
            .await?)
    }

    /// The visitor's way to support, on another site.
    fn support(&self) -> String {
        format!("{}/support.html", self.guest.server.address)
    }

    /// Keeps a picture for people to look at.
    async fn picture(&self, visitor: &Visitor, name: &str) -> Result<()> {
        let folder = folder().join("pictures");
        std::fs::create_dir_all(&folder)?;
        Ok(visitor.driver.screenshot(&folder.join(name)).await?)
    }
}

/// Where `cargo xtask wordpress` has set it up.
fn folder() -> PathBuf {
    Places::new().target.join("wordpress")
}

/// The plugin's folder, once it is installed.
fn plugin() -> PathBuf {
    folder().join("site/wp-content/plugins/aftercare-guide")
}

/// Fills in a field, in place of what stands there.
async fn fill(visitor: &Visitor, selector: &str, text: &str) -> Result<()> {
    visitor.click(selector).await?;
    let field = visitor.driver.find(By::Css(selector)).await?;
    field.clear().await?;
    Ok(field.send_keys(text).await?)
}

/// The text of the first element that this finds.
async fn text(visitor: &Visitor, selector: &str) -> Result<String> {
    let script = format!("return document.querySelector('{selector}')?.textContent ?? ''");
    let text = visitor.js(&script).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// Waits until an element's text has this in it.
async fn says(visitor: &Visitor, selector: &str, words: &str) -> Result<()> {
    visitor
        .until(&format!("“{words}” in {selector}"), || async {
            Ok(text(visitor, selector).await?.contains(words))
        })
        .await
}
