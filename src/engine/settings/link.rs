//! Links that the guide may open, and those that it makes.

/// The schemes a link may have (invariant I4).
pub(super) const LINKS: &[&str] = &["https", "mailto", "tel", "sms"];

/// Whether the guide may open this link: a whole address with a known scheme, or plain `http` on the owner's own machine, for
/// trying things out. Nothing in it may hide where it leads.
pub(super) fn opens(link: &str, schemes: &[&str]) -> bool {
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
