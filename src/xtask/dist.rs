//! `dist/`: the two product files, the list of what they are made of, their sums, and the demo beside them.

use crate::guide_file::{Parts, assemble};
use crate::setup::Places;
use crate::toolchain::Toolchain;
use crate::{content, report, sbom, sums, todo, wasm};
use aftercare_guide::still;
use anyhow::{Context, Result, anyhow};
use engine::{Guide, Problem, Session, Settings};
use std::fs;
use std::path::{Path, PathBuf};

/// Builds everything a site needs into `dist/`, which then holds nothing else.
///
/// # Errors
/// When content, widget or template is wrong; `dist/` is then left as it was.
pub fn build(root: &Path, target: &Path, toolchain: &Toolchain) -> Result<()> {
    let language = "en";
    let refused = |problems: Vec<Problem>| anyhow!(report::problems(&problems));
    let draft = content::draft(&root.join("src/content"), language).map_err(refused)?;
    let unreviewed = todo::drafts(&draft);
    let guide = engine::check(draft).map_err(refused)?;
    let wasm = wasm::build(root, target, toolchain, "")?;
    let file = guide_file(root, &guide, &wasm)?;
    let read = |path: &str| {
        fs::read_to_string(root.join(path)).with_context(|| format!("{path} cannot be read"))
    };
    let list = sbom::of(root, target, toolchain).context("what is shipped cannot be listed")?;
    let shipped = [
        ("aftercare-guide.js", read("src/loader/aftercare-guide.js")?),
        (&format!("guide.{language}.html"), file),
        (sbom::FILE, list),
    ];
    let sums = sums::of(shipped.iter().map(|(name, text)| (*name, text.as_str())));
    let beside = [
        (sums::FILE, sums),
        ("index.html", read("index.html")?),
        ("support.html", read("src/xtask/demo/support.html")?),
    ];
    let dist = root.join("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist).context("dist/ cannot be emptied")?;
    }
    fs::create_dir_all(&dist).context("dist/ cannot be made")?;
    for (name, text) in shipped.iter().chain(&beside) {
        fs::write(dist.join(name), text)
            .with_context(|| format!("dist/{name} cannot be written"))?;
        report::size(name, text.as_bytes());
    }
    report::size("the wasm in it", &wasm.module);
    println!(
        "  integrity of the loader: {}",
        sums::integrity(&shipped[0].1)
    );
    if !unreviewed.is_empty() {
        println!("  draft: not yet reviewed: {}", unreviewed.join(", "));
    }
    Ok(())
}

/// A guide file that panics when a test says so.
pub fn faulty(places: &Places) -> PathBuf {
    places.target.join("fault/guide.en.html")
}

/// Builds the guide file that panics when a test says so; it is never shipped.
///
/// # Errors
/// As [`build`].
pub fn build_faulty(places: &Places, toolchain: &Toolchain) -> Result<()> {
    let guide = content::load(&places.root.join("src/content"), "en")
        .map_err(|problems| anyhow!(report::problems(&problems)))?;
    let wasm = wasm::build(&places.root, &places.target, toolchain, "fault")?;
    let file = faulty(places);
    fs::create_dir_all(file.with_file_name("")).context("target/fault/ cannot be made")?;
    fs::write(&file, guide_file(&places.root, &guide, &wasm)?)
        .with_context(|| format!("{} cannot be written", file.display()))
}

fn guide_file(root: &Path, guide: &Guide, wasm: &wasm::Wasm) -> Result<String> {
    let read = |path: &str| {
        fs::read_to_string(root.join(path)).with_context(|| format!("{path} cannot be read"))
    };
    let (settings, _) = Settings::check(guide, &[]);
    let first_screen = still::screen(guide, &settings, Session::new(guide, settings.region));
    let words = &guide.words;
    assemble(&Parts {
        template: &read("src/widget/frame/guide.html")?,
        texts: &[
            ("lang", &words.language.code),
            ("dir", &words.language.direction),
            ("title", &words.common.document_title),
            ("settings", ""),
            ("style", &style(root)?),
            ("said", &still::leaving(guide)),
            ("leave", &read("src/widget/frame/leave.js")?),
            ("life", &read("src/widget/frame/life.js")?),
            ("colour", &read("src/widget/frame/colour.js")?),
            ("boot", &read("src/widget/frame/boot.js")?),
            ("first_screen", &first_screen),
            ("plain", &still::plain(guide)),
            ("glue", &wasm.glue),
            ("start", &read("src/widget/frame/start.js")?),
        ],
        guide: &postcard::to_stdvec(guide).context("postcard")?,
        wasm: &wasm.module,
    })
}

/// Tokens, the guide's looks, then every theme.
fn style(root: &Path) -> Result<String> {
    let styles = root.join("styles");
    let mut files = vec![styles.join("tokens.css"), styles.join("guide.css")];
    let mut themes: Vec<_> = fs::read_dir(styles.join("themes"))
        .context("styles/themes cannot be read")?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    themes.sort();
    files.extend(themes);
    let texts = files.iter().map(|path| {
        fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
    });
    Ok(texts.collect::<Result<Vec<_>>>()?.join("\n"))
}
