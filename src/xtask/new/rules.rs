//! New entries of `guide.toml` and their words. What stands keeps its place, its order and its comments.

use super::changes::Changes;
use engine::{Problem, RulesDraft};
use minijinja::{Environment, Value, context};
use toml_edit::{DocumentMut, Item};

/// The file of the rules.
const RULES: &str = "guide.toml";

/// A question after the last one, passed over where that one is; one more may be asked.
pub fn question(changes: &mut Changes, rules: &RulesDraft, name: &str) -> Result<(), Vec<Problem>> {
    let unless = rules.questions.last().map_or(&[][..], |last| &last.unless);
    let entry = filled(
        include_str!("question.toml"),
        context! { name, need => rules.needs.first(), unless => list(unless) },
    )?;
    append(changes, "question", &entry, |rules| {
        let most = rules.get("at_most").and_then(Item::as_integer);
        if let (Some(most), Some(value)) = (most, rules["at_most"].as_value_mut()) {
            let around = value.decor().clone();
            *value = (most + 1).into();
            *value.decor_mut() = around;
        }
    })
}

/// Its words in one language.
pub fn question_words(
    changes: &mut Changes,
    language: &str,
    name: &str,
) -> Result<(), Vec<Problem>> {
    let file = format!("{language}/questions.toml");
    let words = filled(include_str!("question_words.toml"), context! { name })?;
    let text = format!("{}\n{words}", changes.read(&file)?.trim_end());
    changes.rewrite(&file, text);
    Ok(())
}

/// An idea after the last one, for whoever picks the very first option; switched off by all that the list of ideas respects.
pub fn recommendation(
    changes: &mut Changes,
    rules: &RulesDraft,
    name: &str,
) -> Result<(), Vec<Problem>> {
    let first = rules.questions.first();
    let option = first.and_then(|question| question.options.first());
    let favoured_by = first
        .zip(option)
        .map(|(question, option)| format!("{}.{}", question.id, option.id));
    let entry = filled(
        include_str!("recommendation.toml"),
        context! { name, need => rules.needs.first(), favoured_by, unless => list(&rules.menu.respects) },
    )?;
    append(changes, "recommendation", &entry, |_| ())
}

/// Names as a list in TOML; nothing where there are none.
fn list(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| format!("{names:?}"))
}

fn filled(template: &str, values: Value) -> Result<String, Vec<Problem>> {
    let mut environment = Environment::new();
    environment.set_keep_trailing_newline(true);
    let text = environment.render_str(template, values);
    text.map_err(|error| {
        vec![Problem::new(
            "the template",
            error.to_string(),
            "report this",
        )]
    })
}

/// Adds an entry after the last of its kind, and changes what goes with it.
fn append(
    changes: &mut Changes,
    kind: &str,
    entry: &str,
    also: impl FnOnce(&mut DocumentMut),
) -> Result<(), Vec<Problem>> {
    let mut rules = document(&changes.read(RULES)?)?;
    let entry = document(entry)?;
    let new = entry[kind]
        .as_array_of_tables()
        .and_then(|tables| tables.get(0));
    let tables = rules.get_mut(kind).and_then(Item::as_array_of_tables_mut);
    let (Some(new), Some(tables)) = (new, tables) else {
        return Err(vec![Problem::new(
            RULES,
            format!("there is no [[{kind}]] to add one after"),
            format!("write the entries as [[{kind}]], each under its own heading"),
        )]);
    };
    let mut new = new.clone();
    new.set_position(None);
    tables.push(new);
    also(&mut rules);
    changes.rewrite(RULES, rules.to_string());
    Ok(())
}

fn document(text: &str) -> Result<DocumentMut, Vec<Problem>> {
    let hint = "correct it as the entries around it are written";
    text.parse()
        .map_err(|error: toml_edit::TomlError| vec![Problem::new(RULES, error.message(), hint)])
}
