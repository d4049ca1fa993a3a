//! What no script may name: ways out that no policy closes.

use builder::markup::Tag;

/// What no script of the file may name. A policy refuses all of it but calls between browsers, new windows, and connections that
/// are made ahead of a request (`preconnect`), which Chromium and Firefox have no directive for.
const REACHING_OUT: [&str; 10] = [
    "RTCPeerConnection",
    "XMLHttpRequest",
    "WebSocket",
    "WebTransport",
    "EventSource",
    "sendBeacon",
    "fetch(",
    "window.open",
    "preconnect",
    "dns-prefetch",
];

pub(super) fn reaches_out(script: &Tag) -> Option<&'static str> {
    let runs = script.attributes.is_empty();
    let mut names = REACHING_OUT.into_iter();
    names.find(|name| runs && script.text.contains(name))
}

/// The only two uses of its address that the guide has: the owner's settings are read, and Leave goes to the link in the bar.
const OWN_ADDRESS: [&str; 2] = [
    "location.hash.slice(1)",
    "window.top.location.replace(document.querySelector('[data-do=\"leave\"]').href)",
];

/// What no script of the guide may name: ways to another page that no policy closes, and places where the page around, the
/// history or the disk would keep something.
const WAYS_OUT: [&str; 10] = [
    "location",
    "history",
    "http-equiv",
    "httpEquiv",
    ".submit",
    ".download",
    "document.title",
    "window.name",
    "cookie",
    "Storage",
];

pub(super) fn way_out(tag: &Tag) -> Option<String> {
    let runs = tag.name == "script" && tag.attributes.is_empty();
    let remove = |text: String, known: &&str| text.replace(*known, "");
    let text = OWN_ADDRESS.iter().fold(tag.text.to_owned(), remove);
    let mut names = WAYS_OUT.into_iter().filter(|_| runs);
    let found = names.find(|name| text.contains(name))?;
    Some(format!("it holds `{found}` in a script of the guide"))
}
