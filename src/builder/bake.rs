//! A guide file with an owner's settings in it, which needs none around it.

use crate::escape::escaped;
use crate::markup::{Tag, tags};
use crate::{Chosen, Stamp};
use engine::Settings;
use std::ops::Range;

/// The guide file as it is shipped, with these settings in it, and the owner's links where no script runs. What a policy's hash
/// covers stays as it is. None where the file is no guide file.
pub fn bake(file: &str, chosen: &Chosen, made: &Stamp) -> Option<String> {
    let tags = tags(file);
    let place = tags
        .iter()
        .find(|tag| tag.attribute("name") == Some("aftercare-settings"))?;
    let meta = format!(
        "<meta name=\"aftercare-settings\" content=\"{}\" data-made=\"{made}\">",
        escaped(&chosen.address())
    );
    let mut changes = vec![(place.at..place.inside, meta)];
    changes.extend(links(file, &tags, chosen));
    changes.sort_by_key(|(range, _)| range.start);
    let mut baked = file.to_owned();
    for (range, text) in changes.into_iter().rev() {
        baked.replace_range(range, &text);
    }
    Some(baked)
}

/// The plain page's link to support, and where Leave leads; only what the guide would open, and never a machine of one's own.
fn links(file: &str, tags: &[Tag], chosen: &Chosen) -> Vec<(Range<usize>, String)> {
    let given: Vec<_> = chosen
        .pairs()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let (settings, _) = Settings::among(&[], &given);
    let everywhere = |url: &str| !url.to_ascii_lowercase().starts_with("http:");
    let mut changes = Vec::new();
    let support = settings.support_url.filter(|url| everywhere(url));
    let place = tags
        .iter()
        .find(|tag| tag.attribute("id") == Some("plain-support"));
    if let (Some(url), Some(tag)) = (support, place) {
        // What the guide file says itself is HTML already.
        let general = tag.attribute("data-label").unwrap_or_default();
        let label = settings.support_label.as_deref().map(escaped);
        let tag_end = tag.inside - 1;
        let href = format!(" href=\"{}\">", escaped(&schemed(&url)));
        changes.push((tag_end..tag.inside, href));
        let text_end = file[tag.inside..].find("</a").unwrap_or(0) + tag.inside;
        changes.push((
            tag.inside..text_end,
            label.unwrap_or_else(|| general.to_owned()),
        ));
    }
    if everywhere(&settings.exit_url) && chosen.get("exit-url").is_some() {
        let leave = tags
            .iter()
            .filter(|tag| tag.attribute("data-do") == Some("leave"));
        for tag in leave {
            let html = &file[tag.at..tag.inside];
            let old = tag.attribute("href").unwrap_or_default();
            let new = html.replacen(
                &format!("href=\"{old}\""),
                &format!("href=\"{}\"", escaped(&schemed(&settings.exit_url))),
                1,
            );
            changes.push((tag.at..tag.inside, new));
        }
    }
    changes
}

/// The scheme in small letters: the promises of the guide file name them so.
fn schemed(url: &str) -> String {
    let (scheme, rest) = url.split_once(':').unwrap_or(("", url));
    format!("{}:{rest}", scheme.to_ascii_lowercase())
}
