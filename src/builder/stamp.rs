//! With which version lines were made, and when.

use engine::Date;
use std::cmp::Ordering;
use std::fmt;

/// This version.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What `data-made` holds: `0.1.0 2026-11-26`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    version: String,
    date: Date,
}

impl Stamp {
    /// This version, on this day.
    pub fn on(date: Date) -> Self {
        let version = VERSION.to_owned();
        Self { version, date }
    }

    /// Reads what was written.
    pub fn parse(text: &str) -> Option<Self> {
        let (version, date) = text.trim().split_once(' ')?;
        let plain = |letter: char| letter.is_ascii_alphanumeric() || ".-+".contains(letter);
        let date = Date::parse(date)?;
        let version = version.chars().all(plain).then(|| version.to_owned())?;
        Some(Self { version, date })
    }

    /// What an owner is told of it.
    pub fn said(&self, today: Date) -> String {
        let Date { year, month, day } = self.date;
        let month = MONTHS[usize::from(month - 1)];
        let age = age(self.date, today);
        let version = &self.version;
        let next = match numbers(version).cmp(&numbers(VERSION)) {
            Ordering::Equal => "This page makes the same version.".to_owned(),
            Ordering::Less => format!(
                "This page makes version {VERSION}: put its files online, then paste the new lines."
            ),
            Ordering::Greater => format!(
                "This page is older and makes version {VERSION}: better use the page that came with those lines."
            ),
        };
        format!("Version {version}, made on {day} {month} {year}, {age}. {next}")
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Date { year, month, day } = self.date;
        write!(f, "{} {year:04}-{month:02}-{day:02}", self.version)
    }
}

/// A version's numbers, from the weightiest on.
fn numbers(version: &str) -> Vec<u64> {
    let parts = version.split(|letter: char| !letter.is_ascii_digit());
    parts.filter_map(|part| part.parse().ok()).collect()
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn age(made: Date, today: Date) -> String {
    let days = number(today) - number(made);
    let ago = |count: i64, unit: &str| {
        let more = if count == 1 { "" } else { "s" };
        format!("{count} {unit}{more} ago")
    };
    match days {
        ..0 => "which is still to come: one clock is wrong".to_owned(),
        0 => "today".to_owned(),
        1..=59 => ago(days, "day"),
        60..=729 => ago(days / 30, "month"),
        _ => ago(days / 365, "year"),
    }
}

/// The day's number, counted from a March so that a leap day is the last of its year.
fn number(date: Date) -> i64 {
    let (year, month, day) = (
        i64::from(date.year),
        i64::from(date.month),
        i64::from(date.day),
    );
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    365 * year + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (153 * month + 2) / 5
        + day
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).expect("a date")
    }

    #[test]
    fn the_age_is_told_in_words() {
        for (made, today, said) in [
            ("2026-11-26", "2026-11-26", "today"),
            ("2026-11-25", "2026-11-26", "1 day ago"),
            ("2028-02-28", "2028-03-01", "2 days ago"),
            ("2026-12-31", "2027-01-01", "1 day ago"),
            ("2026-08-01", "2026-11-26", "3 months ago"),
            ("2024-11-26", "2026-11-26", "2 years ago"),
            (
                "2026-11-27",
                "2026-11-26",
                "which is still to come: one clock is wrong",
            ),
        ] {
            assert_eq!(age(date(made), date(today)), said, "{made} {today}");
        }
    }

    #[test]
    fn a_stamp_is_read_as_it_was_written_and_an_old_one_is_told() {
        let today = date("2026-11-26");
        let stamp = Stamp::on(today);
        assert_eq!(Stamp::parse(&stamp.to_string()), Some(stamp.clone()));
        assert!(stamp.said(today).ends_with("makes the same version."));
        let old = Stamp::parse("0.0.9 2026-01-05").expect("a stamp");
        let said = old.said(today);
        assert!(
            said.starts_with("Version 0.0.9, made on 5 January 2026, 10 months ago."),
            "{said}"
        );
        assert!(
            said.contains(&format!("makes version {VERSION}:")),
            "{said}"
        );
        let newer = Stamp::parse("0.10.0 2026-11-26").expect("a stamp");
        assert!(newer.said(today).contains("This page is older"));
        for other in ["", "0.1.0", "0.1.0 yesterday", "<b> 2026-01-05"] {
            assert_eq!(Stamp::parse(other), None, "{other}");
        }
    }
}
