//! What stands in the release, and where.

use super::links::Places;
use super::pack::{self, File};
use super::page::page;
use crate::{review, sums, wordpress};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Our texts that become pages: where each stands in the repo, and in the release.
const PAGES: [(&str, &str); 7] = [
    (OWNER, "owner.html"),
    ("src/docs/privacy.md", "privacy.html"),
    ("src/docs/hosting.md", "hosting.html"),
    ("README.md", "README.html"),
    ("CHANGELOG.md", "CHANGELOG.html"),
    (".github/SECURITY.md", "SECURITY.html"),
    ("styles/README.md", "styles/README.html"),
];

/// The owner's guide: the one page that says draft.
const OWNER: &str = "src/docs/owner.md";

/// Texts that stay what they are.
const LICENCE: &str = "LICENSE";

/// A page that holds nothing but the guide, for whoever has no other place for it.
const OWN_PAGE: &str = "src/docs/page-of-your-own.html";

/// The folder of that page: all that a static host needs.
const OWN: &str = "page-of-your-own";

/// The folder of the sheets for whoever reviews the words and the numbers.
const REVIEW: &str = "review";

/// Files in `dist/` that only show the guide to us.
const DEMO: [&str; 2] = ["index.html", "support.html"];

/// Every file of the release, in order, with the sums of all others; `draft` is what the owner's guide begins with.
///
/// # Errors
/// When something that belongs in it cannot be read or made.
pub fn files(root: &Path, dist: &Path, draft: Option<&str>) -> Result<Vec<File>> {
    let mut files = shipped(dist)?;
    files.extend(own_page(root, &files)?);
    files.extend(kept(root)?);
    files.extend(pages(root, draft)?);
    files.extend(sheets(root)?);
    files.push(plugin(root, dist)?);
    files.sort();
    let named = files
        .iter()
        .map(|(path, bytes)| (path.as_str(), &bytes[..]));
    let sums = sums::of(named).into_bytes();
    files.push((sums::FILE.to_owned(), sums));
    Ok(files)
}

/// What the build made for a site.
fn shipped(dist: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for file in fs::read_dir(dist).context("there is no dist/")? {
        let file = file?;
        let name = file.file_name().to_string_lossy().into_owned();
        if !DEMO.contains(&name.as_str()) {
            files.push((format!("dist/{name}"), fs::read(file.path())?));
        }
    }
    Ok(files)
}

/// A folder that can be put online as it is, once a few places in it are filled in.
fn own_page(root: &Path, shipped: &[File]) -> Result<Vec<File>> {
    let hosting = fs::read_to_string(root.join("src/docs/hosting.md")).context("hosting.md")?;
    let headers = headers_file(&hosting).context("hosting.md has no lines for `_headers`")?;
    let guide = shipped.iter().filter_map(|(path, bytes)| {
        let name = path.strip_prefix("dist/")?;
        let needed = name == "aftercare-guide.js" || name.starts_with("guide.");
        needed.then(|| (format!("{OWN}/{name}"), bytes.clone()))
    });
    let mut files: Vec<_> = guide.collect();
    files.push((format!("{OWN}/index.html"), read(root, OWN_PAGE)?));
    files.push((format!("{OWN}/_headers"), headers.into_bytes()));
    Ok(files)
}

/// The lines for a file of headers, as the owner reads them.
fn headers_file(hosting: &str) -> Option<String> {
    let blocks = hosting.split("```").skip(1).step_by(2);
    let mut blocks = blocks.filter_map(|block| block.strip_prefix('\n'));
    blocks
        .find(|block| block.starts_with("/guide."))
        .map(str::to_owned)
}

fn kept(root: &Path) -> Result<Vec<File>> {
    let mut files = vec![(LICENCE.to_owned(), read(root, LICENCE)?)];
    for theme in themes(root)? {
        files.push((theme.clone(), read(root, &theme)?));
    }
    Ok(files)
}

fn themes(root: &Path) -> Result<Vec<String>> {
    let folder = fs::read_dir(root.join("styles/themes")).context("no styles/themes")?;
    let names = folder.map(|theme| Ok(theme?.file_name().to_string_lossy().into_owned()));
    let names: Result<Vec<String>> = names.collect();
    Ok(names?
        .iter()
        .map(|name| format!("styles/themes/{name}"))
        .collect())
}

/// Where the release holds what our texts link to.
fn places(root: &Path) -> Result<Places> {
    let same = themes(root)?.into_iter().chain([LICENCE.to_owned()]);
    let same = same.map(|path| (path.clone(), path));
    let pages = PAGES.map(|(from, to)| (from.to_owned(), to.to_owned()));
    Ok(same.chain(pages).collect())
}

fn pages(root: &Path, draft: Option<&str>) -> Result<Vec<File>> {
    let places = places(root)?;
    let pages = PAGES.iter().map(|(from, to)| {
        let draft = draft.filter(|_| *from == OWNER);
        let page = page(root, from, &places, draft)?;
        Ok(((*to).to_owned(), page.into_bytes()))
    });
    pages.collect()
}

/// What reviewers read and sign. They name the version, not the day: the same source gives the same bytes.
fn sheets(root: &Path) -> Result<Vec<File>> {
    let made = format!("of version {}", super::version(root)?);
    let sheets = review::sheets_made(&root.join("src/content"), &made)?;
    Ok(sheets
        .into_iter()
        .map(|(name, text)| (format!("{REVIEW}/{name}"), text.into_bytes()))
        .collect())
}

/// The plugin for WordPress, as WordPress takes it: a zip with one folder.
fn plugin(root: &Path, dist: &Path) -> Result<File> {
    let zip = pack::zip(wordpress::NAME, &wordpress::plugin(root, dist)?)?;
    Ok((format!("{}-wordpress.zip", wordpress::NAME), zip))
}

fn read(root: &Path, path: &str) -> Result<Vec<u8>> {
    fs::read(root.join(path)).with_context(|| format!("{path} cannot be read"))
}
