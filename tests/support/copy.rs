//! A copy of the content, to change.

use super::root;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A copy of content in the system's temporary folder, gone when it goes out of scope.
pub struct Copy(pub PathBuf);

impl Copy {
    /// A copy of the shipped content under this name.
    pub fn new(name: &str) -> Self {
        Self::of("src/content", name)
    }

    /// A copy of a folder of the repo under this name, which several can have at once.
    pub fn of(content: &str, name: &str) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let id = format!("aftercare-guide-{name}-{}-{number}", std::process::id());
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

/// Copies all that stands in a folder into another, which need not be there yet.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap_or_else(|error| panic!("{}: {error}", to.display()));
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let to = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).expect("a copied file");
        }
    }
}
