//! One person's passage: their answers, and where they are looking.

use crate::beside::{comfort, menu, more};
use crate::keeping::{Keeping, Soon};
use crate::safety::{active_pages, asked_in, cause};
use crate::{
    Answers, Event, Facts, Form, Guide, HandoutKey, NeedKey, Onward, Page, Plan, QuestionKey,
    QuestionPage, RegionKey, Replay, SafetyKey, SafetyPage, plan,
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

    /// What is on screen now.
    pub fn page(&self, guide: &Guide) -> Page {
        match (self.over.last(), self.place) {
            (Some(Over::Help), _) => Page::Help,
            (Some(Over::About), _) => Page::About(Replay::whole(guide, &self.answers)),
            (Some(Over::Under18), _) => Page::Under18,
            (Some(Over::Reading(topic)), _) => Page::Safety(SafetyPage {
                topics: vec![*topic],
                onward: Onward::Back(
                    asked_in(guide, *topic).filter(|question| self.answers.passed(*question)),
                ),
                replay: Replay::whole(guide, &self.answers),
            }),
            (Some(Over::Review), _) => Page::Review(self.replay(guide)),
            (Some(Over::Comfort), _) => {
                let mut replay = Replay::whole(guide, &self.answers);
                if self.reads_of_harm(guide) {
                    replay.be_cautious(guide);
                }
                Page::Plan(comfort(guide, &replay), replay)
            }
            (Some(Over::Menu), _) => {
                let replay = Replay::whole(guide, &self.answers);
                Page::Menu(menu(guide, &replay), replay)
            }
            (Some(Over::Handout(handout)), _) if self.may_read(guide, *handout) => {
                Page::Handout(*handout)
            }
            (Some(Over::More(need)), _) => self.over_plan(guide, |plan, replay| {
                Page::More(*need, more(guide, replay, plan, *need), replay.clone())
            }),
            (Some(Over::Keep(form)), _) => self.over_plan(guide, |plan, replay| {
                let keep = self.keeping.keep(guide, self.region, *form, plan, replay);
                Page::Keep(keep, replay.clone())
            }),
            _ => self.underneath(guide),
        }
    }

    /// What is on screen when nothing lies on top.
    fn underneath(&self, guide: &Guide) -> Page {
        match self.place {
            Place::Start => Page::Start,
            Place::Questions => self.passage(guide),
        }
    }

    /// The person's own plan, when that is what their answers have led to: not a comfort set, not the list of all ideas.
    fn own_plan(&self, guide: &Guide) -> Option<(Plan, Replay)> {
        match self.underneath(guide) {
            Page::Plan(plan, replay) if !plan.comfort => Some((plan, replay)),
            _ => None,
        }
    }

    /// A page that only a plan can have on top; without one, what there is instead.
    fn over_plan(&self, guide: &Guide, page: impl Fn(&Plan, &Replay) -> Page) -> Page {
        match self.own_plan(guide) {
            Some((plan, replay)) => page(&plan, &replay),
            None => self.underneath(guide),
        }
    }

    fn may_read(&self, guide: &Guide, handout: HandoutKey) -> bool {
        let facts = Replay::whole(guide, &self.answers).facts;
        guide.handout(handout).fits(&facts)
    }

    /// What the person says about reaching out.
    pub fn soon(&self) -> Option<Soon> {
        self.keeping.soon
    }

    /// Whether a page about something done to a person lies open: they may be that person.
    fn reads_of_harm(&self, guide: &Guide) -> bool {
        let mut over = self.over.iter();
        over.any(|over| matches!(over, Over::Reading(page) if guide.safety_topic(*page).specialist))
    }

    /// Safety first (invariant I6), then the next question, then the plan.
    fn passage(&self, guide: &Guide) -> Page {
        let replay = self.replay(guide);
        let topics = active_pages(guide, &replay);
        if !topics.is_empty() && topics != self.read {
            let comfort = plan(guide, &replay).comfort;
            return Page::Safety(SafetyPage {
                topics,
                onward: if comfort {
                    Onward::Comfort
                } else {
                    Onward::CarryOn
                },
                replay,
            });
        }
        match replay.next {
            Some(key) => Page::Question(self.question_page(guide, key, replay)),
            None => {
                let mut plan = plan(guide, &replay);
                if plan.whole_menu {
                    return Page::Menu(menu(guide, &replay), replay);
                }
                if !plan.comfort {
                    self.keeping.arrange(guide, &mut plan);
                }
                Page::Plan(plan, replay)
            }
        }
    }

    fn question_page(&self, guide: &Guide, key: QuestionKey, replay: Replay) -> QuestionPage {
        let whole = Replay::whole(guide, &self.answers);
        let later = || guide.questions()[key.index()..].iter();
        let mut counts = Facts::default();
        let conditions = later().flat_map(|question| &question.asked.none);
        conditions.for_each(|fact| counts.add(*fact));
        let mut options = later().flat_map(|question| &question.options);
        let settled = !options.any(|choice| counts.has_any(&choice.flags));
        QuestionPage {
            key,
            number: replay.asked.len(),
            total: settled.then_some(whole.asked.len()),
            replay,
        }
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
