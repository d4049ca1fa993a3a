//! What was measured, by contestant, conditions and cache; medians of it.

use crate::visit::{Conditions, Visit};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Whether the browser has kept anything of an earlier visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cache {
    Cold,
    Warm,
}

/// All visits.
#[derive(Default)]
pub struct Numbers(BTreeMap<(String, Conditions, Cache), Vec<Visit>>);

/// One thing measured: its name, and what a visit says of it.
pub struct Measure {
    pub name: &'static str,
    pub of: fn(&Visit) -> Vec<f64>,
}

impl Measure {
    /// Whether the page before it, which the browser keeps for a while, counts too on a second visit.
    pub fn memory(&self) -> bool {
        self.name.ends_with("MB")
    }
}

/// Each of them, in the order of the table.
pub const MEASURES: [Measure; 10] = [
    Measure {
        name: "visible ms",
        of: |visit| vec![visit.visible],
    },
    Measure {
        name: "answering ms",
        of: |visit| vec![visit.answering],
    },
    Measure {
        name: "blocking ms",
        of: |visit| vec![visit.blocking],
    },
    Measure {
        name: "step painted ms",
        of: |visit| visit.steps.iter().map(|step| step[1]).collect(),
    },
    Measure {
        name: "step laid out ms",
        of: |visit| visit.steps.iter().map(|step| step[0]).collect(),
    },
    Measure {
        name: "requests",
        of: |visit| vec![visit.requests],
    },
    Measure {
        name: "kB sent",
        of: |visit| vec![visit.bytes / 1e3],
    },
    Measure {
        name: "JS heap MB",
        of: |visit| vec![visit.heap / 1e6],
    },
    Measure {
        name: "wasm MB",
        of: |visit| vec![visit.wasm / 1e6],
    },
    Measure {
        name: "heap + wasm MB",
        of: |visit| vec![(visit.heap + visit.wasm) / 1e6],
    },
];

/// All values of one measure, in order.
pub struct Spread(Vec<f64>);

impl Spread {
    /// The value below which this part of all lies.
    pub fn at(&self, part: f64) -> f64 {
        let last = self.0.len().saturating_sub(1);
        let place = (last as f64 * part).round() as usize;
        self.0.get(place).copied().unwrap_or(f64::NAN)
    }

    pub fn median(&self) -> f64 {
        self.at(0.5)
    }
}

impl Numbers {
    /// Keeps the two visits of a run: with nothing kept, and again.
    pub fn add(&mut self, name: &str, conditions: Conditions, [cold, warm]: [Visit; 2]) {
        for (cache, visit) in [(Cache::Cold, cold), (Cache::Warm, warm)] {
            let visits = self
                .0
                .entry((name.to_owned(), conditions, cache))
                .or_default();
            visits.push(visit);
        }
    }

    /// What was measured of this one.
    pub fn of(&self, name: &str, conditions: Conditions, cache: Cache, measure: &str) -> Spread {
        let visits = self.0.get(&(name.to_owned(), conditions, cache));
        let measure = MEASURES
            .iter()
            .find(|other| other.name == measure)
            .expect("a measure");
        let mut values: Vec<_> = visits.into_iter().flatten().flat_map(measure.of).collect();
        values.sort_by(f64::total_cmp);
        Spread(values)
    }

    /// Everything, for programs.
    pub fn json(&self) -> Value {
        let entry = |((name, conditions, cache), visits): (
            &(String, Conditions, Cache),
            &Vec<Visit>,
        )| {
            let measured = MEASURES.iter().map(|measure| {
                let mut spread = Spread(visits.iter().flat_map(measure.of).collect());
                spread.0.sort_by(f64::total_cmp);
                let of =
                    json!({ "median": spread.median(), "p95": spread.at(0.95), "all": spread.0 });
                (measure.name.to_owned(), of)
            });
            json!({
                "contestant": name, "conditions": format!("{conditions:?}"), "cache": format!("{cache:?}"),
                "measured": Value::Object(measured.collect()),
            })
        };
        self.0.iter().map(entry).collect()
    }
}
