//! The numbers for people: goals, ratios, medians with their spread.

use crate::goals::GOALS;
use crate::numbers::{Cache, MEASURES, Numbers};
use crate::visit::Conditions;
use crate::{CONTESTANTS, GROWN};
use serde_json::{Value, json};

/// What stands in the table after the ratios: the first is compared with each of the others.
const BESIDE: [&str; 3] = ["floor", "surveyjs", "lhc"];

/// All of it.
pub fn text(numbers: &Numbers, runs: usize) -> String {
    let goals = GOALS.iter().map(|goal| goal.line(numbers));
    let mut lines = vec![format!("\nGoals ({runs} runs, medians, cold cache)")];
    lines.extend(goals);
    for conditions in Conditions::ALL {
        for cache in [Cache::Cold, Cache::Warm] {
            lines.push(format!("\n{conditions:?}, {cache:?}: the guide's ratio to each, then medians (least to most; steps: p95)"));
            lines.push(head());
            let shown = MEASURES
                .iter()
                .filter(|measure| cache == Cache::Cold || !measure.memory());
            lines.extend(shown.map(|measure| row(numbers, conditions, cache, measure.name)));
        }
    }
    lines.join("\n")
}

fn all() -> impl Iterator<Item = &'static str> {
    CONTESTANTS.into_iter().chain(GROWN.map(|(name, _)| name))
}

fn head() -> String {
    let ratios = BESIDE.map(|name| format!("{:>9}", format!(": {name}")));
    let medians = all().map(|name| format!("{name:>24}"));
    format!(
        "{:<16}{}{}",
        "",
        ratios.concat(),
        medians.collect::<String>()
    )
}

fn row(numbers: &Numbers, conditions: Conditions, cache: Cache, measure: &str) -> String {
    let of = |name| numbers.of(name, conditions, cache, measure);
    let ratios = BESIDE.map(|name| ratio(of("guide").median(), of(name).median()));
    let values = all().map(|name| {
        let spread = of(name);
        let rest = match measure.starts_with("step") {
            true => format!("p95 {:.1}", spread.at(0.95)),
            false => format!("{:.1}–{:.1}", spread.at(0.0), spread.at(1.0)),
        };
        format!("{:>24}", format!("{:.1} ({rest})", spread.median()))
    });
    format!(
        "{measure:<16}{}{}",
        ratios.concat(),
        values.collect::<String>()
    )
}

/// Nothing beside nothing is no ratio.
fn ratio(one: f64, other: f64) -> String {
    match other {
        0.0 => format!("{:>9}", "–"),
        _ => format!("{:>9.2}", one / other),
    }
}

/// The same, for programs.
pub fn json(numbers: &Numbers, runs: usize) -> Value {
    let goals = GOALS.iter().map(|goal| {
        let came = goal.came(numbers);
        json!({ "goal": goal.what(), "came": came, "most": goal.most, "met": came <= goal.most })
    });
    json!({ "runs": runs, "goals": goals.collect::<Vec<_>>(), "measured": numbers.json() })
}
