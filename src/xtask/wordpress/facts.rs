//! What the plugin must know of the guide that it carries: regions with their dates, languages, themes.

use crate::{languages, report};
use anyhow::{Context, Result};
use engine::RegionDraft;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// `regions.json`; no time of a build stands in it, so that the same content gives the same file.
///
/// # Errors
/// When the content or the themes cannot be read.
pub fn facts(root: &Path) -> Result<String> {
    let content = root.join("src/content");
    let refused = report::refused(&content);
    let drafts = languages::drafts(&content).map_err(&refused)?;
    let guides = languages::ship(&drafts).map_err(&refused)?;
    let languages = guides.iter().map(|guide| &guide.words.language.code);
    let regions = drafts.first().map_or(&[][..], |draft| &draft.regions);
    let facts = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "languages": languages.collect::<Vec<_>>(),
        "themes": themes(root)?,
        "regions": regions.iter().map(|(id, region)| facts_of(id, region)).collect::<Vec<_>>(),
    });
    Ok(format!("{facts:#}\n"))
}

/// How many services nobody has checked, and when the one that was looked at longest ago was: seen, or checked.
fn facts_of(id: &str, region: &RegionDraft) -> Value {
    let services = &region.services;
    let looked_at = services
        .iter()
        .map(|service| service.seen_on.as_str().max(&service.checked_on));
    json!({
        "id": id,
        "name": region.name,
        "reviewed_by": region.reviewed_by,
        "reviewed_on": region.reviewed_on,
        "services": services.len(),
        "unchecked": services.iter().filter(|service| service.checked_on.is_empty()).count(),
        "oldest": looked_at.min().unwrap_or_default(),
    })
}

fn themes(root: &Path) -> Result<Vec<String>> {
    let folder = fs::read_dir(root.join("styles/themes")).context("styles/themes")?;
    let names = folder.flatten().filter_map(|file| {
        let path = file.path();
        Some(path.file_stem()?.to_str()?.to_owned())
    });
    let mut names: Vec<_> = names.collect();
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::setup::Places;

    #[test]
    fn a_region_is_as_old_as_what_was_looked_at_longest_ago() {
        let drafts = languages::drafts(&Places::new().root.join("src/content")).expect("drafts");
        let (id, mut region) = drafts[0].regions[0].clone();
        for service in &mut region.services {
            service.seen_on = "2026-09-01".to_owned();
            service.checked_on = "2026-11-02".to_owned();
        }
        assert_eq!(facts_of(&id, &region)["oldest"], "2026-11-02");
        assert_eq!(facts_of(&id, &region)["unchecked"], 0);
        region.services[0].checked_on.clear();
        assert_eq!(facts_of(&id, &region)["oldest"], "2026-09-01");
        assert_eq!(facts_of(&id, &region)["unchecked"], 1);
    }
}
