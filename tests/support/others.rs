//! Guides about something else, in `tests/guides/`.

use super::{Journey, journeys_in, root};
use engine::Guide;
use std::fs;
use std::path::{Path, PathBuf};

/// A guide as it stands in its folder.
pub struct Other {
    /// The folder's name.
    pub name: String,
    /// The guide, checked.
    pub guide: Guide,
    /// Its journeys, by name.
    pub journeys: Vec<Journey>,
}

/// Every one of them.
pub fn others() -> Vec<Other> {
    let entries = fs::read_dir(root().join("tests/guides")).expect("tests/guides");
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders
        .iter()
        .map(|folder| Other {
            name: folder
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned(),
            guide: load(folder),
            journeys: journeys_in(&folder.join("journeys")),
        })
        .collect()
}

fn load(folder: &Path) -> Guide {
    xtask::content::load(folder, "en").unwrap_or_else(|problems| {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        panic!("{}\n{}", folder.display(), lines.join("\n"))
    })
}
