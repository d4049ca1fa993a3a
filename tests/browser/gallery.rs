//! A picture of every named screen in every region, at phone and desktop size, with one page to look at them all.
//! `cargo xtask gallery` runs it; it is not a test.

use crate::driver::{self, Browser};
use crate::stills::{Stills, stills};
use crate::support::{guide, root};
use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use thirtyfour::WebDriver;
use xtask::server::{Server, Site};
use xtask::setup::Places;

/// Name, width and height in CSS pixels.
const SIZES: [(&str, u32, u32); 2] = [("phone", 390, 844), ("desktop", 1280, 900)];

/// Takes the pictures into `target/gallery/`.
pub fn run() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    match runtime.block_on(take()) {
        Ok(index) => println!("Open {}", index.display()),
        Err(error) => {
            eprintln!("error: {error:#}");
            std::process::exit(1);
        }
    }
}

async fn take() -> Result<PathBuf> {
    let folder = Places::new().target.join("gallery");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let shots = shots()?;
    let pages = shots.iter().flat_map(|(screen, regions)| {
        let pages = regions.iter();
        pages.map(move |(region, html)| (format!("/{}.html", name(screen, region)), html.clone()))
    });
    let pages: BTreeMap<_, _> = pages.collect();
    let paths: Vec<_> = pages.keys().cloned().collect();
    let site = Site {
        folder: root().join("dist"),
        pages,
        ..Site::default()
    };
    let server = Server::start(0, |_| site)?;
    let (_process, driver) = driver::start(Browser::Chromium).await?;
    for (size, width, height) in SIZES {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": size == "phone" });
        cdp(&driver, "Emulation.setDeviceMetricsOverride", metrics).await?;
        for path in &paths {
            driver.goto(format!("{}{path}", server.address)).await?;
            let picture = picture(&driver).await?;
            let file = path.trim_start_matches('/').replace(".html", "");
            fs::write(folder.join(format!("{file}-{size}.png")), picture)?;
        }
        println!("{} pictures at {size} size", paths.len());
    }
    driver.quit().await?;
    index(&folder, &shots)
}

fn name(screen: &str, region: &str) -> String {
    format!("{screen}-{region}")
}

/// The pages, with one for all regions where they are the same.
fn shots() -> Result<Stills> {
    let mut shots = stills(&guide())?;
    for (_, regions) in &mut shots {
        let first = regions.values().next().cloned();
        if let Some(first) = first
            && regions.values().all(|html| *html == first)
        {
            *regions = BTreeMap::from([("every".to_owned(), first)]);
        }
    }
    Ok(shots)
}

async fn cdp(
    driver: &WebDriver,
    command: &str,
    parameters: serde_json::Value,
) -> Result<serde_json::Value> {
    Ok(driver.cdp().send_raw(command, parameters).await?)
}

/// The whole page, also what lies below the window.
async fn picture(driver: &WebDriver) -> Result<Vec<u8>> {
    let shot = cdp(
        driver,
        "Page.captureScreenshot",
        json!({ "captureBeyondViewport": true }),
    )
    .await?;
    let data = shot["data"].as_str().context("no picture")?;
    Ok(BASE64_STANDARD.decode(data)?)
}

/// One page with all pictures, screen by screen.
fn index(folder: &Path, shots: &Stills) -> Result<PathBuf> {
    let mut html = String::from(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Gallery</title>\
        <style>body{font:1rem system-ui;margin:2rem}section>div{display:flex;gap:1rem;overflow:auto;align-items:start}\
        figure{margin:0}img{border:1px solid #999;height:30rem}</style><h1>Every screen</h1>",
    );
    for (screen, regions) in shots {
        write!(html, "<section><h2>{screen}</h2><div>")?;
        for region in regions.keys() {
            for (size, ..) in SIZES {
                let file = format!("{}-{size}.png", name(screen, region));
                write!(
                    html,
                    "<figure><a href=\"{file}\"><img loading=\"lazy\" src=\"{file}\" alt=\"{screen}, {region}, {size}\"></a>\
                    <figcaption>{region}, {size}</figcaption></figure>"
                )?;
            }
        }
        html.push_str("</div></section>");
    }
    let path = folder.join("index.html");
    fs::write(&path, html)?;
    Ok(path)
}
