//! What a language holds, without its sentences, so that two languages can be held against each other: a section, a mark or a
//! hint that only one of them has is missing there or left over, also where the rules alone could do without it.

use engine::{
    BlockDraft, IdeaWords, LanguageDraft, Problem, ProseDraft, SectionDraft, Terms, WordingDraft,
};
use std::collections::BTreeSet;

/// A file, and what stands in it.
type Shape = BTreeSet<(String, String)>;

/// What the other language lacks, and what it has that the source does not.
pub fn compare(source: &LanguageDraft, other: &LanguageDraft) -> Vec<Problem> {
    let (wanted, found) = (of(source), of(other));
    let problem = |(file, what): &(String, String), message: String, hint: &str| {
        Problem::new(
            format!("{}/{file}", other.folder),
            format!("{what} {message}"),
            hint,
        )
    };
    let missing = wanted.difference(&found).map(|part| {
        let message = format!("is missing; {} has it", source.folder);
        problem(part, message, "add it in the same place")
    });
    let left_over = found.difference(&wanted).map(|part| {
        let message = format!("is left over; {} does not have it", source.folder);
        problem(part, message, "delete it, or correct it")
    });
    missing.chain(left_over).collect()
}

fn of(language: &LanguageDraft) -> Shape {
    let mut shape = Shape::new();
    for (id, words) in &language.questions {
        let file = format!("questions.toml, [{id}]");
        optional(&mut shape, &file, &words.usual());
        for (name, words) in &words.variants {
            let file = format!("questions.toml, [{id}.{name}]");
            optional(&mut shape, &file, words);
        }
    }
    for (id, words) in &language.recommendations {
        idea(&mut shape, &format!("recommendations/{id}.md"), words);
    }
    for (id, page) in &language.safety {
        prose(&mut shape, &format!("safety/{id}.md"), page);
    }
    for (id, page) in &language.handouts {
        prose(&mut shape, &format!("handouts/{id}.md"), page);
    }
    prose(&mut shape, "help.md", &language.help);
    prose(&mut shape, "about.md", &language.about);
    prose(&mut shape, "under18.md", &language.under18);
    shape
}

/// What a question, or another wording of it, can do without.
fn optional(shape: &mut Shape, file: &str, words: &WordingDraft) {
    let mut note = |there: bool, name: &str| {
        if there {
            shape.insert((file.to_owned(), format!("`{name}`")));
        }
    };
    note(words.hint.is_some(), "hint");
    note(words.before.is_some(), "before");
    note(!words.options.is_empty(), "options");
}

fn idea(shape: &mut Shape, file: &str, words: &IdeaWords) {
    let sections = [
        ("For you", &words.for_you),
        ("For them", &words.for_them),
        ("If you both want", &words.if_both),
        ("Stop if", &words.stop),
        ("To pause or say no", &words.pause),
        ("On a card", &words.card),
        ("As a wish", &words.wish),
    ];
    if !words.say.is_empty() {
        shape.insert((
            file.to_owned(),
            format!("a list of {} words to say", words.say.len()),
        ));
    }
    for (name, _) in sections.iter().filter(|(_, text)| !text.is_empty()) {
        shape.insert((file.to_owned(), format!("the section “{name}”")));
    }
}

fn prose(shape: &mut Shape, file: &str, page: &ProseDraft) {
    let opening = SectionDraft {
        blocks: page.opening.clone(),
        ..SectionDraft::default()
    };
    shape.insert((file.to_owned(), described("the opening", &opening)));
    for (index, section) in page.sections.iter().enumerate() {
        let name = format!("section {}", index + 1);
        shape.insert((file.to_owned(), described(&name, section)));
    }
    if page.link.is_some() {
        shape.insert((file.to_owned(), "`{link: …}` in the title".to_owned()));
    }
}

/// A section's marks, lists, services, links and terms, as its author writes them.
fn described(name: &str, section: &SectionDraft) -> String {
    let mut parts: Vec<String> = section.level.iter().map(|level| braced(level)).collect();
    parts.extend(section.linked.then(|| braced("linked")));
    parts.extend(
        section
            .when
            .iter()
            .map(|flag| braced(&format!("when: {flag}"))),
    );
    parts.extend(
        section
            .unless
            .iter()
            .map(|flag| braced(&format!("unless: {flag}"))),
    );
    let mut text = section.heading.clone();
    for block in &section.blocks {
        match block {
            BlockDraft::Paragraph(paragraph) => text += paragraph,
            BlockDraft::List(items) => {
                text += &items.concat();
                parts.push(format!("a list of {}", items.len()));
            }
            BlockDraft::Services(purpose) => parts.push(braced(&format!("services: {purpose}"))),
            BlockDraft::Page { page, .. } => parts.push(format!("a link to {page}")),
        }
    }
    let terms = Terms::NAMES.iter().map(|term| braced(term));
    parts.extend(terms.filter(|term| text.contains(term.as_str())));
    match parts.is_empty() {
        true => name.to_owned(),
        false => format!("{name} ({})", parts.join(", ")),
    }
}

fn braced(inside: &str) -> String {
    format!("{{{inside}}}")
}
