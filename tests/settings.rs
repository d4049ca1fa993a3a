//! The owner's settings: what is wrong is said, its default stands instead, and the rest stands as it was given.

mod support;

use engine::{Display, Guide, NameCard, Opening, Problem, Settings};
use serde::Deserialize;
use support::guide;

/// A picture of one pixel.
const PHOTO: &str = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/// Settings with nothing wrong in them.
const GOOD: [(&str, &str); 20] = [
    (
        "support-url",
        "https://counsellor.example/contact?from=guide",
    ),
    ("support-label", "Write to me"),
    ("who", "Ada Example, counsellor"),
    ("first-contact", "We talk for twenty minutes."),
    ("reply-time", "Within two days."),
    ("cost", "The first talk is free."),
    ("confidentiality", "What you say stays between us."),
    ("alternative-url", "https://other.example/"),
    ("phone", "+356 2123 4567"),
    ("email", "ada@counsellor.example"),
    ("photo", PHOTO),
    ("region", "malta"),
    ("lang", "en"),
    ("theme", "light"),
    ("accent", "#2F5d73"),
    ("exit-url", "https://weather.example/"),
    ("display", "inline"),
    ("height", "40rem"),
    ("start", "help"),
    ("crisis-url", "tel:+35621228333"),
];

const DEFAULT_EXIT: &str = "https://www.bbc.com/weather";

/// One setting changed or added: what is said of it, and what stands instead. The plugin for WordPress is held against the same
/// cases (`tests/wordpress/rules.php`).
#[derive(Deserialize)]
struct Case {
    name: String,
    value: String,
    /// Message and hint of the one problem; in braces stands what several have in common.
    says: Option<(String, String)>,
    /// What stands; its default where there is none.
    stands: Option<String>,
}

impl Case {
    fn problem(&self, guide: &Guide) -> Option<Problem> {
        let regions: Vec<_> = guide
            .region_keys()
            .map(|key| guide.region(key).id.clone())
            .collect();
        let (message, hint) = self.says.as_ref()?;
        let hint = hint
            .replace("{link}", A_LINK)
            .replace("{exit}", AN_EXIT)
            .replace("{photo}", A_PHOTO)
            .replace("{regions}", &regions.join(", "));
        Some(Problem::new(
            format!("setting `{}`", self.name),
            message.replace("{value}", &self.value),
            hint,
        ))
    }

    /// The good settings with what this case leaves in their place.
    fn expected(&self, guide: &Guide) -> Settings {
        let mut settings = good(guide);
        let stands = self.stands.clone();
        let card = &mut settings.name_card;
        match self.name.as_str() {
            "support-url" => settings.support_url = stands,
            "support-label" => settings.support_label = stands,
            "who" => card.who = stands,
            "cost" => card.cost = stands,
            "photo" => card.photo = stands,
            "alternative-url" => card.alternative_url = stands,
            "phone" => card.phone = stands,
            "email" => card.email = stands,
            "crisis-url" => settings.crisis_url = stands,
            "exit-url" => settings.exit_url = stands.unwrap_or(DEFAULT_EXIT.to_owned()),
            "region" => {
                settings.region = guide
                    .region_named(stands.as_deref().unwrap_or("general"))
                    .expect("a region")
            }
            "display" => settings.display = Display::Cover,
            "start" => settings.start = Opening::Intro,
            _ => {}
        }
        settings
    }
}

/// The good settings with one of them changed, or another added.
fn given(name: &str, value: &str) -> Vec<(String, String)> {
    let mut given: Vec<_> = GOOD
        .iter()
        .filter(|(good, _)| *good != name)
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    given.push((name.to_owned(), value.to_owned()));
    given
}

fn good(guide: &Guide) -> Settings {
    let text = |value: &str| Some(value.to_owned());
    Settings {
        support_url: text("https://counsellor.example/contact?from=guide"),
        support_label: text("Write to me"),
        name_card: NameCard {
            who: text("Ada Example, counsellor"),
            first_contact: text("We talk for twenty minutes."),
            reply_time: text("Within two days."),
            cost: text("The first talk is free."),
            confidentiality: text("What you say stays between us."),
            alternative_url: text("https://other.example/"),
            phone: text("+356 2123 4567"),
            email: text("ada@counsellor.example"),
            photo: text(PHOTO),
        },
        region: guide.region_named("malta").expect("a region"),
        exit_url: "https://weather.example/".to_owned(),
        crisis_url: text("tel:+35621228333"),
        display: Display::Inline,
        start: Opening::Help,
    }
}

const A_LINK: &str = "a full address that begins with https: or mailto: or tel: or sms:";
const AN_EXIT: &str = "a full address that begins with https:";
const A_PHOTO: &str =
    "a data:image/… of at most 20 kB, beside a name in `who`; builder.html makes one";

#[test]
fn what_is_wrong_is_said_and_its_default_stands() {
    let guide = guide();
    let cases: Vec<Case> =
        serde_json::from_str(include_str!("settings/cases.json")).expect("cases");
    for case in &cases {
        let (settings, problems) = Settings::check(&guide, &given(&case.name, &case.value));
        let said = format!("{} = {:?}", case.name, case.value);
        assert_eq!(problems, Vec::from_iter(case.problem(&guide)), "{said}");
        assert_eq!(settings, case.expected(&guide), "{said}");
    }
}

#[test]
fn a_photo_is_small_and_has_a_name_beside_it() {
    let guide = guide();
    let photo = |bytes: usize| {
        let start = "data:image/jpeg;base64,";
        format!("{start}{}", "A".repeat(bytes - start.len()))
    };
    let (settings, problems) = Settings::check(&guide, &given("photo", &photo(20_000)));
    assert_eq!(problems, []);
    assert_eq!(settings.name_card.photo, Some(photo(20_000)));
    let (settings, problems) = Settings::check(&guide, &given("photo", &photo(20_001)));
    assert_eq!((settings.name_card.photo, problems.len()), (None, 1));
    let (settings, problems) = Settings::check(&guide, &given("who", ""));
    assert_eq!((settings.name_card.photo, problems.len()), (None, 1));
}

#[test]
fn good_settings_stand_as_they_were_given() {
    let guide = guide();
    let (settings, problems) =
        Settings::check(&guide, &GOOD.map(|(a, b)| (a.to_owned(), b.to_owned())));
    assert_eq!(problems, []);
    assert_eq!(settings, good(&guide));
}

#[test]
fn without_settings_every_default_stands() {
    let guide = guide();
    let (settings, problems) = Settings::check(&guide, &[]);
    let places: Vec<_> = problems
        .iter()
        .map(|problem| problem.place.as_str())
        .collect();
    assert_eq!(places, ["setting `support-url`", "setting `region`"]);
    assert_eq!(guide.region(settings.region).id, "general");
    let defaults = Settings {
        support_url: None,
        support_label: None,
        name_card: NameCard::default(),
        region: settings.region,
        exit_url: DEFAULT_EXIT.to_owned(),
        crisis_url: None,
        display: Display::Cover,
        start: Opening::Intro,
    };
    assert_eq!(settings, defaults);
}

#[test]
fn several_problems_are_said_together() {
    let guide = guide();
    let wrong = [
        ("support-url", "javascript:1"),
        ("dispaly", "inline"),
        ("region", "atlantis"),
        ("start", "end"),
    ];
    let (_, problems) = Settings::check(&guide, &wrong.map(|(a, b)| (a.to_owned(), b.to_owned())));
    let places: Vec<_> = problems
        .iter()
        .map(|problem| problem.place.as_str())
        .collect();
    assert_eq!(
        places,
        [
            "setting `dispaly`",
            "setting `support-url`",
            "setting `region`",
            "setting `start`"
        ]
    );
}
