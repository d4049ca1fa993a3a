//! Markdown in the small form that content uses: a title, sections, paragraphs, lists; all of it plain text.

use engine::{BlockDraft, IdeaWords, Problem, ProseDraft, SectionDraft};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// Reads a page of text. A heading may end with marks in braces: `{emergency}`, `{when: long}`, `{unless: long}`.
pub fn page(place: &str, text: &str, problems: &mut Vec<Problem>) -> ProseDraft {
    let mut reader = Reader {
        place,
        problems,
        page: ProseDraft::default(),
        text: String::new(),
        items: None,
    };
    for event in Parser::new(text) {
        reader.event(event);
    }
    reader.page
}

/// Reads a recommendation: the first paragraph is its action, each section has a fixed name.
pub fn idea(place: &str, text: &str, problems: &mut Vec<Problem>) -> IdeaWords {
    let page = page(place, text, problems);
    let mut idea = IdeaWords {
        title: page.title,
        action: plain(&page.opening),
        ..IdeaWords::default()
    };
    for section in &page.sections {
        let text = plain(&section.blocks);
        match section.heading.as_str() {
            "How" => idea.how = text,
            "For you" => idea.for_you = text,
            "For them" => idea.for_them = text,
            "Why it may help" => idea.why = text,
            "If you both want" => idea.if_both = text,
            "Stop if" => idea.stop = text,
            other => problems.push(Problem::new(
                place,
                format!("there is no section “{other}” in an idea"),
                "the sections are How, For you, For them, Why it may help, If you both want, Stop if",
            )),
        }
    }
    idea
}

fn plain(blocks: &[BlockDraft]) -> String {
    let texts: Vec<_> = blocks
        .iter()
        .filter_map(|block| match block {
            BlockDraft::Paragraph(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    texts.join(" ")
}

struct Reader<'a> {
    place: &'a str,
    problems: &'a mut Vec<Problem>,
    page: ProseDraft,
    text: String,
    items: Option<Vec<String>>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) => self.text.push_str(&text),
            Event::SoftBreak | Event::HardBreak => self.text.push(' '),
            Event::Start(Tag::List(_)) => self.items = Some(Vec::new()),
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::HtmlBlock) => {}
            Event::End(end) => self.end(end),
            Event::Html(html) | Event::InlineHtml(html)
                if html.trim_start().starts_with("<!--") => {}
            other => self.refuse(&other),
        }
    }

    fn refuse(&mut self, event: &Event<'_>) {
        let shown: String = format!("{event:?}").chars().take(60).collect();
        self.problems.push(Problem::new(
            self.place,
            format!("this is more than plain text: {shown}"),
            "use headings, paragraphs and lists only; no bold, links, code or HTML",
        ));
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Heading(level) => {
                let heading = std::mem::take(&mut self.text);
                if level == pulldown_cmark::HeadingLevel::H1 {
                    self.page.title = heading.trim().to_owned();
                } else {
                    let section = self.section(&heading);
                    self.page.sections.push(section);
                }
            }
            TagEnd::Item => {
                let item = std::mem::take(&mut self.text);
                self.items
                    .get_or_insert_default()
                    .push(item.trim().to_owned());
            }
            TagEnd::List(_) => {
                if let Some(items) = self.items.take() {
                    self.block(BlockDraft::List(items));
                }
            }
            TagEnd::Paragraph if self.items.is_none() => {
                let text = std::mem::take(&mut self.text);
                let services = text
                    .trim()
                    .strip_prefix("{services:")
                    .and_then(|rest| rest.strip_suffix('}'));
                self.block(match services {
                    Some(purpose) => BlockDraft::Services(purpose.trim().to_owned()),
                    None => BlockDraft::Paragraph(text.trim().to_owned()),
                });
            }
            _ => {}
        }
    }

    fn block(&mut self, block: BlockDraft) {
        match self.page.sections.last_mut() {
            Some(section) => section.blocks.push(block),
            None => self.page.opening.push(block),
        }
    }

    fn section(&mut self, heading: &str) -> SectionDraft {
        let mut parts = heading.split('{');
        let mut section = SectionDraft {
            heading: parts.next().unwrap_or_default().trim().to_owned(),
            ..SectionDraft::default()
        };
        for part in parts {
            let mark = part.trim().trim_end_matches('}').trim();
            match mark.split_once(':') {
                None => section.level = Some(mark.to_owned()),
                Some(("when", flag)) => section.when.push(flag.trim().to_owned()),
                Some(("unless", flag)) => section.unless.push(flag.trim().to_owned()),
                Some((other, _)) => self.problems.push(Problem::new(
                    self.place,
                    format!("a heading cannot carry `{{{other}: …}}`"),
                    "the marks are {emergency}, {urgent}, {routine}, {when: flag} and {unless: flag}",
                )),
            }
        }
        section
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_its_title_opening_and_sections() {
        let mut problems = Vec::new();
        let text = "<!-- carries F1 -->\n# Title\n\nOne\nline.\n\n## Call if: {emergency} {unless: long}\n\n- a\n- b\n\n{services: crisis}\n";
        let page = page("x.md", text, &mut problems);
        assert_eq!(problems, []);
        assert_eq!(page.title, "Title");
        assert!(matches!(&page.opening[..], [BlockDraft::Paragraph(text)] if text == "One line."));
        let section = &page.sections[0];
        assert_eq!(
            (section.heading.as_str(), section.level.as_deref()),
            ("Call if:", Some("emergency"))
        );
        assert_eq!(section.unless, ["long"]);
        assert!(
            matches!(&section.blocks[..], [BlockDraft::List(items), BlockDraft::Services(purpose)] if items.len() == 2 && purpose == "crisis")
        );
    }

    #[test]
    fn what_is_not_plain_text_is_refused_with_its_place() {
        for text in [
            "# T\n\n**bold**",
            "# T\n\n<b>x</b>",
            "# T\n\n[a](https://x)",
            "# T\n\n`code`",
            "# T\n\n## H {sometimes: x}\n\ny",
        ] {
            let mut problems = Vec::new();
            page("x.md", text, &mut problems);
            assert!(!problems.is_empty(), "{text}");
            assert_eq!(problems[0].place, "x.md");
        }
    }
}
