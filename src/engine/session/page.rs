//! What is on screen, derived from a session: the page on top, else safety, else the next question, else the plan.

use super::{Over, Place, Session};
use crate::beside::{comfort, menu, more};
use crate::safety::{active_pages, asked_in};
use crate::{
    Facts, Guide, HandoutKey, Onward, Page, Plan, QuestionKey, QuestionPage, Replay, SafetyPage,
    plan,
};

impl Session {
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
    pub(super) fn own_plan(&self, guide: &Guide) -> Option<(Plan, Replay)> {
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
}
