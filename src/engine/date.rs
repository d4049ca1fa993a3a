//! Days, as content writes them.

use serde::{Deserialize, Serialize};

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day, 1 to 31.
    pub day: u8,
}

impl Date {
    /// Reads `2026-11-24`; nothing else is a date.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
        let parts: Vec<&str> = text.split('-').filter(digits).collect();
        let [year, month, day] = parts[..] else {
            return None;
        };
        if text.len() != 10 || year.len() != 4 || month.len() != 2 {
            return None;
        }
        let date = Self {
            year: year.parse().ok()?,
            month: month.parse().ok()?,
            day: day.parse().ok()?,
        };
        (1..=date.days_of_month())
            .contains(&date.day)
            .then_some(date)
    }

    /// 0 for a month that does not exist.
    fn days_of_month(self) -> u8 {
        let leap = self.year.is_multiple_of(4)
            && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        match self.month {
            2 => 28 + u8::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn only_a_full_date_is_a_date() {
        assert_eq!(
            Date::parse("2026-11-24"),
            Some(Date {
                year: 2026,
                month: 11,
                day: 24
            })
        );
        for wrong in [
            "",
            "2026",
            "2026-13-01",
            "2026-11-32",
            "26-11-24",
            "2026-1-02",
            "2026-11-24-1",
            "2026-02-29",
            "+026-+1-+6",
        ] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
    }
}
