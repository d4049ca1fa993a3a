//! Guide files that only tests look at; never shipped.

use crate::dist::guide_file;
use crate::languages::SOURCE;
use crate::pseudo::{self, Pseudo};
use crate::report::refused;
use crate::setup::Places;
use crate::toolchain::Toolchain;
use crate::{content, wasm};
use anyhow::{Context, Result};
use engine::Draft;
use std::fs;
use std::path::{Path, PathBuf};

/// A guide file that panics when a test says so.
pub fn faulty(places: &Places) -> PathBuf {
    places.target.join("fault/guide.en.html")
}

/// The guide file in a pseudo-language.
pub fn in_pseudo(places: &Places, language: &Pseudo) -> PathBuf {
    let name = format!("pseudo/guide.{}.html", language.code);
    places.target.join(name)
}

/// Builds them all. The pseudo-languages stand around the shipped wasm: nothing is compiled for them.
///
/// # Errors
/// When content, widget or template is wrong.
pub fn build(places: &Places, toolchain: &Toolchain) -> Result<()> {
    let folder = places.root.join("src/content");
    let english = content::draft(&folder, SOURCE).map_err(refused(&folder))?;
    let build = |features| wasm::build(&places.root, &places.target, toolchain, features);
    let shipped = build("")?;
    for language in pseudo::ALL {
        let draft = language.draft(&english);
        write(places, draft, &shipped, &in_pseudo(places, &language))?;
    }
    write(places, english, &build("fault")?, &faulty(places))
}

fn write(places: &Places, draft: Draft, wasm: &wasm::Wasm, file: &Path) -> Result<()> {
    let folder = places.root.join("src/content");
    let guide = engine::check(draft).map_err(refused(&folder))?;
    let said = || format!("{} cannot be written", file.display());
    fs::create_dir_all(file.with_file_name("")).with_context(said)?;
    fs::write(file, guide_file(&places.root, &guide, wasm)?).with_context(said)
}
