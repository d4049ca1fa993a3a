//! Names, which are left out: whoever looks for help meets them as they are.

use anyhow::{Context, Result};
use engine::Guide;
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// What stands in a name's place, so that its sentence stays as it is.
const PLACE: &str = "–";

/// The names that are left out.
pub struct Names {
    /// Those of the list, the longest first.
    listed: Vec<String>,
    /// Those of regions and their services, the longest first.
    known: Vec<String>,
}

#[derive(Deserialize)]
struct File {
    names: Vec<String>,
}

impl Names {
    /// Reads `tests/wording/names.toml`; regions and services give their own.
    ///
    /// # Errors
    /// When the list is missing or wrong.
    pub fn read(root: &Path, guide: &Guide) -> Result<Self> {
        let path = root.join("tests/wording/names.toml");
        let text = fs::read_to_string(path).context("tests/wording/names.toml")?;
        let file: File = toml::from_str(&text).context("tests/wording/names.toml")?;
        let regions = guide.region_keys().map(|key| guide.region(key));
        let known = regions.flat_map(|region| {
            let services = region.services.iter().map(|service| service.name.clone());
            services.chain([region.name.clone()])
        });
        Ok(Self {
            listed: longest_first(file.names),
            known: longest_first(known.collect()),
        })
    }

    /// The line without names.
    pub fn left_out(&self, line: &str) -> String {
        let names = self.listed.iter().chain(&self.known);
        names.fold(line.to_owned(), |line, name| line.replace(name, PLACE))
    }

    /// Listed names that stand in none of these lines.
    pub fn stale<'l>(&self, lines: impl Iterator<Item = &'l String>) -> Vec<String> {
        let lines: Vec<_> = lines.collect();
        let said = |name: &&String| lines.iter().any(|line| line.contains(*name));
        let listed = self.listed.iter();
        listed.filter(|name| !said(name)).cloned().collect()
    }
}

/// A name may stand in a longer one.
fn longest_first(mut names: Vec<String>) -> Vec<String> {
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(listed: &[&str]) -> Names {
        Names {
            listed: longest_first(listed.iter().map(|name| (*name).to_owned()).collect()),
            known: Vec::new(),
        }
    }

    #[test]
    fn the_longer_name_is_left_out_whole() {
        let names = names(&["Find", "Find A Helpline"]);
        assert_eq!(names.left_out("Ask Find A Helpline."), "Ask –.");
    }

    #[test]
    fn a_name_that_stands_nowhere_is_stale() {
        let lines = ["Ask Find A Helpline.".to_owned()];
        assert_eq!(
            names(&["Find A Helpline", "Austin"]).stale(lines.iter()),
            ["Austin"]
        );
    }
}
