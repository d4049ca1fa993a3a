//! One self-contained HTML file: first screen, styles, plain page, guide data, script and wasm.

use crate::policy;
use anyhow::{Context, Result, bail};

/// Begins the file, so that a host that sends another charset cannot break it.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What a kind of file promises.
pub struct Promises {
    /// The policy of its contents.
    pub policy: fn(&str) -> String,
    /// What is broken in a finished one.
    pub broken: fn(&str) -> Vec<String>,
}

/// Those of the guide file.
pub const GUIDE: Promises = Promises {
    policy: policy::of,
    broken: policy::verify,
};

/// Those of the builder page.
pub const BUILDER: Promises = Promises {
    policy: policy::of_builder,
    broken: policy::verify_builder,
};

/// Fills the template, text with names in double braces, each with its text; a text is put in once and never searched again. The
/// policy allows exactly the file's own scripts and styles.
///
/// # Errors
/// When the template and the texts do not fit, or the finished file breaks a promise.
pub fn assemble(promises: &Promises, template: &str, texts: &[(&str, &str)]) -> Result<String> {
    let (before, after) = fill(template, texts)?;
    // A browser reads a line's end as one character and hashes that.
    let (before, after) = (before.replace("\r\n", "\n"), after.replace("\r\n", "\n"));
    let file = format!(
        "{BYTE_ORDER_MARK}{before}{}{after}",
        (promises.policy)(&format!("{before}{after}"))
    );
    let broken = (promises.broken)(&file);
    if !broken.is_empty() {
        bail!("the file breaks its promises:\n  {}", broken.join("\n  "));
    }
    Ok(file)
}

/// The module, the script that unpacks blocks, the guide as postcard: the module is compiled while the rest of the file arrives.
pub fn data(guide: &[u8], wasm: &[u8], unpack: &str) -> String {
    let (module, guide) = (block("module", wasm), block("data", guide));
    format!("{module}<script>{unpack}</script>{guide}")
}

/// Bytes as text, behind a sum of them.
pub fn block(id: &str, bytes: &[u8]) -> String {
    let letters = letters(&[&sum(bytes).to_le_bytes()[..], bytes].concat());
    format!("<script type=\"text/plain\" id=\"{id}\">{letters}</script>")
}

/// Changes with every byte that changes: 31 is odd, so no later step can undo it. `frame/unpack.js` reckons the same.
fn sum(content: &[u8]) -> u32 {
    let add = |sum: u32, byte: &u8| sum.wrapping_mul(31).wrapping_add(u32::from(*byte));
    content.iter().fold(0, add)
}

/// A letter a byte: smaller than base64 once a host compresses it. What HTML would change or end a script with stands 256 higher.
fn letters(bytes: &[u8]) -> String {
    let letter = |byte: &u8| match byte {
        0 | b'\r' | b'<' => char::from_u32(u32::from(*byte) + 256).expect("a letter"),
        _ => char::from(*byte),
    };
    bytes.iter().map(letter).collect()
}

/// Fills the template; gives what stands before and after the place of the policy.
fn fill(template: &str, texts: &[(&str, &str)]) -> Result<(String, String)> {
    let mut halves = vec![String::new()];
    let mut used = Vec::new();
    let mut rest = template;
    while let Some((before, tail)) = rest.split_once("{{") {
        let (name, tail) = tail
            .split_once("}}")
            .context("the template has `{{` without `}}`")?;
        halves.last_mut().expect("a half").push_str(before);
        match texts.iter().find(|(known, _)| *known == name) {
            Some((_, text)) => halves.last_mut().expect("a half").push_str(text),
            None if name == "policy" => halves.push(String::new()),
            None => bail!("the template names `{{{{{name}}}}}`, which nothing fills"),
        }
        used.push(name);
        rest = tail;
    }
    halves.last_mut().expect("a half").push_str(rest);
    if let Some((name, _)) = texts.iter().find(|(name, _)| !used.contains(name)) {
        bail!("the template has no place `{{{{{name}}}}}`");
    }
    let [before, after] = <[String; 2]>::try_from(halves)
        .ok()
        .context("the template needs one place `{{policy}}`")?;
    Ok((before, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str =
        "<head><meta charset=\"utf-8\">{{policy}}<style>{{style}}</style></head>{{data}}";

    fn assembled(template: &str, style: &str) -> Result<String> {
        let data = data(b"g", b"w", "u");
        assemble(&GUIDE, template, &[("style", style), ("data", &data)])
    }

    #[test]
    fn a_text_is_put_in_once_and_not_searched_again() {
        let file = assembled(TEMPLATE, "a{{style}}").unwrap();
        assert!(file.starts_with(
            "\u{feff}<head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\""
        ));
        assert!(file.contains("<style>a{{style}}</style>"));
    }

    #[test]
    fn a_file_that_breaks_a_promise_is_not_made() {
        let data = data(b"g", b"w", "location = 'https://x'");
        let texts = [
            ("style", "a{background:url(https://x/y.png)}"),
            ("data", &data),
        ];
        let error = assemble(&GUIDE, TEMPLATE, &texts).unwrap_err().to_string();
        for said in [
            "breaks its promises",
            "a style that loads something",
            "`location` in a script of the guide",
        ] {
            assert!(error.contains(said), "{said}: {error}");
        }
    }

    #[test]
    fn every_byte_is_one_letter_and_none_ends_the_script() {
        let bytes: Vec<u8> = (0..=255).collect();
        let letters = letters(&bytes);
        assert!(!letters.contains(['\0', '\r', '<']));
        let read: Vec<_> = letters.encode_utf16().map(|letter| letter as u8).collect();
        assert_eq!(read, bytes);
    }

    #[test]
    fn a_sum_changes_with_any_byte() {
        let content = b"the guide and the module";
        for at in 0..content.len() {
            let mut other = *content;
            other[at] ^= 64;
            assert_ne!(sum(&other), sum(content), "{at}");
        }
    }

    #[test]
    fn a_template_that_does_not_fit_is_refused() {
        for (template, said) in [
            ("<style>{{style}}</style>{{data}}", "one place `{{policy}}`"),
            ("{{policy}}{{data}}", "no place `{{style}}`"),
            (
                "{{policy}}<style>{{style}}</style>{{data}}{{other}}",
                "names `{{other}}`",
            ),
        ] {
            let error = assembled(template, "a").unwrap_err().to_string();
            assert!(error.contains(said), "{template}: {error}");
        }
    }
}
