//! How the owner's settings are read: each by its kind, with a word on what is wrong.

use super::Settings;
use super::link::{LINKS, opens};
use crate::{Problem, RegionKey, nearest};

/// A photo's longest data URI, in bytes: it stands in the lines that an owner pastes.
const PHOTO: usize = 20_000;

/// Takes settings from what was given, one after the other; what is wrong is noted.
pub(super) struct Reader<'a> {
    given: &'a [(String, String)],
    pub(super) problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(given: &'a [(String, String)]) -> Self {
        Self {
            given,
            problems: Vec::new(),
        }
    }

    pub(super) fn text(&self, name: &str) -> Option<String> {
        let value = self.given.iter().find(|(given, _)| given == name)?.1.trim();
        (!value.is_empty()).then(|| value.to_owned())
    }

    fn problem(&mut self, name: &str, message: String, hint: &str) {
        self.problems
            .push(Problem::new(format!("setting `{name}`"), message, hint));
    }

    pub(super) fn names(&mut self) {
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

    pub(super) fn support_url(&mut self) -> Option<String> {
        if self.text("support-url").is_none() {
            self.problem(
                "support-url",
                "there is no support link".to_owned(),
                "put one link inside the element: <a href=\"https://…\">Talk with a counsellor</a>",
            );
        }
        self.link("support-url", LINKS)
    }

    pub(super) fn link(&mut self, name: &str, schemes: &[&str]) -> Option<String> {
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
    pub(super) fn way_in(
        &mut self,
        name: &str,
        link: fn(&str) -> String,
        hint: &str,
    ) -> Option<String> {
        let given = self.text(name)?;
        if opens(&link(&given), LINKS) {
            return Some(given);
        }
        let message = format!("`{given}` is not a way in that the guide can open");
        self.problem(name, message, hint);
        None
    }

    /// Names what is no colour; `frame/colour.js` sets it before the guide runs.
    pub(super) fn colour(&mut self, name: &str) {
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
    pub(super) fn photo(&mut self) -> Option<String> {
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

    pub(super) fn region(&mut self, regions: &[&str]) -> RegionKey {
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
    pub(super) fn one_of<T: Copy>(&mut self, name: &str, values: &[(&str, T)]) -> T {
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
