//! Named screens as pages of their own, with the shipped styles: to measure and to take pictures of.

use crate::support::screens::screens;
use crate::visitor::shipped;
use aftercare_guide::still;
use anyhow::{Context, Result};
use engine::{Guide, RegionKey, Settings};
use std::collections::BTreeMap;

/// A screen's name, and its pages of HTML by region.
pub type Stills = Vec<(String, BTreeMap<String, String>)>;

/// Every named screen in every region, and the plain page.
pub fn stills(guide: &Guide) -> Result<Stills> {
    stills_of(guide, guide.region_keys())
}

/// Every named screen in these regions, and the plain page.
pub fn stills_of(guide: &Guide, regions: impl Iterator<Item = RegionKey>) -> Result<Stills> {
    let style = style()?;
    let mut stills: Stills = Vec::new();
    for region in regions {
        let id = &guide.region(region).id;
        let settings = settings(guide, id);
        for (at, screen) in screens(guide, &settings).into_iter().enumerate() {
            let html = still::screen(guide, &settings, screen.session);
            let html = page(
                &style,
                "running",
                &format!("<div id=\"guide\">{html}</div>"),
            );
            if stills.len() == at {
                stills.push((screen.id, BTreeMap::new()));
            }
            stills[at].1.insert(id.clone(), html);
        }
    }
    let plain = format!("<div id=\"plain\">{}</div>", still::plain(guide));
    let plain = page(&style, "failed", &plain);
    stills.push((
        "plain".to_owned(),
        BTreeMap::from([("every".to_owned(), plain)]),
    ));
    Ok(stills)
}

fn style() -> Result<String> {
    let file = shipped()?;
    let style = file
        .split("<style>")
        .nth(1)
        .and_then(|rest| rest.split("</style>").next());
    Ok(style.context("the guide file has no style")?.to_owned())
}

fn page(style: &str, class: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\" class=\"{class}\"><meta charset=\"utf-8\"><title>A short guide</title>\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>{style}</style>{body}"
    )
}

fn settings(guide: &Guide, region: &str) -> Settings {
    let given = [
        ("support-url", "https://counsellor.example/contact"),
        ("support-label", "Talk with Mira Sant"),
        ("who", "Mira Sant, counsellor"),
        ("region", region),
    ];
    let given = given.map(|(name, value)| (name.to_owned(), value.to_owned()));
    Settings::check(guide, &given).0
}
