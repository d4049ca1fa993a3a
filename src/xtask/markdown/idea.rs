//! A recommendation: its title, its action, and sections with fixed names.

use super::page;
use engine::{BlockDraft, IdeaWords, Problem};

/// Reads a recommendation: the first paragraph is its action, each section has a fixed name.
pub fn idea(place: &str, text: &str, problems: &mut Vec<Problem>) -> IdeaWords {
    let page = page(place, text, problems);
    let mut idea = IdeaWords {
        title: page.title,
        action: plain(place, &page.opening, problems),
        ..IdeaWords::default()
    };
    for section in &page.sections {
        if section.heading == SAY && idea.say.is_empty() {
            idea.say = list(place, &section.blocks, problems);
            continue;
        }
        let text = plain(place, &section.blocks, problems);
        let line = match section.heading.as_str() {
            "How" => &mut idea.how,
            "For you" => &mut idea.for_you,
            "For them" => &mut idea.for_them,
            "Why it may help" => &mut idea.why,
            "If you both want" => &mut idea.if_both,
            "Stop if" => &mut idea.stop,
            "To pause or say no" => &mut idea.pause,
            "On a card" => &mut idea.card,
            "As a wish" => &mut idea.wish,
            other => {
                problems.push(Problem::new(
                    place,
                    format!("there is no section “{other}” in an idea, or it stands twice"),
                    "the sections are How, For you, For them, Why it may help, If you both want, Stop if, Words to say, To pause or say no, On a card, As a wish",
                ));
                continue;
            }
        };
        if !line.is_empty()
            || section.level.is_some()
            || !section.when.is_empty()
            || !section.unless.is_empty()
        {
            problems.push(Problem::new(
                place,
                format!(
                    "the section “{}” stands twice, or carries a mark",
                    section.heading
                ),
                "an idea has each section once, without marks in braces",
            ));
        }
        *line = text;
    }
    idea
}

/// The one section of an idea that is a list.
const SAY: &str = "Words to say";

fn list(place: &str, blocks: &[BlockDraft], problems: &mut Vec<Problem>) -> Vec<String> {
    if let [BlockDraft::List(items)] = blocks {
        return items.clone();
    }
    problems.push(Problem::new(
        place,
        format!("the section “{SAY}” is not a list"),
        "write each thing to say on a line of its own, with - before it",
    ));
    Vec::new()
}

/// The paragraphs of an idea's section; it can hold nothing else.
fn plain(place: &str, blocks: &[BlockDraft], problems: &mut Vec<Problem>) -> String {
    let mut texts = Vec::new();
    for block in blocks {
        match block {
            BlockDraft::Paragraph(text) => texts.push(text.as_str()),
            _ => problems.push(Problem::new(
                place,
                "this section of an idea holds paragraphs only",
                "write the list or the services as a sentence",
            )),
        }
    }
    texts.join(" ")
}
