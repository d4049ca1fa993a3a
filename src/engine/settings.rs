//! What the counsellor chooses: read once, checked, never trusted (`src/README.md`, settings).

use crate::{Guide, Problem, RegionKey, nearest};

/// The site owner's choices, each checked or set to its default.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Where professional support is found; none when the owner gave no usable link.
    pub support_url: Option<String>,
    /// What the support link says, if the owner chose it.
    pub support_label: Option<String>,
    /// Who the counsellor is and what happens first.
    pub name_card: NameCard,
    /// Whose help services are shown.
    pub region: RegionKey,
    /// Where Leave goes.
    pub exit_url: String,
    /// A specialist service named instead of the owner after a disclosure (decision 8).
    pub crisis_url: Option<String>,
    /// Over the window, or inside the page.
    pub display: Display,
    /// What opens first.
    pub start: Opening,
}

/// The owner's card; an empty field gets honest general words (decision 16).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NameCard {
    /// Name and profession.
    pub who: Option<String>,
    /// What happens at a first contact.
    pub first_contact: Option<String>,
    /// How soon an answer comes.
    pub reply_time: Option<String>,
    /// What it costs.
    pub cost: Option<String>,
    /// Confidentiality, with its limits.
    pub confidentiality: Option<String>,
    /// Support that is not the owner's.
    pub alternative_url: Option<String>,
    /// A telephone number as a second way in.
    pub phone: Option<String>,
    /// An e-mail address as a second way in.
    pub email: Option<String>,
    /// A small picture of the person whom `who` names, as a data URI.
    pub photo: Option<String>,
}

/// Where the guide is shown once a person begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Display {
    /// Over the whole window.
    Cover,
    /// In its place on the page.
    Inline,
}

/// What opens first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// The start screen.
    Intro,
    /// Help.
    Help,
}

/// A neutral page without anything personal on it.
const DEFAULT_EXIT: &str = "https://www.bbc.com/weather";

/// A photo's longest data URI, in bytes: it stands in the lines that an owner pastes.
const PHOTO: usize = 20_000;

impl Settings {
    /// Every setting that there is; `theme`, `accent`, `lang` and `height` are the frame's and the loader's own.
    pub const NAMES: [&str; 20] = [
        "support-url",
        "support-label",
        "who",
        "first-contact",
        "reply-time",
        "cost",
        "confidentiality",
        "alternative-url",
        "phone",
        "email",
        "photo",
        "region",
        "lang",
        "theme",
        "accent",
        "exit-url",
        "display",
        "height",
        "start",
        "crisis-url",
    ];

    /// Checks the owner's settings. What is wrong is said, left out, and replaced by its default; the rest stands.
    pub fn check(guide: &Guide, given: &[(String, String)]) -> (Self, Vec<Problem>) {
        let regions = guide.regions.iter().map(|region| region.id.as_str());
        Self::among(&regions.collect::<Vec<_>>(), given)
    }

    /// As [`Settings::check`], where only the regions' names are known, the general one first.
    pub fn among(regions: &[&str], given: &[(String, String)]) -> (Self, Vec<Problem>) {
        let mut reader = Reader {
            given,
            problems: Vec::new(),
        };
        reader.names();
        reader.colour("accent");
        let settings = Self {
            support_url: reader.support_url(),
            support_label: reader.text("support-label"),
            name_card: NameCard {
                who: reader.text("who"),
                first_contact: reader.text("first-contact"),
                reply_time: reader.text("reply-time"),
                cost: reader.text("cost"),
                confidentiality: reader.text("confidentiality"),
                alternative_url: reader.link("alternative-url", LINKS),
                phone: reader.way_in(
                    "phone",
                    telephone,
                    "a number as it is dialled, for example +356 2123 4567",
                ),
                email: reader.way_in(
                    "email",
                    write_to,
                    "an address as in name@site.example, and nothing else",
                ),
                photo: reader.photo(),
            },
            region: reader.region(regions),
            exit_url: reader
                .link("exit-url", &["https"])
                .unwrap_or_else(|| DEFAULT_EXIT.to_owned()),
            crisis_url: reader.link("crisis-url", LINKS),
            display: reader.one_of(
                "display",
                &[("cover", Display::Cover), ("inline", Display::Inline)],
            ),
            start: reader.one_of(
                "start",
                &[("intro", Opening::Intro), ("help", Opening::Help)],
            ),
        };
        (settings, reader.problems)
    }
}

/// The schemes a link may have (invariant I4).
const LINKS: &[&str] = &["https", "mailto", "tel", "sms"];

/// Whether the guide may open this link: a whole address with a known scheme, or plain `http` on the owner's own machine, for
/// trying things out. Nothing in it may hide where it leads.
fn opens(link: &str, schemes: &[&str]) -> bool {
    let hidden = |c: char| {
        c.is_control()
            || c.is_whitespace()
            || "\\\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}"
                .contains(c)
    };
    let Some((scheme, rest)) = link.split_once(':') else {
        return false;
    };
    let scheme = scheme.to_ascii_lowercase();
    if link.contains(hidden) || !(scheme == "http" || schemes.contains(&scheme.as_str())) {
        return false;
    }
    match scheme.as_str() {
        "https" => host(rest).is_some(),
        "http" => host(rest).is_some_and(|host| OWN_MACHINE.contains(&host)),
        "mailto" => rest.split_once('@').is_some_and(|(name, host)| {
            // What is written before the person has said a word would be ours, not theirs (spec 5.9).
            let pre_filled = rest.contains('?');
            !name.is_empty() && !host.is_empty() && !name.starts_with('/') && !pre_filled
        }),
        _ => {
            rest.bytes().any(|byte| byte.is_ascii_digit())
                && rest
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || b"+-".contains(&byte))
        }
    }
}

/// The link that dials a number; what people write between its digits is left out.
pub fn telephone(number: &str) -> String {
    let digits = number
        .chars()
        .filter(|c| !c.is_whitespace() && !"().-/".contains(*c));
    format!("tel:{}", digits.collect::<String>())
}

/// The link that opens a letter to an address; nothing is filled in.
pub fn write_to(address: &str) -> String {
    format!("mailto:{address}")
}

const OWN_MACHINE: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// The host of an address, without its port; none where it is not a plain name, as where a user's name stands before an `@`.
fn host(rest: &str) -> Option<&str> {
    let authority = rest.strip_prefix("//")?.split(['/', '?', '#']).next()?;
    let host = match authority.rsplit_once(':') {
        // `parse` lets a sign through; no browser does.
        Some((_, port)) if port.starts_with('+') => return None,
        Some((host, port)) if !port.ends_with(']') => {
            port.parse::<u16>().ok()?;
            host
        }
        _ => authority,
    };
    let plain = host
        .chars()
        .all(|c| c.is_alphanumeric() || "-.".contains(c));
    (!host.is_empty() && (plain || OWN_MACHINE.contains(&host))).then_some(host)
}

/// A small picture that stands in its own address: nothing is asked for to show it.
fn is_photo(given: &str) -> bool {
    let parts = given
        .strip_prefix("data:image/")
        .and_then(|rest| rest.split_once(";base64,"));
    let letters = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte);
    parts.is_some_and(|(kind, picture)| {
        let known = ["jpeg", "png", "webp", "avif"].contains(&kind);
        known && !picture.is_empty() && given.len() <= PHOTO && picture.bytes().all(letters)
    })
}

struct Reader<'a> {
    given: &'a [(String, String)],
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn text(&self, name: &str) -> Option<String> {
        let value = self.given.iter().find(|(given, _)| given == name)?.1.trim();
        (!value.is_empty()).then(|| value.to_owned())
    }

    fn problem(&mut self, name: &str, message: String, hint: &str) {
        self.problems
            .push(Problem::new(format!("setting `{name}`"), message, hint));
    }

    fn names(&mut self) {
        for (name, _) in self.given {
            if !Settings::NAMES.contains(&name.as_str()) {
                let hint = match nearest(name, Settings::NAMES) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => format!("the settings are {}", Settings::NAMES.join(", ")),
                };
                self.problem(name, "there is no such setting".to_owned(), &hint);
            }
        }
    }

    fn support_url(&mut self) -> Option<String> {
        if self.text("support-url").is_none() {
            self.problem(
                "support-url",
                "there is no support link".to_owned(),
                "put one link inside the element: <a href=\"https://…\">Talk with a counsellor</a>",
            );
        }
        self.link("support-url", LINKS)
    }

    fn link(&mut self, name: &str, schemes: &[&str]) -> Option<String> {
        let link = self.text(name)?;
        if opens(&link, schemes) {
            return Some(link);
        }
        let message = format!("`{link}` is not a link that the guide can open");
        self.problem(
            name,
            message,
            &format!("a full address that begins with {}:", schemes.join(": or ")),
        );
        None
    }

    /// A way in beside the link to support, as the owner wrote it.
    fn way_in(&mut self, name: &str, link: fn(&str) -> String, hint: &str) -> Option<String> {
        let given = self.text(name)?;
        if opens(&link(&given), LINKS) {
            return Some(given);
        }
        let message = format!("`{given}` is not a way in that the guide can open");
        self.problem(name, message, hint);
        None
    }

    /// Names what is no colour; `frame/colour.js` sets it before the guide runs.
    fn colour(&mut self, name: &str) {
        let Some(given) = self.text(name) else {
            return;
        };
        let is_colour = given.strip_prefix('#').is_some_and(|digits| {
            digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
        });
        if !is_colour {
            let message = format!("`{given}` is not a colour");
            self.problem(name, message, "write # and six digits, for example #2f5d73");
        }
    }

    /// It stands beside the name of the person whom it shows.
    fn photo(&mut self) -> Option<String> {
        let given = self.text("photo")?;
        if is_photo(&given) && self.text("who").is_some() {
            return Some(given);
        }
        let hint =
            "a data:image/… of at most 20 kB, beside a name in `who`; builder.html makes one";
        self.problem(
            "photo",
            "this is no photo that the guide can show".to_owned(),
            hint,
        );
        None
    }

    fn region(&mut self, regions: &[&str]) -> RegionKey {
        let general = RegionKey(0);
        let Some(name) = self.text("region") else {
            let hint = "set region=\"…\" so that visitors see the numbers of your country";
            self.problem(
                "region",
                "there is no region; the general help list is shown".to_owned(),
                hint,
            );
            return general;
        };
        let lower = name.to_lowercase();
        let found = regions.iter().position(|region| *region == lower);
        found.map(|at| RegionKey(at as u16)).unwrap_or_else(|| {
            let message = format!("there is no region `{name}`; the general help list is shown");
            self.problem(
                "region",
                message,
                &format!("the regions are {}", regions.join(", ")),
            );
            general
        })
    }

    /// The value with this name; the first where there is none, or a wrong one.
    fn one_of<T: Copy>(&mut self, name: &str, values: &[(&str, T)]) -> T {
        let given = self.text(name);
        let found = given
            .as_deref()
            .map(|given| values.iter().find(|(value, _)| *value == given));
        if let Some(None) = found {
            let known: Vec<_> = values.iter().map(|(value, _)| *value).collect();
            let message = format!("`{}` is not one of its values", given.unwrap_or_default());
            self.problem(
                name,
                message,
                &format!("its values are {}", known.join(" and ")),
            );
        }
        found.flatten().unwrap_or(&values[0]).1
    }
}
