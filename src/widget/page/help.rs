//! Help: one press away on every screen, without an answer and without a question why.

use super::{back, heading};
use crate::part::{
    Card, Look, blocks, button, card, jumps, list, referral_line, sections, services, unchecked,
};
use crate::view::View;
use engine::{Event, Facts, Purpose};
use yew::prelude::*;

/// The region's services by purpose, and the help page's own text.
pub fn help(view: &View) -> Html {
    let help = &view.guide.help;
    let (lacking, shown): (Vec<_>, Vec<_>) = Purpose::SHOWN
        .into_iter()
        .partition(|purpose| view.guide.region(view.region).lacks(*purpose));
    html! {
        <>
            { back(view) }
            { heading(&help.title) }
            { blocks(view, &help.opening) }
            { regions(view) }
            { for shown.iter().map(|purpose| html! {
                <>
                    { section(view, *purpose) }
                    if *purpose == Purpose::Emergency {
                        { jumps(view, contents(view, &shown)) }
                    }
                </>
            }) }
            { not_here(view, &lacking) }
            <p>{ button(view, "under18", Look::Quiet, &view.words().help.under18_link, Event::ShowUnder18) }</p>
            { plain(view, &view.words().help.elsewhere, services(view, Purpose::Directory)) }
            { unchecked(view) }
            { sections(view, help, &Facts::default()) }
            { referral_line(view) }
        </>
    }
}

/// The services for a purpose under its heading; medical care stands with the talk about what was not wanted.
fn section(view: &View, purpose: Purpose) -> Html {
    let heading = title(view, purpose);
    let region = view.guide.region(view.region);
    let found = match purpose {
        Purpose::SexualViolence => region.services_for(&[purpose, Purpose::AssaultCare]),
        _ => region.services(purpose),
    };
    let described = Card {
        heading,
        at: Some(heading.to_owned()),
        ..Card::default()
    };
    card(view, described, list(view, &found))
}

/// A section that no link leads to.
fn plain(view: &View, heading: &str, inside: Html) -> Html {
    let described = Card {
        heading,
        ..Card::default()
    };
    card(view, described, inside)
}

/// What the region has no service for, said once, and what stands in (decision 9).
fn not_here(view: &View, lacking: &[Purpose]) -> Html {
    let words = &view.words().help;
    let Some(first) = lacking.first() else {
        return html! {};
    };
    let region = view.guide.region(view.region);
    let inside = html! {
        <>
            <ul>{ for lacking.iter().map(|purpose| html! { <li>{ title(view, *purpose) }</li> }) }</ul>
            <p>{ &words.none_here }</p>
            { list(view, &region.services(*first)) }
        </>
    };
    plain(view, &words.not_here, inside)
}

/// What stands below the emergency number, to go to. The first section of the page's own text is for someone who may be
/// watched, and its link stands first.
fn contents(view: &View, shown: &[Purpose]) -> Vec<(String, String)> {
    let purposes = shown
        .iter()
        .filter(|purpose| **purpose != Purpose::Emergency);
    let purposes = purposes.map(|purpose| title(view, *purpose));
    let sections = view
        .guide
        .help
        .sections
        .iter()
        .filter(|section| section.linked);
    let mut sections = sections.map(|section| section.heading.as_str());
    let first = sections.next();
    let all = first.into_iter().chain(purposes).chain(sections);
    all.map(|heading| (heading.to_owned(), heading.to_owned()))
        .collect()
}

fn title<'v>(view: &'v View, purpose: Purpose) -> &'v str {
    let words = &view.words().help;
    match purpose {
        Purpose::Emergency => &words.emergency,
        Purpose::SexualViolence => &words.sexual_violence,
        Purpose::AssaultCare => &words.sexual_violence,
        Purpose::DomesticAbuse => &words.domestic_abuse,
        Purpose::Crisis => &words.crisis,
        Purpose::Listening => &words.listening,
        Purpose::SexualHealth => &words.sexual_health,
        Purpose::Under18 => &words.under18,
        Purpose::Directory => &words.elsewhere,
    }
}

/// The regions as buttons: the visitor can switch, nothing is guessed or kept (spec 4.7).
pub(super) fn regions(view: &View) -> Html {
    html! {
        <details class="regions">
            <summary>{ &view.words().help.region }{ " " }<b>{ &view.guide.region(view.region).name }</b></summary>
            <div class="go">
                { for view.guide.region_keys().map(|key| {
                    let region = view.guide.region(key);
                    html! {
                        <button type="button" class="button side" data-region={region.id.clone()}
                            aria-pressed={(key == view.region).to_string()}
                            onclick={view.on(Event::SwitchRegion(key))}>{ &region.name }</button>
                    }
                }) }
            </div>
        </details>
    }
}

/// For people under 18: services that say which age they serve, and three comforts for oneself (decision 18).
pub fn under18(view: &View) -> Html {
    let page = &view.guide.under18;
    let facts = Facts::default();
    html! {
        <>
            { back(view) }
            { heading(&page.title) }
            { blocks(view, &page.opening) }
            { sections(view, page, &facts) }
            <section>
                <h2>{ &view.words().under18.ideas }</h2>
                <ul class="ideas">
                    { for view.guide.ideas_under18().iter().map(|key| {
                        let words = &view.guide.recommendation(*key).words;
                        html! { <li class="idea"><h3>{ &words.title }</h3><p>{ &words.action }</p></li> }
                    }) }
                </ul>
            </section>
            { unchecked(view) }
        </>
    }
}
