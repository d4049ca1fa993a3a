//! A picture of every named screen: in every region, in one region in every outfit, at three sizes, and in the pseudo-languages on
//! a phone; with one page to look at them all, and what has changed since the last time side by side. `cargo xtask gallery` runs it; it is not a test.

use crate::driver::{self, Browser};
use crate::outfits::{ALL, Outfit, PLAIN};
use crate::stills::{everywhere, in_region, stills};
use crate::support::{guide, pseudo_guides, root};
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
const SIZES: [(&str, u32, u32); 3] = [
    ("phone", 390, 844),
    ("small", 320, 568),
    ("desktop", 1280, 900),
];

/// The region whose pages are shown in every outfit.
const REGION: &str = "malta";

/// Takes the pictures into `target/gallery/`; those of the last time lie beside it.
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

/// One picture.
struct Shot {
    screen: String,
    region: String,
    outfit: Outfit,
    size: (&'static str, u32, u32),
    html: String,
}

impl Shot {
    fn file(&self) -> String {
        format!(
            "{}-{}-{}-{}.png",
            self.screen, self.region, self.outfit.name, self.size.0
        )
    }

    fn path(&self) -> String {
        format!("/{}-{}-{}.html", self.screen, self.region, self.outfit.name)
    }
}

async fn take() -> Result<PathBuf> {
    let folder = Places::new().target.join("gallery");
    let before = folder.with_file_name("gallery-before");
    if folder.exists() {
        let _ = fs::remove_dir_all(&before);
        fs::rename(&folder, &before)?;
    }
    fs::create_dir_all(&folder)?;
    let shots = shots()?;
    let pages = shots
        .iter()
        .map(|shot| (shot.path(), shot.outfit.dress(&shot.html)));
    let site = Site {
        folder: root().join("dist"),
        pages: pages.collect(),
        ..Site::default()
    };
    let server = Server::start(0, |_| site)?;
    let (_process, driver) = driver::start(Browser::Chromium).await?;
    for outfit in ALL {
        outfit.ask_for(&driver).await?;
        for size in SIZES {
            resize(&driver, size).await?;
            let wanted = |shot: &&Shot| shot.outfit == outfit && shot.size == size;
            for shot in shots.iter().filter(wanted) {
                driver
                    .goto(format!("{}{}", server.address, shot.path()))
                    .await?;
                fs::write(folder.join(shot.file()), picture(&driver).await?)?;
            }
        }
        println!(
            "{}: {} pictures",
            outfit.name,
            shots.iter().filter(|shot| shot.outfit == outfit).count()
        );
    }
    driver.quit().await?;
    changes(&folder, &before, &shots)?;
    index(&folder, &shots)
}

/// Every screen in every region as most people see it, and one region in every outfit and size. What is the same in all regions
/// is shown once.
fn shots() -> Result<Vec<Shot>> {
    let mut shots = Vec::new();
    for (screen, regions) in stills(&guide())? {
        let first = regions.values().next().context("a region")?;
        let same = regions.values().all(|html| html == first);
        let regions = if same {
            BTreeMap::from([("every".to_owned(), first.clone())])
        } else {
            regions
        };
        for (region, html) in regions {
            let everything = same || region == REGION;
            let outfits = if everything { &ALL[..] } else { &[PLAIN] };
            let sizes = if everything { &SIZES[..] } else { &SIZES[..1] };
            for (outfit, size) in outfits
                .iter()
                .flat_map(|outfit| sizes.iter().map(move |size| (*outfit, *size)))
            {
                let (screen, region, html) = (screen.clone(), region.clone(), html.clone());
                shots.push(Shot {
                    screen,
                    region,
                    outfit,
                    size,
                    html,
                });
            }
        }
    }
    shots.extend(in_pseudo_languages()?);
    // The sort is stable: a screen's pseudo-languages come after its outfits.
    let order: Vec<_> = shots.iter().map(|shot| shot.screen.clone()).collect();
    shots.sort_by_key(|shot| order.iter().position(|screen| *screen == shot.screen));
    Ok(shots)
}

/// Every screen of one region, as longer words and right-to-left make it.
fn in_pseudo_languages() -> Result<Vec<Shot>> {
    let mut shots = Vec::new();
    for guide in pseudo_guides() {
        let mut screens = in_region(&guide, REGION)?;
        screens.extend(everywhere(&guide)?);
        let code = &guide.words.language.code;
        shots.extend(screens.into_iter().map(|(screen, html)| Shot {
            screen,
            region: code.clone(),
            outfit: PLAIN,
            size: SIZES[0],
            html,
        }));
    }
    Ok(shots)
}

async fn resize(driver: &WebDriver, (name, width, height): (&str, u32, u32)) -> Result<()> {
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": name != "desktop" });
    driver
        .cdp()
        .send_raw("Emulation.setDeviceMetricsOverride", metrics)
        .await?;
    Ok(())
}

/// The whole page, also what lies below the window.
async fn picture(driver: &WebDriver) -> Result<Vec<u8>> {
    let whole = json!({ "captureBeyondViewport": true });
    let shot = driver
        .cdp()
        .send_raw("Page.captureScreenshot", whole)
        .await?;
    let data = shot["data"].as_str().context("no picture")?;
    Ok(BASE64_STANDARD.decode(data)?)
}

const HEAD: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Gallery</title>\
    <style>body{font:1rem system-ui;margin:2rem}section>div{display:flex;gap:1rem;overflow:auto;align-items:start}\
    figure{margin:0}img{border:1px solid #999;height:30rem}</style>";

fn figure(html: &mut String, file: &str, says: &str) -> std::fmt::Result {
    write!(
        html,
        "<figure><a href=\"{file}\"><img loading=\"lazy\" src=\"{file}\" alt=\"{says}\"></a><figcaption>{says}</figcaption></figure>"
    )
}

/// What has changed since the last time, as it was and as it is.
fn changes(folder: &Path, before: &Path, shots: &[Shot]) -> Result<()> {
    let mut html = format!("{HEAD}<h1>Changed since the last time</h1>");
    let mut count = 0;
    for file in shots.iter().map(Shot::file) {
        let (was, is) = (fs::read(before.join(&file)), fs::read(folder.join(&file))?);
        if was.as_ref().is_ok_and(|was| *was == is) || !before.exists() {
            continue;
        }
        count += 1;
        write!(html, "<section><h2>{file}</h2><div>")?;
        figure(&mut html, &format!("../gallery-before/{file}"), "before")?;
        figure(&mut html, &file, "now")?;
        html.push_str("</div></section>");
    }
    println!("{count} pictures have changed since the last time: changed.html");
    Ok(fs::write(folder.join("changed.html"), html)?)
}

/// One page with all pictures, screen by screen.
fn index(folder: &Path, shots: &[Shot]) -> Result<PathBuf> {
    let mut html = format!(
        "{HEAD}<h1>Every screen</h1><p><a href=\"changed.html\">Changed since the last time</a></p>"
    );
    for screen in shots.chunk_by(|one, next| one.screen == next.screen) {
        write!(html, "<section><h2>{}</h2><div>", screen[0].screen)?;
        for shot in screen {
            let says = format!("{}, {}, {}", shot.region, shot.outfit.name, shot.size.0);
            figure(&mut html, &shot.file(), &says)?;
        }
        html.push_str("</div></section>");
    }
    let path = folder.join("index.html");
    fs::write(&path, html)?;
    Ok(path)
}
