//! One person's passage: their answers, and where they are looking.

mod page;

use crate::keeping::{Keeping, Soon};
use crate::safety::{active_pages, cause};
use crate::{
    Answers, Event, Form, Guide, HandoutKey, NeedKey, Page, QuestionKey, RegionKey, Replay,
    SafetyKey,
};

/// Answers and where the person is looking; everything else is derived from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    answers: Answers,
    place: Place,
    /// Pages that lie over the place, the last on top; Back takes one away.
    over: Vec<Over>,
    /// The safety pages that the person has read and gone on from.
    read: Vec<SafetyKey>,
    /// What the person made of the plan.
    keeping: Keeping,
    /// Whose help services are shown.
    pub region: RegionKey,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Place {
    Start,
    Questions,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Over {
    Menu,
    Review,
    Help,
    About,
    Under18,
    Comfort,
    Reading(SafetyKey),
    Handout(HandoutKey),
    More(NeedKey),
    Keep(Form),
}

impl Session {
    /// A new passage.
    pub fn new(guide: &Guide, region: RegionKey) -> Self {
        Self {
            answers: Answers::none(guide),
            place: Place::Start,
            over: Vec::new(),
            read: Vec::new(),
            keeping: Keeping::default(),
            region,
        }
    }

    /// The answers.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// Whether there is anything to come back to.
    pub fn begun(&self, guide: &Guide) -> bool {
        guide
            .question_keys()
            .any(|key| self.answers.passed(key) || self.answers.any(key))
    }

    /// What the person says about reaching out.
    pub fn soon(&self) -> Option<Soon> {
        self.keeping.soon
    }

    /// Wipes the answers where they lie, and starts afresh.
    pub fn wipe(&mut self, guide: &Guide) {
        self.answers.wipe();
        *self = Self::new(guide, self.region);
    }

    /// What follows when the person does this. Performs nothing.
    pub fn after(mut self, guide: &Guide, event: Event) -> Self {
        match event {
            Event::Begin => self.go(Place::Questions),
            Event::Back => self.back(guide),
            Event::Toggle(option) => self.answers.toggle(guide, option),
            Event::ClearChoice(question) => self.answers.clear(question),
            Event::Continue(question) => self.pass(guide, question),
            Event::Skip(question) => {
                self.answers.clear(question);
                self.pass(guide, question);
            }
            Event::ShowIdeas => self.pass_all(guide),
            Event::GoOn => self.read = active_pages(guide, &self.replay(guide)),
            Event::NotMeant => self.reopen_cause(guide),
            Event::Change(question) => {
                self.go(Place::Questions);
                self.answers.set_passed(question, false);
            }
            Event::ShowMenu => self.lay(Over::Menu),
            Event::ShowComfort => self.lay(Over::Comfort),
            Event::ShowReview => self.lay(Over::Review),
            Event::ShowHelp => self.lay(Over::Help),
            Event::ShowAbout => self.lay(Over::About),
            Event::ShowUnder18 => self.lay(Over::Under18),
            Event::Read(page) => self.lay(Over::Reading(page)),
            Event::SetAside(idea) => self.keeping.set_aside(idea, true),
            Event::BringBack(idea) => self.keeping.set_aside(idea, false),
            Event::Move(idea, direction) => {
                if let Some((plan, _)) = self.own_plan(guide) {
                    self.keeping.shift(guide, &plan, idea, direction);
                }
            }
            Event::ShowMore(need) => self.lay(Over::More(need)),
            Event::ShowHandout(handout) => self.lay(Over::Handout(handout)),
            Event::ShowKeep(form) => self.lay(Over::Keep(form)),
            Event::Pick(pick) => self.keeping.pick(pick),
            Event::ReachOut(soon) => self.keeping.soon = Some(soon),
            Event::SwitchRegion(region) => self.region = region,
            Event::Clear => self.wipe(guide),
        }
        self
    }

    fn replay(&self, guide: &Guide) -> Replay {
        Replay::of(guide, &self.answers)
    }

    /// Lays a page on top, once.
    fn lay(&mut self, over: Over) {
        self.over.retain(|other| *other != over);
        self.over.push(over);
    }

    fn go(&mut self, place: Place) {
        self.place = place;
        self.over.clear();
    }

    /// Goes past a question. One that can open a safety page opens it again (decision 2 of `src/README.md`).
    fn pass(&mut self, guide: &Guide, question: QuestionKey) {
        self.answers.set_passed(question, true);
        let replay = self.replay(guide);
        if cause(guide, &replay) == Some(question) {
            self.read.clear();
            self.keeping = Keeping::default();
        }
    }

    fn pass_all(&mut self, guide: &Guide) {
        while let Some(question) = self.replay(guide).next {
            self.answers.set_passed(question, true);
        }
        self.go(Place::Questions);
    }

    fn back(&mut self, guide: &Guide) {
        if self.over.pop().is_some() {
            return;
        }
        match self.page(guide) {
            Page::Safety(_) => self.reopen_cause(guide),
            Page::Question(page) => match page.replay.asked.iter().rev().nth(1) {
                Some(question) => self.answers.set_passed(*question, false),
                None => self.place = Place::Start,
            },
            Page::Plan(plan, _) if plan.comfort => self.read.clear(),
            _ => self.reopen_last(guide),
        }
    }

    fn reopen_last(&mut self, guide: &Guide) {
        match self.replay(guide).asked.last() {
            Some(question) => self.answers.set_passed(*question, false),
            None => self.place = Place::Start,
        }
    }

    fn reopen_cause(&mut self, guide: &Guide) {
        self.read.clear();
        if let Some(question) = cause(guide, &self.replay(guide)) {
            self.go(Place::Questions);
            self.answers.set_passed(question, false);
        }
    }
}
