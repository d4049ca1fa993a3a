//! Regions: facts with a source and a date, numbers that can be dialled, nothing missing that a person in danger needs.

use super::Checker;
use crate::draft::{RegionDraft, ServiceDraft};
use crate::{Date, Purpose, Region, Service};

impl Checker<'_> {
    pub(super) fn regions(
        &mut self,
        drafts: Vec<(String, RegionDraft)>,
        today: Date,
    ) -> Vec<Region> {
        if drafts.first().is_none_or(|(id, _)| id != "general") {
            self.problem(
                "regions/general.toml",
                "the general region is missing",
                "add the file: it is shown where the owner sets no region",
            );
        }
        let ids: Vec<String> = drafts.iter().map(|(id, _)| id.clone()).collect();
        drafts
            .into_iter()
            .map(|(id, draft)| self.region(id, draft, &ids, today))
            .collect()
    }

    fn region(&mut self, id: String, draft: RegionDraft, ids: &[String], today: Date) -> Region {
        let file = &format!("regions/{id}.toml");
        let has = |purpose| {
            draft
                .services
                .iter()
                .any(|service| service.purpose.contains(&purpose))
        };
        let number = |service: &ServiceDraft| {
            service.purpose.contains(&Purpose::Emergency) && service.phone.is_some()
        };
        if !draft.services.iter().any(number) && draft.emergency_numbers.is_empty() {
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
        if draft.name.trim().is_empty() {
            self.problem(file, "the region has no name", "add name = \"…\"");
        }
        let mut services = Vec::new();
        for service in draft.services {
            services.push(self.service(file, &id, service, ids, today));
        }
        Region {
            id,
            name: draft.name,
            services,
            emergency_numbers: draft.emergency_numbers,
        }
    }

    fn service(
        &mut self,
        file: &str,
        region: &str,
        draft: ServiceDraft,
        ids: &[String],
        today: Date,
    ) -> Service {
        let place = &format!("{file}, service “{}”", draft.name);
        if draft.purpose.is_empty() {
            self.problem(place, "it has no purpose", "add purpose = [\"…\"]");
        }
        if draft.source.trim().is_empty() {
            self.problem(
                place,
                "it has no source",
                "say where the fact was published: source = \"…\"",
            );
        }
        if !draft.nations.is_empty() && !draft.nations.iter().any(|nation| nation == region) {
            self.problem(
                place,
                format!("it serves {}, not {region}", draft.nations.join(", ")),
                "move it to the file of a nation that it serves",
            );
        }
        for nation in draft.nations.iter().filter(|nation| !ids.contains(nation)) {
            self.problem(
                place,
                format!("there is no region `{nation}`"),
                "use the names of the region files",
            );
        }
        if draft
            .web
            .as_ref()
            .is_some_and(|web| !web.starts_with("https://"))
        {
            self.problem(
                place,
                "its page is not an https address",
                "write web = \"https://…\", or leave it out",
            );
        }
        Service {
            phone: self.phone(place, draft.phone, draft.dial),
            sms: self.sms(place, draft.sms_to, draft.sms_body),
            seen_on: self
                .day(place, "seen_on", &draft.seen_on, today)
                .unwrap_or(today),
            checked_on: self.checked(place, &draft.checked_on, &draft.checked_by, today),
            purpose: draft.purpose,
            name: draft.name,
            serves: draft.serves,
            web: draft.web,
            hours: draft.hours,
            always: draft.always,
        }
    }

    fn phone(
        &mut self,
        place: &str,
        phone: Option<String>,
        dial: Option<String>,
    ) -> Option<(String, String)> {
        match (phone, dial) {
            (Some(phone), Some(dial)) => {
                self.number(place, "dial", &dial);
                self.same_number(place, &phone, &dial);
                Some((phone, dial))
            }
            (None, None) => None,
            _ => {
                self.problem(
                    place,
                    "`phone` and `dial` go together",
                    "phone is the number as shown, dial as dialled",
                );
                None
            }
        }
    }

    /// The number as dialled is the number as shown, perhaps with the country's code in front.
    fn same_number(&mut self, place: &str, phone: &str, dial: &str) {
        let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
        if !dial.ends_with(digits.trim_start_matches('0')) {
            self.problem(
                place,
                format!("`{phone}` is shown, but `{dial}` is dialled"),
                "correct one of them",
            );
        }
    }

    fn sms(
        &mut self,
        place: &str,
        to: Option<String>,
        body: Option<String>,
    ) -> Option<(String, String)> {
        if to.is_none() && body.is_some() {
            self.problem(
                place,
                "`sms_body` stands without a number",
                "add sms_to = \"…\"",
            );
        }
        let to = to?;
        self.number(place, "sms_to", &to);
        Some((to, body.unwrap_or_default()))
    }

    fn number(&mut self, place: &str, name: &str, number: &str) {
        let digits = number.strip_prefix('+').unwrap_or(number);
        if !(2..=15).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            self.problem(
                place,
                format!("`{number}` cannot be dialled"),
                format!("{name} is digits only, with + in front where needed"),
            );
        }
    }

    fn checked(&mut self, place: &str, on: &str, by: &str, today: Date) -> Option<Date> {
        if on.is_empty() != by.is_empty() {
            self.problem(
                place,
                "`checked_on` and `checked_by` go together",
                "fill in both, or leave both empty",
            );
        }
        if on.is_empty() {
            return None;
        }
        self.day(place, "checked_on", on, today)
    }

    fn day(&mut self, place: &str, name: &str, text: &str, today: Date) -> Option<Date> {
        let date = Date::parse(text);
        match date {
            None => self.problem(
                place,
                format!("{name} = \"{text}\" is not a date"),
                "write it as 2026-11-24",
            ),
            Some(date) if date > today => self.problem(
                place,
                format!("{name} = \"{text}\" lies in the future"),
                "correct the date",
            ),
            Some(_) => {}
        }
        date
    }
}
