//! What one tag may not hold.

use super::ways_out::reaches_out;
use builder::markup::Tag;

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

pub(super) fn tag_problems(tag: &Tag) -> Vec<String> {
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
