//! The one place where text becomes HTML, and HTML text.

/// Text as it may stand between tags and inside an attribute's quotes. Line ends and brackets are written as numbers too: what
/// publishes a page may change the first, or read the second as commands of its own.
pub fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut written, letter| {
        match letter {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\'' | '[' | ']' | '{' | '}' | '\n' | '\r' | '\t' | '\u{c}' => {
                written.push_str(&format!("&#{};", u32::from(letter)));
            }
            _ => written.push(letter),
        }
        written
    })
}

/// What HTML stands for; a name that we never write stays as it is.
pub fn unescaped(html: &str) -> String {
    let mut parts = html.split('&');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let found = part
            .split_once(';')
            .and_then(|(name, rest)| Some((letter(name)?, rest)));
        match found {
            Some((letter, rest)) => format!("{text}{letter}{rest}"),
            None => format!("{text}&{part}"),
        }
    })
}

fn letter(name: &str) -> Option<char> {
    let named = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", '\u{a0}'),
    ];
    if let Some((_, letter)) = named.into_iter().find(|(known, _)| *known == name) {
        return Some(letter);
    }
    let number = name.strip_prefix('#')?;
    let hex = number.strip_prefix(['x', 'X']);
    let number = match hex {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    char::from_u32(number.ok()?).filter(|letter| *letter != '\0')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_others_write_is_read_too() {
        for (html, text) in [
            ("a&amp;b", "a&b"),
            ("a&b;c", "a&b;c"),
            ("&#8217;&#x2019;&#X41;", "’’A"),
            ("&#0;&#xd800;&#;&#x;", "&#0;&#xd800;&#;&#x;"),
            ("&amp;lt;", "&lt;"),
            ("region=malta&support-url=x", "region=malta&support-url=x"),
        ] {
            assert_eq!(unescaped(html), text);
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_back_and_holds_no_mark(text: String) {
            let written = escaped(&text);
            prop_assert!(!written.contains(['<', '>', '"', '\'', '\n', '\r']));
            prop_assert_eq!(unescaped(&written), text);
        }
    }
}
