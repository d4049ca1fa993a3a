//! What a server serves: a folder, pages in front of it, headers, and a collector that takes what it is sent.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// What to serve.
#[derive(Default)]
pub struct Site {
    /// The folder whose files are served.
    pub folder: PathBuf,
    /// Pages by path, in front of the folder's files. For an empty one the browser stays where it is (status 204).
    pub pages: BTreeMap<String, String>,
    /// More headers: the end of a path, a name and a value. One of ours with the same name gives way, to nothing where it is empty.
    pub headers: Vec<(String, String, String)>,
    /// What every path under `/collect/` answers, as JSON, whatever is sent there; nothing is there if it is empty.
    pub collector: String,
}

/// What is sent back.
pub(crate) struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Site {
    /// The answer to a request for this path; files and pages can only be read.
    pub(crate) fn answer(&self, path: &str, reads: bool) -> Answer {
        let found = if path.starts_with("/collect/") && !self.collector.is_empty() {
            Some((self.collector.clone().into_bytes(), "application/json"))
        } else {
            reads.then(|| self.file(path)).flatten()
        };
        let mut headers = vec![("Cache-Control".to_owned(), "no-store".to_owned())];
        let (status, body) = match found {
            Some((body, _)) if body.is_empty() => (204, body),
            Some((body, kind)) => {
                headers.push(("Content-Type".to_owned(), kind.to_owned()));
                (200, body)
            }
            None => (404, b"not found".to_vec()),
        };
        for (end, name, value) in &self.headers {
            if path.ends_with(end.as_str()) {
                headers.retain(|(known, _)| known != name);
                if !value.is_empty() {
                    headers.push((name.clone(), value.clone()));
                }
            }
        }
        Answer {
            status,
            headers,
            body,
        }
    }

    fn file(&self, path: &str) -> Option<(Vec<u8>, &'static str)> {
        if let Some(page) = self.pages.get(path) {
            return Some((page.clone().into_bytes(), kind(Path::new(path))));
        }
        let file = inside(&self.folder, path)?;
        let kind = kind(&file);
        Some((fs::read(file).ok()?, kind))
    }
}

/// A file's type, by the end of its name; without one it is a page.
fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
        None | Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The file behind a path; nothing outside the folder.
fn inside(folder: &Path, path: &str) -> Option<PathBuf> {
    let relative = Path::new(path.trim_start_matches('/'));
    let plain = relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let relative = if path.ends_with('/') {
        relative.join("index.html")
    } else {
        relative.to_owned()
    };
    plain.then(|| folder.join(relative))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_inside_the_folder() {
        let folder = Path::new("/site");
        assert_eq!(inside(folder, "/"), Some("/site/index.html".into()));
        assert_eq!(inside(folder, "/a/b.js"), Some("/site/a/b.js".into()));
        for outside in ["/../secret", "/a/../../secret", "//etc/./../passwd"] {
            assert_eq!(inside(folder, outside), None, "{outside}");
        }
    }
}
