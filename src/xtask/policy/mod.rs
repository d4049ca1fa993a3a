//! The content security policy of the guide file: it allows the file's own scripts and styles by hash, and no request.

mod promises;
mod tag;
mod ways_out;

pub use promises::{verify, verify_builder};

use base64::prelude::{BASE64_STANDARD, Engine};
use builder::markup::{Tag, tags};
use sha2::{Digest, Sha256};

/// The policy of the guide file with these contents, as the `<meta>` that stands first in the head.
pub fn of(html: &str) -> String {
    with(html, "")
}

/// The builder page's: it may show a guide file that stands beside it, also where both are files on a disk.
pub fn of_builder(html: &str) -> String {
    with(html, "frame-src 'self' file:; ")
}

fn with(html: &str, more: &str) -> String {
    let tags = tags(html);
    let (scripts, styles) = (hashes(&tags, "script"), hashes(&tags, "style"));
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; \
         style-src {styles}; img-src data:; {more}connect-src 'none'; form-action 'none'; base-uri 'none'\">"
    )
}

/// The file with the policy for what stands in it now: a test changes a script on purpose.
pub fn renewed(file: &str) -> String {
    let tags = tags(file);
    let old = tags
        .iter()
        .find(|tag| tag.attribute("http-equiv").is_some());
    let Some(start) = old.map(|tag| tag.at) else {
        return file.to_owned();
    };
    let end = file[start..]
        .find('>')
        .map_or(file.len(), |end| start + end + 1);
    format!("{}{}{}", &file[..start], of(file), &file[end..])
}

/// The hashes of all elements of this kind that a browser runs or applies.
fn hashes(tags: &[Tag], name: &str) -> String {
    let active = tags
        .iter()
        .filter(|tag| tag.name == name && tag.attributes.is_empty());
    active
        .map(|tag| hash(tag.text))
        .collect::<Vec<_>>()
        .join(" ")
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}
