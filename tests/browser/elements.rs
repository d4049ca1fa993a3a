//! Elements with attributes that nobody would write, and what must stand in each.

use engine::Settings;
use proptest::prelude::{Just, any, prop_oneof};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const ELEMENTS: usize = 150;
const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals";

/// An element with its attributes, and the link inside it.
#[derive(Debug, Clone)]
pub struct Element {
    attributes: BTreeMap<String, String>,
    link: Option<&'static str>,
}

const LABEL: &str = "Talk with Mira";

/// What is the page's, not the guide's.
const NOT_SETTINGS: [&str; 11] = [
    "class", "id", "style", "title", "lang", "dir", "height", "hidden", "slot", "role", "tabindex",
];

impl Element {
    /// As an owner would paste it.
    pub fn markup(&self) -> String {
        let attributes = self.attributes.iter().map(|(name, value)| {
            let value = value
                .replace('&', "&amp;")
                .replace('"', "&quot;")
                .replace('\r', "&#13;");
            format!(" {name}=\"{value}\"")
        });
        let link = self
            .link
            .map(|link| format!("<a href=\"{link}\">{LABEL}</a>"));
        format!(
            "<aftercare-guide{}>{}</aftercare-guide>",
            attributes.collect::<String>(),
            link.unwrap_or_default()
        )
    }

    fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// The language of its guide file: what is no language is none.
    pub fn lang(&self) -> &str {
        let lang = self.attribute("lang");
        let mut parts = lang.split('-');
        let first = parts.next().unwrap_or_default();
        let letters =
            (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
        let rest = parts
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        if letters && rest { lang } else { "en" }
    }

    fn height(&self) -> String {
        let given = self.attribute("height");
        let unit = given.trim_start_matches(|c: char| c.is_ascii_digit());
        match unit {
            "" if !given.is_empty() => format!("{given}px"),
            "px" | "rem" | "em" | "vh" | "dvh" if given != unit => given.to_owned(),
            _ => "640px".to_owned(),
        }
    }

    /// What the frame is told: every attribute that is not the page's own, as it was written, and the link.
    fn settings<'a>(&'a self, link: Option<&'a str>) -> BTreeMap<&'a str, &'a str> {
        let is_setting = |name: &str| {
            let kind = ["on", "data-", "aria-"]
                .iter()
                .any(|start| name.starts_with(start));
            !kind && !NOT_SETTINGS.contains(&name)
        };
        let given = self
            .attributes
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        let mut settings: BTreeMap<_, _> = given.filter(|(name, _)| is_setting(name)).collect();
        let inside = [
            ("support-url", link),
            ("support-label", link.map(|_| LABEL)),
        ];
        for (name, inside) in inside {
            if let Some(inside) = inside.filter(|_| self.attribute(name).is_empty()) {
                settings.insert(name, inside);
            }
        }
        settings
    }

    /// What `LOOK` must see in it.
    pub fn expected(&self, origin: &str) -> Value {
        let link = self.link.map(|link| {
            if link.contains(':') {
                link.to_owned()
            } else {
                format!("{origin}/{link}")
            }
        });
        json!({
            "elements": 1,
            "frames": 1,
            "attributes": ["allow", "referrerpolicy", "sandbox", "src", "title"],
            "sandbox": SANDBOX,
            "referrerpolicy": "no-referrer",
            "allow": "clipboard-write",
            "file": format!("{origin}/guide.{}.html", self.lang()),
            "settings": self.settings(link.as_deref()),
            "support": link,
            "height": self.height(),
        })
    }
}

/// The same elements each time.
pub fn elements() -> Vec<Element> {
    let attributes = proptest::collection::btree_map(names(), values(), 0..12);
    let links = proptest::sample::select(&LINKS[..]);
    let element = (attributes, links).prop_map(|(attributes, link)| Element { attributes, link });
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let elements =
        (0..ELEMENTS).map(|_| element.new_tree(&mut runner).expect("an element").current());
    elements.collect()
}

const LINKS: [Option<&str>; 4] = [
    None,
    Some("https://counsellor.example/contact?a=1&b=%22#c"),
    Some("mailto:mira@counsellor.example"),
    Some("support.html"),
];

fn names() -> impl Strategy<Value = String> {
    let known = [&NOT_SETTINGS[..], &Settings::NAMES[..]].concat();
    prop_oneof![
        12 => proptest::sample::select(known).prop_map(str::to_owned),
        1 => "(data|aria)-[a-z]{1,5}",
        1 => "[a-z][a-z0-9_.:-]{0,12}",
        1 => "[a-z!\"#$%&'(),;?@\\[\\\\\\]^`{|}~<]{1,6}",
        1 => "[\u{e0}-\u{17e}\u{3b1}-\u{3c9}\u{6f22}\u{5b57}\u{1f642}]{1,4}",
        1 => Just("x".repeat(3_000)),
    ]
}

fn values() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => proptest::sample::select(&VALUES[..]).prop_map(str::to_owned),
        2 => any::<String>().prop_map(|text| text.replace('\0', "\u{1}")),
        1 => "[0-9]{1,25}(px|rem|em|vh|dvh|%|pt)?",
        1 => "[a-zA-Z]{1,4}(-[a-zA-Z0-9]{1,4}){0,2}",
        1 => (200..4_000_usize).prop_map(|times| "long ".repeat(times)),
    ]
}

const VALUES: [&str; 20] = [
    "",
    " ",
    "malta",
    "inline",
    "help",
    "slate",
    "640",
    "0",
    "-1",
    "1e9",
    "NaN",
    "640px; position: fixed",
    "../../x",
    "//other.example",
    "javascript:alert(1)",
    "data:text/html,<script>parent.errors.push(1)</script>",
    "\"><script>errors.push('ran')</script>",
    "a&b=c#d?e=%00%ff+%zz",
    "\u{202e}\u{200b}\u{feff}",
    "\u{1}\u{7f}\t\n\r\u{85}",
];
