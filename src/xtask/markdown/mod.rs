//! Markdown in the small form that content uses: a title, sections, paragraphs, lists; all of it plain text.

mod idea;

use engine::{BlockDraft, Problem, ProseDraft, SectionDraft, Terms};
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

pub use idea::idea;

/// Reads a page of text. A heading may end with marks in braces: `{emergency}`, `{linked}`, `{when: long}`, `{unless: long}`.
/// The title may end with what a link to the page says: `{link: …}`. Text may name a region's terms, as in `{doctor}`.
pub fn page(place: &str, text: &str, problems: &mut Vec<Problem>) -> ProseDraft {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut reader = Reader {
        place,
        line: 1,
        problems,
        page: ProseDraft::default(),
        text: String::new(),
        items: None,
        page_link: None,
        holds_link: false,
    };
    for (event, range) in Parser::new(&text).into_offset_iter() {
        reader.line = text[..range.start].matches('\n').count() + 1;
        reader.event(event);
    }
    reader.page
}

struct Reader<'a> {
    place: &'a str,
    /// Where it reads, from 1.
    line: usize,
    problems: &'a mut Vec<Problem>,
    page: ProseDraft,
    text: String,
    items: Option<Vec<String>>,
    /// Where the link leads that is being read; such a link is a whole paragraph.
    page_link: Option<String>,
    holds_link: bool,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) => self.text.push_str(&text),
            Event::End(TagEnd::Link) if self.page_link.is_some() => self.end_of_link(),
            Event::SoftBreak | Event::HardBreak => self.text.push(' '),
            Event::Start(Tag::List(_)) if self.items.is_none() && self.text.is_empty() => {
                self.items = Some(Vec::new());
            }
            Event::Start(Tag::List(_)) => self.refuse("a list inside a list"),
            Event::Start(Tag::Paragraph) if !self.text.trim().is_empty() => {
                self.refuse("a second paragraph inside a list item");
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::HtmlBlock) => {}
            Event::Html(html) | Event::InlineHtml(html) => self.text.push_str(&html),
            Event::End(TagEnd::HtmlBlock) => self.comment(),
            Event::End(end) => self.end(end),
            Event::Start(Tag::Emphasis | Tag::Strong) => self.refuse("bold or italic text"),
            Event::Start(Tag::Link { dest_url, .. })
                if self.text.is_empty() && self.items.is_none() =>
            {
                self.page_link = Some(dest_url.into_string());
            }
            Event::Start(Tag::Link { .. }) => self.refuse("a link among other text"),
            Event::Start(Tag::Image { .. }) => self.refuse("a picture"),
            Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => self.refuse("code"),
            Event::Rule => self.refuse("a line across the page"),
            _ => self.refuse("something"),
        }
    }

    fn refuse(&mut self, what: &str) {
        self.problem(
            format!("it holds {what}, which is more than plain text"),
            "use one title, headings, paragraphs and simple lists; no bold, links, code or HTML",
        );
    }

    fn problem(&mut self, message: String, hint: &str) {
        let place = format!("{}, line {}", self.place, self.line);
        self.problems.push(Problem::new(place, message, hint));
    }

    /// HTML is a comment of its own, or refused.
    fn comment(&mut self) {
        let html = std::mem::take(&mut self.text);
        let inside = html
            .trim()
            .strip_prefix("<!--")
            .and_then(|rest| rest.strip_suffix("-->"));
        if inside.is_none_or(|inside| inside.contains("-->")) {
            self.refuse("HTML");
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::Item => {
                let item = self.take_text();
                self.items.get_or_insert_default().push(item);
            }
            TagEnd::List(_) => {
                if let Some(items) = self.items.take() {
                    self.block(BlockDraft::List(items));
                }
            }
            TagEnd::Paragraph if self.items.is_none() => self.paragraph(),
            _ => {}
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        let heading = std::mem::take(&mut self.text);
        match level {
            HeadingLevel::H1 if self.page.title.is_empty() => {
                let (title, link) = match heading.split_once("{link:") {
                    Some((title, link)) => (title, Some(link.trim().trim_end_matches('}').trim())),
                    None => (heading.as_str(), None),
                };
                self.page.title = title.trim().to_owned();
                self.page.link = link.map(str::to_owned);
            }
            HeadingLevel::H1 => self.refuse("a second title"),
            HeadingLevel::H2 => {
                let section = self.section(&heading);
                self.page.sections.push(section);
            }
            _ => self.refuse("a heading inside a section"),
        }
    }

    /// A link to a safety page is a paragraph of its own.
    fn end_of_link(&mut self) {
        let label = self.take_text();
        if let Some(page) = self.page_link.take() {
            self.block(BlockDraft::Page { page, label });
            self.holds_link = true;
        }
    }

    fn paragraph(&mut self) {
        if std::mem::take(&mut self.holds_link) {
            if !self.text.trim().is_empty() {
                self.refuse("a link among other text");
            }
            self.text.clear();
            return;
        }
        let services = self
            .text
            .trim()
            .strip_prefix("{services:")
            .and_then(|rest| rest.strip_suffix('}'));
        let block = match services {
            Some(purpose) if !purpose.contains(['{', '}']) => {
                let purpose = purpose.trim().to_owned();
                self.text.clear();
                BlockDraft::Services(purpose)
            }
            _ => BlockDraft::Paragraph(self.take_text()),
        };
        self.block(block);
    }

    /// Text as people will read it: no braces but a region's terms, no HTML.
    fn take_text(&mut self) -> String {
        let text = std::mem::take(&mut self.text).trim().to_owned();
        if without_terms(&text).contains(['{', '}']) {
            let hint = format!(
                "a line of its own may be {{services: purpose}}, and text may name {{{}}}",
                Terms::NAMES.join("}, {")
            );
            self.problem(format!("“{text}” holds braces"), &hint);
        }
        if text.contains('<') {
            self.refuse("HTML");
        }
        text
    }

    fn block(&mut self, block: BlockDraft) {
        match self.page.sections.last_mut() {
            Some(section) => section.blocks.push(block),
            None => self.page.opening.push(block),
        }
    }

    fn section(&mut self, heading: &str) -> SectionDraft {
        let mut section = SectionDraft::default();
        let mut parts = heading.split('{');
        section.heading.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let (mark, after) = part.split_once('}').unwrap_or((part, ""));
            let mark = mark.trim();
            if Terms::NAMES.contains(&mark) {
                section.heading.push_str(&format!("{{{mark}}}{after}"));
                continue;
            }
            section.heading.push_str(after);
            match mark.split_once(':') {
                None if mark == "linked" => section.linked = true,
                None if section.level.is_none() => section.level = Some(mark.to_owned()),
                None => self.problem(format!("“{heading}” has two levels"), "keep one of them"),
                Some(("when", flag)) => section.when.push(flag.trim().to_owned()),
                Some(("unless", flag)) => section.unless.push(flag.trim().to_owned()),
                Some((other, _)) => self.problem(
                    format!("a heading cannot carry `{{{other}: …}}`"),
                    "the marks are {emergency}, {urgent}, {routine}, {linked}, {when: flag} and {unless: flag}",
                ),
            }
        }
        section.heading = section.heading.trim().to_owned();
        section
    }
}

fn without_terms(text: &str) -> String {
    let terms = Terms::NAMES.iter();
    terms.fold(text.to_owned(), |text, term| {
        text.replace(&format!("{{{term}}}"), "")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_its_title_opening_and_sections() {
        let mut problems = Vec::new();
        let text = "<!-- carries F1 -->\n# Title\n\nOne\nline.\n\n## Call {emergency_number} if: {emergency} {unless: long}\n\n- a\n- b\n\n{services: crisis}\n";
        let page = page("x.md", text, &mut problems);
        assert_eq!(problems, []);
        assert_eq!(page.title, "Title");
        assert!(matches!(&page.opening[..], [BlockDraft::Paragraph(text)] if text == "One line."));
        let section = &page.sections[0];
        assert_eq!(
            (section.heading.as_str(), section.level.as_deref()),
            ("Call {emergency_number} if:", Some("emergency"))
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
            "# T\n\n[a](page) and more",
            "# T\n\nMore and [a](page)",
            "# T\n\n`code`",
            "# T\n\n## H {sometimes: x}\n\ny",
        ] {
            let mut problems = Vec::new();
            page("x.md", text, &mut problems);
            assert!(!problems.is_empty(), "{text}");
            assert_eq!(problems[0].place, "x.md, line 3");
        }
    }
}
