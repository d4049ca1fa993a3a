//! The plugin's files.

use super::facts::facts;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// The plugin's name, and its folder's.
pub const NAME: &str = "aftercare-guide";

/// What is written by hand.
const SOURCE: &str = "src/integrations/wordpress";

/// Every file of the plugin, by its path in the plugin's folder, in order: what is written by hand, the guide's files from `dist/`,
/// and what the build knows of the regions.
///
/// # Errors
/// When a file cannot be read.
pub fn plugin(root: &Path, dist: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    read_all(&root.join(SOURCE), "", &mut files)?;
    for (_, content) in &mut files {
        *content = with_version(content);
    }
    let mut guide = Vec::new();
    read_all(dist, "guide/", &mut guide)?;
    files.extend(guide.into_iter().filter(|(path, _)| is_for_a_site(path)));
    files.push(("guide/regions.json".to_owned(), facts(root)?.into_bytes()));
    files.push((
        "LICENSE".to_owned(),
        fs::read(root.join("LICENSE")).context("LICENSE")?,
    ));
    files.sort();
    Ok(files)
}

/// The loader, and the guide in each language.
fn is_for_a_site(path: &str) -> bool {
    path == "guide/aftercare-guide.js"
        || (path.starts_with("guide/guide.") && path.ends_with(".html"))
}

/// All texts that are written by hand say their version in one way.
fn with_version(content: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(content);
    text.replace("{version}", env!("CARGO_PKG_VERSION"))
        .into_bytes()
}

fn read_all(folder: &Path, within: &str, files: &mut Vec<(String, Vec<u8>)>) -> Result<()> {
    let unread = || format!("{} cannot be read", folder.display());
    for entry in fs::read_dir(folder).with_context(unread)? {
        let path = entry.with_context(unread)?.path();
        let name = path
            .file_name()
            .context("a name")?
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            read_all(&path, &format!("{within}{name}/"), files)?;
        } else {
            files.push((
                format!("{within}{name}"),
                fs::read(&path).with_context(unread)?,
            ));
        }
    }
    Ok(())
}
