//! What the builder page makes: whatever is filled in, the lines are one script, one element and one link, and read back the same.

mod support;

use builder::markup::{Tag, tags};
use builder::{Chosen, Found, Known, Stamp, bake, bare_frame, check, lines, own_page, read};
use engine::{Date, Settings};
use proptest::prelude::*;
use support::root;
use xtask::policy;

fn made() -> Stamp {
    Stamp::on(Date::parse("2026-11-26").expect("a date"))
}

fn chosen(given: &[(&str, &str)]) -> Chosen {
    Chosen::new(
        given
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    )
}

/// What an owner could fill in, and what nobody would.
const VALUES: [&str; 14] = [
    "Ada Example, counsellor",
    "\"><script>alert(1)</script>",
    "' onload='alert(1)",
    "</script></iframe></aftercare-guide><a href=\"javascript:alert(1)\">",
    "<!-- --> <![CDATA[ ]]>",
    "&amp;lt; &#60; &copy &region=x",
    "[gallery] {{ 1 + 1 }} <?php echo 1 ?>",
    "one\ntwo\r\nthree\tfour\u{c}",
    "\u{2028}\u{2029}\u{202e}\u{feff}\u{85}\u{1}",
    "“Grüß dich” 🙂",
    "a&b=c#d?e=%00%ff+%zz",
    "`${x}`",
    "javascript:alert(1)",
    "--",
];

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(&VALUES[..]).prop_map(str::to_owned),
        any::<String>(),
        "[<>\"'&;a#/!-]{0,20}",
    ]
}

/// Any settings, with a link to support and what it says: these two the lines always have.
fn any_chosen() -> impl Strategy<Value = Chosen> {
    let mut names = Settings::NAMES.to_vec();
    names.push("title");
    let pairs = prop::collection::btree_map(prop::sample::select(names), value(), 0..12);
    (pairs, "[^\0\\s].{0,20}", "[^\0\\s].{0,20}").prop_map(|(mut pairs, url, label)| {
        pairs.insert("support-url", url);
        pairs.insert("support-label", label);
        Chosen::new(
            pairs
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value)),
        )
    })
}

/// The same settings, in whatever order.
fn sorted(chosen: &Chosen) -> Vec<(String, String)> {
    let mut pairs: Vec<_> = chosen
        .pairs()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    pairs.sort();
    pairs
}

fn names<'a>(tags: &'a [Tag]) -> Vec<&'a str> {
    tags.iter().map(|tag| tag.name.as_str()).collect()
}

proptest! {
    #[test]
    fn lines_are_one_script_one_element_and_one_link(chosen in any_chosen()) {
        let html = lines(&chosen, &made());
        let tags = tags(&html);
        prop_assert_eq!(names(&tags), ["script", "aftercare-guide", "a"]);
        let script = [("src".to_owned(), "aftercare-guide.js"), ("defer".to_owned(), "")];
        prop_assert_eq!(&tags[0].attributes[..], &script[..]);
        prop_assert_eq!(tags[2].attributes.len(), 1);
        let Found { chosen: back, made: stamp, .. } = read(&html).expect("our own lines");
        prop_assert_eq!(sorted(&back), sorted(&chosen));
        prop_assert_eq!(stamp, Some(made()));
    }

    #[test]
    fn a_bare_frame_is_one_frame_and_one_link(given in any_chosen()) {
        // The frame's file and its height are what a check lets through.
        let well = [("lang", "en"), ("height", "700"), ("title", "A guide")].map(|(name, value)| (name.to_owned(), value.to_owned()));
        let chosen = Chosen::new(well.into_iter().chain(sorted(&given)));
        let html = bare_frame(&chosen, &made());
        let tags = tags(&html);
        prop_assert_eq!(names(&tags), ["iframe", "a"]);
        let found = read(&html).expect("our own frame");
        prop_assert_eq!(sorted(&found.chosen), sorted(&chosen));
        prop_assert_eq!(found.made, Some(made()));
    }

    #[test]
    fn a_baked_file_keeps_every_promise(chosen in any_chosen()) {
        let html = bake(&small_guide(), &chosen, &made()).expect("a guide file");
        prop_assert_eq!(policy::verify(&html), Vec::<String>::new());
        let found = read(&html).expect("settings in it");
        prop_assert_eq!(found.chosen.address(), chosen.address());
        prop_assert_eq!(found.made, Some(made()));
    }

    #[test]
    fn a_page_of_ones_own_is_the_page_with_one_element_and_two_links(chosen in any_chosen(), days in value()) {
        let page = own_page(&page_of_your_own(), &chosen, &made(), &days).expect("the page");
        let before = page_of_your_own();
        let (now, then) = (tags(&page), tags(&before));
        prop_assert_eq!(names(&now), names(&then));
        let found = read(&page).expect("our element");
        prop_assert_eq!(sorted(&found.chosen), sorted(&chosen));
    }

    #[test]
    fn any_text_is_read_without_harm(text in value()) {
        if let Some(found) = read(&text) {
            prop_assert_eq!(found.chosen.get("never"), None);
        }
        let given = chosen(&[("support-url", &text), ("accent", &text), ("height", &text), ("photo", &text)]);
        for said in check(&Known::default(), &given) {
            prop_assert!(!said.message.is_empty() && !said.hint.is_empty());
        }
    }
}

fn page_of_your_own() -> String {
    let file = root().join("src/docs/page-of-your-own.html");
    std::fs::read_to_string(file).expect("the page")
}

/// Nothing is left to fill in, and nothing is said that the owner did not say.
#[test]
fn a_page_of_ones_own_needs_no_editing() {
    let url = ("support-url", "tel:+35621234567");
    let label = ("support-label", "Call me & talk");
    for (who, days, says) in [
        (
            "Mira <M>, counsellor. For adults.",
            "14",
            "From Mira &lt;M&gt;, counsellor. For adults. Straight",
        ),
        ("", " 1 ", "address, for a day.</p>"),
        ("", "14", "address, for 14 days.</p>"),
        ("", "a week", "address.</p>"),
        (
            "",
            "14",
            "<p>Straight to support: <a href=\"tel:+35621234567\">Call me &amp; talk</a>",
        ),
    ] {
        let chosen = chosen(&[url, label, ("who", who), ("region", "malta")]);
        let page = own_page(&page_of_your_own(), &chosen, &made(), days).expect("the page");
        assert!(page.contains(says), "{says}\n{page}");
        for left in ["YOUR NAME", "HOW MANY", "your-site.example", "general"] {
            assert!(!page.contains(left), "{left}\n{page}");
        }
    }
    assert_eq!(
        own_page("<p>no page</p>", &chosen(&[url]), &made(), ""),
        None
    );
}

/// A file with the places that baking fills.
fn small_guide() -> String {
    let rest = "<meta name=\"aftercare-settings\" content=\"\"><style>a{}</style><script>1</script></head>\
        <p><a class=\"button leave\" data-do=\"leave\" href=\"https://www.bbc.com/weather\">Leave</a></p>\
        <p><a id=\"plain-support\" data-label=\"Talk\">There is a link below.</a></p>";
    policy::renewed(&format!(
        "\u{feff}<head><meta http-equiv=\"Content-Security-Policy\" content=\"\">{rest}"
    ))
}

#[test]
fn a_baked_file_holds_the_owners_links_where_no_script_runs() {
    let given = [
        (
            "support-url",
            "HTTPS://counsellor.example/contact?a=1&b=\"2\"",
        ),
        ("support-label", "Talk with <Mira>"),
        ("exit-url", "https://weather.example/"),
        ("region", "malta"),
    ];
    let html = bake(&small_guide(), &chosen(&given), &made()).expect("a guide file");
    assert_eq!(policy::verify(&html), Vec::<String>::new());
    let link = "data-label=\"Talk\" href=\"https://counsellor.example/contact?a=1&amp;b=&quot;2&quot;\">Talk with &lt;Mira&gt;</a>";
    assert!(html.contains(link), "{html}");
    assert!(html.contains("data-do=\"leave\" href=\"https://weather.example/\""));
    // A link that the guide would not open, or that leads to one's own machine, is none there.
    for url in ["javascript:alert(1)", "http://127.0.0.1/x", "//x"] {
        let html = bake(&small_guide(), &chosen(&[("support-url", url)]), &made());
        assert!(
            html.expect("a guide file")
                .contains("data-label=\"Talk\">There is"),
            "{url}"
        );
    }
    assert_eq!(bake("<p>no guide</p>", &chosen(&given), &made()), None);
}

#[test]
fn the_lines_of_the_readme_are_read_and_made_again() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("the README");
    let blocks: Vec<_> = readme
        .split("```html\n")
        .skip(1)
        .filter_map(|rest| rest.split("\n```").next())
        .collect();
    let same = |made: String| made.replace(&format!(" data-made=\"{}\"", self::made()), "");
    for (block, make) in [
        (blocks[0], lines as fn(&Chosen, &Stamp) -> String),
        (blocks[1], bare_frame),
    ] {
        let found = read(block).expect("lines of the README");
        assert_eq!(
            (found.made, found.chosen.get("region")),
            (None, Some("malta"))
        );
        // A frame's own link stands beside it; its words are not the guide's.
        let again = same(make(&found.chosen, &made())).replace("&amp;", "&");
        let block = block.replace(" title=\"A short guide\" ", " ");
        let again = again.replace(" title=\"A short guide\" ", " ");
        assert_eq!(again, block);
    }
}

#[test]
fn what_an_editor_made_of_the_lines_is_read() {
    let given = [
        ("support-url", "https://counsellor.example/?a=1&b=2"),
        ("support-label", "Talk & more"),
        ("who", "Ada “A” Example"),
    ];
    let chosen = chosen(&given);
    let html = lines(&chosen, &made());
    let as_text = html
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    let wrapped = format!(
        "<p>Before</p>\n{}",
        html.replace("<a ", "<p><a class=\"x\" ")
            .replace("</a>", "</a></p>")
    );
    let shouted = html.replace("aftercare-guide ", "AFTERCARE-GUIDE ");
    for html in [as_text, wrapped, shouted] {
        let found = read(&html).expect("our lines");
        assert_eq!(sorted(&found.chosen), sorted(&chosen), "{html}");
    }
    assert_eq!(
        read("<p>Something <a href=\"https://x.example\">else</a></p>"),
        None
    );
}

#[test]
fn a_shortcode_is_read_and_said_to_be_one() {
    for (text, settings) in [
        ("[aftercare_guide]", &[][..]),
        (
            "<p>Before [aftercare_guide region=\"malta\" support_label='Talk &amp; more' display=inline start=\"\" x=\"y\"/] after</p>",
            &[
                ("display", "inline"),
                ("region", "malta"),
                ("support-label", "Talk & more"),
            ],
        ),
        (
            "[aftercare_guide\u{a0}region=“malta” exit-url=&quot;https://x.example&quot;]",
            &[("exit-url", "https://x.example"), ("region", "malta")],
        ),
    ] {
        let found = read(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(sorted(&found.chosen), sorted(&chosen(settings)), "{text}");
        let said = found.said(Date::parse("2026-11-26").expect("a date"));
        assert!(said.starts_with("This is the shortcode of the WordPress plugin."));
    }
    for text in ["[aftercare_guide", "[aftercare_guidebook]", "[gallery]"] {
        assert_eq!(read(text), None, "{text}");
    }
    // What visitors' browsers got of it is lines, not a shortcode.
    let lines = read(&lines(&chosen(&[("region", "malta")]), &made())).expect("lines");
    assert!(!lines.shortcode);
}

#[test]
fn every_wrong_value_is_said_by_its_name() {
    let known = Known {
        regions: vec!["general", "malta"],
        themes: vec!["slate"],
        languages: vec!["en"],
    };
    let wrong = [
        ("support-url", "javascript:1"),
        ("region", "atlantis"),
        ("accent", "red"),
        ("theme", "loud"),
        ("lang", "xx"),
        ("height", "tall"),
        ("photo", "https://x.example/me.jpg"),
    ];
    let said = check(&known, &chosen(&wrong));
    let mut named: Vec<_> = said.iter().map(|said| said.name.as_str()).collect();
    named.sort_unstable();
    let mut expected = wrong.map(|(name, _)| name);
    expected.sort_unstable();
    assert_eq!(named, expected);
    let well = [
        ("support-url", "https://x.example"),
        ("region", "malta"),
        ("theme", "slate"),
        ("lang", "en"),
        ("height", "80vh"),
        ("title", "A guide"),
    ];
    assert_eq!(check(&known, &chosen(&well)), []);
}

#[test]
fn what_somebody_meant_is_said_beside_what_is_wrong() {
    for (name, given, hint) in [
        (
            "support-url",
            "mira.example/contact",
            "`https://mira.example/contact`",
        ),
        (
            "exit-url",
            "http://weather.example",
            "`https://weather.example`",
        ),
        ("support-url", "call me", "a full address that begins with"),
        ("height", "0", "from 300 to 3000"),
        ("height", "99999999999999999999999", "from 300 to 3000"),
    ] {
        let said = check(&Known::default(), &chosen(&[(name, given)]));
        let said = said.iter().find(|said| said.name == name);
        let said = said.unwrap_or_else(|| panic!("{name}: {given} is let through"));
        assert!(said.hint.contains(hint), "{name}: {given}: {}", said.hint);
    }
}

#[test]
fn the_page_and_the_guide_have_one_version() {
    assert_eq!(builder::VERSION, env!("CARGO_PKG_VERSION"));
}
