//! What an owner pastes into a page.

use crate::Chosen;
use crate::escape::escaped;
use crate::stamp::Stamp;

/// What the link to support says where the owner does not say it.
pub const LABEL: &str = "Talk with a counsellor";

/// What screen readers call the frame where the owner does not say it.
const TITLE: &str = "A short guide";

/// As the loader's sandbox, and one thing more: by a press the guide may leave the page by itself.
const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals allow-top-navigation-by-user-activation";

/// The height of the box in pixels where the owner does not say it.
const HEIGHT: &str = "640px";

/// The script, the element, and in it the link to support.
pub fn lines(chosen: &Chosen, made: &Stamp) -> String {
    let mut pairs: Vec<_> = chosen
        .pairs()
        .filter(|(name, _)| !["support-url", "support-label"].contains(name))
        .collect();
    // The long one last.
    pairs.sort_by_key(|(name, _)| *name == "photo");
    let attributes = pairs
        .iter()
        .map(|(name, value)| format!(" {name}=\"{}\"", escaped(value)));
    format!(
        "<script src=\"aftercare-guide.js\" defer></script>\n\
         <aftercare-guide{} data-made=\"{made}\" style=\"display:block;min-height:{}\">\n  {}\n</aftercare-guide>",
        attributes.collect::<String>(),
        escaped(&height(chosen)),
        link(chosen),
    )
}

/// A frame without a script, and the link to support beside it.
pub fn bare_frame(chosen: &Chosen, made: &Stamp) -> String {
    let title = chosen.get("title").unwrap_or(TITLE);
    let (height, pixels) = (height(chosen), HEIGHT.trim_end_matches("px"));
    let file = format!(
        "guide.{}.html#{}",
        chosen.get("lang").unwrap_or("en"),
        chosen.address()
    );
    format!(
        "<iframe title=\"{}\" width=\"100%\" height=\"{}\" referrerpolicy=\"no-referrer\" data-made=\"{made}\"\n  \
         sandbox=\"{SANDBOX}\"\n  src=\"{}\"></iframe>\n{}",
        escaped(title),
        // A frame's height is a number of pixels.
        escaped(height.strip_suffix("px").unwrap_or(pixels)),
        escaped(&file),
        link(chosen),
    )
}

/// The link to support, as HTML; nothing where there is none.
pub fn link(chosen: &Chosen) -> String {
    let label = chosen.get("support-label").unwrap_or(LABEL);
    let link = |url| format!("<a href=\"{}\">{}</a>", escaped(url), escaped(label));
    chosen.get("support-url").map(link).unwrap_or_default()
}

fn height(chosen: &Chosen) -> String {
    let given = chosen.get("height").unwrap_or(HEIGHT);
    let pixels = given.bytes().all(|byte| byte.is_ascii_digit());
    format!("{given}{}", if pixels { "px" } else { "" })
}
