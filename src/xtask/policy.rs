//! The content security policy of the guide file: it allows the file's own scripts and styles by hash, and no request.

use base64::prelude::{BASE64_STANDARD, Engine};
use builder::markup::{Tag, tags};
use sha2::{Digest, Sha256};

/// The policy of the guide file with these contents, as the `<meta>` that stands first in the head.
pub fn of(html: &str) -> String {
    with(html, "")
}

/// The builder page's: it may show a guide file that stands beside it, also where both are files on a disk.
pub fn of_builder(html: &str) -> String {
    with(html, "frame-src 'self' file:; ")
}

fn with(html: &str, more: &str) -> String {
    let tags = tags(html);
    let (scripts, styles) = (hashes(&tags, "script"), hashes(&tags, "style"));
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; \
         style-src {styles}; img-src data:; {more}connect-src 'none'; form-action 'none'; base-uri 'none'\">"
    )
}

/// The file with the policy for what stands in it now: a test changes a script on purpose.
pub fn renewed(file: &str) -> String {
    let tags = tags(file);
    let old = tags
        .iter()
        .find(|tag| tag.attribute("http-equiv").is_some());
    let Some(start) = old.map(|tag| tag.at) else {
        return file.to_owned();
    };
    let end = file[start..]
        .find('>')
        .map_or(file.len(), |end| start + end + 1);
    format!("{}{}{}", &file[..start], of(file), &file[end..])
}

/// The hashes of all elements of this kind that a browser runs or applies.
fn hashes(tags: &[Tag], name: &str) -> String {
    let active = tags
        .iter()
        .filter(|tag| tag.name == name && tag.attributes.is_empty());
    active
        .map(|tag| hash(tag.text))
        .collect::<Vec<_>>()
        .join(" ")
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// Every broken promise of a finished guide file; none is a good file.
pub fn verify(file: &str) -> Vec<String> {
    let tags = tags(file);
    let mut broken = text_problems(file);
    broken.extend(policy_problems(file, &tags, of));
    broken.extend(tags.iter().flat_map(tag_problems));
    broken.extend(tags.iter().filter_map(way_out));
    broken
}

/// Every broken promise of a finished builder page. It holds a form, which its policy lets send nothing.
pub fn verify_builder(file: &str) -> Vec<String> {
    let tags = tags(file);
    let mut broken = text_problems(file);
    broken.extend(policy_problems(file, &tags, of_builder));
    broken.extend(
        tags.iter()
            .filter(|tag| tag.name != "form")
            .flat_map(tag_problems),
    );
    broken
}

/// What would make a browser read other bytes than those that were hashed.
fn text_problems(file: &str) -> Vec<String> {
    let mut broken = Vec::new();
    if !file.starts_with('\u{feff}') {
        broken.push("it does not begin with a byte order mark".to_owned());
    }
    if file.contains(['\r', '\0']) {
        broken.push(
            "it holds a carriage return or a NUL: browsers change those, and the hashes fail"
                .to_owned(),
        );
    }
    broken
}

fn policy_problems(file: &str, tags: &[Tag], policy_of: fn(&str) -> String) -> Vec<String> {
    let is_policy = |tag: &&Tag| tag.attribute("http-equiv") == Some("Content-Security-Policy");
    let Some(policy) = tags.iter().find(is_policy) else {
        return vec!["it has no policy".to_owned()];
    };
    let mut broken = Vec::new();
    if !file[policy.at..].starts_with(&policy_of(file)) {
        broken.push("the policy's hashes are not those of its scripts and styles".to_owned());
    }
    let active = |tag: &Tag| tag.at < policy.at && ["script", "style"].contains(&tag.name.as_str());
    if tags.iter().any(active) {
        broken.push("something stands before the policy".to_owned());
    }
    broken
}

/// Elements that load, send, or change where links lead.
const FORBIDDEN: [&str; 13] = [
    "link", "base", "form", "iframe", "frame", "object", "embed", "video", "audio", "source",
    "track", "portal", "template",
];

/// Attributes that load, send, or are refused by the policy; those that begin with `on` besides.
const LOADING: [&str; 12] = [
    "src",
    "srcset",
    "style",
    "action",
    "formaction",
    "ping",
    "background",
    "poster",
    "data",
    "manifest",
    "xlink:href",
    "attributionsrc",
];

/// Where a link may lead.
const LINKS: [&str; 5] = ["#", "https://", "mailto:", "tel:", "sms:"];

fn tag_problems(tag: &Tag) -> Vec<String> {
    let mut broken = Vec::new();
    let mut say = |what: String| broken.push(format!("it holds {what}"));
    if FORBIDDEN.contains(&tag.name.as_str()) {
        say(format!("`<{}>`", tag.name));
    }
    for (name, value) in &tag.attributes {
        let data_image = tag.name == "img" && name == "src" && value.starts_with("data:");
        if (LOADING.contains(&name.as_str()) && !data_image) || name.starts_with("on") {
            say(format!("`{name}=` on `<{}>`", tag.name));
        }
        if name == "href"
            && (tag.name != "a" || !LINKS.iter().any(|start| value.starts_with(start)))
        {
            say(format!("`href=\"{value}\"` on `<{}>`", tag.name));
        }
        if name == "http-equiv" && *value != "Content-Security-Policy" {
            say(format!("`http-equiv=\"{value}\"`"));
        }
    }
    match tag.name.as_str() {
        "script" if !plain_script(tag) => {
            say("a script with attributes that the policy does not know".to_owned())
        }
        "script" if reaches_out(tag).is_some() => {
            say(format!(
                "`{}` in a script",
                reaches_out(tag).unwrap_or_default()
            ));
        }
        "script" if tag.text.contains("<!--") => {
            say("`<!--` inside a script: it can hide the script's end".to_owned())
        }
        "style" if !tag.attributes.is_empty() => say("a style with attributes".to_owned()),
        "style" if loads(tag.text) => say("a style that loads something".to_owned()),
        _ => {}
    }
    broken
}

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

fn reaches_out(script: &Tag) -> Option<&'static str> {
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

fn way_out(tag: &Tag) -> Option<String> {
    let runs = tag.name == "script" && tag.attributes.is_empty();
    let remove = |text: String, known: &&str| text.replace(*known, "");
    let text = OWN_ADDRESS.iter().fold(tag.text.to_owned(), remove);
    let mut names = WAYS_OUT.into_iter().filter(|_| runs);
    let found = names.find(|name| text.contains(name))?;
    Some(format!("it holds `{found}` in a script of the guide"))
}

/// A script to run, or a block of data: the guide's, the module, or in the builder page a whole file to download.
fn plain_script(tag: &Tag) -> bool {
    let block =
        |id: &str| ["data", "module", "index.html"].contains(&id) || id.starts_with("guide.");
    let data =
        tag.attribute("type") == Some("text/plain") && tag.attribute("id").is_some_and(block);
    tag.attributes.is_empty() || (data && tag.attributes.len() == 2)
}

fn loads(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    let outside = |rest: &str| {
        !rest
            .trim_start_matches([' ', '"', '\''])
            .starts_with("data:")
    };
    style.contains("@import")
        || style.contains("image-set(")
        || style.split("url(").skip(1).any(outside)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(body: &str) -> String {
        let rest = format!("<style>a{{}}</style><script>1</script></head>{body}");
        format!("\u{feff}<head>{}{rest}", of(&rest))
    }

    #[test]
    fn a_good_file_breaks_no_promise() {
        let links =
            "<a href=\"https://x.example\">a</a><a href='#b'>b</a><a href=\"tel:112\">c</a>";
        let data = "<script type=\"text/plain\" id=\"data\">AA==</script><img src=\"data:image/png;base64,\">";
        let uses = "<script>location.hash.slice(1)</script>";
        let prose = "<p>style=\"x\" and url(https://x) in words are only words</p><style>a{background:url(data:x)}</style>";
        assert_eq!(
            verify(&file(&format!("{links}{data}{uses}{prose}"))),
            Vec::<String>::new()
        );
    }

    #[test]
    fn each_broken_promise_is_seen() {
        let good = file("");
        let cases = [
            (
                good.trim_start_matches('\u{feff}').to_owned(),
                "byte order mark",
            ),
            (file("a\r\nb"), "carriage return"),
            (good.replace("<script>1", "<script>2"), "hashes"),
            (good.replace("a{}", "b{}"), "hashes"),
            (
                good.replace("</head>", "<script>3</script></head>"),
                "hashes",
            ),
            (good.replace("<style>a{}</style>", ""), "hashes"),
            (
                good.replace("connect-src 'none'", "connect-src *"),
                "hashes",
            ),
            (good.replace("Content-Security-Policy", "X"), "no policy"),
            (
                good.replace("<head>", "<head><STYLE></STYLE>"),
                "before the policy",
            ),
            (
                file("<script async>1</script>"),
                "attributes that the policy",
            ),
            (
                file("<SCRIPT type=module>1</SCRIPT>"),
                "attributes that the policy",
            ),
            (file("<script>'<!--<script>'</script>"), "`<!--`"),
            (
                file("<script>new RTCPeerConnection()</script>"),
                "`RTCPeerConnection` in a script",
            ),
            (file("<script>window.open('x')</script>"), "`window.open`"),
            (
                file("<script>link.rel = 'preconnect'</script>"),
                "`preconnect` in a script",
            ),
            (
                file("<script>location = 'https://x'</script>"),
                "`location` in a script of the guide",
            ),
            (
                file("<script>window.top.location.replace('https://x')</script>"),
                "`location` in a script of the guide",
            ),
            (
                file("<script>meta.httpEquiv = 'refresh'</script>"),
                "`httpEquiv` in a script of the guide",
            ),
            (
                file("<script>history.pushState(1, '')</script>"),
                "`history` in a script of the guide",
            ),
            (
                file("<script>document.title = 'x'</script>"),
                "`document.title` in a script of the guide",
            ),
            (
                file("<style media=\"print\">a{}</style>"),
                "a style with attributes",
            ),
            (file("<style>@import 'x'</style>"), "a style that loads"),
            (
                file("<style>a{background:url( \"https://x\")}</style>"),
                "a style that loads",
            ),
        ];
        for (file, said) in cases {
            assert!(
                verify(&file).join("\n").contains(said),
                "{said}: {:?}",
                verify(&file)
            );
        }
    }

    #[test]
    fn each_loading_tag_is_seen() {
        let cases = [
            ("<img src=\"x.png\">", "`src=`"),
            ("<img\nSRC = x.png>", "`src=`"),
            ("<img srcset='x 2x'>", "`srcset=`"),
            ("<p style='color:red'>", "`style=`"),
            ("<p hidden onfocus=x>", "`onfocus=`"),
            ("<LINK rel=icon>", "`<link>`"),
            ("<base target=_top>", "`<base>`"),
            ("<form>", "`<form>`"),
            ("<iframe>", "`<iframe>`"),
            ("<button formaction=x>", "`formaction=`"),
            ("<a ping=\"https://x\">", "`ping=`"),
            ("<a attributionsrc=\"https://x\">", "`attributionsrc=`"),
            ("<a href=\"http://x\">", "`href=\"http://x\"`"),
            ("<a href=\"javascript:x\">", "`href=\"javascript:x\"`"),
            ("<svg><use href=\"https://x\">", "on `<use>`"),
            (
                "<meta http-equiv=refresh content=0>",
                "`http-equiv=\"refresh\"`",
            ),
        ];
        for (body, said) in cases {
            let broken = verify(&file(body)).join("\n");
            assert!(broken.contains(said), "{body}: {broken:?}");
        }
    }
}
