//! Guides of any length, for what must not slow down as guides grow: the small guide about sleep, with more questions.

use super::root;
use engine::{Draft, OptionDraft, QuestionDraft, QuestionWordsDraft};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// How many options a question has.
const OPTIONS: usize = 5;
/// In the first half, every so many questions one stays away because of an answer to the one before it. In the second half none does:
/// from there on a person is told how many questions there are.
const CONDITIONAL: usize = 4;

/// A guide with this many questions, not yet checked.
pub fn grown(questions: usize) -> Draft {
    static SMALL: OnceLock<Draft> = OnceLock::new();
    let mut draft = SMALL.get_or_init(small).clone();
    for number in draft.rules.questions.len()..questions {
        draft.rules.questions.push(question(number, questions));
        draft.language.questions.insert(id(number), words(number));
    }
    assert_eq!(draft.rules.questions.len(), questions);
    draft
}

/// The guide about sleep.
fn small() -> Draft {
    xtask::content::draft(&root().join("tests/guides/sleep"), "en").expect("a readable guide")
}

fn id(number: usize) -> String {
    format!("grown_{number}")
}

fn question(number: usize, all: usize) -> QuestionDraft {
    let conditional = |number: usize| {
        number.is_multiple_of(CONDITIONAL) && (CONDITIONAL + 1..all / 2).contains(&number)
    };
    let option = |option: usize| OptionDraft {
        id: format!("option_{option}"),
        weights: BTreeMap::from([("day".to_owned(), 1)]),
        neutral: false,
        flags: Vec::from_iter((option == 0 && conditional(number + 1)).then(|| id(number))),
    };
    QuestionDraft {
        id: id(number),
        many: number.is_multiple_of(2),
        exclusive: None,
        cap: Some(1),
        unless: Vec::from_iter(conditional(number).then(|| id(number - 1))),
        variants: Vec::new(),
        options: (0..OPTIONS).map(option).collect(),
    }
}

fn words(number: usize) -> QuestionWordsDraft {
    let said = |what: &str| Some(format!("{what} {number}"));
    let option = |option: usize| (format!("option_{option}"), format!("Answer {option}"));
    QuestionWordsDraft {
        title: said("Question"),
        why: said("Why it is asked:"),
        hint: None,
        before: None,
        options: (0..OPTIONS).map(option).collect(),
        variants: BTreeMap::new(),
    }
}
