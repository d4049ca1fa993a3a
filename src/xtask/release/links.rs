//! Where the links of our own texts lead, once the texts are pages in the release.

use std::collections::BTreeMap;

/// Paths in the repo, and where the release holds what stands there.
pub type Places = BTreeMap<String, String>;

/// Where a link of a text leads from its page: unchanged, to the page of another text, or nowhere, if that is not in the release.
pub fn moved(link: &str, from: &str, places: &Places) -> Option<String> {
    if link.starts_with('#') || has_scheme(link) {
        return Some(link.to_owned());
    }
    let (path, anchor) = link
        .split_once('#')
        .map_or((link, String::new()), |(path, name)| {
            (path, format!("#{name}"))
        });
    let there = places.get(&resolved(from, path))?;
    let up = "../".repeat(places.get(from)?.matches('/').count());
    Some(format!("{up}{there}{anchor}"))
}

/// The path in the repo that a text in the file `from` means.
pub fn resolved(from: &str, path: &str) -> String {
    let mut parts: Vec<_> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

/// Whether a link leads to another site, or to a program.
pub fn has_scheme(link: &str) -> bool {
    let scheme = link.split(['/', '#', '?']).next().unwrap_or_default();
    scheme.contains(':')
}

/// The name by which a link leads to a heading, as GitHub makes it.
pub fn name(heading: &str) -> String {
    let letters = heading.to_lowercase();
    let letters = letters.chars().filter_map(|letter| match letter {
        ' ' => Some('-'),
        '-' | '_' => Some(letter),
        _ => letter.is_alphanumeric().then_some(letter),
    });
    letters.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_where_its_text_went_or_nowhere() {
        let places = [
            ("src/docs/owner.md", "owner.html"),
            ("README.md", "README.html"),
            ("styles/README.md", "styles/README.html"),
            ("LICENSE", "LICENSE"),
        ];
        let places = places.map(|(from, to)| (from.to_owned(), to.to_owned()));
        let places = Places::from(places);
        for (from, link, to) in [
            ("README.md", "src/docs/owner.md", Some("owner.html")),
            ("README.md", "src/docs/owner.md#wix", Some("owner.html#wix")),
            ("src/docs/owner.md", "../../README.md", Some("README.html")),
            ("src/docs/owner.md", "#wix", Some("#wix")),
            ("styles/README.md", "../LICENSE", Some("../LICENSE")),
            ("README.md", "https://rustup.rs", Some("https://rustup.rs")),
            (
                "README.md",
                "mailto:a@b.example",
                Some("mailto:a@b.example"),
            ),
            ("README.md", "src/README.md", None),
        ] {
            assert_eq!(moved(link, from, &places).as_deref(), to, "{link}");
        }
    }

    #[test]
    fn a_heading_is_named_as_github_names_it() {
        assert_eq!(name("Wix, and other boxes"), "wix-and-other-boxes");
        assert_eq!(name("What is in it: `dist/`"), "what-is-in-it-dist");
    }
}
