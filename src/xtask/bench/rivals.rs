//! Others' forms, from npm, with the guide's questions: SurveyJS bundled as its makers advise, LHC-Forms as it is published.

use super::pages;
use super::questionnaire::{Question, fhir, survey};
use crate::setup::Places;
use crate::{run, trackers};
use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;

/// Makes both.
pub fn make(places: &Places, questions: &[Question]) -> Result<()> {
    surveyjs(places, &survey(questions))?;
    lhc(places, &fhir(questions))
}

fn surveyjs(places: &Places, model: &Value) -> Result<()> {
    let folder = places.root.join("tests/bench/rivals");
    let bundle = super::folder(places).join("surveyjs.js");
    let mut esbuild = trackers::esbuild(places);
    esbuild
        .arg(folder.join("surveyjs.js"))
        .arg(format!("--outfile={}", bundle.display()));
    run::quiet(&mut esbuild).context("SurveyJS cannot be bundled")?;
    let style = package(places, "survey-core/survey-core.fontless.min.css")?;
    let inside = format!(
        "<link rel=\"stylesheet\" href=\"style.css\"><div id=\"form\"></div>{}<script src=\"surveyjs.js\" defer></script>",
        asked(model)
    );
    let bundle = fs::read(bundle).context("the bundle")?;
    pages::form(
        places,
        "surveyjs",
        &inside,
        &[("style.css", style), ("surveyjs.js", bundle)],
    )
}

/// The files that its README names, and the line that starts it.
fn lhc(places: &Places, model: &Value) -> Result<()> {
    let published = |name: &str| package(places, &format!("lforms/dist/lforms/{name}"));
    let files = [
        ("style.css", published("webcomponent/styles.css")?),
        ("zone.js", published("webcomponent/assets/lib/zone.min.js")?),
        ("runtime.js", published("webcomponent/runtime.js")?),
        ("polyfills.js", published("webcomponent/polyfills.js")?),
        ("main.js", published("webcomponent/main.js")?),
        ("fhir.js", published("fhir/R4/lformsFHIR.min.js")?),
        (
            "start.js",
            b"LForms.Util.addFormToPage(model, 'form', { fhirVersion: 'R4' });".to_vec(),
        ),
    ];
    let scripts = files.iter().filter(|(name, _)| name.ends_with(".js"));
    let scripts = scripts.map(|(name, _)| format!("<script src=\"{name}\" defer></script>"));
    let inside = format!(
        "<link rel=\"stylesheet\" href=\"style.css\"><div id=\"form\"></div>{}{}",
        asked(model),
        scripts.collect::<String>()
    );
    pages::form(places, "lhc", &inside, &files)
}

/// The questions stand in the page, as the guide's stand in its file.
fn asked(model: &Value) -> String {
    let json = model.to_string().replace('<', "\\u003c");
    format!("<script>const model = {json};</script>")
}

fn package(places: &Places, path: &str) -> Result<Vec<u8>> {
    let file = places
        .root
        .join("tests/bench/rivals/node_modules")
        .join(path);
    fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))
}
