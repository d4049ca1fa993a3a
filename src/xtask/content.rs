//! Reads the content folder and passes it through the one door.

use crate::folder::unreadable;
use crate::markdown;
use crate::setup::Places;
use engine::{
    Date, Draft, Guide, LanguageDraft, Problem, RegionDraft, RulesDraft, Shared, WordsDraft, check,
};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Reads and checks a guide: `guide.toml`, one language's folder, `regions/`.
///
/// # Errors
/// Every problem at once: with the files first; if all can be read, with what stands in them.
pub fn load(folder: &Path, language: &str) -> Result<Guide, Vec<Problem>> {
    check(draft(folder, language)?)
}

/// Reads a guide without checking it.
///
/// # Errors
/// Every file that cannot be read or understood.
pub fn draft(folder: &Path, language: &str) -> Result<Draft, Vec<Problem>> {
    let mut reader = Reader {
        folder,
        problems: Vec::new(),
        slips: Vec::new(),
    };
    let rules: Option<RulesDraft> = reader.toml("guide.toml");
    let shared = rules.as_ref().map_or(&[][..], |rules| &rules.shared);
    let words = reader.words(language, shared.contains(&Shared::Words));
    let language = reader.language(language, words);
    let regions = reader.regions(shared.contains(&Shared::Regions));
    match (rules, language) {
        (Some(rules), Some(language)) if reader.problems.is_empty() => Ok(Draft {
            rules,
            language,
            regions,
            today: today(),
            problems: reader.slips,
        }),
        _ => Err([reader.problems, reader.slips].concat()),
    }
}

/// This day, where the machine stands.
pub fn today() -> Date {
    let today = jiff::Zoned::now().date();
    Date {
        year: today.year() as u16,
        month: today.month() as u8,
        day: today.day() as u8,
    }
}

/// The content that this project ships.
pub fn shipped() -> PathBuf {
    Places::new().root.join("src/content")
}

/// No file of content is larger; a sentence is read, not a book.
const MOST_BYTES: u64 = 1_000_000;

/// Reads one file of a folder; none, and why, where it cannot be read or understood.
pub(crate) fn toml<T: DeserializeOwned>(
    folder: &Path,
    file: &str,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let mut reader = Reader {
        folder,
        problems: Vec::new(),
        slips: Vec::new(),
    };
    let read = reader.toml(file);
    problems.append(&mut reader.problems);
    read
}

struct Reader<'a> {
    folder: &'a Path,
    /// Without these files nothing can be checked.
    problems: Vec<Problem>,
    /// What is wrong in a text that can be read.
    slips: Vec<Problem>,
}

impl Reader<'_> {
    fn text(&mut self, file: &str) -> Option<String> {
        let path = self.folder.join(file);
        let found = fs::metadata(&path).ok();
        if found.as_ref().is_some_and(|found| !found.is_file()) {
            let message = "it is a folder, or something else that is not a file";
            let hint = "put a file with this name in its place";
            self.problems.push(Problem::new(file, message, hint));
            return None;
        }
        let size = found.map_or(0, |file| file.len());
        if size > MOST_BYTES {
            let message = format!("it is {} MB large", size / MOST_BYTES);
            let hint = "a file of content has at most 1 MB; is it the right file?";
            self.problems.push(Problem::new(file, message, hint));
            return None;
        }
        match fs::read_to_string(path) {
            Ok(text) => Some(text),
            Err(error) => {
                let (message, hint) = unreadable(&error);
                self.problems.push(Problem::new(file, message, hint));
                None
            }
        }
    }

    fn toml<T: DeserializeOwned>(&mut self, file: &str) -> Option<T> {
        let text = self.text(file)?;
        toml::from_str(&text)
            .map_err(|error| self.problems.push(toml_problem(file, &text, &error)))
            .ok()
    }

    /// Reads something from the shipped content.
    fn shipped<T>(&mut self, read: impl FnOnce(&mut Reader) -> T) -> T {
        let folder = &shipped();
        let problems = std::mem::take(&mut self.problems);
        let mut reader = Reader {
            folder,
            problems,
            slips: Vec::new(),
        };
        let found = read(&mut reader);
        self.problems = reader.problems;
        found
    }

    /// The sentences of the interface; with `shared`, the shipped ones say what these do not.
    fn words(&mut self, language: &str, shared: bool) -> Option<WordsDraft> {
        let file = format!("{language}/words.toml");
        let own: WordsDraft = self.toml(&file)?;
        if !shared || !shipped().join(&file).exists() {
            return Some(own);
        }
        let mut words: WordsDraft = self.shipped(|reader| reader.toml(&file))?;
        words.remove("language");
        for (table, sentences) in own {
            words.entry(table).or_default().extend(sentences);
        }
        Some(words)
    }

    fn language(&mut self, language: &str, words: Option<WordsDraft>) -> Option<LanguageDraft> {
        let questions = self.toml(&format!("{language}/questions.toml"));
        let plan = self.toml(&format!("{language}/plan.toml"));
        Some(LanguageDraft {
            folder: language.to_owned(),
            recommendations: self.folder(&format!("{language}/recommendations"), markdown::idea),
            safety: self.folder(&format!("{language}/safety"), markdown::page),
            handouts: self.optional_folder(&format!("{language}/handouts"), markdown::page),
            help: self.page(&format!("{language}/help.md")),
            about: self.page(&format!("{language}/about.md")),
            under18: self.page(&format!("{language}/under18.md")),
            words: words?,
            questions: questions?,
            plan: plan?,
        })
    }

    fn page(&mut self, file: &str) -> engine::ProseDraft {
        let text = self.text(file).unwrap_or_default();
        markdown::page(file, &text, &mut self.slips)
    }

    fn folder<T>(
        &mut self,
        folder: &str,
        read: fn(&str, &str, &mut Vec<Problem>) -> T,
    ) -> BTreeMap<String, T> {
        let mut entries = BTreeMap::new();
        for name in self.names(folder, "md") {
            let file = format!("{folder}/{name}.md");
            if let Some(text) = self.text(&file) {
                entries.insert(name, read(&file, &text, &mut self.slips));
            }
        }
        entries
    }

    /// As `folder`, for one that a guide can do without.
    fn optional_folder<T>(
        &mut self,
        folder: &str,
        read: fn(&str, &str, &mut Vec<Problem>) -> T,
    ) -> BTreeMap<String, T> {
        match self.folder.join(folder).exists() {
            true => self.folder(folder, read),
            false => BTreeMap::new(),
        }
    }

    /// The region files by name, the general one first; with `shared`, the shipped ones and those that stand in the folder.
    fn regions(&mut self, shared: bool) -> Vec<(String, RegionDraft)> {
        if !shared {
            return self.own_regions();
        }
        let mut regions = self.shipped(|reader| reader.own_regions());
        if self.folder.join("regions").exists() {
            for (name, region) in self.own_regions() {
                regions.retain(|(other, _)| *other != name);
                regions.push((name, region));
            }
            regions.sort_by_key(|(name, _)| (name != "general", name.clone()));
        }
        regions
    }

    fn own_regions(&mut self) -> Vec<(String, RegionDraft)> {
        let mut names = self.names("regions", "toml");
        names.sort_by_key(|name| (name != "general", name.clone()));
        names
            .into_iter()
            .filter_map(|name| Some((name.clone(), self.toml(&format!("regions/{name}.toml"))?)))
            .collect()
    }

    /// The names, without ending, of the files of one kind in a folder, in order.
    fn names(&mut self, folder: &str, ending: &str) -> Vec<String> {
        let entries = match fs::read_dir(self.folder.join(folder)) {
            Ok(entries) => entries,
            Err(error) => {
                let (message, hint) = match error.kind() {
                    ErrorKind::NotFound => ("the folder is missing".to_owned(), "add it"),
                    _ => unreadable(&error),
                };
                self.problems.push(Problem::new(folder, message, hint));
                return Vec::new();
            }
        };
        let mut names: Vec<_> = entries
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|found| found == ending))
            .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
            .collect();
        names.sort();
        names
    }
}

fn toml_problem(file: &str, text: &str, error: &toml::de::Error) -> Problem {
    let line = error
        .span()
        .map(|span| text[..span.start].matches('\n').count() + 1);
    let place = line.map_or_else(|| file.to_owned(), |line| format!("{file}, line {line}"));
    Problem::new(
        place,
        error.message(),
        "correct it as the entries around it are written",
    )
}
