//! The named screens of `tests/screens.toml`, as sessions that show them.

use anyhow::{Context, Result};
use engine::{
    Direction, Event, Form, Guide, OptionKey, Page, Pick, QuestionKey, RegionKey, Session, Soon,
};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// A named screen.
pub struct Screen {
    /// Its name.
    pub id: String,
    /// The passage that shows it.
    pub session: Session,
}

/// Every named screen, in the order of the file.
///
/// # Errors
/// When the file cannot be read, or a screen's passage does not show it.
pub fn screens(root: &Path, guide: &Guide, region: RegionKey) -> Result<Vec<Screen>> {
    let text = fs::read_to_string(root.join("tests/screens.toml")).context("tests/screens.toml")?;
    let file: Value = toml::from_str(&text).context("tests/screens.toml")?;
    let screens = file["screen"].as_array().context("[[screen]]")?.iter();
    screens
        .map(|screen| {
            let id = screen["id"].as_str().context("an id")?.to_owned();
            let session = session(guide, region, screen)
                .with_context(|| format!("screen {id}: its passage does not show it"))?;
            Ok(Screen { id, session })
        })
        .collect()
}

/// The screens of someone who gives these answers and skips the rest, the start first, each as the session that shows it.
pub fn walk(guide: &Guide, region: RegionKey, answers: &Value) -> Vec<Session> {
    let named = |key: QuestionKey| {
        let question = guide.question(key);
        let ids = options(answers, &question.id).into_iter();
        let choice = |id: String| question.options.iter().find(move |choice| choice.id == id);
        ids.map(|id| choice(id).expect("an option").key).collect()
    };
    walk_with(guide, region, named)
}

/// As [`walk`], for answers given as keys.
pub fn walk_with(
    guide: &Guide,
    region: RegionKey,
    answers: impl Fn(QuestionKey) -> Vec<OptionKey>,
) -> Vec<Session> {
    let mut session = Session::new(guide, region);
    let mut walked = vec![session.clone()];
    session = session.after(guide, Event::Begin);
    loop {
        walked.push(session.clone());
        session = match session.page(guide) {
            Page::Question(page) => {
                let toggle = |session: Session, option| session.after(guide, Event::Toggle(option));
                let answered = answers(page.key).into_iter().fold(session, toggle);
                answered.after(guide, Event::Continue(page.key))
            }
            Page::Safety(_) => session.after(guide, Event::GoOn),
            _ => return walked,
        };
    }
}

/// The options answered to a question: none is a skip.
pub fn options(answers: &Value, question: &str) -> Vec<String> {
    match answers.get(question) {
        Some(Value::Array(options)) => options
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
        Some(Value::String(option)) => vec![option.clone()],
        _ => Vec::new(),
    }
}

fn session(guide: &Guide, region: RegionKey, screen: &Value) -> Option<Session> {
    let at = screen["at"].as_str()?;
    let mut walked = walk(guide, region, &screen["answers"]).into_iter();
    let session = match at {
        "end" => walked.next_back(),
        _ => walked.find(|session| is_at(guide, session, at)),
    }?;
    let opened = match screen["open"].as_str() {
        Some(open) => session.after(guide, event(guide, open)?),
        None => session,
    };
    let presses = screen["press"].as_array().into_iter().flatten();
    presses
        .filter_map(Value::as_str)
        .try_fold(opened, |session, press| {
            Some(session.clone().after(guide, pressed(guide, press)?))
        })
}

/// What is done on a screen, besides answers: `numbers`, `aside ID`, `up ID`, `wish ID`, `soon`.
fn pressed(guide: &Guide, press: &str) -> Option<Event> {
    let (what, id) = press.split_once(' ').unwrap_or((press, ""));
    let mut ideas = guide.recommendation_keys();
    let idea = ideas.find(|key| guide.recommendation(*key).id == id);
    Some(match what {
        "numbers" => Event::Pick(Pick::Numbers),
        "soon" => Event::ReachOut(Soon::ThisWeek),
        "aside" => Event::SetAside(idea?),
        "up" => Event::Move(idea?, Direction::Up),
        "wish" => Event::Pick(Pick::Wish(idea?)),
        _ => return None,
    })
}

fn is_at(guide: &Guide, session: &Session, at: &str) -> bool {
    match session.page(guide) {
        Page::Start => at == "start",
        Page::Safety(_) => at == "safety",
        Page::Question(page) => at == guide.question(page.key).id,
        _ => false,
    }
}

fn event(guide: &Guide, open: &str) -> Option<Event> {
    Some(match open {
        "help" => Event::ShowHelp,
        "about" => Event::ShowAbout,
        "under18" => Event::ShowUnder18,
        "menu" => Event::ShowMenu,
        "review" => Event::ShowReview,
        "comfort" => Event::ShowComfort,
        "paper" => Event::ShowKeep(Form::Paper),
        "card" => Event::ShowKeep(Form::Card),
        "note" => Event::ShowKeep(Form::Note),
        page => return of_content(guide, page),
    })
}

/// A page that the content names: `more-` and a need, a handout, a safety page.
fn of_content(guide: &Guide, page: &str) -> Option<Event> {
    let need = page.strip_prefix("more-").and_then(|id| {
        let mut needs = guide.need_keys();
        needs.find(|key| guide.need(*key).id == id)
    });
    let mut handouts = guide.handout_keys();
    let handout = handouts.find(|key| guide.handout(*key).id == page);
    let mut pages = guide.safety_keys();
    let safety = pages.find(|key| guide.safety_topic(*key).id == page);
    need.map(Event::ShowMore)
        .or(handout.map(Event::ShowHandout))
        .or(safety.map(Event::Read))
}
