//! Whether what was chosen is well: by the guide's own check, and for what the page around the guide needs.

use crate::Chosen;
use crate::meant::meant;
use engine::{Problem, Settings};
use std::ops::RangeInclusive;

/// What there is to choose from, in the guide files that were built.
#[derive(Debug, Default)]
pub struct Known<'a> {
    /// The regions' names, the general one first.
    pub regions: Vec<&'a str>,
    /// The themes' names.
    pub themes: Vec<&'a str>,
    /// The languages' codes.
    pub languages: Vec<&'a str>,
}

/// What is said of one setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The setting's name.
    pub name: String,
    /// What is wrong.
    pub message: String,
    /// What the owner can do.
    pub hint: String,
}

/// All that is wrong; nothing is changed.
pub fn check(known: &Known, chosen: &Chosen) -> Vec<Said> {
    let (_, problems) = Settings::among(&known.regions, &chosen.owned());
    let mut said: Vec<_> = problems.into_iter().map(Said::from).collect();
    for said in &mut said {
        if let Some(meant) = chosen
            .get(&said.name)
            .and_then(|given| meant(&said.name, given))
        {
            said.hint = format!("perhaps you mean `{meant}`");
        }
    }
    said.extend(one_of(chosen, "theme", &known.themes));
    said.extend(one_of(chosen, "lang", &known.languages));
    said.extend(height(chosen));
    said
}

impl From<Problem> for Said {
    fn from(problem: Problem) -> Self {
        // The engine says where as: setting `name`.
        let name = problem.place.split('`').nth(1);
        Self {
            name: name.unwrap_or(&problem.place).to_owned(),
            message: problem.message,
            hint: problem.hint,
        }
    }
}

fn one_of(chosen: &Chosen, name: &str, known: &[&str]) -> Option<Said> {
    let given = chosen.get(name).filter(|given| !known.contains(given))?;
    Some(Said {
        name: name.to_owned(),
        message: format!("`{given}` is not one that this page knows"),
        hint: format!("choose one of {}", known.join(", ")),
    })
}

/// Pixels in which a screen of the guide can be read.
const PIXELS: RangeInclusive<u64> = 300..=3000;

/// As the loader reads it; pixels, in which a screen has to fit, are looked at too.
fn height(chosen: &Chosen) -> Option<Said> {
    let given = chosen.get("height")?;
    let unit = given.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let is_height = match unit {
        "" | "px" => {
            let pixels = given.trim_end_matches("px").parse();
            pixels.is_ok_and(|pixels| PIXELS.contains(&pixels))
        }
        _ => unit != given && ["rem", "em", "vh", "dvh"].contains(&unit),
    };
    (!is_height).then(|| Said {
        name: "height".to_owned(),
        message: format!("`{given}` is not a height that fits the guide"),
        hint: "write a number of pixels from 300 to 3000, for example 640".to_owned(),
    })
}
