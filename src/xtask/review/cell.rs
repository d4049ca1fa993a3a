//! What a box of the picture says, line by line.

use serde::Serialize;

/// What a box will say.
#[derive(Debug, Clone)]
pub struct Cell {
    pub(super) kind: &'static str,
    texts: Vec<Text>,
}

/// A line of text: the name of a heading that the template knows, or words of the guide.
#[derive(Debug, Clone, Serialize)]
pub struct Text {
    text: String,
    strong: bool,
    heading: bool,
}

impl Cell {
    /// An empty one of this kind; kinds differ in colour.
    pub fn new(kind: &'static str) -> Self {
        Self {
            kind,
            texts: Vec::new(),
        }
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// With a heading of the template.
    pub fn heading(self, name: &str) -> Self {
        self.with(name, true, true)
    }

    /// With words in bold.
    pub fn strong(self, text: &str) -> Self {
        self.with(text, true, false)
    }

    /// With words.
    pub fn text(self, text: &str) -> Self {
        self.with(text, false, false)
    }

    fn with(mut self, text: &str, strong: bool, heading: bool) -> Self {
        let text = text.to_owned();
        self.texts.push(Text {
            text,
            strong,
            heading,
        });
        self
    }

    /// Its words in lines of so many letters.
    pub fn lines(&self, letters: usize) -> Vec<Text> {
        let lines = self.texts.iter().flat_map(|whole| {
            let parts = match whole.heading {
                true => vec![whole.text.clone()],
                // Bold letters are wider.
                false if whole.strong => wrap(&whole.text, letters * 9 / 10),
                false => wrap(&whole.text, letters),
            };
            parts.into_iter().map(|text| Text {
                text,
                ..whole.clone()
            })
        });
        lines.collect()
    }
}

/// A text in lines of at most so many letters, unless one word is longer.
fn wrap(text: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn words_are_kept_and_lines_stay_short() {
        let text = "one two three fourteen five";
        let lines = wrap(text, 9);
        assert_eq!(lines, ["one two", "three", "fourteen", "five"]);
    }
}
