//! What a person makes of their plan: kept for this passage alone, wiped with the answers.

use crate::beside::card_lines;
use crate::sheet::{self, Form};
use crate::{Guide, Idea, Keep, Plan, RecommendationKey, RegionKey, Replay, Sheet};

/// What a person has set aside, moved and ticked. It names ideas of any plan: what today's plan does not hold does not count.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Keeping {
    aside: Vec<RecommendationKey>,
    /// The plan's order since something was moved.
    order: Vec<RecommendationKey>,
    ticks: Ticks,
    /// When the person means to reach out, if they have said so.
    pub soon: Option<Soon>,
}

/// What is put on paper and on a note. By default the ideas go on paper, and nothing on a note.
#[derive(Debug, Clone, PartialEq, Default)]
struct Ticks {
    without_ideas: bool,
    with_numbers: bool,
    wishes: Vec<RecommendationKey>,
}

/// Something to put on paper or on a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// On paper: the ideas of the plan.
    Ideas,
    /// On paper: help numbers.
    Numbers,
    /// On a note: an idea, as a wish.
    Wish(RecommendationKey),
}

/// Where an idea moves in its group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Before the one above it.
    Up,
    /// Behind the one below it.
    Down,
}

/// When a person means to reach out for support (spec 5.9, 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Soon {
    /// Today.
    Today,
    /// This week.
    ThisWeek,
    /// Not now, which is fine.
    NotNow,
}

impl Soon {
    /// All of them, in the order of the card.
    pub const ALL: [Self; 3] = [Self::Today, Self::ThisWeek, Self::NotNow];
}

impl Keeping {
    pub fn set_aside(&mut self, idea: RecommendationKey, aside: bool) {
        self.aside.retain(|other| *other != idea);
        if aside {
            self.aside.push(idea);
        }
    }

    /// Moves an idea past its neighbour in its group; the first of a group stays where it is when it is moved up.
    pub fn shift(
        &mut self,
        guide: &Guide,
        plan: &Plan,
        idea: RecommendationKey,
        direction: Direction,
    ) {
        let mut order: Vec<_> = plan.ideas.iter().map(|idea| idea.key).collect();
        let Some(at) = order.iter().position(|key| *key == idea) else {
            return;
        };
        let to = match direction {
            Direction::Up => at.wrapping_sub(1),
            Direction::Down => at + 1,
        };
        let moment = |key: RecommendationKey| guide.recommendation(key).moment;
        if order
            .get(to)
            .is_some_and(|other| moment(*other) == moment(idea))
        {
            order.swap(at, to);
            self.order = order;
        }
    }

    /// Puts a plan into the person's order, and marks what they have set aside.
    pub fn arrange(&self, guide: &Guide, plan: &mut Plan) {
        let place = |idea: &Idea| {
            let moved = self.order.iter().position(|key| *key == idea.key);
            (
                guide.recommendation(idea.key).moment,
                moved.unwrap_or(usize::MAX),
            )
        };
        plan.ideas.sort_by_key(place);
        for idea in &mut plan.ideas {
            idea.aside = self.aside.contains(&idea.key);
        }
        plan.start = plan.start.filter(|start| !self.aside.contains(start));
    }

    pub fn pick(&mut self, pick: Pick) {
        let ticks = &mut self.ticks;
        match pick {
            Pick::Ideas => ticks.without_ideas = !ticks.without_ideas,
            Pick::Numbers => ticks.with_numbers = !ticks.with_numbers,
            Pick::Wish(idea) if ticks.wishes.contains(&idea) => {
                ticks.wishes.retain(|other| *other != idea);
            }
            Pick::Wish(idea) => ticks.wishes.push(idea),
        }
    }

    /// What goes along in this form.
    pub fn keep(
        &self,
        guide: &Guide,
        region: RegionKey,
        form: Form,
        plan: &Plan,
        replay: &Replay,
    ) -> Keep {
        let region = guide.region(region);
        let (picks, sheet) = match form {
            Form::Paper => {
                let (ideas, numbers) = (!self.ticks.without_ideas, self.ticks.with_numbers);
                let picks = vec![(Pick::Ideas, ideas), (Pick::Numbers, numbers)];
                (picks, sheet::paper(guide, region, plan, ideas, numbers))
            }
            Form::Card => (
                Vec::new(),
                sheet::card(guide, &card_lines(guide, replay, plan)),
            ),
            Form::Note => self.note(guide, plan, replay),
        };
        Keep { form, picks, sheet }
    }

    fn note(&self, guide: &Guide, plan: &Plan, replay: &Replay) -> (Vec<(Pick, bool)>, Sheet) {
        let wishes = sheet::wishes(guide, plan, replay);
        let ticked = |idea: &RecommendationKey| self.ticks.wishes.contains(idea);
        let picks = wishes.iter().map(|idea| (Pick::Wish(*idea), ticked(idea)));
        let chosen: Vec<_> = wishes.iter().copied().filter(ticked).collect();
        (picks.collect(), sheet::note(guide, &chosen))
    }
}
