//! One help service: a fact with a source and a date, numbers that can be dialled.

use super::Checker;
use crate::draft::ServiceDraft;
use crate::{Date, Service};

/// How well a fact is known (spec 4.6); what is not known well enough to be any of these is left out.
const GRADES: [&str; 4] = ["A", "B", "C", "D"];

impl Checker<'_> {
    pub(super) fn service(&mut self, file: &str, draft: ServiceDraft, today: Date) -> Service {
        let place = &format!("{file}, service “{}”", draft.name);
        let seen_on = self.day(place, "seen_on", &draft.seen_on, today);
        let checked_on = self.by_on(
            place,
            "checked",
            &draft.checked_by,
            &draft.checked_on,
            today,
        );
        self.facts_of_service(place, &draft);
        Service {
            phone: self.phone(place, draft.phone, draft.dial),
            sms: self.sms(place, draft.sms_to, draft.sms_body),
            seen_on: seen_on.unwrap_or(today),
            checked_on,
            purpose: draft.purpose,
            name: draft.name,
            serves: draft.serves,
            web: draft.web,
            hours: draft.hours,
            always: draft.always,
            note: draft.note,
        }
    }

    fn facts_of_service(&mut self, place: &str, draft: &ServiceDraft) {
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
        if !GRADES.contains(&draft.grade.as_str()) {
            self.problem(
                place,
                format!("grade = \"{}\" is none of A, B, C and D", draft.grade),
                "what is disputed or not verified is left out: delete the service, or find a source",
            );
        }
        let ways = [&draft.phone, &draft.sms_to, &draft.web];
        if ways.iter().all(|way| way.is_none()) && !draft.always {
            self.problem(
                place,
                "nobody can reach it",
                "add phone and dial, sms_to, or web",
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

    /// A name and a day that go together: who checked or reviewed something, and when. None while nobody has.
    pub(super) fn by_on(
        &mut self,
        place: &str,
        what: &str,
        by: &str,
        on: &str,
        today: Date,
    ) -> Option<Date> {
        if on.is_empty() != by.is_empty() {
            self.problem(
                place,
                format!("`{what}_on` and `{what}_by` go together"),
                "fill in both, or leave both empty",
            );
        }
        if on.is_empty() {
            return None;
        }
        self.day(place, &format!("{what}_on"), on, today)
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
