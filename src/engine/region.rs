//! Help services of one country or nation (spec 4.6, 4.7).

use crate::{Date, Words, fill};
use serde::{Deserialize, Serialize};

/// One country's or nation's services.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Region {
    /// The file's name, used in settings.
    pub id: String,
    /// The name people see.
    pub name: String,
    /// What things are called there.
    pub terms: Terms,
    /// Whether a clinician or a survivor service has reviewed it.
    pub reviewed: bool,
    /// In the order in which they are shown.
    pub services: Vec<Service>,
}

/// What things are called in a region; text pages name them in braces, as in `{emergency_number}` (spec 5.4).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Terms {
    pub emergency_number: String,
    pub emergency_department: String,
    pub doctor: String,
    pub urgent_advice: String,
    pub clinic: String,
}

impl Terms {
    /// The names that stand in braces.
    pub const NAMES: [&str; 5] = [
        "emergency_number",
        "emergency_department",
        "doctor",
        "urgent_advice",
        "clinic",
    ];

    /// Puts the region's terms into a text.
    pub fn fill(&self, text: &str) -> String {
        let terms = [
            &self.emergency_number,
            &self.emergency_department,
            &self.doctor,
            &self.urgent_advice,
            &self.clinic,
        ];
        let pairs: Vec<_> = Self::NAMES
            .into_iter()
            .zip(terms.map(String::as_str))
            .collect();
        fill(text, &pairs)
    }
}

/// What a service is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Danger now.
    Emergency,
    /// Something sexual that was not wanted.
    SexualViolence,
    /// Medical care after something sexual that was not wanted.
    AssaultCare,
    /// Being hurt, scared or controlled by someone.
    DomesticAbuse,
    /// Thoughts of suicide or self-harm.
    Crisis,
    /// Someone to talk to tonight, without a crisis (decision 10).
    Listening,
    /// Urgent sexual health.
    SexualHealth,
    /// People under 18.
    Under18,
    /// A list of services elsewhere.
    Directory,
}

impl Purpose {
    /// Every purpose with its name in content files.
    pub const NAMED: [(&str, Self); 9] = [
        ("emergency", Self::Emergency),
        ("sexual_violence", Self::SexualViolence),
        ("assault_care", Self::AssaultCare),
        ("domestic_abuse", Self::DomesticAbuse),
        ("crisis", Self::Crisis),
        ("listening", Self::Listening),
        ("sexual_health", Self::SexualHealth),
        ("under18", Self::Under18),
        ("directory", Self::Directory),
    ];

    /// The purposes of the help page, in its order; the directory stands in for what is missing.
    pub const SHOWN: [Self; 7] = [
        Self::Emergency,
        Self::SexualViolence,
        Self::DomesticAbuse,
        Self::Crisis,
        Self::Listening,
        Self::SexualHealth,
        Self::Under18,
    ];
}

/// One service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Service {
    /// What it is for.
    pub purpose: Vec<Purpose>,
    /// Its name.
    pub name: String,
    /// Whom it serves.
    pub serves: String,
    /// The number as shown, and as dialled.
    pub phone: Option<(String, String)>,
    /// The number to text, and the word to send if there is one.
    pub sms: Option<(String, String)>,
    /// Its page, `https` only.
    pub web: Option<String>,
    /// Its hours as shown; empty where none are known.
    pub hours: String,
    /// Open 24 hours on every day.
    pub always: bool,
    /// What else helps to know; may be empty.
    pub note: String,
    /// When the fact was seen where it was published.
    pub seen_on: Date,
    /// When a person last checked it, if one has (decision 9).
    pub checked_on: Option<Date>,
}

impl Service {
    /// What to text, and where; none where one cannot.
    pub fn text_line(&self, words: &Words) -> Option<String> {
        let (number, word) = self.sms.as_ref()?;
        let sentence = match word.is_empty() {
            true => &words.help.text_to,
            false => &words.help.text_word,
        };
        Some(fill(sentence, &[("number", number), ("word", word)]))
    }

    /// Whether a call is answered day and night.
    fn is_called_at_any_hour(&self) -> bool {
        self.always && self.phone.is_some()
    }

    /// Whether it answers day and night, not only at its door.
    fn is_reached_at_any_hour(&self) -> bool {
        self.always && (self.phone.is_some() || self.sms.is_some() || self.web.is_some())
    }
}

impl Region {
    /// Whether it has no service for a purpose that every region is asked for.
    pub fn lacks(&self, purpose: Purpose) -> bool {
        Purpose::SHOWN.contains(&purpose) && !self.has(purpose)
    }

    /// Whether it has a service of its own for a purpose.
    pub fn has(&self, purpose: Purpose) -> bool {
        self.of(purpose).next().is_some()
    }

    /// The services for a purpose, those that can be reached day and night first. Where there is none such, what stands in
    /// stands below (decision 9; spec 4.7).
    pub fn services(&self, purpose: Purpose) -> Vec<&Service> {
        let mut services: Vec<_> = self.of(purpose).collect();
        services.sort_by_key(|service| !service.is_reached_at_any_hour());
        let open = services.iter().any(|service| service.always);
        if !open && Purpose::SHOWN.contains(&purpose) {
            services.extend(self.fallback(purpose));
        }
        services
    }

    /// The services for several purposes, each once.
    pub fn services_for(&self, purposes: &[Purpose]) -> Vec<&Service> {
        let mut found: Vec<&Service> = Vec::new();
        for service in purposes.iter().flat_map(|purpose| self.services(*purpose)) {
            if !found.contains(&service) {
                found.push(service);
            }
        }
        found
    }

    /// What stands on top of a safety page for a purpose: the first service with a number that is open day and night
    /// (decision 5). Where there is none, the first service and a line to talk to at any hour; where there is no service
    /// either, the directory. Never the emergency number, which stands beside it.
    pub fn first_services(&self, purpose: Purpose) -> Vec<&Service> {
        if let Some(first) = self
            .of(purpose)
            .find(|service| service.is_called_at_any_hour())
        {
            return vec![first];
        }
        let own = self.of(purpose).next();
        let first = own.or_else(|| self.of(Purpose::Directory).next());
        first.into_iter().chain(self.someone_to_talk_to()).collect()
    }

    /// The first services for each purpose, each once; of the emergency numbers all.
    pub fn first_of_each(&self, purposes: &[Purpose]) -> Vec<&Service> {
        let mut found: Vec<&Service> = Vec::new();
        for purpose in purposes {
            let first = match purpose {
                Purpose::Emergency => self.of(*purpose).collect(),
                _ => self.first_services(*purpose),
            };
            for service in first {
                if !found.contains(&service) {
                    found.push(service);
                }
            }
        }
        found
    }

    /// A line that takes calls at any hour: to talk, or in a crisis.
    fn someone_to_talk_to(&self) -> Option<&Service> {
        let lines = self.of(Purpose::Listening).chain(self.of(Purpose::Crisis));
        lines
            .into_iter()
            .find(|service| service.is_called_at_any_hour())
    }

    /// What stands in at any hour: someone to talk to, where talking is what helps; else the emergency number, where there is
    /// one and not a list of them, and the directory.
    fn fallback(&self, purpose: Purpose) -> Vec<&Service> {
        let talk = [
            Purpose::SexualViolence,
            Purpose::DomesticAbuse,
            Purpose::Under18,
        ]
        .contains(&purpose);
        if let Some(line) = self
            .someone_to_talk_to()
            .filter(|_| talk && self.has(purpose))
        {
            return vec![line];
        }
        let one = self.of(Purpose::Emergency).count() == 1;
        let emergency = self
            .of(Purpose::Emergency)
            .filter(|_| one && purpose != Purpose::Emergency);
        emergency.chain(self.of(Purpose::Directory)).collect()
    }

    fn of(&self, purpose: Purpose) -> impl Iterator<Item = &Service> {
        let services = self.services.iter();
        services.filter(move |service| service.purpose.contains(&purpose))
    }

    /// Whether a person has checked every entry.
    pub fn checked(&self) -> bool {
        self.services
            .iter()
            .all(|service| service.checked_on.is_some())
    }
}
