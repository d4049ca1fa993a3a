//! A small static server on 127.0.0.1, for `serve` and for tests, which can ask what was requested.

use anyhow::{Result, anyhow};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use tiny_http::{Header, Method, Response};

/// What to serve.
#[derive(Default)]
pub struct Site {
    /// The folder whose files are served.
    pub folder: PathBuf,
    /// Pages by path, in front of the folder's files. For an empty one the browser stays where it is (status 204).
    pub pages: BTreeMap<String, String>,
    /// More headers: the end of a path, a name and a value. One of ours with the same name gives way.
    pub headers: Vec<(String, String, String)>,
    /// What every path under `/collect/` answers, as JSON, whatever is sent there; nothing is there if it is empty.
    pub collector: String,
}

/// A request that was made.
#[derive(Debug, Clone)]
pub struct Request {
    /// Path and query.
    pub path: String,
    /// What was sent with it.
    pub body: Vec<u8>,
    /// Headers, names in lower case.
    pub headers: BTreeMap<String, String>,
}

/// A running server; dropped, it stops.
pub struct Server {
    /// `http://127.0.0.1:PORT`
    pub address: String,
    listener: Arc<tiny_http::Server>,
    requests: Arc<Mutex<Vec<Request>>>,
    threads: Vec<JoinHandle<()>>,
}

impl Server {
    /// Starts on this port; 0 is any free one. The site may need to know the address.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(port: u16, site: impl FnOnce(&str) -> Site) -> Result<Self> {
        let listener = tiny_http::Server::http(("127.0.0.1", port))
            .map_err(|error| anyhow!("port {port}: {error}"))?;
        let listener = Arc::new(listener);
        let address = format!("http://{}", listener.server_addr());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let site = Arc::new(site(&address));
        let threads = (0..4)
            .map(|_| {
                let (listener, requests, site) = (listener.clone(), requests.clone(), site.clone());
                thread::spawn(move || {
                    while let Ok(request) = listener.recv() {
                        answer(&site, &requests, request);
                    }
                })
            })
            .collect();
        Ok(Self {
            address,
            listener,
            requests,
            threads,
        })
    }

    /// Every request so far, in order.
    pub fn requests(&self) -> Vec<Request> {
        self.requests
            .lock()
            .map(|requests| requests.clone())
            .unwrap_or_default()
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        for thread in std::mem::take(&mut self.threads) {
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for _ in &self.threads {
            self.listener.unblock();
        }
    }
}

fn answer(site: &Site, requests: &Mutex<Vec<Request>>, mut request: tiny_http::Request) {
    let mut sent = Vec::new();
    // What ends too early is kept as far as it came.
    let _ = request.as_reader().read_to_end(&mut sent);
    let headers = request.headers().iter().map(|header| {
        (
            header.field.to_string().to_lowercase(),
            header.value.to_string(),
        )
    });
    let seen = Request {
        path: request.url().to_owned(),
        body: sent,
        headers: headers.collect(),
    };
    let path = seen
        .path
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .to_owned();
    if let Ok(mut requests) = requests.lock() {
        requests.push(seen);
    }
    let found = if path.starts_with("/collect/") && !site.collector.is_empty() {
        Some((site.collector.clone().into_bytes(), "application/json"))
    } else {
        matches!(request.method(), Method::Get | Method::Head)
            .then(|| body(site, &path))
            .flatten()
    };
    let mut headers = vec![("Cache-Control".to_owned(), "no-store".to_owned())];
    let (body, status) = match found {
        Some((body, _)) if body.is_empty() => (body, 204),
        Some((body, kind)) => {
            headers.push(("Content-Type".to_owned(), kind.to_owned()));
            (body, 200)
        }
        None => (b"not found".to_vec(), 404),
    };
    for (end, name, value) in &site.headers {
        if path.ends_with(end.as_str()) {
            headers.retain(|(known, _)| known != name);
            headers.push((name.clone(), value.clone()));
        }
    }
    let mut response = Response::from_data(body).with_status_code(status);
    for (name, value) in headers {
        // What is no header is left out, as a host would.
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    let _ = request.respond(response);
}

fn body(site: &Site, path: &str) -> Option<(Vec<u8>, &'static str)> {
    if let Some(page) = site.pages.get(path) {
        return Some((page.clone().into_bytes(), kind(Path::new(path))));
    }
    let file = inside(&site.folder, path)?;
    let kind = kind(&file);
    Some((fs::read(file).ok()?, kind))
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
