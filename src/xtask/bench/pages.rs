//! Pages to visit, and files as they go over the wire.

use super::site;
use crate::setup::Places;
use anyhow::{Context, Result};
use std::fs;

/// A counsellor's page with a form on it; the icon is named so that no browser asks for one.
fn page(inside: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>A page</title><link rel=\"icon\" href=\"data:,\"></head><body><h1>A counsellor</h1>{inside}</body></html>"
    )
}

/// As the README says it.
const GUIDE: &str = "<script src=\"aftercare-guide.js\" defer></script>\
    <aftercare-guide region=\"malta\" style=\"display:block;min-height:640px\">\
    <a href=\"https://counsellor.example/contact\">Talk with a counsellor</a></aftercare-guide>";

/// A guide file behind the shipped loader.
pub fn guide(places: &Places, name: &str, file: &str) -> Result<()> {
    let loader =
        fs::read(places.root.join("dist/aftercare-guide.js")).context("dist/ is not built")?;
    put(places, name, "index.html", page(GUIDE).as_bytes())?;
    put(places, name, "aftercare-guide.js", &loader)?;
    put(places, name, "guide.en.html", file.as_bytes())
}

/// Somebody else's form: what stands in the page, and its files.
pub fn form(places: &Places, name: &str, inside: &str, files: &[(&str, Vec<u8>)]) -> Result<()> {
    put(places, name, "index.html", page(inside).as_bytes())?;
    files
        .iter()
        .try_for_each(|(file, bytes)| put(places, name, file, bytes))
}

fn put(places: &Places, name: &str, file: &str, bytes: &[u8]) -> Result<()> {
    let folder = site(places).join(name);
    fs::create_dir_all(&folder).context("target/bench cannot be made")?;
    let said = || format!("{name}/{file} cannot be written");
    fs::write(folder.join(file), crate::report::brotli(bytes)).with_context(said)
}
