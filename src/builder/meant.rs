//! What somebody meant who wrote an address as it is said aloud: `mira.example/contact`, `mira@mira.example`, a number.

use crate::Said;
use engine::Settings;

/// The settings that are links.
const LINKS: [&str; 4] = ["support-url", "alternative-url", "crisis-url", "exit-url"];

/// Names of files, which are no sites.
const FILES: [&str; 3] = [".html", ".htm", ".php"];

/// An address that this setting takes, close to what was given.
pub fn meant(name: &str, given: &str) -> Option<String> {
    let guess = LINKS.contains(&name).then(|| guess(given))??;
    let (_, problems) = Settings::among(&[], &[(name.to_owned(), guess.clone())]);
    // What is missing beside it is said elsewhere.
    let taken = problems
        .into_iter()
        .all(|problem| Said::from(problem).name != name);
    taken.then_some(guess)
}

fn guess(given: &str) -> Option<String> {
    let given = given.trim_matches(|letter: char| "\"'“”<>".contains(letter));
    let digits = |text: &str| text.replace(|letter: char| !"+0123456789".contains(letter), "");
    let says = |mark: &str| given.contains(mark);
    match given.split_once(':') {
        Some(("http", rest)) => Some(format!("https:{rest}")),
        // Nothing is filled in for the visitor.
        Some(("mailto", _)) => given.split('?').next().map(str::to_owned),
        Some(("tel", number)) => Some(format!("tel:{}", digits(number))),
        Some(_) => Some(given.to_owned()),
        None if says("@") => Some(format!("mailto:{given}")),
        None if is_number(given) => Some(format!("tel:{}", digits(given))),
        None if FILES.iter().any(|end| given.ends_with(end)) && !says("/") => None,
        None if says(".") && !given.starts_with(['/', '.']) => Some(format!("https://{given}")),
        None => None,
    }
}

fn is_number(given: &str) -> bool {
    let marks = " +-/().";
    let dialled = |letter: char| letter.is_ascii_digit() || marks.contains(letter);
    given.chars().all(dialled) && given.contains(|letter: char| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn an_address_is_guessed_only_where_the_guide_would_take_it() {
        for (name, given, expected) in [
            (
                "support-url",
                "mira.example/contact",
                "https://mira.example/contact",
            ),
            (
                "support-url",
                "http://mira.example/",
                "https://mira.example/",
            ),
            (
                "support-url",
                "“https://mira.example”",
                "https://mira.example",
            ),
            (
                "support-url",
                "mira@mira.example",
                "mailto:mira@mira.example",
            ),
            (
                "support-url",
                "mailto:mira@mira.example?subject=Hello",
                "mailto:mira@mira.example",
            ),
            ("support-url", "tel:+356 2123 4567", "tel:+35621234567"),
            ("alternative-url", "+356 2123-4567", "tel:+35621234567"),
            ("exit-url", "weather.example", "https://weather.example"),
            ("exit-url", "mira@mira.example", ""),
            ("support-url", "/contact", ""),
            ("support-url", "contact.html", ""),
            ("support-url", "call me", ""),
            ("support-url", "mira example.com", ""),
            ("support-url", "javascript:alert(1)", ""),
            ("support-url", "<script>alert(1)</script>", ""),
            ("who", "mira.example", ""),
        ] {
            let found = meant(name, given).unwrap_or_default();
            assert_eq!(found, expected, "{name}: {given}");
        }
    }
}
