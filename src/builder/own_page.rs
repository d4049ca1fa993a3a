//! The page of one's own that the release carries, with an owner's name, links and settings filled in.

use crate::escape::escaped;
use crate::lines::{lines, link};
use crate::{Chosen, Stamp};

/// What is to be filled in, as it stands in the page for whoever does it by hand.
const FROM: &str = "From YOUR NAME AND PROFESSION. ";
const DAYS: &str = ", for HOW MANY days.";

/// The page with the element in place of the one in it. How long a host keeps its log is named only as a number. None where it is
/// not that page.
pub fn own_page(page: &str, chosen: &Chosen, made: &Stamp, days: &str) -> Option<String> {
    let (before, rest) = page.split_once("<aftercare-guide")?;
    let (_, after) = rest.split_once("</aftercare-guide>")?;
    // The script stands in the page's head.
    let lines = lines(chosen, made);
    let (_, element) = lines.split_once('\n')?;
    let (head, from) = before.split_once(FROM)?;
    let (start, rest) = from.split_once("<a ")?;
    let (_, end) = rest.split_once("</a>")?;
    let (text, last) = after.split_once(DAYS)?;
    Some(format!(
        "{head}{}{start}{}{end}{element}{text}{}{last}",
        from_whom(chosen),
        link(chosen),
        how_long(days)
    ))
}

/// The first sentence, where the owner gives a name.
fn from_whom(chosen: &Chosen) -> String {
    let who = chosen.get("who").map(|who| who.trim_end_matches('.'));
    who.map(|who| format!("From {}. ", escaped(who)))
        .unwrap_or_default()
}

fn how_long(days: &str) -> String {
    match days.trim().parse::<u16>() {
        Ok(1) => ", for a day.".to_owned(),
        Ok(days) => format!(", for {days} days."),
        Err(_) => ".".to_owned(),
    }
}
