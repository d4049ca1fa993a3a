//! Every option changes something, or says that it does not.

use super::Prover;
use super::passages::replay;
use super::reach::{with, with_more};
use crate::beside::menu;
use crate::safety::active_pages;
use crate::{
    Choice, Fact, Guide, HandoutKey, OptionKey, Plan, QuestionKey, RecommendationKey, Replay,
    SafetyKey, Section, SoftLink, Wording, plan,
};

/// How many other answers are tried beside an option to see it change something.
const OTHER_ANSWERS: usize = 2;

/// What a person notices of their answers, reasons left out.
#[derive(PartialEq)]
struct Outcome<'g> {
    asked: Vec<QuestionKey>,
    safety: Vec<SafetyKey>,
    plan: Plan,
    soft: Option<&'g SoftLink>,
    tonight: bool,
    share: bool,
    /// Whether nothing counts.
    default: bool,
    texts: Texts<'g>,
}

/// What is worded otherwise, or left out, for some.
#[derive(PartialEq)]
struct Texts<'g> {
    questions: Vec<&'g Wording>,
    safety: Vec<&'g Section>,
    below_plan: Vec<HandoutKey>,
    menu: Vec<RecommendationKey>,
    /// Beside each idea of the plan and the list: its notes, what can be said, whether its handout can be read.
    ideas: Vec<(Vec<&'g str>, &'g [String], bool)>,
    alone: bool,
}

fn outcome<'g>(guide: &'g Guide, answers: &[OptionKey]) -> Outcome<'g> {
    let replay = replay(guide, answers);
    let mut plan = plan(guide, &replay);
    plan.ideas.iter_mut().for_each(|idea| idea.reasons.clear());
    Outcome {
        safety: active_pages(guide, &replay),
        soft: guide.soft_link(&replay.facts),
        tonight: guide.tonight(&replay.facts),
        share: guide.rules.share.holds(&replay.facts),
        default: guide.rules.default_plan.when.holds(&replay.facts),
        texts: texts(guide, &replay, &plan),
        asked: replay.asked,
        plan,
    }
}

fn texts<'g>(guide: &'g Guide, replay: &Replay, plan: &Plan) -> Texts<'g> {
    let facts = &replay.facts;
    let asked = replay.asked.iter();
    let pages = active_pages(guide, replay).into_iter();
    let menu = menu(guide, replay);
    let below = |key: &HandoutKey| guide.handout(*key).stands_below_plan(facts);
    let of_plan = plan.ideas.iter().map(|idea| &idea.key);
    let beside = of_plan.chain(&plan.more).chain(&menu).map(|key| {
        let idea = guide.recommendation(*key);
        let handout = idea
            .handout
            .is_some_and(|key| guide.handout(key).fits(facts));
        let notes = idea
            .notes
            .iter()
            .map(|note| &guide.notes[usize::from(*note)]);
        let notes = notes.filter(|note| note.shown.holds(facts));
        let notes = notes.map(|note| note.text.as_str()).collect();
        (notes, idea.say(guide, facts), handout)
    });
    Texts {
        ideas: beside.collect(),
        questions: asked
            .map(|key| guide.question(*key).wording(facts))
            .collect(),
        safety: pages
            .flat_map(|page| guide.safety_topic(page).prose.shown(facts))
            .collect(),
        below_plan: guide.handout_keys().filter(below).collect(),
        alone: guide.alone(facts),
        menu,
    }
}

impl Prover<'_> {
    /// For every option that changes something, the other answers beside which it does.
    pub fn options(&mut self) -> Vec<(OptionKey, Vec<OptionKey>)> {
        let guide = self.guide;
        let mut changes = Vec::new();
        for key in guide.question_keys() {
            let silent = Silent::of(guide, key);
            for choice in &guide.question(key).options {
                let neutral = guide.promises.neutral.contains(&choice.key);
                match (says_nothing(guide, choice.key), neutral) {
                    (true, true) => {}
                    (true, false) => self.about(
                        choice.key,
                        "it changes nothing",
                        "give it a flag or a weight, or say neutral = true",
                    ),
                    (false, true) => self.about(
                        choice.key,
                        "it is called neutral, and something hangs on it",
                        "delete neutral = true, or what hangs on it",
                    ),
                    (false, false) => match changing(guide, &silent, choice.key) {
                        Some(beside) => changes.push((choice.key, beside)),
                        None => self.about(
                            choice.key,
                            "it changes nothing that anyone would notice",
                            "correct its flags and weights, or take them away and say neutral = true",
                        ),
                    },
                }
            }
        }
        changes
    }

    fn about(&mut self, option: OptionKey, message: &str, hint: &str) {
        let question = &self.guide.question(option.question).id;
        let entry = format!("option `{question}.{}`", self.guide.option(option).id);
        self.problem(&entry, message.to_owned(), hint);
    }
}

/// Other answers beside which the option makes a difference: to an answer that says nothing, or to none. That there is an answer at all
/// is no difference.
fn changing(guide: &Guide, silent: &Silent, option: OptionKey) -> Option<Vec<OptionKey>> {
    let differs = |answers: &[OptionKey]| {
        with(guide, answers, option).is_some_and(|chosen| {
            let (chosen, skipped) = (outcome(guide, &chosen), outcome(guide, answers));
            let said = with(&silent.guide, answers, silent.option);
            said.is_some_and(|said| outcome(&silent.guide, &said) != chosen)
                || skipped.default == chosen.default && skipped != chosen
        })
    };
    (0..=OTHER_ANSWERS).find_map(|others| with_more(guide, &[], &[], others, &differs))
}

/// A guide in which one question has an option more that says nothing.
struct Silent {
    guide: Guide,
    option: OptionKey,
}

impl Silent {
    fn of(guide: &Guide, question: QuestionKey) -> Self {
        let mut guide = guide.clone();
        let choices = guide
            .questions
            .iter()
            .flat_map(|question| &question.options);
        let known = choices.flat_map(|choice| choice.flags.iter().chain([&choice.fact]));
        let named = guide.promises.named.iter();
        let unanswered = guide.questions.iter().map(|question| &question.unanswered);
        let last = known
            .chain(named)
            .chain(unanswered)
            .map(|fact| fact.0)
            .max();
        let options = &mut guide.questions[question.index()].options;
        let option = OptionKey {
            question,
            option: options.len() as u16,
        };
        options.push(Choice {
            id: String::new(),
            key: option,
            fact: Fact(last.unwrap_or(0) + 1),
            flags: Vec::new(),
            weights: Vec::new(),
        });
        Self { guide, option }
    }
}

/// Whether nothing hangs on an option but that the question has an answer, which nothing asks for either.
fn says_nothing(guide: &Guide, option: OptionKey) -> bool {
    let choice = guide.option(option);
    let mut ideas = guide.recommendations.iter();
    let asks = |fact: &Fact| guide.promises.named.contains(fact);
    let answered = guide.question(option.question).unanswered;
    choice.flags.is_empty()
        && choice.weights.is_empty()
        && !asks(&choice.fact)
        && !asks(&answered)
        && !ideas.any(|idea| idea.favoured_by.contains(&option))
}
