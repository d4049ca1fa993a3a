//! A finished file's tags, read as a browser reads them, so that no way of writing one escapes a look.

/// One opening tag.
#[derive(Debug, PartialEq)]
pub struct Tag<'h> {
    /// In lower case.
    pub name: String,
    /// Names in lower case, values without their quotes.
    pub attributes: Vec<(String, &'h str)>,
    /// What stands inside a script or a style; empty for every other tag.
    pub text: &'h str,
    /// Where the tag begins.
    pub at: usize,
    /// Where it ends: behind its `>`.
    pub inside: usize,
}

impl Tag<'_> {
    /// An attribute's value.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| *value)
    }
}

/// Every opening tag, in order. What stands in comments, scripts and styles is no tag.
pub fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(found) = html[at..].find('<') {
        at += found;
        let rest = &html[at..];
        if rest.starts_with("<!--") {
            at += rest.find("-->").map_or(rest.len(), |end| end + 3);
        } else if rest[1..].starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            let (tag, length) = tag(rest, at);
            at += length;
            tags.push(tag);
        } else {
            at += 1;
        }
    }
    tags
}

/// The tag that this text begins with, and its length with a script's or style's text.
fn tag(html: &str, at: usize) -> (Tag<'_>, usize) {
    let end_of_name = |letter: char| letter.is_ascii_whitespace() || letter == '/' || letter == '>';
    let name_end = html.find(end_of_name).unwrap_or(html.len());
    let name = html[1..name_end].to_ascii_lowercase();
    let (attributes, length) = attributes(&html[name_end..]);
    let inside = &html[name_end + length..];
    let text = match name.as_str() {
        "script" | "style" => &inside[..end_of_raw(inside, &name)],
        _ => "",
    };
    let inside = at + name_end + length;
    let length = name_end + length + text.len();
    let tag = Tag {
        name,
        attributes,
        text,
        at,
        inside,
    };
    (tag, length)
}

/// The attributes up to `>`, and how long all that is.
fn attributes(html: &str) -> (Vec<(String, &str)>, usize) {
    let mut found = Vec::new();
    let mut rest = html;
    loop {
        rest =
            rest.trim_start_matches(|letter: char| letter.is_ascii_whitespace() || letter == '/');
        if rest.is_empty() || rest.starts_with('>') {
            let length = html.len() - rest.len() + usize::from(!rest.is_empty());
            return (found, length);
        }
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let ends = |letter: char| letter.is_ascii_whitespace() || matches!(letter, '/' | '>' | '=');
        let name_end = rest[first..]
            .find(ends)
            .map_or(rest.len(), |end| end + first);
        let name = rest[..name_end].to_ascii_lowercase();
        let (value, after) = value(&rest[name_end..]);
        found.push((name, value));
        rest = after;
    }
}

/// The value after an attribute's name, empty if there is none, and what follows.
fn value(html: &str) -> (&str, &str) {
    let Some(given) = html.trim_ascii_start().strip_prefix('=') else {
        return ("", html);
    };
    let given = given.trim_ascii_start();
    for quote in ['"', '\''] {
        if let Some(quoted) = given.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    let ends = |letter: char| letter.is_ascii_whitespace() || letter == '>';
    given.split_at(given.find(ends).unwrap_or(given.len()))
}

/// Where `</name` stands, in any case of letters.
fn end_of_raw(html: &str, name: &str) -> usize {
    let close = format!("</{name}");
    let same = |start: &usize| {
        let end = start + close.len();
        html.get(*start..end)
            .is_some_and(|text| text.eq_ignore_ascii_case(&close))
    };
    html.match_indices('<')
        .map(|(start, _)| start)
        .find(same)
        .unwrap_or(html.len())
}

#[cfg(test)]
mod tests {
    use super::tags;

    #[test]
    fn tags_are_read_however_they_are_written() {
        let html = "<!-- <a> --><A HREF='x y' hidden ID=z>1 < 2</A><Style>a>b{}</STYLE><script>'<p>'</script><br/>";
        let seen: Vec<_> = tags(html)
            .into_iter()
            .map(|tag| (tag.name, tag.attributes, tag.text))
            .collect();
        let link = vec![
            ("href".to_owned(), "x y"),
            ("hidden".to_owned(), ""),
            ("id".to_owned(), "z"),
        ];
        let expected = [
            ("a".to_owned(), link, ""),
            ("style".to_owned(), vec![], "a>b{}"),
            ("script".to_owned(), vec![], "'<p>'"),
            ("br".to_owned(), vec![], ""),
        ];
        assert_eq!(seen, expected);
    }

    #[test]
    fn broken_markup_ends() {
        for html in [
            "<",
            "<a",
            "<a b",
            "<a b=",
            "<a b='",
            "<script>",
            "<!--",
            "</",
            "<a =>",
            "<a ä='ö'",
        ] {
            let _ = tags(html);
        }
    }
}
