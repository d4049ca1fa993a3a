//! A new language: the first one's files to translate, and what the language says of itself.

use super::changes::Changes;
use super::taken;
use crate::{content, languages};
use engine::{Draft, Problem, Shared};
use std::path::Path;
use toml_edit::{DocumentMut, Item};

/// What a language says of itself.
pub struct Language {
    /// As web pages name it; also the folder's name.
    pub code: String,
    /// What its speakers call it.
    pub name: String,
    /// `ltr` or `rtl`.
    pub direction: String,
}

impl Language {
    /// Adds copies of the source language's files under the new name.
    pub fn copy(&self, changes: &mut Changes, source: &Draft) -> Result<(), Vec<Problem>> {
        let from = changes.folder().join(languages::SOURCE);
        if !self
            .code
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-')
            || self.code.is_empty()
        {
            return Err(vec![Problem::new(
                format!("the language `{}`", self.code),
                "it is not a language code",
                "name it as web pages name a language: mt, pt-BR, zh-Hant",
            )]);
        }
        if changes.folder().join(&self.code).exists() {
            return Err(vec![taken(&format!("the language `{}`", self.code))]);
        }
        changes.copy(&from, &self.code)?;
        let own = changes.read(&format!("{}/words.toml", languages::SOURCE))?;
        let words = self.words(&own, source)?;
        changes.replace(&format!("{}/words.toml", self.code), words);
        Ok(())
    }

    /// The words file, whole: sentences that English shares cannot be shared in a language that the shipped guide does not have.
    fn words(&self, own: &str, source: &Draft) -> Result<String, Vec<Problem>> {
        let mut words = document(own)?;
        let shipped = content::shipped();
        let has_it = shipped.join(&self.code).exists();
        if source.rules.shared.contains(&Shared::Words) && !has_it {
            complete(
                &mut words,
                &shipped.join(languages::SOURCE).join("words.toml"),
            )?;
        }
        let said = [
            ("code", self.code.as_str()),
            ("direction", &self.direction),
            ("name", &self.name),
            ("reviewed_by", ""),
            ("reviewed_on", ""),
        ];
        for (key, text) in said {
            let value = words["language"][key].as_value_mut();
            if let Some(value) = value {
                let decor = value.decor().clone();
                *value = text.into();
                *value.decor_mut() = decor;
            }
        }
        Ok(words.to_string())
    }
}

/// Adds what the other file has more.
fn complete(words: &mut DocumentMut, file: &Path) -> Result<(), Vec<Problem>> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    for (name, table) in document(&text)?.iter() {
        match words.get_mut(name).and_then(Item::as_table_mut) {
            Some(own) => {
                for (key, sentence) in table.as_table().into_iter().flat_map(|table| table.iter()) {
                    if !own.contains_key(key) {
                        own.insert(key, sentence.clone());
                    }
                }
            }
            None => drop(words.insert(name, table.clone())),
        }
    }
    Ok(())
}

fn document(text: &str) -> Result<DocumentMut, Vec<Problem>> {
    let hint = "correct it as the entries around it are written";
    text.parse().map_err(|error: toml_edit::TomlError| {
        vec![Problem::new("words.toml", error.message(), hint)]
    })
}
