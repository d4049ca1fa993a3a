//! Languages: a copied folder is held against the first; in pseudo-languages nothing on any screen is English by accident.

mod support;

use aftercare_guide::still;
use engine::{Draft, Guide, Session, Settings};
use std::fs;
use std::path::{Path, PathBuf};
use support::copy::Copy;
use support::{guide, journeys, pseudo_guides, root, screens};
use xtask::setup::Places;
use xtask::{content, languages, pseudo};

const SUPPORT: &str = "https://counsellor.example/contact";
/// Attributes that people see or hear.
const HEARD: [&str; 9] = [
    "aria-label",
    "title",
    "alt",
    "placeholder",
    "data-label",
    "data-two",
    "data-one",
    "data-late",
    "data-gone",
];

fn settings(guide: &Guide, region: &str) -> Settings {
    let given = [("support-url", SUPPORT), ("region", region)];
    let given = given.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let (settings, problems) = Settings::check(guide, &given);
    assert_eq!(problems, []);
    settings
}

/// Every text on a screen that people see or hear.
fn texts(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in html.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        found.push(text.to_owned());
        for name in HEARD {
            let value = tag.split(&format!(" {name}=\"")).nth(1);
            found.extend(value.and_then(|rest| Some(rest.split('"').next()?.to_owned())));
        }
    }
    for (sign, name) in [("\"", "&quot;"), ("'", "&#x27;"), ("&", "&amp;")] {
        found = found.iter().map(|text| text.replace(name, sign)).collect();
    }
    found
}

/// What regions say in their countries' own words, the longest first.
fn facts(guide: &Guide) -> Vec<String> {
    let mut facts = Vec::new();
    for key in guide.region_keys() {
        let region = guide.region(key);
        facts.push(region.name.clone());
        facts.extend(engine::Terms::NAMES.map(|term| region.terms.fill(&format!("{{{term}}}"))));
        for service in &region.services {
            let shown = [
                &service.name,
                &service.serves,
                &service.hours,
                &service.note,
            ];
            facts.extend(shown.map(String::clone));
            facts.extend(service.sms.iter().map(|(_, word)| word.clone()));
            let web = service.web.iter();
            facts.extend(web.map(|web| web.trim_start_matches("https://").to_owned()));
        }
    }
    facts.retain(|fact| !fact.is_empty());
    facts.sort_by_key(|fact| std::cmp::Reverse(fact.len()));
    facts.dedup();
    facts
}

/// The texts of a screen that still hold a letter from a to z, once a region's facts are taken out.
fn english(html: &str, facts: &[String]) -> Vec<String> {
    let reads = |text: &String| text.contains(|letter: char| letter.is_ascii_alphabetic());
    let without = |text: String| {
        let facts = facts.iter();
        facts.fold(text, |text, fact| text.replace(fact.as_str(), ""))
    };
    let texts = texts(html).into_iter().filter(reads);
    texts.map(without).filter(reads).collect()
}

/// Every named screen, in every region, and every screen of every journey.
fn sessions(guide: &Guide) -> Vec<(String, Settings, Session)> {
    let mut sessions = Vec::new();
    for key in guide.region_keys() {
        let settings = settings(guide, &guide.region(key).id);
        for screen in screens::screens(guide, &settings) {
            sessions.push((screen.id, settings.clone(), screen.session));
        }
    }
    let settings = settings(guide, "malta");
    for journey in journeys() {
        for session in journey.walk(guide, &settings) {
            sessions.push((journey.id.clone(), settings.clone(), session));
        }
    }
    sessions
}

#[test]
fn no_screen_says_anything_in_english_by_accident() {
    for guide in pseudo_guides() {
        let code = &guide.words.language.code;
        let facts = facts(&guide);
        for (name, settings, session) in sessions(&guide) {
            let found = english(&still::screen(&guide, &settings, session), &facts);
            assert!(found.is_empty(), "{code}, {name}: {found:?}");
        }
        for html in [still::plain(&guide), still::leaving(&guide)] {
            let found = english(&html, &facts);
            assert!(found.is_empty(), "{code}: {found:?}");
        }
    }
}

/// So that the test above can fail.
#[test]
fn an_english_sentence_is_seen_where_it_stands() {
    let guide = guide();
    let facts = facts(&guide);
    for (name, settings, session) in sessions(&guide).into_iter().take(40) {
        let found = english(&still::screen(&guide, &settings, session), &facts);
        assert!(!found.is_empty(), "{name}: nothing is found");
    }
    assert_eq!(english("<p title=\"Close\">2</p>", &[]), ["Close"]);
}

#[test]
fn screens_have_the_same_names_in_every_language() {
    let names = |guide: &Guide| -> Vec<String> {
        let sessions = sessions(guide).into_iter();
        let html = sessions.map(|(_, settings, session)| still::screen(guide, &settings, session));
        html.map(|html| {
            let name = html.split("data-screen=\"").nth(1);
            let name = name.and_then(|rest| rest.split('"').next());
            name.expect("a name").to_owned()
        })
        .collect()
    };
    let wanted = names(&guide());
    for guide in pseudo_guides() {
        let code = &guide.words.language.code;
        let names = names(&guide);
        assert_eq!(names.len(), wanted.len(), "{code}");
        for (name, wanted) in names.iter().zip(&wanted) {
            assert_eq!(name, wanted, "{code}");
        }
    }
}

#[test]
fn the_guide_file_names_its_language_and_direction() {
    for language in pseudo::ALL {
        let file = xtask::for_tests::in_pseudo(&Places::new(), &language);
        let html = fs::read_to_string(&file)
            .unwrap_or_else(|error| panic!("{}: {error}; run `cargo xtask test`", file.display()));
        let said = format!(
            "<html lang=\"{}\" dir=\"{}\">",
            language.code, language.direction
        );
        assert!(html.contains(&said), "{}", file.display());
        let title = html.split("<title>").nth(1).expect("a title");
        let title = title.split("</title>").next().unwrap_or_default();
        assert_eq!(title, language.text("A short guide"));
    }
}

fn drafts_with(change: impl Fn(&mut Draft)) -> Vec<Draft> {
    let mut drafts = languages::drafts(&root().join("src/content")).expect("readable content");
    let mut other = pseudo::MIRRORED.draft(&drafts[0]);
    change(&mut other);
    drafts.push(other);
    drafts
}

#[test]
fn a_language_without_a_reviewer_is_not_shipped() {
    let problems = languages::ship(&drafts_with(|_| {})).expect_err("it is shipped");
    let said: Vec<_> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "ar-XB/words.toml, [language]: no clinician who speaks the language has reviewed it, so it is not shipped\
          \n  hint: fill in reviewed_by and reviewed_on once one has, or keep the folder out of src/content/"
        ]
    );
    let reviewed = drafts_with(|draft| {
        let said = draft.language.words.get_mut("language").expect("the table");
        said.insert("reviewed_by".to_owned(), "A clinician".to_owned());
        said.insert("reviewed_on".to_owned(), "2026-11-01".to_owned());
    });
    let shipped = languages::ship(&reviewed).expect("guides");
    let codes: Vec<_> = shipped
        .iter()
        .map(|guide| &guide.words.language.code)
        .collect();
    assert_eq!(codes, ["en", "ar-XB"]);
}

/// A copy of the content with one language more, which was copied from the first.
fn with_a_copied_folder(name: &str) -> (Copy, PathBuf) {
    let content = Copy::new(name);
    let folder = content.0.join("mt");
    support::copy::copy(&content.0.join("en"), &folder);
    change(&folder, "words.toml", "code = \"en\"", "code = \"mt\"");
    (content, folder)
}

fn change(folder: &Path, file: &str, from: &str, to: &str) {
    let path = folder.join(file);
    let text = fs::read_to_string(&path).expect("a file");
    assert!(text.contains(from), "{file} does not hold {from}");
    fs::write(path, text.replacen(from, to, 1)).expect("a changed file");
}

fn said(content: &Copy) -> Vec<String> {
    let drafts = languages::drafts(&content.0).expect("readable content");
    let problems = languages::check(&drafts).err().unwrap_or_default();
    problems
        .iter()
        .map(|problem| format!("{}: {}", problem.place, problem.message))
        .collect()
}

#[test]
fn adding_a_language_is_copying_a_folder() {
    let (content, _) = with_a_copied_folder("copied");
    assert_eq!(languages::names(&content.0), ["en", "mt"]);
    assert_eq!(said(&content), Vec::<String>::new());
    let draft = content::draft(&content.0, "mt").expect("readable content");
    assert_eq!(draft.language.folder, "mt");
}

/// What the rules need, and what they could do without but the first language has.
#[test]
fn what_a_copied_folder_lacks_or_has_too_much_is_said_with_its_path() {
    let (content, folder) = with_a_copied_folder("changed");
    change(
        &folder,
        "words.toml",
        "begin = \"Begin\"",
        "begin_again = \"Begin\"",
    );
    change(
        &folder,
        "questions.toml",
        "hint = \"If you are not sure, pick the nearest.\"\n",
        "",
    );
    change(&folder, "help.md", " {linked}", "");
    change(
        &folder,
        "recommendations/hold.md",
        "## For them\nBeing",
        "Being",
    );
    fs::write(
        folder.join("recommendations/coffee.md"),
        "# Coffee\n\nA cup.\n",
    )
    .expect("a file");
    assert_eq!(
        said(&content),
        [
            "mt/help.md: section 1 (a list of 6) is left over; en does not have it",
            "mt/help.md: section 1 ({linked}, a list of 6) is missing; en has it",
            "mt/questions.toml, [when]: `hint` is missing; en has it",
            "mt/recommendations: nothing in the rules is named `coffee`",
            "mt/recommendations/hold.md: the section “For them” is missing; en has it",
            "mt/words.toml, [start]: nothing in the guide uses the sentence `begin_again`",
            "mt/words.toml, [start]: the sentence `begin` is missing",
        ]
    );
}
