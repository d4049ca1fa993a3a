//! Sheets for people to read and sign, and the flow as a picture: whole, of every guide, and of the files alone.

mod support;

use engine::Draft;
use std::path::PathBuf;
use support::root;
use xtask::{content, languages, review};

/// What ends each part of a review sheet.
const TICK: &str = "☐ right as it is";

/// The guides that sheets are made of.
fn guides() -> Vec<PathBuf> {
    ["src/content", "tests/guides/sleep"]
        .map(|folder| root().join(folder))
        .into()
}

/// A sheet's text without tags, signs as they are read, spaces made one.
fn text(html: &str) -> String {
    let parts = html
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let mut text = parts.collect::<Vec<_>>().join(" ");
    for (name, sign) in [
        ("&#x27;", "'"),
        ("&quot;", "\""),
        ("&#x2f;", "/"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ] {
        text = text.replace(name, sign);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn sheet(files: &[review::File], name: &str) -> String {
    let found = files.iter().find(|(file, _)| file == name);
    found.unwrap_or_else(|| panic!("no {name}")).1.clone()
}

/// Every text of the language as it stands on a sheet: those of the interface as they are, others with terms in brackets.
fn texts(draft: &Draft) -> Vec<String> {
    let mut language = draft.language.clone();
    let mut interface = std::mem::take(&mut language.words);
    interface.remove("language");
    let mut texts = Vec::new();
    languages::texts::each(&mut language, &mut |text| texts.push(text.clone()));
    let terms = &draft.regions[0].1.terms;
    for text in &mut texts {
        for name in engine::Terms::NAMES.map(|name| format!("{{{name}}}")) {
            *text = text.replace(&name, &format!("[{}]", terms.fill(&name)));
        }
    }
    let interface = interface
        .into_values()
        .flat_map(|table| table.into_values());
    texts.into_iter().chain(interface).collect()
}

#[test]
fn every_text_and_every_help_service_stands_on_the_review_sheet() {
    for folder in guides() {
        let files = review::sheets(&folder).expect("sheets");
        let draft = content::draft(&folder, "en").expect("a draft");
        let sheet = text(&sheet(&files, "review.en.html"));
        let mut missing: Vec<_> = texts(&draft)
            .into_iter()
            .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|text| !sheet.contains(text.as_str()))
            .collect();
        let services = draft
            .regions
            .iter()
            .flat_map(|(_, region)| &region.services);
        for service in services {
            let facts = [
                &service.name,
                &service.hours,
                &service.source,
                &service.seen_on,
            ];
            let ways = [&service.phone, &service.web, &service.sms_to];
            let facts = facts.into_iter().chain(ways.into_iter().flatten());
            missing.extend(facts.filter(|fact| !sheet.contains(fact.as_str())).cloned());
        }
        assert!(
            missing.is_empty(),
            "{}\n{}",
            folder.display(),
            missing.join("\n")
        );
    }
}

#[test]
fn every_journey_stands_there_with_its_plan() {
    let files = review::sheets(&root().join("src/content")).expect("sheets");
    let draft = content::draft(&root().join("src/content"), "en").expect("a draft");
    let sheet = text(&sheet(&files, "review.en.html"));
    let (_, plans) = sheet.split_once("Made-up people").expect("the chapter");
    for (journey, said) in support::journeys().iter().zip(plans.split(TICK)) {
        let mut from = 0;
        for id in journey.expected("plan") {
            let title = &draft.language.recommendations[&id].title;
            let place = said[from..].find(title.as_str());
            from +=
                place.unwrap_or_else(|| panic!("{}: {title} not in its place: {said}", journey.id));
        }
        for question in &draft.rules.questions {
            let words = &draft.language.questions[&question.id];
            for option in journey.options(&question.id) {
                let label = &words.options[&option];
                let variants = words.variants.values();
                let mut labels = variants.filter_map(|other| other.options.get(&option));
                let stands = said.contains(label) || labels.any(|label| said.contains(label));
                assert!(stands, "{}: {label} is not in {said}", journey.id);
            }
        }
    }
}

#[test]
fn each_region_has_a_sheet_to_work_through() {
    let files = review::sheets(&root().join("src/content")).expect("sheets");
    let draft = content::draft(&root().join("src/content"), "en").expect("a draft");
    for (id, region) in &draft.regions {
        let sheet = text(&sheet(&files, &format!("region.{id}.html")));
        assert_eq!(
            sheet.matches("☐ I tried it on").count(),
            region.services.len(),
            "{id}"
        );
        for service in &region.services {
            assert!(sheet.contains(&service.name), "{id}: {}", service.name);
        }
        assert!(
            sheet.contains("nobody has reviewed this region yet") && sheet.contains("Signature")
        );
    }
}

/// Whoever signs a sheet knows no name of the files.
#[test]
fn a_region_sheet_says_what_a_service_is_for_and_what_a_grade_means() {
    let files = review::sheets(&root().join("src/content")).expect("sheets");
    for (name, html) in files.iter().filter(|(name, _)| name.starts_with("region.")) {
        let sheet = text(html);
        for raw in ["For: directory", "assault care", "assault_care"] {
            assert!(!sheet.contains(raw), "{name}: {raw}");
        }
        let explained = sheet.find("Grades run from A").expect("the grades");
        assert!(
            explained < sheet.find(", grade ").expect("a grade"),
            "{name}"
        );
    }
}

#[test]
fn a_supervisor_reads_which_answer_opens_which_safety_page() {
    let files = review::sheets(&root().join("src/content")).expect("sheets");
    let draft = content::draft(&root().join("src/content"), "en").expect("a draft");
    let sheet = text(&sheet(&files, "visitors.en.html"));
    let labels = &draft.language.questions["check"].options;
    for page in &draft.rules.safety {
        let title = &draft.language.safety[&page.id].title;
        let (_, after) = sheet.split_once(title.as_str()).expect("the page");
        let names = page.when.iter().flat_map(|entry| match entry {
            engine::OneOrMany::One(name) => vec![name.clone()],
            engine::OneOrMany::Many(names) => names.clone(),
        });
        let labels: Vec<_> = names
            .filter_map(|name| labels.get(name.strip_prefix("check.")?))
            .collect();
        assert!(!labels.is_empty(), "{title}");
        for label in labels {
            let place = after.find(label.as_str());
            let near = place.is_some_and(|place| place < 40);
            assert!(near, "{title}: not beside it: {label}");
        }
    }
}

#[test]
fn each_language_has_sheets_of_its_own() {
    let copy = support::copy::Copy::of("src/xtask/new/guide", "review-languages");
    let arabic = xtask::new::Language {
        code: "ar".to_owned(),
        name: "العربية".to_owned(),
        direction: "rtl".to_owned(),
    };
    xtask::new::language(&copy.0, &arabic).expect("a language");
    let files = review::sheets(&copy.0).expect("sheets");
    let english = sheet(&files, "review.en.html");
    assert!(english.contains("class=\"words\" lang=\"en\" dir=\"ltr\""));
    let arabic = sheet(&files, "review.ar.html");
    assert!(arabic.contains("class=\"words\" lang=\"ar\" dir=\"rtl\""));
    assert!(arabic.contains("in العربية, for a clinician"));
    assert_eq!(
        files
            .iter()
            .filter(|(name, _)| name.starts_with("visitors"))
            .count(),
        2
    );
}

/// Nothing is fetched and nothing runs: a sheet opens from a disk as it will be printed.
#[test]
fn sheets_stand_alone() {
    for folder in guides() {
        for (name, html) in review::sheets(&folder).expect("sheets") {
            for never in [
                "<script", "src=", "url(http", "@import", "<link", "<iframe", "{{", "{%",
            ] {
                assert!(!html.contains(never), "{name} holds {never}");
            }
            let links = html.split("href=\"").skip(1);
            assert!(
                links.into_iter().all(|link| link.starts_with('#')),
                "{name} leads elsewhere"
            );
        }
    }
}

#[test]
fn the_picture_names_each_question_safety_page_and_flag_in_order() {
    for folder in guides() {
        let (name, svg) = review::graph(&folder).expect("a picture");
        assert_eq!(name, "graph.svg");
        let draft = content::draft(&folder, "en").expect("a draft");
        assert!(
            // With a size of its own, or a browser shrinks it to its window.
            svg.starts_with("<svg ")
                && svg.contains("\" width=\"880\" height=\"")
                && svg.contains("<title")
                && svg.contains("<desc"),
            "{svg}"
        );
        let said = text(&svg);
        let mut from = 0;
        for (index, question) in draft.rules.questions.iter().enumerate() {
            let title = draft.language.questions[&question.id]
                .title
                .as_ref()
                .expect("a title");
            let asked = format!("{}. {title}", index + 1);
            let place = said[from..].find(&asked);
            from +=
                place.unwrap_or_else(|| panic!("{}: not in its place: {asked}", folder.display()));
        }
        for page in draft.language.safety.values() {
            assert!(
                said.contains(&page.title),
                "{}: {}",
                folder.display(),
                page.title
            );
        }
        for option in draft
            .rules
            .questions
            .iter()
            .flat_map(|question| &question.options)
        {
            for flag in &option.flags {
                assert!(
                    said.contains(&format!("{flag}: ")),
                    "{}: {flag}",
                    folder.display()
                );
            }
        }
    }
}

#[test]
fn content_with_something_wrong_gives_no_sheet_but_says_what() {
    let copy = support::copy::Copy::new("review");
    std::fs::remove_file(copy.0.join("en/safety/safety_dark.md")).expect("a file");
    let said = format!("{:#}", review::sheets(&copy.0).expect_err("a refusal"));
    assert!(
        said.contains("en/safety/safety_dark.md: the text of this safety page is missing"),
        "{said}"
    );
}
