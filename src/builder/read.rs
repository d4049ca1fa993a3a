//! Reads what this page, or the README, had an owner paste.

use crate::escape::unescaped;
use crate::lines::LABEL;
use crate::markup::{Tag, tags};
use crate::{Chosen, Stamp, VERSION};
use engine::Date;

/// What stood in the lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The settings.
    pub chosen: Chosen,
    /// With which version they were made, and when; lines made by hand do not say.
    pub made: Option<Stamp>,
    /// Whether it is the WordPress plugin's shortcode, which holds no more than what differs from the plugin's settings page.
    pub shortcode: bool,
}

impl Found {
    /// What an owner is told of it.
    pub fn said(&self, today: Date) -> String {
        match &self.made {
            _ if self.shortcode => format!(
                "This is the shortcode of the WordPress plugin. It holds what differs on one page; the rest, with your support link, \
                stands in WordPress under Settings › Aftercare guide. Which version you have, your Plugins page says. \
                This page makes version {VERSION}."
            ),
            Some(made) => made.said(today),
            None => format!(
                "These lines do not say when they were made, nor with which version. This page makes version {VERSION}."
            ),
        }
    }
}

/// Reads lines, a bare frame, a guide file of one's own or a shortcode; none where nothing of ours stands in the text.
pub fn read(text: &str) -> Option<Found> {
    // Some editors show a page's source written as text.
    let as_text = || found(&unescaped(text));
    found(text).or_else(as_text).or_else(|| shortcode(text))
}

/// `[aftercare_guide region="malta"]`: names are written as the plugin takes them, also with `_`.
fn shortcode(text: &str) -> Option<Found> {
    let (_, after) = text.split_once("[aftercare_guide")?;
    let (inside, _) = after.split_once(']')?;
    if !inside.is_empty() && !inside.starts_with([' ', '\n', '\r', '\t', '\u{a0}', '/']) {
        return None;
    }
    // An editor may have made its quotes curly; WordPress itself then takes them for a part of the value.
    let inside = match inside.contains(['"', '\'']) {
        true => inside.to_owned(),
        false => unescaped(inside),
    };
    let inside = inside.replace('\u{a0}', " ");
    let element = format!("<aftercare-guide {inside}>");
    let given = of_element(tags(&element).first()?).into_iter();
    let given = given.map(|(name, value)| {
        let value = value.trim_matches(['“', '”', '„', '″', '‘', '’']);
        (name.replace('_', "-"), value.to_owned())
    });
    Some(Found {
        chosen: Chosen::new(given),
        made: None,
        shortcode: true,
    })
}

fn found(text: &str) -> Option<Found> {
    let tags = tags(text);
    let ours = tags.iter().position(is_ours)?;
    let tag = &tags[ours];
    let mut given = match tag.name.as_str() {
        "aftercare-guide" => of_element(tag),
        "iframe" => of_frame(tag),
        _ => of_address(&attribute(tag, "content").unwrap_or_default()),
    };
    let mut links = tags[ours..].iter().filter(|tag| tag.name == "a");
    if tag.name == "aftercare-guide"
        && let Some(link) = links.find(|tag| tag.attribute("href").is_some())
    {
        given.push((
            "support-url".to_owned(),
            attribute(link, "href").unwrap_or_default(),
        ));
        given.push(("support-label".to_owned(), label(&text[link.inside..])));
    }
    let made = attribute(tag, "data-made").and_then(|made| Stamp::parse(&made));
    let chosen = Chosen::new(given);
    Some(Found {
        chosen,
        made,
        shortcode: false,
    })
}

fn is_ours(tag: &Tag) -> bool {
    match tag.name.as_str() {
        "aftercare-guide" => true,
        "iframe" => language(&attribute(tag, "src").unwrap_or_default()).is_some(),
        "meta" => tag.attribute("name") == Some("aftercare-settings"),
        _ => false,
    }
}

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    tag.attribute(name).map(unescaped)
}

fn of_element(tag: &Tag) -> Vec<(String, String)> {
    let attributes = tag.attributes.iter();
    attributes
        .map(|(name, value)| (name.clone(), unescaped(value)))
        .collect()
}

fn of_frame(tag: &Tag) -> Vec<(String, String)> {
    let address = attribute(tag, "src").unwrap_or_default();
    let told = address.split_once('#').map_or("", |(_, told)| told);
    let mut given = of_address(told);
    let own = ["title", "height"].map(|name| (name, attribute(tag, name)));
    let own = own.into_iter().chain([("lang", language(&address))]);
    given.extend(own.filter_map(|(name, value)| Some((name.to_owned(), value?))));
    given
}

fn of_address(told: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(told.as_bytes())
        .into_owned()
        .collect()
}

/// The language of a guide file's address.
fn language(address: &str) -> Option<String> {
    let file = address.split(['#', '?']).next()?;
    let file = file.rsplit('/').next()?;
    let language = file.strip_prefix("guide.")?.strip_suffix(".html")?;
    Some(language.to_owned())
}

/// What a link says, without tags inside it.
fn label(after: &str) -> String {
    let inside = after.split_once("</a").map_or(after, |(inside, _)| inside);
    let mut parts = inside.split('<');
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.filter_map(|part| part.split_once('>'));
    let label = unescaped(&rest.fold(first, |text, (_, rest)| text + rest));
    if label.trim() == LABEL {
        String::new()
    } else {
        label
    }
}
