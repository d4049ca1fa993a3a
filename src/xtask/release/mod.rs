//! `cargo xtask release`: what a site owner downloads, as one zip. The same source gives the same bytes.

mod files;
pub mod links;
pub mod pack;
mod page;

pub use files::files;

use crate::sbom::manifest;
use crate::setup::{self, Places};
use crate::{dist, languages, report, todo};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

/// One release: which version, and what nobody has reviewed yet.
pub struct Release {
    version: String,
    unreviewed: Vec<String>,
}

impl Release {
    /// A release, or a draft of one.
    ///
    /// # Errors
    /// When it is not called a draft, and yet something has no reviewer.
    pub fn new(version: &str, unreviewed: &[String], draft: bool) -> Result<Self> {
        ensure!(
            draft || unreviewed.is_empty(),
            "not packed: nobody is named yet as having reviewed {}\n  \
            hint: ask a clinician or a survivor service to read them; then put their name into `reviewed_by` and the day into \
            `reviewed_on`, in `words.toml` of each language and in each region's file (`cargo xtask check` lists them). \
            A draft to look at, not for visitors: cargo xtask release --draft",
            unreviewed.join(", ")
        );
        Ok(Self {
            version: version.to_owned(),
            unreviewed: unreviewed.to_vec(),
        })
    }

    /// The folder in the zip.
    pub fn folder(&self) -> String {
        format!("aftercare-guide-{}", self.version)
    }

    /// The zip's file name.
    pub fn name(&self) -> String {
        let draft = if self.unreviewed.is_empty() {
            ""
        } else {
            "-draft"
        };
        format!("{}{draft}.zip", self.folder())
    }

    /// What the owner's guide begins with, as long as this is a draft.
    pub fn draft(&self) -> Option<String> {
        let what = self.unreviewed.join(", ");
        (!what.is_empty()).then(|| {
            format!("Draft, not for visitors yet. Nobody is named as having reviewed: {what}.")
        })
    }
}

/// The version in our manifest.
///
/// # Errors
/// When the manifest cannot be read.
pub fn version(root: &Path) -> Result<String> {
    let ours = manifest::ours(root)?;
    manifest::text(
        &manifest::above(&root.join("Cargo.toml"))?,
        "version",
        &ours,
    )
}

/// Builds, and packs the zip into `target/release-zip/`.
///
/// # Errors
/// When it may not be packed yet, or something cannot be built or written.
pub fn run(places: &Places, draft: bool) -> Result<()> {
    let content = places.root.join("src/content");
    let drafts = languages::drafts(&content).map_err(report::refused(&content))?;
    let release = Release::new(&version(&places.root)?, &todo::drafts(&drafts), draft)?;
    let toolchain = setup::for_build(places)?;
    dist::build(&places.root, &places.target, &toolchain)?;
    let files = files(
        &places.root,
        &places.root.join("dist"),
        release.draft().as_deref(),
    )?;
    let zip = pack::zip(&release.folder(), &files)?;
    let folder = places.target.join("release-zip");
    let file = folder.join(release.name());
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&file, &zip))
        .with_context(|| format!("{} cannot be written", file.display()))?;
    println!(
        "Packed {} ({} files, {} kB); begin with owner.html in it",
        file.display(),
        files.len(),
        zip.len() / 1000
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_has_reviewed_is_packed_only_as_a_draft() {
        let unreviewed = ["words (en)".to_owned(), "region malta".to_owned()];
        let refused = Release::new("1.2.3", &unreviewed, false)
            .err()
            .expect("a refusal");
        let said = refused.to_string();
        for part in [
            "words (en), region malta",
            "`reviewed_by`",
            "cargo xtask release --draft",
        ] {
            assert!(said.contains(part), "{part} is not in: {said}");
        }
        let draft = Release::new("1.2.3", &unreviewed, true).expect("a draft");
        assert_eq!(draft.name(), "aftercare-guide-1.2.3-draft.zip");
        assert!(
            draft
                .draft()
                .expect("a line")
                .contains("words (en), region malta")
        );
    }

    #[test]
    fn what_is_reviewed_is_no_draft_though_it_is_called_one() {
        for called in [false, true] {
            let release = Release::new("1.2.3", &[], called).expect("a release");
            assert_eq!(release.name(), "aftercare-guide-1.2.3.zip");
            assert_eq!(release.folder(), "aftercare-guide-1.2.3");
            assert_eq!(release.draft(), None);
        }
    }
}
