//! The proof held against every single passage of a guide that is small enough to go through one by one.

mod support;

use engine::{Answers, Guide, OptionKey, Question, Replay, active_pages, plan};
use serde_json::json;
use std::collections::BTreeSet;
use support::copy::Copy;
use support::others::others;

/// Every way to answer one question, the skip first.
fn ways(question: &Question) -> Vec<Vec<OptionKey>> {
    let keys: Vec<_> = question.options.iter().map(|choice| choice.key).collect();
    if !question.many {
        let one = keys.into_iter().map(|key| vec![key]);
        return std::iter::once(Vec::new()).chain(one).collect();
    }
    let picked = |bits: u32| {
        let on = keys
            .iter()
            .enumerate()
            .filter(move |(at, _)| bits & (1 << at) != 0);
        on.map(|(_, key)| *key).collect::<Vec<_>>()
    };
    let alone = |way: &Vec<OptionKey>| {
        way.len() < 2 || question.exclusive.is_none_or(|key| !way.contains(&key))
    };
    (0..1 << keys.len()).map(picked).filter(alone).collect()
}

/// Every passage, as it is asked: a question that is not asked has no answer.
fn passages(guide: &Guide) -> Vec<Vec<OptionKey>> {
    let mut passages = vec![Vec::new()];
    for key in guide.question_keys() {
        let ways = ways(guide.question(key));
        let longer = passages.into_iter().flat_map(|passage: Vec<OptionKey>| {
            let replay = Replay::whole(guide, &Answers::of(guide, passage.iter().copied()));
            let ways = if replay.asked.contains(&key) {
                &ways[..]
            } else {
                &ways[..1]
            };
            let longer = ways.iter().map(|way| [&passage[..], way].concat());
            longer.collect::<Vec<_>>()
        });
        passages = longer.collect();
    }
    passages
}

#[test]
fn what_is_proved_of_states_holds_for_every_single_passage() {
    for other in others() {
        let guide = &other.guide;
        let proved = engine::prove(guide).unwrap_or_else(|problems| panic!("{problems:?}"));
        let passages = passages(guide);
        let (mut shown, mut longest, mut ends) = (BTreeSet::new(), 0, BTreeSet::new());
        for passage in &passages {
            let replay = Replay::whole(guide, &Answers::of(guide, passage.iter().copied()));
            let plan = plan(guide, &replay);
            longest = longest.max(replay.asked.len());
            ends.insert((
                active_pages(guide, &replay),
                plan.comfort,
                plan.referral.reason.clone(),
            ));
            assert!(!plan.ideas.is_empty(), "{passage:?}");
            shown.extend(plan.ideas.iter().map(|idea| idea.key).chain(plan.more));
        }
        assert!(passages.len() > 5_000, "{}: {}", other.name, passages.len());
        assert_eq!(proved.passages, passages.len() as u128, "{}", other.name);
        assert_eq!(proved.longest, longest, "{}", other.name);
        assert_eq!(proved.ends.len(), ends.len(), "{}", other.name);
        let proved: BTreeSet<_> = proved.ideas.iter().map(|(idea, _)| *idea).collect();
        assert_eq!(proved, shown, "{}", other.name);
    }
}

/// Under ten seconds is asked for (and then a build can ask every time); it takes less than one.
#[test]
fn a_proof_is_quick() {
    let guide = support::guide();
    let begun = std::time::Instant::now();
    let (certificate, _) = xtask::certificate::of(&guide).expect("a proof");
    assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
    assert!(certificate.passages > 1_000_000_000_000);
}

/// What a flag changes need not be the plan: a note on an idea counts, a handout, another wording, a line in the list of all ideas.
#[test]
fn an_option_that_only_a_note_asks_for_changes_something() {
    let content = Copy::new("note");
    for (find, replace) in [
        (
            "{ id = \"usual\", neutral = true }",
            "{ id = \"usual\", flags = [\"as_usual\"] }",
        ),
        (
            "mark = \"own\"\n",
            "mark = \"own\"\nwhen = [\"as_usual\"]\n",
        ),
    ] {
        let change = json!({ "file": "guide.toml", "find": find, "replace": replace });
        support::refused::change(&content.0, &change).expect("a change");
    }
    let guide = xtask::content::load(&content.0, "en").expect("a guide");
    assert_eq!(engine::prove(&guide).err(), None);
}
