//! What is switched off stands on no page (invariant I6).

use super::{Off, Prover};
use crate::beside::menu;
use crate::choosing::Choosing;
use crate::{Condition, Guide, HandoutKey, RecommendationKey, Replay};

impl Prover<'_> {
    /// How many ideas and handouts are switched off, counted once for each thing that does it.
    pub fn switched_off(&mut self) -> usize {
        let guide = self.guide;
        let claims: Vec<_> = guide
            .promises
            .off
            .iter()
            .cloned()
            .chain(own(guide))
            .collect();
        for off in &claims {
            for idea in &off.ideas {
                self.stays_off(off, *idea);
            }
            for handout in &off.handouts {
                self.stays_closed(off, *handout);
            }
        }
        let each = claims
            .iter()
            .map(|off| off.ideas.len() + off.handouts.len());
        each.sum()
    }

    fn stays_closed(&mut self, off: &Off, key: HandoutKey) {
        let guide = self.guide;
        let handout = guide.handout(key);
        let ends = self.explore([&off.when, &handout.shown]).ends;
        let read = ends.iter().filter(|end| {
            let facts = end.replay(guide).facts;
            off.when.holds(&facts) && handout.fits(&facts)
        });
        if let Some(end) = read.min_by_key(|end| end.answers.len()) {
            let answers = self.in_words(&end.answers);
            let message = format!("it is switched off and can be read: {answers}");
            let entry = format!("handout `{}`", handout.id);
            self.problem(&entry, message, "add what switches it off to its `unless`");
        }
    }

    fn stays_off(&mut self, off: &Off, idea: RecommendationKey) {
        let guide = self.guide;
        let recommendation = guide.recommendation(idea);
        let not_in_menu = Condition {
            all: Vec::new(),
            none: recommendation.not_in_menu.clone(),
        };
        let fixed = guide.rules.fixed.iter().map(|fixed| &fixed.when);
        let low_effort = &guide.rules.low_effort;
        let conditions = fixed.chain([
            &off.when,
            &recommendation.eligible,
            &not_in_menu,
            low_effort,
        ]);
        let ends = self.explore(conditions).ends;
        let shown = ends.iter().filter_map(|end| {
            let replay = end.replay(guide);
            let place = off
                .when
                .holds(&replay.facts)
                .then(|| place(guide, &replay, idea))??;
            Some((end.answers.len(), place, &end.answers))
        });
        if let Some((_, place, answers)) = shown.min() {
            let message = format!(
                "it is switched off and stands {place}: {}",
                self.in_words(answers)
            );
            let entry = format!("recommendation `{}`", recommendation.id);
            self.problem(
                &entry,
                message,
                "add what switches it off to its `unless`, and to `respects` of [menu]; take it out of fixed plans and lists",
            );
        }
    }
}

/// What each idea says itself: a safety answer in its `unless`, or a flag of one or that follows from one, switches it off.
fn own(guide: &Guide) -> impl Iterator<Item = Off> + '_ {
    let opens = |facts: &[crate::Fact]| {
        let mut topics = guide.safety.iter();
        topics.any(|topic| topic.opens.needs().any(|need| facts.contains(&need)))
    };
    let options = guide
        .questions
        .iter()
        .flat_map(|question| &question.options);
    let safety = options.map(|choice| [&choice.flags[..], &[choice.fact]].concat());
    let mut safety: Vec<_> = safety.filter(|facts| opens(facts)).flatten().collect();
    for rule in &guide.rules.derived {
        if rule.when.needs().any(|need| safety.contains(&need)) {
            safety.extend(&rule.add);
        }
    }
    guide.recommendation_keys().flat_map(move |idea| {
        let unless = guide.recommendation(idea).eligible.none.iter().copied();
        let facts: Vec<_> = unless.filter(|fact| safety.contains(fact)).collect();
        facts.into_iter().map(move |fact| Off {
            when: Condition {
                all: vec![vec![fact]],
                none: Vec::new(),
            },
            ideas: vec![idea],
            handouts: Vec::new(),
        })
    })
}

/// Where an idea can stand for someone with these facts; `none` where it cannot.
fn place(guide: &Guide, replay: &Replay, idea: RecommendationKey) -> Option<&'static str> {
    let fits = |replay| {
        let choosing = Choosing { guide, replay };
        !choosing.eligible_among(&[idea]).is_empty()
    };
    let eligible = || fits(replay);
    // The comforts are also offered as if evidence could be harmed, to whoever reads about harm.
    let mut cautious = replay.clone();
    cautious.be_cautious(guide);
    let mut all_fixed = guide.rules.fixed.iter();
    let fixed = all_fixed
        .clone()
        .find(|fixed| fixed.when.holds(&replay.facts));
    let comfort = all_fixed.find(|fixed| !fixed.whole_menu);
    let offered =
        |list: &[RecommendationKey]| list.contains(&idea) && (eligible() || fits(&cautious));
    if guide.rules.under18.contains(&idea) {
        Some("on the page for people under 18")
    } else if fixed.is_some_and(|fixed| fixed.plan.contains(&idea)) {
        Some("in a fixed plan")
    } else if fixed.is_none() && eligible() {
        Some("in a plan")
    } else if comfort.is_some_and(|set| offered(&set.plan) || offered(&set.more)) {
        Some("among the comforts")
    } else if menu(guide, replay).contains(&idea) {
        Some("in the list of all ideas")
    } else {
        None
    }
}
