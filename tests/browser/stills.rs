//! Named screens as pages of their own, with the shipped styles: to measure and to take pictures of.

use crate::support::screens::screens;
use crate::visitor::shipped;
use aftercare_guide::still;
use anyhow::{Context, Result};
use engine::{Guide, Settings};
use std::collections::BTreeMap;

/// A screen's name, and its pages of HTML by region.
pub type Stills = Vec<(String, BTreeMap<String, String>)>;

/// Every named screen in every region, the cover, and the plain page.
pub fn stills(guide: &Guide) -> Result<Stills> {
    let mut stills: Stills = Vec::new();
    for region in guide.region_keys() {
        let region = &guide.region(region).id;
        for (at, (id, html)) in in_region(guide, region)?.into_iter().enumerate() {
            if stills.len() == at {
                stills.push((id, BTreeMap::new()));
            }
            stills[at].1.insert(region.clone(), html);
        }
    }
    for (id, html) in everywhere(guide)? {
        stills.push((id, BTreeMap::from([("every".to_owned(), html)])));
    }
    Ok(stills)
}

/// What is the same in every region: the cover, and the plain page.
pub fn everywhere(guide: &Guide) -> Result<Vec<(String, String)>> {
    let pages = [
        ("cover", still::cover(guide)),
        ("plain", still::plain(guide)),
    ];
    let pages = pages.into_iter();
    pages
        .map(|(id, html)| Ok((id.to_owned(), page(guide, id, &html)?)))
        .collect()
}

/// Every named screen in one region: name and page.
pub fn in_region(guide: &Guide, region: &str) -> Result<Vec<(String, String)>> {
    let settings = settings(guide, region);
    let screens = screens(guide, &settings).into_iter();
    let pages = screens.map(|screen| {
        let html = still::screen(guide, &settings, screen.session);
        let html = page(guide, &screen.id, &html)?;
        Ok((screen.id, html))
    });
    pages.collect()
}

fn style() -> Result<String> {
    let file = shipped()?;
    let style = file
        .split("<style>")
        .nth(1)
        .and_then(|rest| rest.split("</style>").next());
    Ok(style.context("the guide file has no style")?.to_owned())
}

/// A screen as the guide file holds it.
pub fn page(guide: &Guide, id: &str, html: &str) -> Result<String> {
    let (class, place) = match id {
        "plain" => ("failed", "plain"),
        _ => ("running", "guide"),
    };
    let (style, said) = (style()?, still::leaving(guide));
    let words = &guide.words;
    Ok(format!(
        "<!doctype html><html lang=\"{}\" dir=\"{}\" class=\"{class}\"><meta charset=\"utf-8\"><title>{}</title>\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>{style}</style>\
        {said}<div id=\"{place}\">{html}</div>",
        words.language.code, words.language.direction, words.common.document_title
    ))
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
