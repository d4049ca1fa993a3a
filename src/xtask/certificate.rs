//! What `cargo xtask check` has seen to hold, for everyone who goes through a guide, and of which content.

use crate::folder::{files, unreadable};
use crate::languages;
use crate::report::{Refused, refused};
use crate::screens::walk_with;
use aftercare_guide::still;
use engine::{
    Certificate, Draft, Event, Guide, OptionKey, Page, Problem, Session, Settings, in_words, prove,
};
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::fs;
use std::path::Path;

/// A link to support that stands in no content.
const SUPPORT: &str = "https://support.example/contact";

/// What a screen leads to: how that is seen, and its name.
type Lead = (&'static str, &'static str);
const SUPPORT_LINK: Lead = (
    "href=\"https://support.example/contact\"",
    "the link to support",
);
const HELP: Lead = ("data-do=\"help\"", "help");
const LEAVE: Lead = ("data-do=\"leave\"", "the way to leave");
const EVERYTHING: [Lead; 3] = [SUPPORT_LINK, HELP, LEAVE];

/// A guide that was read, checked and proved.
pub struct Whole {
    /// As it was read, in each language.
    pub drafts: Vec<Draft>,
    /// As it was checked, in each language.
    pub guides: Vec<Guide>,
    /// What was proved, and how many screens were looked at.
    pub proved: (Certificate, usize),
    /// Changes with every byte of the content and every name of a file in it.
    pub hash: String,
}

/// Reads, checks and proves the guide in this folder.
///
/// # Errors
/// Every problem at once: with the files first; then with what stands in them; then with where it leads.
pub fn whole(folder: &Path) -> Result<Whole, Refused> {
    let refused = refused(folder);
    let drafts = languages::drafts(folder).map_err(&refused)?;
    let guides = languages::check(&drafts).map_err(&refused)?;
    Ok(Whole {
        proved: of(&guides[0]).map_err(&refused)?,
        hash: hash(folder).map_err(&refused)?,
        drafts,
        guides,
    })
}

/// Proves what holds for every passage, then looks at a screen of every kind.
///
/// # Errors
/// Everything that does not hold, each with the fewest answers that lead to it.
pub fn of(guide: &Guide) -> Result<(Certificate, usize), Vec<Problem>> {
    let certificate = prove(guide)?;
    let mut looking = Looking {
        guide,
        settings: settings(guide),
        seen: HashSet::new(),
        problems: Vec::new(),
    };
    for answers in &certificate.ends {
        looking.passage(answers);
    }
    looking.beside();
    looking.failure();
    if looking.problems.is_empty() {
        return Ok((certificate, looking.seen.len()));
    }
    Err(looking.problems)
}

fn settings(guide: &Guide) -> Settings {
    let given = [("support-url", SUPPORT), ("region", "general")];
    let given = given.map(|(name, value)| (name.to_owned(), value.to_owned()));
    Settings::check(guide, &given).0
}

/// Screens as visitors would see them.
struct Looking<'g> {
    guide: &'g Guide,
    settings: Settings,
    /// The pages that were looked at, as HTML.
    seen: HashSet<String>,
    problems: Vec<Problem>,
}

impl Looking<'_> {
    /// Every safety page on the way, and the end, lead to support and to help.
    fn passage(&mut self, answers: &[OptionKey]) {
        let given = |question| {
            let options = answers.iter().copied();
            options
                .filter(|option| option.question == question)
                .collect()
        };
        let walked = walk_with(self.guide, self.settings.region, given);
        let end = walked.len() - 1;
        for (position, session) in walked.into_iter().enumerate() {
            let safety = matches!(session.page(self.guide), Page::Safety(_));
            if safety || position == end {
                self.look(session, &EVERYTHING, || in_words(self.guide, answers));
            }
        }
    }

    /// What can be opened from anywhere. The page for people under 18 names help for their age; from its help the link is a press away.
    fn beside(&mut self) {
        for (event, leads) in [
            (Event::ShowHelp, &[SUPPORT_LINK, LEAVE][..]),
            (Event::ShowMenu, &EVERYTHING),
            (Event::ShowComfort, &EVERYTHING),
            (Event::ShowUnder18, &[HELP, LEAVE]),
        ] {
            let session = Session::new(self.guide, self.settings.region).after(self.guide, event);
            self.look(session, leads, || format!("{event:?}"));
        }
    }

    fn look(&mut self, session: Session, leads: &[Lead], way: impl Fn() -> String) {
        let screen = still::screen(self.guide, &self.settings, session);
        for (mark, what) in leads {
            if !screen.contains(mark) {
                self.lacks(what, &way());
            }
        }
        self.seen.insert(screen);
    }

    /// The page that stands where the guide cannot run.
    fn failure(&mut self) {
        let plain = still::plain(self.guide);
        for (mark, what) in [
            ("id=\"plain-support\"", "the place of the link to support"),
            ("href=\"tel:", "a number to call"),
            ("data-idea=", "an idea"),
        ] {
            if !plain.contains(mark) {
                self.lacks(what, "where the guide cannot run");
            }
        }
        self.seen.insert(plain);
    }

    fn lacks(&mut self, what: &str, way: &str) {
        self.problems.push(Problem::new(
            "guide.toml",
            format!("a screen is without {what}: {way}"),
            "every end, safety page and failure offers support and help; look at the view of that page",
        ));
    }
}

/// The certificate in plain lines.
pub fn print(whole: &Whole) -> String {
    let (seen, screens) = &whole.proved;
    let guide = &whole.guides[0];
    let mut lines = vec![
        format!(
            "Proved for every passage ({} ways to answer, {} states once those that nothing tells apart are one):",
            grouped(seen.passages),
            seen.states
        ),
        format!(
            "  every passage ends, after {} questions at most; who skips everything is asked {}",
            seen.longest, seen.asked
        ),
        format!(
            "  every end, safety page and failure offers support, help and a way to leave ({} kinds of end, {screens} screens)",
            seen.ends.len()
        ),
        format!(
            "  what a safety answer switches off stands on no page ({} times an idea or a handout is switched off)",
            seen.off
        ),
        format!(
            "  {} options change something, the others say that they do not",
            seen.options.len()
        ),
        "  no plan is empty, and who skips everything has something to start with".to_owned(),
        "  every idea reaches someone, for example by these answers:".to_owned(),
    ];
    lines.extend(seen.ideas.iter().map(|(idea, answers)| {
        let id = &guide.recommendation(*idea).id;
        format!("    {id}: {}", in_words(guide, answers))
    }));
    lines.push(format!("  of the content with the SHA-256 {}", whole.hash));
    lines.join("\n") + "\n"
}

/// `1 234 567`, so that it can be read.
fn grouped(number: u128) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev();
    let groups: Vec<_> = groups.map(|group| String::from_utf8_lossy(group)).collect();
    groups.join(" ")
}

/// Changes with every byte of the content and every name of a file in it.
fn hash(folder: &Path) -> Result<String, Vec<Problem>> {
    let mut sum = Sha256::new();
    let mut problems = Vec::new();
    for inside in files(folder)? {
        match fs::read(folder.join(&inside)) {
            Ok(text) => {
                sum.update(format!("{}\n{}\n", inside.display(), text.len()));
                sum.update(text);
            }
            Err(error) => {
                let (message, hint) = unreadable(&error);
                problems.push(Problem::new(inside.display().to_string(), message, hint));
            }
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let bytes = sum.finalize();
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn a_large_number_can_be_read() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(1_234_567), "1 234 567");
    }
}
