//! The interface's sentences: which there are. What they say stands in `src/content/<language>/words.toml`.

use crate::Problem;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;

/// The words file as its author writes it: tables of sentences.
pub type WordsDraft = BTreeMap<String, BTreeMap<String, String>>;

/// Makes the struct of all words, and its reading from a file with every missing and left-over sentence named.
macro_rules! words {
    ($($(#[$doc:meta])* $table:ident: $Table:ident { $($key:ident)* })*) => {
        /// Every sentence of the interface in one language, by where it stands.
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct Words { $($(#[$doc])* pub $table: $Table,)* }

        $($(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Default)]
        #[allow(missing_docs)]
        pub struct $Table { $(pub $key: String,)* })*

        /// One list of sentences, in this order: reading it takes a fifth of the code that tables of names would.
        impl Serialize for Words {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_seq([$($(&self.$table.$key,)*)*])
            }
        }

        impl<'de> Deserialize<'de> for Words {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let mut sentences = Vec::deserialize(from)?.into_iter();
                Ok(Self { $($table: $Table { $($key: next(&mut sentences),)* },)* })
            }
        }

        /// Every table of the words file with the names of its sentences, for editors.
        #[cfg(feature = "schema")]
        pub const WORDS: &[(&str, &[&str])] = &[$((stringify!($table), &[$(stringify!($key)),*])),*];

        impl Words {
            /// Reads the draft; every missing and every left-over sentence is a problem.
            pub(crate) fn read(mut draft: WordsDraft, file: &str, problems: &mut Vec<Problem>) -> Self {
                let words = Self { $($table: {
                    let mut table = draft.remove(stringify!($table)).unwrap_or_default();
                    let read = $Table { $($key: take(&mut table, stringify!($table), stringify!($key), file, problems),)* };
                    left_over(&table, stringify!($table), file, problems);
                    read
                },)* };
                for table in draft.keys() {
                    problems.push(Problem::new(
                        format!("{file}, [{table}]"),
                        "nothing in the guide uses this table",
                        "delete it, or correct its name",
                    ));
                }
                words
            }
        }
    };
}

/// The data block is of the same build, so there is one for each.
#[inline(never)]
fn next(sentences: &mut std::vec::IntoIter<String>) -> String {
    sentences.next().unwrap_or_default()
}

words! {
    /// The language itself.
    language: LanguageWords { code direction name reviewed_by reviewed_on }
    /// On every screen.
    common: CommonWords {
        document_title help close back quote_open quote_close and list_comma months new_tab
    }
    /// Leaving: the link in the bar, Shift three times, and what they do.
    leave: LeaveWords { label hide two_more one_more late gone explained nested }
    /// What covers the guide after it was out of view for long.
    cover: CoverWords { title lead show clear }
    /// The start screen.
    start: StartWords {
        title warm meaning what not_sent not_emergency begin go_on all_ideas under18 more_title alone private_page skip_any phone_back draft about
    }
    /// Every question.
    question: QuestionWords { why progress skip go_on clear show_ideas or }
    /// The plan.
    plan: PlanWords {
        title title_ahead needs lead not_too_much now together later now_ahead together_ahead later_ahead
        start_here more_about how for_you for_them both_short if_both why stop because
        closing leave_out check_answers all_ideas clear pinned pinned_danger
        comfort_title comfort_lead comfort_clear more_gentle
    }
    /// What a person makes of the plan.
    mine: MineWords { hint aside bring_back up down say say_safe pause tonight tonight_lead not_helped_title not_helped stays_low more }
    /// What goes with a person.
    keep: KeepWords {
        title lead to_paper to_card to_note
        paper_title paper_lead paper_picks ideas numbers paper_heading numbers_heading paper_warning print
        card_title card_lead card_heading card_warning
        note_title note_lead note_picks note_heading note_opening note_closing note_warning
        nothing copy copy_warning copied not_copied print_elsewhere
    }
    /// Back from the page of support.
    returned: ReturnedWords { lead clear stay }
    /// The list of all ideas.
    menu: MenuWords { title lead safety_lead }
    /// The list of answers.
    review: ReviewWords { title lead change none back_to clear }
    /// The safety pages.
    safety: SafetyWords { go_on comfort not_meant answer help first counsellor specialist_link emergency urgent routine }
    /// The help page.
    help: HelpWords {
        emergency sexual_violence domestic_abuse crisis listening sexual_health under18 elsewhere
        region none_here not_here published checked unchecked text_to text_word under18_link
    }
    /// The page for people under 18.
    under18: Under18Words { ideas }
    /// The card that leads to support.
    referral: ReferralWords {
        title before_title who first_contact reply_time cost confidentiality past not_emergency alternative alternative_link alternative_general link no_link
        quiet_lead by_phone by_email photo
        step today this_week not_now today_text this_week_text not_now_text first_line_lead first_line
    }
    /// About and sources.
    about: AboutWords { draft version }
    /// The page without a program: JavaScript or WebAssembly is off, or something broke.
    plain: PlainWords { title lead ideas help support }
}

fn take(
    table: &mut BTreeMap<String, String>,
    name: &str,
    key: &str,
    file: &str,
    problems: &mut Vec<Problem>,
) -> String {
    let sentence = table.remove(key).unwrap_or_default();
    let place = format!("{file}, [{name}]");
    if sentence.trim().is_empty() && !key.starts_with("reviewed") {
        problems.push(Problem::new(
            place.clone(),
            format!("the sentence `{key}` is missing"),
            format!("add {key} = \"…\""),
        ));
    } else if places(&sentence) != filled(name, key) {
        let places: Vec<_> = filled(name, key)
            .iter()
            .map(|place| format!("{{{place}}}"))
            .collect();
        problems.push(Problem::new(
            place,
            format!("`{key}` names other places than the guide fills"),
            format!(
                "write these, each once, and no others: {}",
                places.join(" ")
            ),
        ));
    }
    sentence
}

/// The places in braces that a sentence names.
fn places(sentence: &str) -> Vec<&str> {
    let braces = sentence.split('{').skip(1);
    let mut places: Vec<_> = braces
        .map(|rest| rest.split('}').next().unwrap_or(rest))
        .collect();
    places.sort_unstable();
    places
}

/// The places that the guide fills in this sentence, in alphabetical order.
fn filled(table: &str, key: &str) -> Vec<&'static str> {
    match (table, key) {
        ("start", "what") => vec!["minutes", "questions"],
        ("question", "progress") => vec!["number", "total"],
        ("plan", "needs") => vec!["needs"],
        ("help", "published" | "checked") => vec!["month", "year"],
        ("mine", "stays_low") => vec!["doctor"],
        ("referral", "by_phone") => vec!["number"],
        ("referral", "by_email") => vec!["address"],
        ("referral", "photo") => vec!["who"],
        ("help", "text_to") => vec!["number"],
        ("help", "text_word") => vec!["number", "word"],
        ("about", "version") => vec!["version"],
        _ => Vec::new(),
    }
}

fn left_over(
    table: &BTreeMap<String, String>,
    name: &str,
    file: &str,
    problems: &mut Vec<Problem>,
) {
    for key in table.keys() {
        problems.push(Problem::new(
            format!("{file}, [{name}]"),
            format!("nothing in the guide uses the sentence `{key}`"),
            "delete it, or correct its name",
        ));
    }
}

/// Puts values into the places `{name}` of a sentence.
pub fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut filled = sentence.to_owned();
    for (name, value) in values {
        filled = filled.replace(&format!("{{{name}}}"), value);
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_missing_and_every_left_over_sentence_is_named() {
        let mut problems = Vec::new();
        let table = BTreeMap::from([
            ("title".to_owned(), String::new()),
            ("spare".to_owned(), String::new()),
        ]);
        Words::read(
            BTreeMap::from([("menu".to_owned(), table)]),
            "words.toml",
            &mut problems,
        );
        let said = |message: &str| {
            problems
                .iter()
                .any(|problem| problem.to_string().contains(message))
        };
        assert!(said("words.toml, [menu]: the sentence `lead` is missing"));
        assert!(said(
            "words.toml, [menu]: nothing in the guide uses the sentence `spare`"
        ));
        assert!(said("words.toml, [start]: the sentence `title` is missing"));
    }
}
