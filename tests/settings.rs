//! The owner's settings: what is wrong is said, its default stands instead, and the rest stands as it was given.

mod support;

use engine::{Display, Guide, NameCard, Opening, Problem, Settings};
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

/// One setting changed or added: what is said of it, and what stands instead.
struct Case {
    name: &'static str,
    value: &'static str,
    /// Message and hint of the one problem; `{regions}` are the names of all regions.
    says: Option<(&'static str, &'static str)>,
    /// What changes against the good settings.
    stands: fn(&mut Settings, &Guide),
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

const NO_SUPPORT: &str =
    "put one link inside the element: <a href=\"https://…\">Talk with a counsellor</a>";
const A_LINK: &str = "a full address that begins with https: or mailto: or tel: or sms:";
const AN_EXIT: &str = "a full address that begins with https:";

#[rustfmt::skip] // a table
const CASES: &[Case] = &[
    // links that are refused: none stands
    Case { name: "support-url", value: "javascript:alert(1)", says: Some(("`javascript:alert(1)` is not a link that the guide can open", A_LINK)), stands: |s, _| s.support_url = None },
    Case { name: "support-url", value: "JavaScript:alert(1)", says: Some(("`JavaScript:alert(1)` is not a link that the guide can open", A_LINK)), stands: |s, _| s.support_url = None },
    Case { name: "support-url", value: "data:text/html,hello", says: Some(("`data:text/html,hello` is not a link that the guide can open", A_LINK)), stands: |s, _| s.support_url = None },
    Case { name: "support-url", value: "http://counsellor.example/", says: Some(("`http://counsellor.example/` is not a link that the guide can open", A_LINK)), stands: |s, _| s.support_url = None },
    Case { name: "support-url", value: "http://127.0.0.1.counsellor.example/", says: Some(("`http://127.0.0.1.counsellor.example/` is not a link that the guide can open", A_LINK)), stands: |s, _| s.support_url = None },
    Case { name: "support-url", value: "https://counsellor.example/a\nb", says: Some(("`https://counsellor.example/a\nb` is not a link that the guide can open", A_LINK)), stands: |s, _| s.support_url = None },
    Case { name: "support-url", value: "https://counsellor.example/a b", says: Some(("`https://counsellor.example/a b` is not a link that the guide can open", A_LINK)), stands: |s, _| s.support_url = None },
    Case { name: "support-url", value: "/contact", says: Some(("`/contact` is not a link that the guide can open", A_LINK)), stands: |s, _| s.support_url = None },
    Case { name: "support-url", value: "counsellor.example", says: Some(("`counsellor.example` is not a link that the guide can open", A_LINK)), stands: |s, _| s.support_url = None },
    Case { name: "support-url", value: "http://localhost:80@evil.example/", says: Some(("`http://localhost:80@evil.example/` is not a link that the guide can open", A_LINK)), stands: |s, _| s.support_url = None },
    Case { name: "support-url", value: "http://127.0.0.1:x@evil.example/", says: Some(("`http://127.0.0.1:x@evil.example/` is not a link that the guide can open", A_LINK)), stands: |s, _| s.support_url = None },
    Case { name: "support-url", value: "https://counsellor.example@evil.example/", says: Some(("`https://counsellor.example@evil.example/` is not a link that the guide can open", A_LINK)), stands: |s, _| s.support_url = None },
    Case { name: "support-url", value: "mailto://me@counsellor.example", says: Some(("`mailto://me@counsellor.example` is not a link that the guide can open", A_LINK)), stands: |s, _| s.support_url = None },
    Case { name: "support-url", value: "https://counsellor.example:+80/", says: Some(("`https://counsellor.example:+80/` is not a link that the guide can open", A_LINK)), stands: |s, _| s.support_url = None },
    Case { name: "support-url", value: "https://", says: Some(("`https://` is not a link that the guide can open", A_LINK)), stands: |s, _| s.support_url = None },
    Case { name: "support-url", value: "https:counsellor.example", says: Some(("`https:counsellor.example` is not a link that the guide can open", A_LINK)), stands: |s, _| s.support_url = None },
    Case { name: "support-url", value: "tel:abc", says: Some(("`tel:abc` is not a link that the guide can open", A_LINK)), stands: |s, _| s.support_url = None },
    Case { name: "support-url", value: "mailto:me@counsellor.example?body=Hello", says: Some(("`mailto:me@counsellor.example?body=Hello` is not a link that the guide can open", A_LINK)), stands: |s, _| s.support_url = None },
    Case { name: "phone", value: "+356 2123-4567", says: None, stands: |s, _| s.name_card.phone = Some("+356 2123-4567".to_owned()) },
    Case { name: "phone", value: "ask for Mira", says: Some(("`ask for Mira` is not a way in that the guide can open", "a number as it is dialled, for example +356 2123 4567")), stands: |s, _| s.name_card.phone = None },
    Case { name: "email", value: "mira@counsellor.example", says: None, stands: |s, _| s.name_card.email = Some("mira@counsellor.example".to_owned()) },
    Case { name: "email", value: "mira@counsellor.example?subject=Help", says: Some(("`mira@counsellor.example?subject=Help` is not a way in that the guide can open", "an address as in name@site.example, and nothing else")), stands: |s, _| s.name_card.email = None },
    Case { name: "support-url", value: "mailto:nobody", says: Some(("`mailto:nobody` is not a link that the guide can open", A_LINK)), stands: |s, _| s.support_url = None },
    Case { name: "support-url", value: "https://counsellor.example\\@evil.example/", says: Some(("`https://counsellor.example\\@evil.example/` is not a link that the guide can open", A_LINK)), stands: |s, _| s.support_url = None },
    Case { name: "support-url", value: "https://counsellor.example/\u{202e}", says: Some(("`https://counsellor.example/\u{202e}` is not a link that the guide can open", A_LINK)), stands: |s, _| s.support_url = None },
    Case { name: "support-url", value: "", says: Some(("there is no support link", NO_SUPPORT)), stands: |s, _| s.support_url = None },
    Case { name: "support-url", value: " \n ", says: Some(("there is no support link", NO_SUPPORT)), stands: |s, _| s.support_url = None },
    Case { name: "alternative-url", value: "data:text/html,hello", says: Some(("`data:text/html,hello` is not a link that the guide can open", A_LINK)), stands: |s, _| s.name_card.alternative_url = None },
    Case { name: "crisis-url", value: "javascript:alert(1)", says: Some(("`javascript:alert(1)` is not a link that the guide can open", A_LINK)), stands: |s, _| s.crisis_url = None },
    // Leave goes to a page, and only to a page
    Case { name: "exit-url", value: "http://weather.example/", says: Some(("`http://weather.example/` is not a link that the guide can open", AN_EXIT)), stands: |s, _| s.exit_url = DEFAULT_EXIT.to_owned() },
    Case { name: "exit-url", value: "mailto:me@counsellor.example", says: Some(("`mailto:me@counsellor.example` is not a link that the guide can open", AN_EXIT)), stands: |s, _| s.exit_url = DEFAULT_EXIT.to_owned() },
    Case { name: "exit-url", value: "", says: None, stands: |s, _| s.exit_url = DEFAULT_EXIT.to_owned() },
    // links that are accepted
    Case { name: "support-url", value: "HTTP://[::1]:8080/", says: None, stands: |s, _| s.support_url = Some("HTTP://[::1]:8080/".to_owned()) },
    Case { name: "support-url", value: "https://counsellor.example:8443/contact?a=b#c", says: None, stands: |s, _| s.support_url = Some("https://counsellor.example:8443/contact?a=b#c".to_owned()) },
    Case { name: "support-url", value: "tel:+356-2122", says: None, stands: |s, _| s.support_url = Some("tel:+356-2122".to_owned()) },
    Case { name: "support-url", value: "HTTPS://counsellor.example/", says: None, stands: |s, _| s.support_url = Some("HTTPS://counsellor.example/".to_owned()) },
    Case { name: "support-url", value: "mailto:me@counsellor.example", says: None, stands: |s, _| s.support_url = Some("mailto:me@counsellor.example".to_owned()) },
    Case { name: "support-url", value: "sms:+35699999999", says: None, stands: |s, _| s.support_url = Some("sms:+35699999999".to_owned()) },
    Case { name: "support-url", value: "http://127.0.0.1:8080/support.html", says: None, stands: |s, _| s.support_url = Some("http://127.0.0.1:8080/support.html".to_owned()) },
    Case { name: "support-url", value: "http://localhost/support.html", says: None, stands: |s, _| s.support_url = Some("http://localhost/support.html".to_owned()) },
    Case { name: "support-url", value: " https://counsellor.example/\n", says: None, stands: |s, _| s.support_url = Some("https://counsellor.example/".to_owned()) },
    // names and values
    Case { name: "region", value: "maltta", says: Some(("there is no region `maltta`; the general help list is shown", "the regions are {regions}")), stands: |s, g| s.region = g.region_keys().next().unwrap() },
    Case { name: "region", value: "", says: Some(("there is no region; the general help list is shown", "set region=\"…\" so that visitors see the numbers of your country")), stands: |s, g| s.region = g.region_keys().next().unwrap() },
    Case { name: "regio", value: "malta", says: Some(("there is no such setting", "did you mean `region`?")), stands: |_, _| () },
    Case { name: "favourite-animal", value: "cat", says: Some(("there is no such setting", "the settings are support-url, support-label, who, first-contact, reply-time, cost, confidentiality, alternative-url, phone, email, photo, region, lang, theme, accent, exit-url, display, height, start, crisis-url")), stands: |_, _| () },
    Case { name: "accent", value: "red", says: Some(("`red` is not a colour", "write # and six digits, for example #2f5d73")), stands: |_, _| () },
    Case { name: "accent", value: "#12345", says: Some(("`#12345` is not a colour", "write # and six digits, for example #2f5d73")), stands: |_, _| () },
    Case { name: "accent", value: "", says: None, stands: |_, _| () },
    Case { name: "display", value: "popup", says: Some(("`popup` is not one of its values", "its values are cover and inline")), stands: |s, _| s.display = Display::Cover },
    Case { name: "start", value: "plan", says: Some(("`plan` is not one of its values", "its values are intro and help")), stands: |s, _| s.start = Opening::Intro },
    Case { name: "display", value: "", says: None, stands: |s, _| s.display = Display::Cover },
    Case { name: "support-label", value: "  ", says: None, stands: |s, _| s.support_label = None },
    Case { name: "cost", value: "", says: None, stands: |s, _| s.name_card.cost = None },
    // the photo, and whose it is
    Case { name: "photo", value: "data:image/jpeg;base64,QUJD", says: None, stands: |s, _| s.name_card.photo = Some("data:image/jpeg;base64,QUJD".to_owned()) },
    Case { name: "photo", value: "https://counsellor.example/me.jpg", says: NO_PICTURE, stands: |s, _| s.name_card.photo = None },
    Case { name: "photo", value: "data:image/svg+xml;base64,QUJD", says: NO_PICTURE, stands: |s, _| s.name_card.photo = None },
    Case { name: "photo", value: "data:image/png;base64,", says: NO_PICTURE, stands: |s, _| s.name_card.photo = None },
    Case { name: "photo", value: "data:image/png;base64,QUJD\" onerror=\"x", says: NO_PICTURE, stands: |s, _| s.name_card.photo = None },
    Case { name: "photo", value: "", says: None, stands: |s, _| s.name_card.photo = None },
];

#[test]
fn what_is_wrong_is_said_and_its_default_stands() {
    let guide = guide();
    let regions: Vec<_> = guide
        .region_keys()
        .map(|key| guide.region(key).id.clone())
        .collect();
    for Case {
        name,
        value,
        says,
        stands,
    } in CASES
    {
        let (settings, problems) = Settings::check(&guide, &given(name, value));
        let expected: Vec<_> = says
            .iter()
            .map(|(message, hint)| {
                let hint = hint.replace("{regions}", &regions.join(", "));
                Problem::new(format!("setting `{name}`"), *message, hint)
            })
            .collect();
        assert_eq!(problems, expected, "{name} = {value:?}");
        let mut instead = good(&guide);
        stands(&mut instead, &guide);
        assert_eq!(settings, instead, "{name} = {value:?}");
    }
}

/// What is said of a photo that is none.
const NO_PICTURE: Option<(&str, &str)> = Some((
    "this is no photo that the guide can show",
    "a data:image/… of at most 20 kB, beside a name in `who`; builder.html makes one",
));

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
