//! The owner's settings, from any fragment: what stands is safe to show and to follow, what is wrong is named.

use engine::{Guide, Problem, Settings};
use url::{ParseError, Url, form_urlencoded};

/// Reads a fragment as the frame does (`boot.js`), and looks at what the guide makes of it.
pub fn check(guide: &Guide, fragment: &str) {
    let query = fragment.strip_prefix('?').unwrap_or(fragment);
    let given: Vec<_> = form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect();
    let (settings, problems) = Settings::check(guide, &given);
    let seen = Seen {
        given: &given,
        problems: &problems,
    };
    seen.names();
    seen.link("support-url", settings.support_url.as_deref(), false);
    seen.link(
        "alternative-url",
        settings.name_card.alternative_url.as_deref(),
        false,
    );
    seen.link("crisis-url", settings.crisis_url.as_deref(), false);
    seen.link("exit-url", Some(&settings.exit_url), true);
    let region = &guide.region(settings.region).id;
    let asked = seen.value("region").to_lowercase();
    seen.is_named("region", asked != *region || asked.is_empty());
    seen.one_of("display", &["cover", "inline"]);
    seen.one_of("start", &["intro", "help"]);
}

/// What was given, and what was said of it.
struct Seen<'a> {
    given: &'a [(String, String)],
    problems: &'a [Problem],
}

impl Seen<'_> {
    /// The first value with this name, as `URLSearchParams.get`; empty where there is none.
    fn value(&self, name: &str) -> &str {
        let mut given = self.given.iter();
        given
            .find(|(given, _)| given == name)
            .map_or("", |(_, value)| value.trim())
    }

    /// Something is said of this setting exactly if something is wrong with it.
    fn is_named(&self, name: &str, wrong: bool) {
        let place = format!("setting `{name}`");
        let said = self.problems.iter().any(|problem| problem.place == place);
        assert_eq!(said, wrong, "`{name}` = {:?}", self.value(name));
    }

    /// Every name that is not a setting is said.
    fn names(&self) {
        for (name, _) in self.given {
            if !NAMES.contains(&name.as_str()) {
                self.is_named(name, true);
            }
        }
        for problem in self.problems {
            assert!(!problem.message.is_empty() && !problem.hint.is_empty());
        }
    }

    fn one_of(&self, name: &str, values: &[&str]) {
        let value = self.value(name);
        self.is_named(name, !value.is_empty() && !values.contains(&value));
    }

    /// A link stands as it was given and opens what it reads as, or is named; only Leave has one of its own.
    fn link(&self, name: &str, stands: Option<&str>, exit: bool) {
        let value = self.value(name);
        let is_given = stands == Some(value);
        let missing = value.is_empty() && name == "support-url";
        self.is_named(name, missing || (!is_given && !value.is_empty()));
        match stands {
            Some(link) if is_given => is_open(link, exit),
            Some(link) => assert!(exit && link == DEFAULT_EXIT, "`{name}` leads to {link}"),
            None => assert!(!exit),
        }
    }
}

/// No letter of a link hides where it leads, and a browser that can read it goes nowhere else than it says.
fn is_open(link: &str, exit: bool) {
    let hides = |c: char| c.is_control() || c.is_whitespace() || c == '\\' || BIDI.contains(&c);
    assert!(!link.contains(hides), "{link:?} hides where it leads");
    let url = match Url::parse(link) {
        Ok(url) => url,
        Err(error) => {
            // Names that no machine can have are let through: they lead nowhere.
            let name_only = is_web(link) && NO_MACHINE.contains(&error);
            return assert!(name_only, "{link:?} is no address: {error}");
        }
    };
    let own = ["127.0.0.1", "localhost", "[::1]"].contains(&url.host_str().unwrap_or(""));
    let allowed = match url.scheme() {
        "https" => true,
        "http" => own,
        "mailto" | "tel" | "sms" => !exit,
        _ => false,
    };
    assert!(allowed, "{link:?} may not be opened");
    assert!(
        url.username().is_empty() && url.password().is_none(),
        "{link:?} names someone before its host"
    );
}

/// Whether it begins as a page's address does.
fn is_web(link: &str) -> bool {
    let link = link.to_ascii_lowercase();
    link.starts_with("https://") || link.starts_with("http://")
}

/// Signs that turn the direction of what follows.
const BIDI: [char; 9] = [
    '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}',
    '\u{2069}',
];

/// What a browser says of names that no machine can have.
const NO_MACHINE: [ParseError; 4] = [
    ParseError::EmptyHost,
    ParseError::IdnaError,
    ParseError::InvalidDomainCharacter,
    ParseError::InvalidIpv4Address,
];

const DEFAULT_EXIT: &str = "https://www.bbc.com/weather";

/// Every setting of the README's table, one by one.
pub const NAMES: [&str; 20] = [
    "support-url",
    "support-label",
    "region",
    "who",
    "first-contact",
    "reply-time",
    "cost",
    "confidentiality",
    "alternative-url",
    "phone",
    "email",
    "photo",
    "crisis-url",
    "exit-url",
    "display",
    "start",
    "theme",
    "accent",
    "lang",
    "height",
];
