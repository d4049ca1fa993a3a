//! Regions: nothing missing that a person in danger needs, and no service under the name of a nation it does not serve.

use super::Checker;
use crate::draft::{RegionDraft, ServiceDraft};
use crate::{Date, Purpose, Region};

/// The drafts of all regions, by the names of their files.
pub(super) type Drafts = Vec<(String, RegionDraft)>;

impl Checker<'_> {
    pub(super) fn regions(&mut self, drafts: Drafts, today: Date) -> Vec<Region> {
        if drafts.first().is_none_or(|(id, _)| id != "general") {
            self.problem(
                "regions/general.toml",
                "the general region is missing",
                "add the file: it is shown where the owner sets no region",
            );
        }
        for (id, draft) in &drafts {
            self.minimum(id, draft);
            for service in &draft.services {
                self.nations(id, service, &drafts);
            }
        }
        self.same_everywhere(&drafts);
        let regions = drafts.into_iter();
        regions
            .map(|(id, draft)| self.region(id, draft, today))
            .collect()
    }

    fn region(&mut self, id: String, draft: RegionDraft, today: Date) -> Region {
        let file = &format!("regions/{id}.toml");
        if draft.name.trim().is_empty() {
            self.problem(file, "the region has no name", "add name = \"…\"");
        }
        let reviewed = self.by_on(
            file,
            "reviewed",
            &draft.reviewed_by,
            &draft.reviewed_on,
            today,
        );
        let services = draft.services.into_iter();
        Region {
            services: services
                .map(|service| self.service(file, service, today))
                .collect(),
            reviewed: reviewed.is_some(),
            terms: draft.terms,
            name: draft.name,
            id,
        }
    }

    /// The set without which a region is refused; what it has no service for, it says.
    fn minimum(&mut self, id: &str, draft: &RegionDraft) {
        let file = &format!("regions/{id}.toml");
        let mut services = draft.services.iter();
        let has = |purpose| {
            let mut services = draft.services.iter();
            services.any(|service| service.purpose.contains(&purpose))
        };
        if !services
            .any(|service| service.purpose.contains(&Purpose::Emergency) && service.phone.is_some())
        {
            self.problem(
                file,
                "there is no emergency number",
                "add a [[service]] with purpose = [\"emergency\"], phone and dial",
            );
        }
        if !has(Purpose::Directory) {
            self.problem(
                file,
                "there is no directory of services elsewhere",
                "add a [[service]] with purpose = [\"directory\"]",
            );
        }
        let needed = Purpose::NAMED.into_iter();
        for (name, purpose) in needed.filter(|(_, purpose)| Purpose::SHOWN[1..].contains(purpose)) {
            match (has(purpose), draft.without.contains(&purpose)) {
                (false, false) => self.problem(
                    file,
                    format!("there is no service for {name}"),
                    format!("add a [[service]] with purpose = [\"{name}\"]; if there is none, name it in without = [\"{name}\"]: the emergency number and the directory then stand in its place"),
                ),
                (true, true) => self.problem(
                    file,
                    format!("`without` names {name}, but there is a service for it"),
                    "take it out of `without`, or delete the service",
                ),
                _ => {}
            }
        }
    }

    /// A service stands in the file of each nation that it serves, and is named after no other.
    fn nations(&mut self, id: &str, service: &ServiceDraft, drafts: &Drafts) {
        let place = &format!("regions/{id}.toml, service “{}”", service.name);
        let serves = |nation: &str| service.nations.iter().any(|served| served == nation);
        if !serves(id) {
            self.problem(
                place,
                format!("it serves {}, not {id}", service.nations.join(", ")),
                "say in `nations` which it serves, and move it to their files",
            );
        }
        for nation in &service.nations {
            match drafts.iter().find(|(known, _)| known == nation) {
                None => self.problem(
                    place,
                    format!("there is no region `{nation}`"),
                    "use the names of the region files",
                ),
                Some((_, draft))
                    if !draft
                        .services
                        .iter()
                        .any(|other| other.name == service.name) =>
                {
                    self.problem(
                        place,
                        format!("it serves {nation}, but regions/{nation}.toml does not have it"),
                        "add it there too, or correct `nations`",
                    )
                }
                Some(_) => {}
            }
        }
        if service.nations == ["general"] {
            return;
        }
        let text = format!("{} · {}", service.name, service.serves);
        for (label, nation) in labels(&text, drafts) {
            if !serves(nation) {
                self.problem(
                    place,
                    format!("it says “{label}”, but does not serve {nation}"),
                    "name only nations that it serves, or correct `nations`",
                );
            }
        }
    }

    /// One service, one set of facts: what is corrected in one file is corrected in all.
    fn same_everywhere(&mut self, drafts: &Drafts) {
        let all = || {
            drafts
                .iter()
                .flat_map(|(id, draft)| draft.services.iter().map(move |service| (id, service)))
        };
        for (id, service) in all() {
            let same = |other: &ServiceDraft| {
                other.name == service.name && other.nations == service.nations
            };
            let earlier = all().take_while(|(other, _)| *other != id);
            if let Some((other, _)) = earlier
                .into_iter()
                .find(|(_, other)| same(other) && *other != service)
            {
                self.problem(
                    &format!("regions/{id}.toml, service “{}”", service.name),
                    format!("it says something else than in regions/{other}.toml"),
                    "make the entries the same",
                );
            }
        }
    }
}

/// The names of regions in a text, each with a region that it speaks for; the longest name counts.
fn labels<'d>(text: &str, drafts: &'d Drafts) -> Vec<(&'d str, &'d str)> {
    let mut names: Vec<(&str, &str)> = Vec::new();
    for (id, draft) in drafts {
        let country = draft.part_of.iter().map(String::as_str);
        names.extend(
            country
                .chain([draft.name.as_str()])
                .map(|name| (name, id.as_str())),
        );
    }
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    let mut text = text.to_owned();
    let mut found = Vec::new();
    for (name, _) in &names {
        if has_word(&text, name) {
            found.extend(names.iter().filter(|(other, _)| other == name).copied());
            text = text.replace(name, "…");
        }
    }
    found
}

/// Whether `word` stands in `text`, not as a part of another word.
fn has_word(text: &str, word: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !word.is_empty()
        && text.match_indices(word).any(|(at, _)| {
            !letter(text[..at].chars().next_back())
                && !letter(text[at + word.len()..].chars().next())
        })
}

#[cfg(test)]
mod tests {
    use super::has_word;

    #[test]
    fn a_name_is_a_whole_word() {
        assert!(has_word("Anyone in the UK.", "UK"));
        assert!(!has_word("Ukraine, UKIP", "UK"));
        assert!(has_word("Northern Ireland", "Ireland"));
    }
}
