//! What stands in the sources for people alone stays out of the guide file: comments, indentation, empty lines.

/// A script of ours or of wasm-bindgen: comments have lines of their own there, and no text runs over several lines.
pub fn script(text: &str) -> String {
    let mut inside = false;
    let lines = text.lines().map(str::trim).filter(|line| {
        let comment = inside || line.starts_with("/*");
        inside = comment && !line.ends_with("*/");
        !comment && !line.starts_with("//") && !line.is_empty()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A style sheet of ours.
pub fn style(text: &str) -> String {
    let mut parts = text.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.map(|part| part.split_once("*/").map_or("", |(_, after)| after));
    let whole = rest.fold(first, |whole, part| whole + part);
    let lines = whole.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_indentation_and_empty_lines_go_and_nothing_else() {
        let text = "// a\n\nconst a = {\n  /** b\n   * c */\n  b: 'http://x', // d\n};\n";
        assert_eq!(script(text), "const a = {\nb: 'http://x', // d\n};");
        let text = "/* a */\na { b: c; } /* d\n e */\n\n  f { g: h; }\n";
        assert_eq!(style(text), "a { b: c; }\nf { g: h; }");
    }
}
