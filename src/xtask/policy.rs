//! The content security policy of the guide file: it allows the file's own scripts and styles by hash, and no request.

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

/// The policy for these contents, as the `<meta>` that stands first in the head.
pub fn of(html: &str) -> String {
    let scripts = hashes(&elements(html, "script"));
    let styles = hashes(&elements(html, "style"));
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; \
         style-src {styles}; img-src data:; connect-src 'none'; form-action 'none'; base-uri 'none'\">"
    )
}

fn hashes(texts: &[&str]) -> String {
    texts
        .iter()
        .map(|text| hash(text))
        .collect::<Vec<_>>()
        .join(" ")
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// The contents of every element of this kind without attributes: those that a browser runs or applies.
fn elements<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    html.split(&open)
        .skip(1)
        .filter_map(|rest| rest.split(&close).next())
        .collect()
}

/// What a self-contained file must not hold, and why.
const LOADING: [(&str, &str); 12] = [
    (" src=", "it loads something"),
    (" srcset=", "it loads something"),
    ("<link", "it loads something"),
    ("@import", "it loads something"),
    ("<base", "it changes where links lead"),
    ("<form", "it could send answers"),
    ("<iframe", "it loads something"),
    ("<object", "it loads something"),
    ("<embed", "it loads something"),
    (" style=\"", "the policy refuses style attributes"),
    (" onclick=", "the policy refuses scripts in attributes"),
    ("http-equiv=\"refresh\"", "it would leave by itself"),
];

/// Every broken promise of a finished file; none is a good file.
pub fn verify(file: &str) -> Vec<String> {
    let mut broken = Vec::new();
    if !file.starts_with('\u{feff}') {
        broken.push("it does not begin with a byte order mark".to_owned());
    }
    let expected = of(file);
    match file.find("<meta http-equiv=\"Content-Security-Policy\"") {
        None => broken.push("it has no policy".to_owned()),
        Some(at) => {
            if !file[at..].starts_with(&expected) {
                broken
                    .push("the policy's hashes are not those of its scripts and styles".to_owned());
            }
            if file[..at].contains("<script") || file[..at].contains("<style") {
                broken.push("something stands before the policy".to_owned());
            }
        }
    }
    let scripts = file.matches("<script").count();
    if scripts
        != file.matches("<script>").count()
            + file
                .matches("<script type=\"text/plain\" id=\"data\">")
                .count()
    {
        broken.push("a script has attributes that the policy does not know".to_owned());
    }
    let shown = without_scripts(file);
    for (text, why) in LOADING {
        if shown.contains(text) {
            broken.push(format!("it holds `{}`: {why}", text.trim()));
        }
    }
    if shown
        .split("url(")
        .skip(1)
        .any(|rest| !rest.starts_with("data:"))
    {
        broken.push("it holds a `url(` that is not data".to_owned());
    }
    broken
}

/// The file without what stands inside scripts.
fn without_scripts(file: &str) -> String {
    let mut shown = String::new();
    for part in file.split("<script") {
        shown.push_str(
            part.split_once("</script>")
                .map_or(part, |(_, after)| after),
        );
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(body: &str) -> String {
        let rest = format!("<style>a{{}}</style><script>1</script></head>{body}");
        format!("\u{feff}<head>{}{rest}", of(&rest))
    }

    #[test]
    fn a_good_file_breaks_no_promise() {
        assert_eq!(verify(&file("<p>text</p>")), Vec::<String>::new());
    }

    #[test]
    fn each_broken_promise_is_seen() {
        let good = file("");
        let cases = [
            (
                good.trim_start_matches('\u{feff}').to_owned(),
                "byte order mark",
            ),
            (good.replace("<script>1", "<script>2"), "hashes"),
            (good.replace("a{}", "b{}"), "hashes"),
            (good.replace("Content-Security-Policy", "X"), "no policy"),
            (
                good.replace("<head>", "<head><style></style>"),
                "before the policy",
            ),
            (file("<img src=\"x.png\">"), "`src=`"),
            (file("<p style=\"color:red\">"), "style attributes"),
            (file("<link rel=\"x\">"), "`<link`"),
            (file("<form>"), "`<form`"),
            (file("<p>url(https://x)</p>"), "not data"),
            (
                file("<script async>1</script>"),
                "attributes that the policy",
            ),
        ];
        for (file, said) in cases {
            let broken = verify(&file).join("\n");
            assert!(broken.contains(said), "{said} not in {broken:?}");
        }
    }
}
