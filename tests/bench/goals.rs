//! What the guide is to reach, as ratios within one run.

use crate::numbers::{Cache, Numbers};
use crate::visit::Conditions::{self, Fast, Slow};

/// A goal: a measure of one contestant, at most so many times that of another, or at most so much.
pub struct Goal {
    pub measure: &'static str,
    pub conditions: Conditions,
    pub of: &'static str,
    /// `None`: the bound is a value.
    pub beside: Option<&'static str>,
    pub most: f64,
}

const fn ratio(
    measure: &'static str,
    conditions: Conditions,
    beside: &'static str,
    most: f64,
) -> Goal {
    Goal {
        measure,
        conditions,
        of: "guide",
        beside: Some(beside),
        most,
    }
}

/// Every goal.
pub const GOALS: [Goal; 9] = [
    ratio("visible ms", Slow, "floor", 1.15),
    ratio("visible ms", Slow, "surveyjs", 0.35),
    ratio("answering ms", Slow, "surveyjs", 0.5),
    ratio("answering ms", Slow, "floor", 1.5),
    ratio("step painted ms", Slow, "floor", 1.3),
    Goal {
        beside: None,
        ..ratio("blocking ms", Fast, "", 50.0)
    },
    ratio("heap + wasm MB", Fast, "surveyjs", 0.5),
    Goal {
        of: "guide-1000",
        ..ratio("step painted ms", Fast, "guide-10", 1.5)
    },
    Goal {
        of: "guide-1000",
        ..ratio("step painted ms", Slow, "guide-10", 1.5)
    },
];

impl Goal {
    /// What came of it.
    pub fn came(&self, numbers: &Numbers) -> f64 {
        let median = |name| {
            let spread = numbers.of(name, self.conditions, Cache::Cold, self.measure);
            spread.median()
        };
        median(self.of) / self.beside.map_or(1.0, median)
    }

    /// The same, in a line.
    pub fn line(&self, numbers: &Numbers) -> String {
        let came = self.came(numbers);
        let met = if came <= self.most { "met" } else { "MISSED" };
        let what = self.what();
        format!("{what:<56} {came:>7.2}  at most {:<5} {met}", self.most)
    }

    /// What is measured, and beside what.
    pub fn what(&self) -> String {
        let beside = self.beside.map(|other| format!(" : {other}"));
        let beside = beside.unwrap_or_default();
        format!(
            "{:?}, {}, {}{beside}",
            self.conditions, self.measure, self.of
        )
    }
}
