//! What a person must still do before anyone relies on the guide: reviews, and numbers to check.

use engine::{Date, Draft, RegionDraft, ServiceDraft};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A checked fact is checked again after this many months (spec 4.7).
const MONTHS: u16 = 6;

/// What is still a draft, in a few words for the build; nothing where everything has a reviewer. The regions are those of the
/// first language, and of all.
pub fn drafts(languages: &[Draft]) -> Vec<String> {
    let words = languages.iter().map(|draft| &draft.language);
    let words = words.filter(|language| {
        let said = language.words.get("language");
        let reviewed = said.and_then(|said| said.get("reviewed_by"));
        reviewed.is_none_or(|by| by.is_empty())
    });
    let words = words.map(|language| format!("words ({})", language.folder));
    let regions = languages.iter().take(1).flat_map(|draft| &draft.regions);
    let regions = regions.filter(|(_, region)| region.reviewed_by.is_empty());
    words
        .chain(regions.map(|(id, _)| format!("region {id}")))
        .collect()
}

/// The list a person works through: what to review, then every service to check, once, with the regions that show it.
pub fn list(languages: &[Draft]) -> String {
    let mut text = String::new();
    let drafts = drafts(languages);
    if !drafts.is_empty() {
        line(
            &mut text,
            "Draft: not yet reviewed by a clinician or a survivor service (reviewed_by, reviewed_on):",
        );
        line(&mut text, &format!("  {}", drafts.join(", ")));
    }
    let first = languages.first();
    let services = first.map_or(Vec::new(), |draft| services(&draft.regions, draft.today));
    if !services.is_empty() {
        line(
            &mut text,
            &format!(
                "{} services to check by phone or on their own page, then fill in checked_on and checked_by:",
                services.len()
            ),
        );
        services.iter().for_each(|service| line(&mut text, service));
    }
    text
}

fn line(text: &mut String, line: &str) {
    // Writing to a String does not fail.
    let _ = writeln!(text, "{line}");
}

/// A line for each service that nobody has checked, or not lately.
fn services(regions: &[(String, RegionDraft)], today: Date) -> Vec<String> {
    let mut found: BTreeMap<(String, String), (Vec<&str>, &ServiceDraft)> = BTreeMap::new();
    for (id, region) in regions {
        for service in region
            .services
            .iter()
            .filter(|service| is_due(service, today))
        {
            let key = (service.name.clone(), service.nations.join(" "));
            found
                .entry(key)
                .or_insert_with(|| (Vec::new(), service))
                .0
                .push(id);
        }
    }
    let lines = found.into_values();
    lines
        .map(|(regions, service)| describe(&regions, service))
        .collect()
}

fn is_due(service: &ServiceDraft, today: Date) -> bool {
    let months = |date: Date| date.year * 12 + u16::from(date.month);
    Date::parse(&service.checked_on)
        .is_none_or(|checked| months(today).saturating_sub(months(checked)) > MONTHS)
}

fn describe(regions: &[&str], service: &ServiceDraft) -> String {
    let text = service.sms_to.as_ref().map(|to| format!("text {to}"));
    let ways = [service.phone.clone(), text, service.web.clone()];
    let ways: Vec<_> = ways.into_iter().flatten().collect();
    let checked = if service.checked_on.is_empty() {
        String::new()
    } else {
        format!(", last checked {}", service.checked_on)
    };
    format!(
        "  [ ] {} · {} · {}\n      {}; grade {}, seen {}{checked}: {}",
        service.name,
        ways.join(" · "),
        regions.join(" "),
        if service.hours.is_empty() {
            "no hours"
        } else {
            &service.hours
        },
        service.grade,
        service.seen_on,
        service.source,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::setup::Places;

    #[test]
    fn every_unchecked_service_is_named_once_until_someone_has_checked_it() {
        let folder = Places::new().root.join("src/content");
        let mut drafts = crate::languages::drafts(&folder).expect("content that can be read");
        let before = list(&drafts);
        assert_eq!(before.matches("[ ] Samaritans").count(), 1, "{before}");
        assert!(
            before.contains("england ireland northern_ireland scotland wales"),
            "{before}"
        );
        let draft = &mut drafts[0];
        for (_, region) in &mut draft.regions {
            region.reviewed_by = "A clinician".to_owned();
            for service in &mut region.services {
                service.checked_on = "2026-11-01".to_owned();
            }
        }
        draft.today = Date {
            year: 2026,
            month: 12,
            day: 1,
        };
        assert_eq!(super::drafts(&drafts), ["words (en)"]);
        assert!(!list(&drafts).contains("[ ]"), "{}", list(&drafts));
        drafts[0].today = Date {
            year: 2027,
            month: 6,
            day: 1,
        };
        assert!(list(&drafts).contains("last checked 2026-11-01"));
    }
}
