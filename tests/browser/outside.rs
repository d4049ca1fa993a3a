//! The rest of the world, as the browsers of these tests have it: a proxy that gives nothing and remembers every address that was
//! asked for. What a page sends anywhere but to the test's own server is seen here.

use std::collections::BTreeSet;
use std::sync::LazyLock;
use xtask::server::{Server, Site};

static PROXY: LazyLock<Server> =
    LazyLock::new(|| Server::start(0, |_| Site::default()).expect("a free port"));

/// Machine and port of the proxy.
pub fn proxy() -> (&'static str, &'static str) {
    let address = PROXY.address.trim_start_matches("http://");
    address.split_once(':').expect("a port")
}

/// Machines that do not exist: `leaks.rs` asks for them, to see that it is seen.
pub const CONTROL: &str = "control.test";

/// What the browsers ask of their makers, whatever page is shown; no tracker of `trackers/` is at home there.
const MAKERS: [&str; 6] = [
    "google.com",
    "googleapis.com",
    "gvt1.com",
    "mozilla.com",
    "mozilla.net",
    "mozilla.org",
];

/// Every address that pages asked for: whole where it is plain, machine and port where it is encrypted.
pub fn asked() -> BTreeSet<String> {
    let addresses = all().into_iter();
    addresses.filter(|address| is_of_a_page(address)).collect()
}

/// Every address that was asked for, by whatever.
pub fn all() -> BTreeSet<String> {
    PROXY
        .requests()
        .into_iter()
        .map(|request| request.path)
        .collect()
}

fn is_of_a_page(address: &str) -> bool {
    let (_, machine) = address.split_once("://").unwrap_or(("", address));
    let machine = machine.split([':', '/']).next().unwrap_or_default();
    let belongs = |known: &str| machine == known || machine.ends_with(&format!(".{known}"));
    !belongs(CONTROL) && !MAKERS.into_iter().any(belongs)
}
