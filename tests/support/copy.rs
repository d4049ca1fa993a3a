//! A copy of the content, to change.

use super::root;
use std::fs;
use std::path::{Path, PathBuf};

/// A copy of content in the system's temporary folder, gone when it goes out of scope.
pub struct Copy(pub PathBuf);

impl Copy {
    /// A copy of the shipped content under this name.
    pub fn new(name: &str) -> Self {
        Self::of("src/content", name)
    }

    /// A copy of a folder of the repo under this name.
    pub fn of(content: &str, name: &str) -> Self {
        let id = format!("aftercare-guide-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(id);
        copy(&root().join(content), &folder);
        Self(folder)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

/// Copies a folder and all in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap_or_else(|error| panic!("{}: {error}", to.display()));
    for entry in fs::read_dir(from).expect("content") {
        let path = entry.expect("an entry").path();
        let to = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).expect("a copied file");
        }
    }
}
