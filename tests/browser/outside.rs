//! The rest of the world, as a browser of these tests has it: a proxy that gives nothing and remembers every address that was asked
//! for. What a page sends anywhere but to the test's own server is seen here.

use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use xtask::server::{Server, Site};

/// What the browsers ask of their makers, whatever page is shown; no tracker of `trackers/` is at home there.
const MAKERS: [&str; 6] = [
    "google.com",
    "googleapis.com",
    "gvt1.com",
    "mozilla.com",
    "mozilla.net",
    "mozilla.org",
];

/// One browser's.
pub struct Outside {
    proxy: Server,
    /// How many addresses earlier visitors at this browser had asked for.
    before: AtomicUsize,
}

impl Outside {
    pub fn start() -> Result<Self> {
        Ok(Self {
            proxy: Server::start(0, |_| Site::default())?,
            before: AtomicUsize::new(0),
        })
    }

    /// Machine and port of the proxy.
    pub fn proxy(&self) -> Result<(&str, u16)> {
        let address = self.proxy.address.trim_start_matches("http://");
        let (machine, port) = address.split_once(':').context("a port")?;
        Ok((machine, port.parse()?))
    }

    /// A new visitor has asked for nothing yet.
    pub fn forget(&self) {
        self.before
            .store(self.proxy.requests().len(), Ordering::Relaxed);
    }

    /// Every address that this visitor's pages asked for: whole where it is plain, machine and port where it is encrypted.
    pub fn asked(&self) -> BTreeSet<String> {
        let before = self.before.load(Ordering::Relaxed);
        let asked = self.proxy.requests().into_iter().skip(before);
        let addresses = asked.map(|request| request.path);
        addresses.filter(|address| is_of_a_page(address)).collect()
    }
}

fn is_of_a_page(address: &str) -> bool {
    let (_, machine) = address.split_once("://").unwrap_or(("", address));
    let machine = machine.split([':', '/']).next().unwrap_or_default();
    let belongs = |known: &str| machine == known || machine.ends_with(&format!(".{known}"));
    !MAKERS.into_iter().any(belongs)
}
