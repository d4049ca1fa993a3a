//! Every kind of screen as a screen reader says it, compared with the text that was read and found good: `tests/spoken/`.

use crate::stills::{in_region, page};
use crate::support::{guide, root};
use crate::tree::spoken;
use crate::visitor::Visitor;
use crate::{Test, test};
use aftercare_guide::still;
use anyhow::{Result, ensure};
use std::collections::BTreeMap;
use std::fs;
use thirtyfour::Key;

/// With this variable the texts are written anew, for someone to read.
const RENEW: &str = "AFTERCARE_RENEW";
/// Screens that are said like another, or are that of another with more on it.
const LIKE_OTHERS: [&str; 16] = [
    "question_check_ahead",
    "question_who_ahead",
    "question_where_ahead",
    "question_feelings_ahead",
    "question_closeness_ahead",
    "question_words_ahead",
    "question_pattern_ahead",
    "safety_unsure",
    "safety_unsure_longer",
    "safety_hurt_longer",
    "safety_exposure_longer",
    "safety_all",
    "comfort_dark",
    "all_ideas_unwanted",
    "plan_used_and_distant",
    "learn",
];

/// What was said, by the screen's name.
type Said = BTreeMap<String, String>;

/// Only Chromium can be asked for its accessibility tree.
pub fn tests() -> Vec<(String, Test)> {
    vec![test!(
        "every kind of screen is read out as it was reviewed",
        every_screen
    )]
}

async fn every_screen(visitor: &mut Visitor) -> Result<()> {
    let guide = guide();
    let mut pages = in_region(&guide, "malta")?;
    for id in LIKE_OTHERS {
        let named = pages.iter().any(|(screen, _)| screen == id);
        ensure!(named, "{id} is no screen");
    }
    pages.retain(|(id, _)| !LIKE_OTHERS.contains(&id.as_str()));
    let cover = page(&guide, "cover", &still::cover(&guide))?;
    pages.push(("cover".to_owned(), cover));
    let paths = pages.iter().map(|(id, html)| (format!("/{id}.html"), html));
    let paths: Vec<_> = paths.collect();
    let served = paths
        .iter()
        .map(|(path, html)| (path.as_str(), html.as_str()));
    visitor.serve(&served.collect::<Vec<_>>())?;
    let mut said = Said::new();
    for (id, _) in pages {
        visitor.open(&format!("/{id}.html")).await?;
        said.insert(id, spoken(visitor).await?);
    }
    unfolded(visitor, &mut said).await?;
    live(visitor, &mut said).await?;
    compare(&said)
}

/// A plan with everything open.
async fn unfolded(visitor: &Visitor, said: &mut Said) -> Result<()> {
    visitor.open("/plan_warm.html").await?;
    visitor
        .js("document.querySelectorAll('details').forEach(details => { details.open = true; })")
        .await?;
    said.insert("plan_warm_unfolded".to_owned(), spoken(visitor).await?);
    Ok(())
}

/// The guide that runs says the same as the pages made from its screens; then what only it says.
async fn live(visitor: &Visitor, said: &mut Said) -> Result<()> {
    visitor.open("/guide.en.html").await?;
    visitor.on("start").await?;
    ensure!(
        spoken(visitor).await? == said["start"],
        "start: the guide says something else"
    );
    visitor.press("begin").await?;
    visitor.on("question-when").await?;
    ensure!(
        spoken(visitor).await? == said["question_when"],
        "question_when: the guide says something else"
    );
    visitor.pick("when", "days").await?;
    visitor.key(Key::Shift).await?;
    said.insert("question_when_picked".to_owned(), spoken(visitor).await?);
    Ok(())
}

/// Names every screen that is said otherwise than in its file; or writes the files.
fn compare(said: &Said) -> Result<()> {
    let folder = root().join("tests/spoken");
    if std::env::var_os(RENEW).is_some() {
        fs::remove_dir_all(&folder).ok();
        fs::create_dir_all(&folder)?;
        for (id, text) in said {
            fs::write(folder.join(format!("{id}.txt")), text)?;
        }
        return Ok(());
    }
    let mut found = Vec::new();
    for file in fs::read_dir(&folder)? {
        let name = file?.file_name().to_string_lossy().replace(".txt", "");
        if !said.contains_key(&name) {
            found.push(format!("{name}.txt: there is no such screen"));
        }
    }
    for (id, now) in said {
        let file = folder.join(format!("{id}.txt"));
        let reviewed = fs::read_to_string(file).unwrap_or_default();
        found.extend(difference(&reviewed, now).map(|found| format!("{id}.txt, {found}")));
    }
    ensure!(
        found.is_empty(),
        "tests/spoken/: {}\nListen to what is new. If it is well: {RENEW}=1 cargo test --test browser \"read out as\"",
        found.join("\n")
    );
    Ok(())
}

/// The first line that differs, as it was and as it is.
fn difference(reviewed: &str, now: &str) -> Option<String> {
    let (mut old, mut new) = (reviewed.lines(), now.lines());
    (1..).find_map(|number| match (old.next(), new.next()) {
        (None, None) => Some(None),
        (old, new) if old == new => None,
        (old, new) => Some(Some(format!(
            "line {number}\n  was: {}\n  now: {}",
            old.unwrap_or("(nothing)").trim(),
            new.unwrap_or("(nothing)").trim()
        ))),
    })?
}
