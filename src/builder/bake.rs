//! A guide file with an owner's settings in it, which needs none around it.

use crate::escape::escaped;
use crate::markup::{Tag, tags};
use crate::{Chosen, Stamp};
use engine::Settings;
use std::ops::Range;

/// What stands in a file, and what is to stand there.
type Change = (Range<usize>, String);

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
    let (settings, _) = Settings::among(&[], &chosen.owned());
    let mut changes = vec![(place.at..place.inside, meta)];
    changes.extend(support(file, &tags, &settings));
    if chosen.get("exit-url").is_some() {
        changes.extend(leave(file, &tags, &settings.exit_url));
    }
    changes.sort_by_key(|(range, _)| range.start);
    let mut baked = file.to_owned();
    for (range, text) in changes.into_iter().rev() {
        baked.replace_range(range, &text);
    }
    Some(baked)
}

/// The plain page's link to support: where it leads, and what it says.
fn support(file: &str, tags: &[Tag], settings: &Settings) -> Vec<Change> {
    let url = settings.support_url.as_deref().and_then(everywhere);
    let place = tags
        .iter()
        .find(|tag| tag.attribute("id") == Some("plain-support"));
    let (Some(url), Some(tag)) = (url, place) else {
        return Vec::new();
    };
    // What the guide file says itself is HTML already.
    let general = tag.attribute("data-label").unwrap_or_default().to_owned();
    let label = settings.support_label.as_deref().map_or(general, escaped);
    let end = file[tag.inside..].find("</a").unwrap_or(0) + tag.inside;
    vec![
        (tag.inside - 1..tag.inside, format!(" href=\"{url}\">")),
        (tag.inside..end, label),
    ]
}

/// Where Leave leads, wherever it stands.
fn leave(file: &str, tags: &[Tag], exit: &str) -> Vec<Change> {
    let Some(exit) = everywhere(exit) else {
        return Vec::new();
    };
    let links = tags
        .iter()
        .filter(|tag| tag.attribute("data-do") == Some("leave"));
    let changed = links.filter_map(|tag| {
        let old = tag.attribute("href")?;
        let html = &file[tag.at..tag.inside];
        let new = html.replacen(old, &exit, 1);
        Some((tag.at..tag.inside, new))
    });
    changed.collect()
}

/// The address as HTML, its scheme in small letters; none for a machine of one's own, which a file must not name.
fn everywhere(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    (scheme != "http").then(|| escaped(&format!("{scheme}:{rest}")))
}
