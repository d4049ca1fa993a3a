//! What the page's script calls. Settings come as name, value, name, value.

use crate::{Chosen, Known, Stamp};
use engine::Date;
use wasm_bindgen::prelude::*;

fn chosen(given: &[String]) -> Chosen {
    let pairs = given.chunks_exact(2);
    Chosen::new(pairs.map(|pair| (pair[0].clone(), pair[1].clone())))
}

/// A clock that tells no day is taken for the first of its era: lines without a stamp would look as if made by hand.
fn day(text: &str) -> Date {
    let first = Date {
        year: 1970,
        month: 1,
        day: 1,
    };
    Date::parse(text).unwrap_or(first)
}

/// All that is wrong, as name, message, hint.
#[wasm_bindgen]
pub fn check(
    regions: Vec<String>,
    themes: Vec<String>,
    languages: Vec<String>,
    given: Vec<String>,
) -> Vec<String> {
    let known = Known {
        regions: regions.iter().map(String::as_str).collect(),
        themes: themes.iter().map(String::as_str).collect(),
        languages: languages.iter().map(String::as_str).collect(),
    };
    let said = crate::check(&known, &chosen(&given)).into_iter();
    said.flat_map(|said| [said.name, said.message, said.hint])
        .collect()
}

/// The lines to paste, made on this day.
#[wasm_bindgen]
pub fn lines(given: Vec<String>, today: &str) -> String {
    crate::lines(&chosen(&given), &Stamp::on(day(today)))
}

/// The frame to paste, made on this day.
#[wasm_bindgen]
pub fn bare_frame(given: Vec<String>, today: &str) -> String {
    crate::bare_frame(&chosen(&given), &Stamp::on(day(today)))
}

/// What the guide is told, as its frame's address has it.
#[wasm_bindgen]
pub fn address(given: Vec<String>) -> String {
    chosen(&given).address()
}

/// A guide file with the settings in it.
#[wasm_bindgen]
pub fn bake(file: &[u8], given: Vec<String>, today: &str) -> Option<String> {
    let file = std::str::from_utf8(file).ok()?;
    crate::bake(file, &chosen(&given), &Stamp::on(day(today)))
}

/// The page of one's own with the settings in it, and for how many days its host keeps a log.
#[wasm_bindgen]
pub fn own_page(page: &[u8], given: Vec<String>, today: &str, days: &str) -> Option<String> {
    let page = std::str::from_utf8(page).ok()?;
    crate::own_page(page, &chosen(&given), &Stamp::on(day(today)), days)
}

/// What stands in pasted lines: what is told of them, then names and values; nothing where they are not ours.
#[wasm_bindgen]
pub fn read(text: &str, today: &str) -> Vec<String> {
    let Some(found) = crate::read(text) else {
        return Vec::new();
    };
    let told = found.said(day(today));
    let settings = found.chosen.pairs();
    let settings = settings.flat_map(|(name, value)| [name.to_owned(), value.to_owned()]);
    std::iter::once(told).chain(settings).collect()
}
