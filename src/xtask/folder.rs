//! Every file in a folder and in those inside it, or why one cannot be reached.

use engine::Problem;
use std::fs;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

/// Folders lie in one another no deeper: content needs three, a version-control folder beside it six.
const DEEPEST: usize = 12;

/// The files by their places inside the folder, in order; none where there is no folder.
///
/// # Errors
/// Every place that cannot be read, leads back to where it stands, or lies too deep.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, Vec<Problem>> {
    let mut walk = Walk {
        folder,
        files: Vec::new(),
        problems: Vec::new(),
    };
    if folder.exists() {
        walk.enter(Path::new(""), &mut Vec::new());
    }
    walk.files.sort();
    match walk.problems.is_empty() {
        true => Ok(walk.files),
        false => Err(walk.problems),
    }
}

/// What is wrong with a file or folder that cannot be read, and what to do.
pub fn unreadable(error: &Error) -> (String, &'static str) {
    match error.kind() {
        ErrorKind::NotFound => ("it is missing".to_owned(), "add the file"),
        ErrorKind::InvalidData => (
            "it is not UTF-8 text".to_owned(),
            "save it as UTF-8, which every text editor can do",
        ),
        // Its kind has no stable name yet.
        _ if error.to_string().contains("symbolic links") => (
            "it is a link that leads back to itself".to_owned(),
            "take the link away, and put what it was to lead to in its place",
        ),
        _ => (format!("it cannot be read: {error}"), "see who may read it"),
    }
}

struct Walk<'f> {
    folder: &'f Path,
    files: Vec<PathBuf>,
    problems: Vec<Problem>,
}

impl Walk<'_> {
    /// Goes through a folder; `above` holds those that it lies in, as they are without links.
    fn enter(&mut self, inside: &Path, above: &mut Vec<PathBuf>) {
        let place = self.folder.join(inside);
        let read = place
            .canonicalize()
            .and_then(|real| Ok((real, fs::read_dir(&place)?)));
        let (real, entries) = match read {
            Ok(read) => read,
            Err(error) => return self.unreadable(inside, &error),
        };
        if above.contains(&real) {
            let message = "it is a link to a folder that it stands in, so it has no end";
            return self.problem(inside, message, "take the link away");
        }
        if above.len() > DEEPEST {
            let message = format!("folders lie in one another here, more than {DEEPEST} deep");
            return self.problem(
                inside,
                &message,
                "take away what does not belong to the guide",
            );
        }
        above.push(real);
        for entry in entries {
            match entry {
                Ok(entry) => self.entry(&inside.join(entry.file_name()), above),
                Err(error) => self.unreadable(inside, &error),
            }
        }
        above.pop();
    }

    fn entry(&mut self, inside: &Path, above: &mut Vec<PathBuf>) {
        match fs::metadata(self.folder.join(inside)) {
            Ok(found) if found.is_dir() => self.enter(inside, above),
            Ok(found) if found.is_file() => self.files.push(inside.to_owned()),
            Ok(_) => self.problem(inside, "it is neither a file nor a folder", "take it away"),
            Err(error) => self.unreadable(inside, &error),
        }
    }

    fn unreadable(&mut self, inside: &Path, error: &Error) {
        let (message, hint) = unreadable(error);
        self.problem(inside, &message, hint);
    }

    fn problem(&mut self, inside: &Path, message: &str, hint: &str) {
        let place = inside.display().to_string();
        self.problems.push(Problem::new(place, message, hint));
    }
}
