//! `builder.html`: the page on which an owner makes the lines to paste, one self-contained file that asks for nothing.

use crate::dist::{read, themes};
use crate::guide_file::{BUILDER, assemble, block};
use crate::squeeze;
use crate::wasm::Wasm;
use anyhow::{Context, Result};
use builder::escaped;
use engine::Guide;
use std::fs;
use std::path::Path;

/// The page's name in `dist/`.
pub const FILE: &str = "builder.html";

/// The page of one's own, under the name that it has online.
const OWN_PAGE: &str = "index.html";

/// The page, with the guide files in it that it bakes settings into, and all that there is to choose from.
///
/// # Errors
/// When a part of it cannot be read, or the finished page breaks a promise.
pub fn of(
    root: &Path,
    guides: &[Guide],
    files: &[(String, String)],
    wasm: &Wasm,
) -> Result<String> {
    let read = |path: &str| read(root, path);
    let script = |path: &str| Ok::<_, anyhow::Error>(squeeze::script(&read(path)?));
    let themes = themes(root)?;
    let mut style = read("styles/tokens.css")?;
    for theme in &themes {
        style += &fs::read_to_string(theme).context("a theme cannot be read")?;
    }
    style += &read("src/builder/page/builder.css")?;
    let names = themes
        .iter()
        .filter_map(|theme| theme.file_stem()?.to_str());
    let blocks = files
        .iter()
        .map(|(name, text)| block(name, text.as_bytes()));
    let own = block(OWN_PAGE, read("src/docs/page-of-your-own.html")?.as_bytes());
    assemble(
        &BUILDER,
        &read("src/builder/page/builder.html")?,
        &[
            ("style", &squeeze::style(&style)),
            ("regions", &regions(guides)),
            ("themes", &options(names.map(|name| (name, name)))),
            ("languages", &languages(guides)),
            ("version", builder::VERSION),
            ("module", &block("module", &wasm.module)),
            ("unpack", &script("src/widget/frame/unpack.js")?),
            ("guides", &(blocks.collect::<String>() + &own)),
            ("colour", &script("src/widget/frame/colour.js")?),
            ("glue", &squeeze::script(&wasm.glue)),
            ("photo", &script("src/builder/page/photo.js")?),
            ("contrast", &script("src/builder/page/contrast.js")?),
            ("form", &script("src/builder/page/form.js")?),
            ("builder", &script("src/builder/page/builder.js")?),
        ],
    )
}

fn regions(guides: &[Guide]) -> String {
    let guide = &guides[0];
    let regions = guide.region_keys().map(|key| guide.region(key));
    options(regions.map(|region| (region.id.as_str(), region.name.as_str())))
}

fn languages(guides: &[Guide]) -> String {
    let languages = guides.iter().map(|guide| &guide.words.language);
    options(languages.map(|language| (language.code.as_str(), language.name.as_str())))
}

fn options<'a>(options: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let option = |(value, name): (&str, &str)| {
        format!("<option value=\"{value}\">{}</option>", escaped(name))
    };
    options.map(option).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{languages, pseudo, setup::Places};

    #[test]
    fn the_page_holds_every_language_region_and_theme() {
        let root = Places::new().root;
        let drafts = languages::drafts(&root.join("src/content")).expect("readable content");
        let guides = [drafts[0].clone(), pseudo::MIRRORED.draft(&drafts[0])]
            .map(|draft| engine::check(draft).expect("a guide"));
        let files =
            ["guide.en.html", "guide.ar-XB.html"].map(|name| (name.to_owned(), "<p>".to_owned()));
        let wasm = Wasm {
            glue: String::new(),
            module: Vec::new(),
        };
        let page = of(&root, &guides, &files, &wasm).expect("a page");
        for part in [
            "<option value=\"ar-XB\">",
            "<option value=\"malta\">Malta</option>",
            "<option value=\"slate\">slate</option>",
            "<script type=\"text/plain\" id=\"guide.ar-XB.html\">",
            "frame-src 'self' file:; connect-src 'none'",
        ] {
            assert!(page.contains(part), "{part}");
        }
    }
}
