//! `dist/`: the two product files, the list of what they are made of, their sums, and the demo beside them.

use crate::guide_file::{GUIDE, assemble, data};
use crate::toolchain::Toolchain;
use crate::{builder_page, certificate, languages, report, sbom, squeeze, sums, todo, wasm};
use aftercare_guide::still;
use anyhow::{Context, Result};
use engine::{Guide, Session, Settings};
use std::fs;
use std::path::{Path, PathBuf};

/// Builds everything a site needs into `dist/`, which then holds nothing else: a guide file for each language that is ready.
///
/// # Errors
/// When content, widget or template is wrong, or a language has no reviewer; `dist/` is then left as it was.
pub fn build(root: &Path, target: &Path, toolchain: &Toolchain) -> Result<()> {
    let content = root.join("src/content");
    let refused = report::refused(&content);
    let drafts = languages::drafts(&content).map_err(&refused)?;
    let guides = languages::ship(&drafts).map_err(&refused)?;
    certificate::of(&guides[0]).map_err(&refused)?;
    let wasm = wasm::build(root, target, toolchain, "")?;
    let list = sbom::of(root, target, toolchain).context("what is shipped cannot be listed")?;
    let mut shipped = vec![(
        "aftercare-guide.js".to_owned(),
        read(root, "src/loader/aftercare-guide.js")?,
    )];
    let files = guide_files(root, &guides, &wasm)?;
    let builder = wasm::builder(root, target, toolchain)?;
    let page = builder_page::of(root, &guides, &files, &builder)?;
    shipped.extend(files);
    shipped.push((builder_page::FILE.to_owned(), page));
    shipped.push((sbom::FILE.to_owned(), list));
    let integrity = sums::integrity(&shipped[0].1);
    let sums = sums::of(
        shipped
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str())),
    );
    shipped.extend([
        (sums::FILE.to_owned(), sums),
        ("index.html".to_owned(), read(root, "index.html")?),
        (
            "support.html".to_owned(),
            read(root, "src/xtask/demo/support.html")?,
        ),
    ]);
    write(&root.join("dist"), &shipped)?;
    report::size("the wasm in it", &wasm.module);
    println!("  integrity of the loader: {integrity}");
    let unreviewed = todo::drafts(&drafts);
    if !unreviewed.is_empty() {
        println!("  draft: not yet reviewed: {}", unreviewed.join(", "));
    }
    Ok(())
}

pub(crate) fn read(root: &Path, path: &str) -> Result<String> {
    fs::read_to_string(root.join(path)).with_context(|| format!("{path} cannot be read"))
}

/// A file for each language, by the name that the loader asks for.
fn guide_files(root: &Path, guides: &[Guide], wasm: &wasm::Wasm) -> Result<Vec<(String, String)>> {
    let files = guides.iter().map(|guide| {
        let name = format!("guide.{}.html", guide.words.language.code);
        Ok((name, guide_file(root, guide, wasm)?))
    });
    files.collect()
}

/// Puts these files into `dist/`, in place of all that stood there.
fn write(dist: &Path, files: &[(String, String)]) -> Result<()> {
    if dist.exists() {
        fs::remove_dir_all(dist).context("dist/ cannot be emptied")?;
    }
    fs::create_dir_all(dist).context("dist/ cannot be made")?;
    for (name, text) in files {
        fs::write(dist.join(name), text)
            .with_context(|| format!("dist/{name} cannot be written"))?;
        match name.as_str() {
            builder_page::FILE => report::raw_size(name, text.as_bytes()),
            _ => report::size(name, text.as_bytes()),
        }
    }
    Ok(())
}

/// One guide as one file.
pub(crate) fn guide_file(root: &Path, guide: &Guide, wasm: &wasm::Wasm) -> Result<String> {
    let unpack = squeeze::script(&read(root, "src/widget/frame/unpack.js")?);
    let guide_block = postcard::to_stdvec(guide).context("postcard")?;
    let data = data(&guide_block, &wasm.module, &unpack);
    let start = read(root, "src/widget/frame/start.js")?;
    around(root, guide, &data, &wasm.glue, &start)
}

/// The guide file around this data and these scripts.
pub(crate) fn around(
    root: &Path,
    guide: &Guide,
    data: &str,
    glue: &str,
    start: &str,
) -> Result<String> {
    let read = |path: &str| read(root, path);
    let script = |name: &str| {
        Ok::<_, anyhow::Error>(squeeze::script(&read(&format!(
            "src/widget/frame/{name}.js"
        ))?))
    };
    let (settings, _) = Settings::check(guide, &[]);
    let first_screen = still::screen(guide, &settings, Session::new(guide, settings.region));
    let words = &guide.words;
    assemble(
        &GUIDE,
        &read("src/widget/frame/guide.html")?,
        &[
            ("lang", &words.language.code),
            ("dir", &words.language.direction),
            ("title", &words.common.document_title),
            ("settings", ""),
            ("style", &squeeze::style(&style(root)?)),
            ("said", &still::leaving(guide)),
            ("leave", &script("leave")?),
            ("life", &script("life")?),
            ("colour", &script("colour")?),
            ("boot", &script("boot")?),
            ("first_screen", &first_screen),
            ("plain", &still::plain(guide)),
            ("data", data),
            ("glue", &squeeze::script(glue)),
            ("start", &squeeze::script(start)),
        ],
    )
}

/// Tokens, the guide's looks, then every theme.
fn style(root: &Path) -> Result<String> {
    let styles = root.join("styles");
    let mut files = vec![styles.join("tokens.css"), styles.join("guide.css")];
    files.extend(themes(root)?);
    let texts = files.iter().map(|path| {
        fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
    });
    Ok(texts.collect::<Result<Vec<_>>>()?.join("\n"))
}

/// The themes' files, in order.
pub(crate) fn themes(root: &Path) -> Result<Vec<PathBuf>> {
    let mut themes: Vec<_> = fs::read_dir(root.join("styles/themes"))
        .context("styles/themes cannot be read")?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    themes.sort();
    Ok(themes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{pseudo, setup::Places};

    #[test]
    fn each_language_with_a_reviewer_becomes_a_file() {
        let root = Places::new().root;
        let mut drafts = languages::drafts(&root.join("src/content")).expect("readable content");
        let mut other = pseudo::MIRRORED.draft(&drafts[0]);
        let said = other.language.words.get_mut("language").expect("the table");
        said.insert("reviewed_by".to_owned(), "A clinician".to_owned());
        said.insert("reviewed_on".to_owned(), "2026-11-01".to_owned());
        drafts.push(other);
        let guides = languages::ship(&drafts).expect("guides");
        let wasm = wasm::Wasm {
            glue: String::new(),
            module: Vec::new(),
        };
        let files = guide_files(&root, &guides, &wasm).expect("files");
        let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["guide.en.html", "guide.ar-XB.html"]);
        assert!(files[1].1.contains("<html lang=\"ar-XB\" dir=\"rtl\">"));
    }
}
