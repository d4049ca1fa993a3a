//! Recommendations: what one idea is, its words, and the pages of prompts that go with some.

use crate::key::NoteKey;
use crate::{Condition, Fact, Guide, HandoutKey, NeedKey, OptionKey, Prose, SafetyKey};
use serde::{Deserialize, Serialize};

/// One idea (spec 3.5).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recommendation {
    /// The name in the content files.
    pub id: String,
    /// The need that it serves.
    pub need: NeedKey,
    /// When it is for.
    pub moment: Moment,
    /// Who does it.
    pub who: Actor,
    /// 1 (little) to 3.
    pub effort: u8,
    pub(crate) favoured_by: Vec<OptionKey>,
    pub(crate) eligible: Condition,
    /// Whether the list of all ideas shows it.
    pub(crate) in_menu: bool,
    /// Left out of the list of all ideas when one of these is so.
    pub(crate) not_in_menu: Vec<Fact>,
    pub(crate) notes: Vec<NoteKey>,
    /// The safety page that a link on it opens.
    pub opens: Option<SafetyKey>,
    /// The handout that goes with it.
    pub handout: Option<HandoutKey>,
    /// Whether its action may go on a page that others may find.
    pub on_paper: bool,
    /// Its words.
    pub words: IdeaWords,
}

/// The words of an idea; empty where it has none of a kind.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct IdeaWords {
    /// Up to eight words.
    pub title: String,
    /// What to do, in one sentence.
    pub action: String,
    /// How to do it.
    pub how: String,
    /// As care for oneself.
    pub for_you: String,
    /// As care for the other person.
    pub for_them: String,
    /// Why it may help, as strongly as the evidence allows (spec 2.1).
    pub why: String,
    /// The consent reminder of ideas that two people share.
    pub if_both: String,
    /// When to stop, where it can backfire.
    pub stop: String,
    /// What one could say to the other person.
    pub say: Vec<String>,
    /// What one could say to decline or to pause.
    pub pause: String,
    /// One plain line that does not say what it is about, for a card that others may see.
    pub card: String,
    /// As a wish, for a note to share (spec 3.8).
    pub wish: String,
}

/// When an idea is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// Now.
    Now,
    /// With the other person.
    Together,
    /// Later.
    Later,
}

impl Moment {
    /// All moments, in the order of the plan.
    pub const ALL: [Self; 3] = [Self::Now, Self::Together, Self::Later];
}

/// Who does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The person alone.
    #[serde(rename = "self")]
    Oneself,
    /// Both.
    Both,
    /// Someone else takes part.
    Other,
}

/// A line that stands on marked ideas while a condition holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    pub(crate) shown: Condition,
    pub(crate) text: String,
}

/// A page of prompts, to read together or to write from; nothing is typed into it (spec 3.8).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Handout {
    /// The name in the content files.
    pub id: String,
    pub(crate) shown: Condition,
    /// Whether it stands below the plan, because no idea leads to it.
    pub(crate) below_plan: bool,
    /// Its text.
    pub prose: Prose,
}

impl Handout {
    /// Whether it is for someone with these facts.
    pub fn fits(&self, facts: &crate::Facts) -> bool {
        self.shown.holds(facts)
    }

    /// Whether it stands below the plan of someone with these facts.
    pub fn stands_below_plan(&self, facts: &crate::Facts) -> bool {
        self.below_plan && self.fits(facts)
    }
}

impl Recommendation {
    /// What could be said to someone, where talking to them is not switched off.
    pub fn say(&self, guide: &Guide, facts: &crate::Facts) -> &[String] {
        let to_whom = self.who == Actor::Other || !guide.alone(facts);
        let comfort = guide
            .rules
            .fixed
            .iter()
            .any(|fixed| fixed.when.holds(facts));
        match to_whom && !comfort && self.eligible.holds(facts) {
            true => &self.words.say,
            false => &[],
        }
    }

    /// The notes that stand on this idea for someone with these facts.
    pub fn notes<'g>(
        &'g self,
        guide: &'g Guide,
        facts: &'g crate::Facts,
    ) -> impl Iterator<Item = &'g str> {
        self.notes
            .iter()
            .map(|note| &guide.notes[usize::from(*note)])
            .filter(|note| note.shown.holds(facts))
            .map(|note| note.text.as_str())
    }
}
