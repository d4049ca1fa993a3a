//! One of our texts as a page that stands alone: styles and pictures inside, no script.

use super::links::{self, Places};
use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html::push_html};
use std::fmt::Write;
use std::fs;
use std::path::Path;

const TEMPLATE: &str = include_str!("page.html");

/// Pages with more parts than this begin with a list of them.
const PARTS: usize = 4;

/// The page of one text.
///
/// # Errors
/// When the text or one of its pictures cannot be read, or it has no heading.
pub fn page(root: &Path, from: &str, places: &Places, draft: Option<&str>) -> Result<String> {
    let text = fs::read_to_string(root.join(from)).with_context(|| format!("no {from}"))?;
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
    let mut maker = Maker {
        root,
        from,
        places,
        kept: Vec::new(),
        headings: Vec::new(),
    };
    let events: Vec<_> = Parser::new_ext(&text, options).collect();
    let events = maker.made(&events)?;
    let mut body = String::new();
    push_html(&mut body, events.into_iter());
    let body = without_empty_heads(body);
    let (_, title, _) = maker
        .headings
        .first()
        .with_context(|| format!("{from} has no heading"))?;
    let draft = draft.map_or(String::new(), |said| {
        format!("<p class=\"draft\">{}</p>", escaped(said))
    });
    Ok(TEMPLATE
        .replace("{{title}}", &escaped(title))
        .replace("{{draft}}", &draft)
        .replace("{{body}}", &with_parts(&body, &maker.headings)))
}

/// Level, words and name of a heading.
type Heading = (HeadingLevel, String, String);

/// Makes a text's events those of its page.
struct Maker<'a> {
    root: &'a Path,
    from: &'a str,
    places: &'a Places,
    /// For each link that has begun, whether it is one on the page too.
    kept: Vec<bool>,
    headings: Vec<Heading>,
}

impl Maker<'_> {
    fn made<'e>(&mut self, events: &[Event<'e>]) -> Result<Vec<Event<'e>>> {
        let mut made = Vec::new();
        let mut rest = events.iter();
        while let Some(event) = rest.next() {
            match event {
                Event::Start(Tag::Image { dest_url, .. }) => {
                    let words = rest
                        .by_ref()
                        .take_while(|event| !matches!(event, Event::End(TagEnd::Image)));
                    made.push(html(self.picture(dest_url, &said(words))?));
                }
                Event::Start(Tag::Heading { level, .. }) => {
                    let inside = rest.clone();
                    made.push(self.heading(
                        *level,
                        &said(
                            inside.take_while(|event| {
                                !matches!(event, Event::End(TagEnd::Heading(_)))
                            }),
                        ),
                    ));
                }
                event => made.extend(self.one(event)),
            }
        }
        Ok(made)
    }

    fn one<'e>(&mut self, event: &Event<'e>) -> Vec<Event<'e>> {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                let to = links::moved(dest_url, self.from, self.places);
                self.kept.push(to.is_some());
                let to = to.map(|to| html(format!("<a href=\"{}\">", escaped(&to))));
                to.into_iter().collect()
            }
            Event::End(TagEnd::Link) if !self.kept.pop().unwrap_or_default() => Vec::new(),
            Event::Start(Tag::Table(_)) => {
                vec![html("<div class=\"wide\">".to_owned()), event.clone()]
            }
            Event::End(TagEnd::Table) => vec![event.clone(), html("</div>".to_owned())],
            Event::TaskListMarker(_) => vec![html("<span class=\"tick\">☐</span> ".to_owned())],
            // HTML in a text is shown as it is written.
            Event::Html(text) | Event::InlineHtml(text) => vec![Event::Text(text.clone())],
            event => vec![event.clone()],
        }
    }

    fn heading<'e>(&mut self, level: HeadingLevel, words: &str) -> Event<'e> {
        let id = links::name(words);
        self.headings.push((level, words.to_owned(), id.clone()));
        Event::Start(Tag::Heading {
            level,
            id: Some(CowStr::from(id)),
            classes: Vec::new(),
            attrs: Vec::new(),
        })
    }

    fn picture(&self, path: &str, words: &str) -> Result<String> {
        let path = links::resolved(self.from, path);
        let bytes =
            fs::read(self.root.join(&path)).with_context(|| format!("no picture {path}"))?;
        let data = BASE64_STANDARD.encode(bytes);
        Ok(format!(
            "<img alt=\"{}\" src=\"data:image/png;base64,{data}\" />",
            escaped(words)
        ))
    }
}

/// The words of some events.
fn said<'a, 'e: 'a>(events: impl Iterator<Item = &'a Event<'e>>) -> String {
    let words = events.map(|event| match event {
        Event::Text(text) | Event::Code(text) => text.as_ref(),
        Event::SoftBreak => " ",
        _ => "",
    });
    words.collect()
}

fn html<'e>(text: String) -> Event<'e> {
    Event::Html(CowStr::from(text))
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}

/// A column without a name has no cell at its head that could say one.
fn without_empty_heads(body: String) -> String {
    let styles = [
        "",
        " style=\"text-align: left\"",
        " style=\"text-align: right\"",
    ];
    let heads = styles.map(|style| format!("<th{style}></th>"));
    let without = |body: String, head: &String| body.replace(head, "<td></td>");
    heads.iter().fold(body, without)
}

/// The page with a list of its parts before the first, where there are many.
fn with_parts(body: &str, headings: &[Heading]) -> String {
    let parts: Vec<_> = headings
        .iter()
        .filter(|(level, ..)| *level == HeadingLevel::H2)
        .collect();
    if parts.len() <= PARTS {
        return body.to_owned();
    }
    let list = parts
        .into_iter()
        .fold(String::new(), |mut list, (_, words, id)| {
            // Writing to a String does not fail.
            let _ = write!(list, "<li><a href=\"#{id}\">{}</a></li>", escaped(words));
            list
        });
    let (before, after) = body.split_at(body.find("<h2").unwrap_or_default());
    format!("{before}<nav aria-label=\"On this page\"><ol>{list}</ol></nav>\n{after}")
}
