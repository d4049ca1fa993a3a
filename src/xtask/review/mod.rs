//! `cargo xtask review` and `cargo xtask graph`: what a guide asks, says and decides, for people to read, sign or look at.
//!
//! Templates hold every sentence. They are filled from the drafts as they were read and from plans as the engine makes them.

mod cell;
mod drawing;
mod facts;
mod flow;
mod journeys;

use crate::report::refused;
use crate::{content, languages};
use anyhow::{Context, Result};
use engine::{Date, Draft, Guide, Purpose, Terms, WORDS};
use minijinja::{Environment, Value, context};
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The templates, by the names by which they call each other.
const TEMPLATES: [(&str, &str); 7] = [
    ("graph.svg", include_str!("graph.svg")),
    ("parts.html", include_str!("parts.html")),
    ("region.html", include_str!("region.html")),
    ("review.html", include_str!("review.html")),
    ("sheet.css", include_str!("sheet.css")),
    ("sheet.html", include_str!("sheet.html")),
    ("visitors.html", include_str!("visitors.html")),
];

/// Purposes that no screen has a heading for, as a sheet says them.
const WITHOUT_HEADING: [(&str, &str); 2] = [
    ("assault_care", "Care after sexual violence"),
    ("directory", "Help that is not listed here"),
];

/// A file to write: its name and what it says.
pub type File = (String, String);

/// Every sheet of the guide in this folder, as it is today.
///
/// # Errors
/// As [`sheets_made`].
pub fn sheets(content: &Path) -> Result<Vec<File>> {
    let today = content::today();
    let Date { year, month, day } = today;
    sheets_made(content, &format!("on {year:04}-{month:02}-{day:02}"))
}

/// Every sheet of the guide in this folder, which say when or of what they were made: for each language a review sheet and what visitors see; for each region one of its
/// own; the flow.
///
/// # Errors
/// Every problem of the content; a template that cannot be filled.
pub fn sheets_made(content: &Path, made: &str) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for (index, (draft, guide)) in read(content)?.iter().enumerate() {
        let journeys = journeys::read(content, guide)?;
        let sheets = environment(draft, guide)?;
        let language = &draft.language.folder;
        let everyone = context! { made, journeys, example => journeys::example(&journeys) };
        for name in ["review", "visitors"] {
            let text = sheets
                .get_template(&format!("{name}.html"))?
                .render(&everyone)?;
            files.push((format!("{name}.{language}.html"), text));
        }
        if index == 0 {
            files.push(("graph.svg".to_owned(), picture(&sheets)?));
            for (id, region) in &draft.regions {
                let text = sheets
                    .get_template("region.html")?
                    .render(context! { made, region })?;
                files.push((format!("region.{id}.html"), text));
            }
        }
    }
    Ok(files)
}

/// The flow of the guide in this folder, in its first language.
///
/// # Errors
/// As [`sheets`].
pub fn graph(content: &Path) -> Result<File> {
    let read = read(content)?;
    let (draft, guide) = read.first().context("no language")?;
    Ok((
        "graph.svg".to_owned(),
        picture(&environment(draft, guide)?)?,
    ))
}

/// Writes files into `target/review/` and says where.
///
/// # Errors
/// When one cannot be written.
pub fn write(target: &Path, files: &[File]) -> Result<()> {
    let folder = target.join("review");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    for (name, text) in files {
        let file = folder.join(name);
        fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))?;
        println!("{}", file.display());
    }
    Ok(())
}

fn picture(sheets: &Environment) -> Result<String> {
    Ok(sheets
        .get_template("graph.svg")?
        .render(context! { view => context! {} })?)
}

/// Every language as it was read, and checked.
fn read(content: &Path) -> Result<Vec<(Draft, Guide)>> {
    let refused = refused(content);
    let drafts = languages::drafts(content).map_err(&refused)?;
    let guides = languages::check(&drafts).map_err(&refused)?;
    Ok(drafts.into_iter().zip(guides).collect())
}

/// The templates with all that stands in one language's drafts.
fn environment(draft: &Draft, guide: &Guide) -> Result<Environment<'static>> {
    let mut sheets = Environment::new();
    for (name, text) in TEMPLATES {
        sheets.add_template(name, text)?;
    }
    facts::teach(&mut sheets, draft);
    let terms = draft
        .regions
        .first()
        .map(|(_, region)| in_brackets(&region.terms));
    sheets.add_filter("terms", move |text: String| match &terms {
        Some(terms) => terms.fill(&text),
        None => text,
    });
    let said = &draft.language.words;
    let said = |table: &str, name: &str| said.get(table).and_then(|table| table.get(name));
    let purposes: BTreeMap<_, _> = Purpose::NAMED
        .iter()
        .map(|(name, _)| (*name, said("help", name).cloned()))
        .filter_map(|(name, said)| Some((name, said?)))
        .chain(WITHOUT_HEADING.map(|(name, said)| (name, said.to_owned())))
        .collect();
    let levels = ["emergency", "urgent", "routine"];
    let levels: BTreeMap<_, _> = levels.map(|level| (level, said("safety", level))).into();
    // The sheet is in English, the words on it are in their own language.
    let direction = said("language", "direction").map_or("ltr", String::as_str);
    let own = format!("lang=\"{}\" dir=\"{direction}\"", draft.language.folder);
    for (name, value) in [
        ("rules", Value::from_serialize(&draft.rules)),
        ("language", Value::from_serialize(&draft.language)),
        ("regions", Value::from_serialize(&draft.regions)),
        (
            "guide",
            Value::from_serialize(json!({ "minutes": guide.minutes })),
        ),
        ("own", Value::from_safe_string(own)),
        ("purposes", Value::from_serialize(purposes)),
        ("shown", Value::from_serialize(Purpose::SHOWN)),
        ("levels", Value::from_serialize(levels)),
        ("sentences", Value::from_serialize(WORDS)),
        ("flow", Value::from_serialize(flow::of(draft))),
    ] {
        sheets.add_global(name, value);
    }
    Ok(sheets)
}

/// Terms as they stand on a sheet that is of no region.
fn in_brackets(terms: &Terms) -> Terms {
    let bracket = |term: &String| format!("[{term}]");
    Terms {
        emergency_number: bracket(&terms.emergency_number),
        emergency_department: bracket(&terms.emergency_department),
        doctor: bracket(&terms.doctor),
        urgent_advice: bracket(&terms.urgent_advice),
        clinic: bracket(&terms.clinic),
    }
}
