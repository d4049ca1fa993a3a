//! Safety pages: which are open, and what opened them.

use crate::{Guide, QuestionKey, Replay, SafetyKey};

/// The safety pages that the answers open, in the guide's order (spec 3.6, 9).
pub fn active_pages(guide: &Guide, replay: &Replay) -> Vec<SafetyKey> {
    guide
        .safety_keys()
        .filter(|key| guide.safety_topic(*key).opens.holds(&replay.facts))
        .collect()
}

/// The question whose answer opens a safety page; the last one where there are several.
pub(crate) fn cause(guide: &Guide, replay: &Replay) -> Option<QuestionKey> {
    let opens = |question: &QuestionKey| {
        replay.counted(guide.question(*question)).any(|option| {
            let fact = guide.option(option).fact;
            active_pages(guide, replay).iter().any(|page| {
                guide
                    .safety_topic(*page)
                    .opens
                    .needs()
                    .any(|need| need == fact)
            })
        })
    };
    replay.asked.iter().copied().rev().find(opens)
}
