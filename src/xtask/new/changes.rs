//! Changes of a content folder: tried on a copy first, then made; all of them or none.

use crate::folder::files;
use crate::{certificate, languages};
use anyhow::{Context, Result};
use engine::Problem;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

/// What will be written, by the place inside the folder.
pub struct Changes {
    content: PathBuf,
    files: Vec<Change>,
}

struct Change {
    file: String,
    text: String,
    /// Whether the file must not be there yet.
    new: bool,
}

impl Changes {
    /// None yet.
    pub fn to(content: &Path) -> Self {
        let content = content.to_owned();
        Self {
            content,
            files: Vec::new(),
        }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.content
    }

    /// Adds a file; where it stands already, nothing will be written.
    pub fn add(&mut self, file: &str, text: &str) {
        self.push(file, text.to_owned(), true);
    }

    /// Gives a file that stands another text; its lines end as they did.
    pub fn rewrite(&mut self, file: &str, text: String) {
        let windows = self.read(file).is_ok_and(|before| before.contains("\r\n"));
        let text = text.replace("\r\n", "\n");
        let text = match windows {
            true => text.replace('\n', "\r\n"),
            false => text,
        };
        self.push(file, text, false);
    }

    /// Gives a file that will be added another text.
    pub fn replace(&mut self, file: &str, text: String) {
        let added = self.files.iter_mut().find(|change| change.file == file);
        if let Some(change) = added {
            change.text = text;
        }
    }

    fn push(&mut self, file: &str, text: String, new: bool) {
        let file = file.to_owned();
        self.files.push(Change { file, text, new });
    }

    /// What a file of the folder says.
    pub fn read(&self, file: &str) -> Result<String, Vec<Problem>> {
        read(&self.content.join(file)).map_err(problem)
    }

    /// Adds copies of all files in a folder, to stand in `to`.
    pub fn copy(&mut self, from: &Path, to: &str) -> Result<(), Vec<Problem>> {
        for inside in files(from)? {
            let text = read(&from.join(&inside)).map_err(problem)?;
            let file = Path::new(to).join(inside);
            self.add(&file.to_string_lossy(), &text);
        }
        Ok(())
    }

    /// Makes them if the guide is whole afterwards; gives the files.
    pub fn make(self) -> Result<Vec<PathBuf>, Vec<Problem>> {
        let trial = Trial::new().map_err(problem)?;
        let copied = files(&self.content)?.iter().try_for_each(|inside| {
            let to = trial.0.join(inside);
            fs::create_dir_all(to.with_file_name(""))?;
            fs::copy(self.content.join(inside), to)?;
            Ok(())
        });
        copied.map_err(problem)?;
        self.write(&trial.0).map_err(problem)?;
        let guides = languages::check(&languages::drafts(&trial.0)?)?;
        certificate::of(&guides[0])?;
        self.write(&self.content).map_err(problem)
    }

    fn write(&self, folder: &Path) -> Result<Vec<PathBuf>> {
        let write = |change: &Change| {
            let path = folder.join(&change.file);
            let said = || format!("{} cannot be written", path.display());
            fs::create_dir_all(path.with_file_name("")).with_context(said)?;
            let mut options = OpenOptions::new();
            options.write(true).truncate(!change.new);
            options.create_new(change.new);
            let mut file = options.open(&path).with_context(said)?;
            file.write_all(change.text.as_bytes()).with_context(said)?;
            Ok(path)
        };
        self.files.iter().map(write).collect()
    }
}

/// A folder to try changes in, gone when it goes out of scope.
struct Trial(PathBuf);

impl Trial {
    fn new() -> Result<Self> {
        static NEXT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        let number = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let name = format!("aftercare-guide-new-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Trial {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

fn problem(error: anyhow::Error) -> Vec<Problem> {
    let hint = "see that the folder can be read and written, and that no such file stands there";
    vec![Problem::new("the folder", format!("{error:#}"), hint)]
}
