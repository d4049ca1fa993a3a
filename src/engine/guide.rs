//! A checked guide: every name in it points at something.

use crate::proof::Promises;
use crate::rules::Rules;
use crate::{
    Condition, Fact, Handout, HandoutKey, NeedKey, Note, OptionKey, Prose, Purpose, QuestionKey,
    Recommendation, RecommendationKey, Region, RegionKey, SafetyKey, Words,
};
use serde::{Deserialize, Serialize};

/// Questions, rules, safety pages and words in one language, and every region. Made by [`crate::check`] alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Guide {
    pub(crate) questions: Vec<Question>,
    pub(crate) recommendations: Vec<Recommendation>,
    pub(crate) needs: Vec<Need>,
    pub(crate) rules: Rules,
    pub(crate) safety: Vec<SafetyTopic>,
    pub(crate) notes: Vec<Note>,
    pub(crate) soft: Vec<SoftLink>,
    pub(crate) handouts: Vec<Handout>,
    /// Every region; the first is the general one.
    pub(crate) regions: Vec<Region>,
    /// The interface's sentences.
    pub words: Words,
    /// Whether a clinician or a survivor service has reviewed the words.
    pub(crate) reviewed: bool,
    /// The help page's own text.
    pub help: Prose,
    /// What the guide is, what is known, its sources.
    pub about: Prose,
    /// For people under 18.
    pub under18: Prose,
    /// Minutes that the longest path takes to read and answer (decision 2).
    pub minutes: u16,
    /// What the proof asks; not shipped.
    #[serde(skip)]
    pub(crate) promises: Promises,
}

/// One question (spec 3.3).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// The name in the content files.
    pub id: String,
    /// Whether several options can be picked.
    pub many: bool,
    /// The option that excludes the others ("none of these").
    pub exclusive: Option<OptionKey>,
    /// When it is asked: only `unless` is used.
    pub(crate) asked: Condition,
    /// The most that one need can gain from it.
    pub(crate) cap: Option<i16>,
    /// The fact "has no answer that counts".
    pub(crate) unanswered: Fact,
    /// What can be picked.
    pub options: Vec<Choice>,
    pub(crate) wording: Wording,
    pub(crate) variants: Vec<(Condition, Wording)>,
}

/// What picking an option brings about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// The name in the content files.
    pub id: String,
    /// The key that stands for it in answers.
    pub key: OptionKey,
    pub(crate) fact: Fact,
    pub(crate) flags: Vec<Fact>,
    pub(crate) weights: Vec<(NeedKey, i16)>,
}

/// The words of a question.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Wording {
    /// The question itself.
    pub title: String,
    /// Why it is asked.
    pub why: String,
    /// A short help, or nothing.
    pub hint: String,
    /// What a person is told before they are asked, or nothing.
    pub before: String,
    /// The options' labels, in their order.
    pub options: Vec<String>,
}

/// A line above ideas that leads to safety pages (decision 3; spec 4.2).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SoftLink {
    pub(crate) shown: Condition,
    /// The safety pages, and what the link to each says.
    pub links: Vec<(SafetyKey, String)>,
    /// A purpose of which one help number stands below the line.
    pub number: Option<Purpose>,
    /// The line.
    pub line: String,
}

/// Body, calm and so on; its scores order the plan and are never shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Need {
    /// The name in the content files.
    pub id: String,
    /// The heading in the list of all ideas.
    pub title: String,
    /// A sentence under that heading.
    pub lead: String,
    /// How the plan's opening names it.
    pub summary: String,
}

/// Where the card that leads to support stands (spec 3.6, 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Referral {
    /// A quiet card at the end.
    End,
    /// Straight after the plan, with the reason.
    AfterPlan,
    /// Two lines and the link before the plan, the card after it.
    BeforePlan,
    /// A specialist service first, the counsellor second.
    SpecialistFirst,
}

/// A safety page and when it opens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SafetyTopic {
    /// The name in the content files.
    pub id: String,
    /// When it opens.
    pub opens: Condition,
    /// Whether the owner is one plain last line on it instead of a card (decision 8).
    pub specialist: bool,
    /// The purpose whose first help number stands on top (decision 5).
    pub first: Option<Purpose>,
    /// Its text.
    pub prose: Prose,
}

impl Guide {
    /// The questions in their order.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The question behind a key.
    pub fn question(&self, key: QuestionKey) -> &Question {
        &self.questions[key.index()]
    }

    /// Every question's key, in order.
    pub fn question_keys(&self) -> impl DoubleEndedIterator<Item = QuestionKey> + use<> {
        (0..self.questions.len() as u16).map(QuestionKey)
    }

    /// The option behind a key.
    pub fn option(&self, key: OptionKey) -> &Choice {
        &self.question(key.question).options[key.index()]
    }

    /// The recommendation behind a key.
    pub fn recommendation(&self, key: RecommendationKey) -> &Recommendation {
        &self.recommendations[usize::from(key.0)]
    }

    /// Every recommendation's key, in table order.
    pub fn recommendation_keys(&self) -> impl Iterator<Item = RecommendationKey> + use<> {
        (0..self.recommendations.len() as u16).map(RecommendationKey)
    }

    /// The need behind a key.
    pub fn need(&self, key: NeedKey) -> &Need {
        &self.needs[usize::from(key.0)]
    }

    /// Every need's key, in the order of the file.
    pub fn need_keys(&self) -> impl Iterator<Item = NeedKey> + use<> {
        (0..self.needs.len() as u16).map(NeedKey)
    }

    /// The safety page behind a key.
    pub fn safety_topic(&self, key: SafetyKey) -> &SafetyTopic {
        &self.safety[usize::from(key.0)]
    }

    /// Every safety page's key, in their order.
    pub fn safety_keys(&self) -> impl Iterator<Item = SafetyKey> + use<> {
        (0..self.safety.len() as u16).map(SafetyKey)
    }

    /// The region behind a key.
    pub fn region(&self, key: RegionKey) -> &Region {
        &self.regions[usize::from(key.0)]
    }

    /// Every region's key; the general one is the first.
    pub fn region_keys(&self) -> impl Iterator<Item = RegionKey> + use<> {
        (0..self.regions.len() as u16).map(RegionKey)
    }

    /// Whether the words, or what this region says, still wait for a reviewer (decision 9).
    pub fn is_draft(&self, region: RegionKey) -> bool {
        !(self.reviewed && self.region(region).reviewed)
    }

    /// The region with this name.
    pub fn region_named(&self, id: &str) -> Option<RegionKey> {
        self.region_keys().find(|key| self.region(*key).id == id)
    }

    /// The line above ideas for someone with these facts, the first that holds.
    pub fn soft_link(&self, facts: &crate::Facts) -> Option<&SoftLink> {
        self.soft.iter().find(|soft| soft.shown.holds(facts))
    }

    /// Whether nothing is said of the other person to someone with these facts.
    pub fn alone(&self, facts: &crate::Facts) -> bool {
        self.rules.alone.holds(facts)
    }

    /// The handout behind a key.
    pub fn handout(&self, key: HandoutKey) -> &Handout {
        &self.handouts[usize::from(key.0)]
    }

    /// Every handout's key, in the order of the file.
    pub fn handout_keys(&self) -> impl Iterator<Item = HandoutKey> + use<> {
        (0..self.handouts.len() as u16).map(HandoutKey)
    }

    /// Whether there is help for tonight to name to someone with these facts (decision 10).
    pub fn tonight(&self, facts: &crate::Facts) -> bool {
        self.rules.tonight.holds(facts)
    }

    /// The ideas on the page for people under 18 (decision 18).
    pub fn ideas_under18(&self) -> &[RecommendationKey] {
        &self.rules.under18
    }
}

impl SafetyTopic {
    /// Whether it says when to call the emergency number.
    pub fn names_danger(&self) -> bool {
        let mut sections = self.prose.sections.iter();
        sections.any(|section| section.level == Some(crate::Level::Emergency))
    }
}

impl Question {
    /// The words for someone with these facts (spec 3.2: other words for planning ahead).
    pub fn wording(&self, facts: &crate::Facts) -> &Wording {
        self.variants
            .iter()
            .find(|(condition, _)| condition.holds(facts))
            .map_or(&self.wording, |(_, wording)| wording)
    }
}
