//! A passage by any presses at all: help comes first, every page is whole, and Back leads to the start.

use super::ideas;
use engine::{
    Direction, Event, Form, Guide, Onward, Page, Pick, QuestionKey, Session, Soon, active_pages,
    safety_text,
};

/// More presses than any passage needs.
const PRESSES: usize = 200;

/// Begin, Back, go on from help, change an answer, continue, pick: the presses that lead through the questions and back, by
/// their number in `event`.
pub const WAY: [u8; 6] = [0, 1, 5, 7, 17, 20];

/// Presses what these bytes say, two a press, and looks at every page on the way.
pub fn check(guide: &Guide, bytes: &[u8]) {
    let region = guide.region_keys().next().expect("a region");
    let mut session = Session::new(guide, region);
    let mut page = session.page(guide);
    for press in bytes.chunks(2).take(PRESSES) {
        let event = event(guide, &page, press[0], *press.last().unwrap_or(&0));
        let next = session.clone().after(guide, event);
        let shown = next.page(guide);
        if let (Page::Question(page), Event::Continue(key)) = (&page, event)
            && page.key == key
        {
            help_comes_first(guide, key, &session, &shown);
        }
        looks_right(guide, &next, &shown);
        (session, page) = (next, shown);
    }
    let cleared = session.clone().after(guide, Event::Clear);
    assert!(cleared == Session::new(guide, session.region));
    back_leads_to_the_start(guide, session);
}

/// What is pressed: `what` of the kinds of event, on the `which`-th of what it can be pressed on. Mostly on what the page
/// shows; as a press that comes late, also on another.
fn event(guide: &Guide, page: &Page, what: u8, which: u8) -> Event {
    let which = usize::from(which);
    let questions = guide.questions().len();
    let any = guide.question_keys().nth(which % questions).expect("one");
    let question = match page {
        Page::Question(page) if which < 192 => page.key,
        _ => any,
    };
    let options = &guide.question(question).options;
    let pages: Vec<_> = guide.safety_keys().collect();
    let regions: Vec<_> = guide.region_keys().collect();
    let ideas: Vec<_> = guide.recommendation_keys().collect();
    let idea = ideas[which % ideas.len()];
    let needs: Vec<_> = guide.need_keys().collect();
    let handouts: Vec<_> = guide.handout_keys().collect();
    let picks = [Pick::Ideas, Pick::Numbers, Pick::Wish(idea)];
    match what % 32 {
        0 => Event::Begin,
        1 => Event::Back,
        2 => Event::ClearChoice(question),
        3 => Event::Skip(question),
        4 => Event::ShowIdeas,
        5 => Event::GoOn,
        6 => Event::NotMeant,
        7 => Event::Change(any),
        8 => Event::ShowMenu,
        9 => Event::ShowComfort,
        10 => Event::ShowReview,
        11 => Event::ShowHelp,
        12 => Event::ShowAbout,
        13 => Event::ShowUnder18,
        14 => Event::Read(pages[which % pages.len()]),
        15 => Event::SwitchRegion(regions[which % regions.len()]),
        16 => Event::Clear,
        17..=19 => Event::Continue(question),
        24 => Event::SetAside(idea),
        25 => Event::BringBack(idea),
        26 if which.is_multiple_of(2) => Event::Move(idea, Direction::Up),
        26 => Event::Move(idea, Direction::Down),
        27 => Event::ShowMore(needs[which % needs.len()]),
        28 => Event::ShowHandout(handouts[which % handouts.len()]),
        29 => Event::ShowKeep(Form::ALL[which % Form::ALL.len()]),
        30 => Event::Pick(picks[which % picks.len()]),
        31 => Event::ReachOut(Soon::ALL[which % Soon::ALL.len()]),
        _ => Event::Toggle(options[which % options.len()].key),
    }
}

/// Who goes on from the safety question with a safety answer sees help before anything else (invariant I6).
fn help_comes_first(guide: &Guide, question: QuestionKey, before: &Session, shown: &Page) {
    let question = guide.question(question);
    let mut options = question.options.iter();
    let safety = options
        .any(|choice| Some(choice.key) != question.exclusive && before.answers().has(choice.key));
    if question.id == "check" {
        let help = matches!(shown, Page::Safety(_));
        assert_eq!(help, safety, "after {:?}", before.answers());
    }
}

fn looks_right(guide: &Guide, session: &Session, page: &Page) {
    match page {
        Page::Question(page) => {
            assert!(page.number >= 1 && page.total.is_none_or(|total| page.number <= total));
            assert!(!session.answers().passed(page.key), "asked again");
            assert!(
                !guide
                    .question(page.key)
                    .wording(&page.replay.facts)
                    .title
                    .is_empty()
            );
        }
        Page::Safety(page) => {
            let region = guide.region(session.region);
            let text = safety_text(guide, region, &page.topics, &page.replay.facts);
            assert_eq!(text.parts.len(), page.topics.len());
        }
        Page::Plan(plan, replay) => {
            assert!(plan.safety == active_pages(guide, replay));
            ideas::make_a_plan(guide, session, plan);
        }
        Page::More(_, ideas, _) => {
            stands_over_a_plan(guide, session);
            ideas::are_left(guide, session, ideas, false);
        }
        Page::Keep(keep, _) => {
            stands_over_a_plan(guide, session);
            let lines = keep.sheet.parts.iter().map(|part| part.lines.len());
            assert!(keep.form != Form::Card || lines.sum::<usize>() <= 5);
        }
        Page::Menu(ideas, _) => ideas::are_left(guide, session, ideas, false),
        _ => {}
    }
}

/// What belongs to a plan stands over one alone: no safety page waits below it, and no question.
fn stands_over_a_plan(guide: &Guide, session: &Session) {
    let mut below = session.clone();
    loop {
        match below.page(guide) {
            Page::Plan(plan, _) if !plan.comfort => return,
            Page::Question(_) | Page::Start => panic!("there is no plan below it"),
            Page::Safety(page) if !matches!(page.onward, Onward::Back(_)) => {
                panic!("a safety page waits below it")
            }
            _ => below = below.after(guide, Event::Back),
        }
    }
}

fn back_leads_to_the_start(guide: &Guide, mut session: Session) {
    let mut steps = 0;
    while session.page(guide) != Page::Start {
        session = session.after(guide, Event::Back);
        steps += 1;
        assert!(steps < 100, "Back goes round in circles");
    }
}
