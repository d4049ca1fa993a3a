//! Help: one press away on every screen, without an answer and without a question why.

use super::{back, heading};
use crate::part::{Look, blocks, button, card, jumps, sections, services, unchecked};
use crate::view::View;
use engine::{Event, Facts, Purpose};
use yew::prelude::*;

/// The region's services by purpose, and the help page's own text.
pub fn help(view: &View) -> Html {
    let help = &view.guide.help;
    html! {
        <>
            { back(view) }
            { heading(&help.title) }
            { blocks(view, &help.opening) }
            { regions(view) }
            { for Purpose::SHOWN.map(|purpose| html! {
                <>
                    { card(view, None, title(view, purpose), services(view, purpose), Some(title(view, purpose).to_owned())) }
                    if purpose == Purpose::Emergency {
                        { jumps(view, contents(view)) }
                    }
                </>
            }) }
            <p>{ button(view, "under18", Look::Quiet, &view.words().help.under18_link, Event::ShowUnder18) }</p>
            <section>
                <h2>{ &view.words().help.elsewhere }</h2>
                { services(view, Purpose::Directory) }
            </section>
            { unchecked(view) }
            { sections(view, help, &Facts::default()) }
        </>
    }
}

/// What stands below the emergency number, to go to.
fn contents(view: &View) -> Vec<String> {
    let purposes = Purpose::SHOWN
        .iter()
        .skip(1)
        .map(|purpose| title(view, *purpose).to_owned());
    let linked = view
        .guide
        .help
        .sections
        .iter()
        .filter(|section| section.linked);
    purposes
        .chain(linked.map(|section| section.heading.clone()))
        .collect()
}

fn title<'v>(view: &'v View, purpose: Purpose) -> &'v str {
    let words = &view.words().help;
    match purpose {
        Purpose::Emergency => &words.emergency,
        Purpose::SexualViolence => &words.sexual_violence,
        Purpose::DomesticAbuse => &words.domestic_abuse,
        Purpose::Crisis => &words.crisis,
        Purpose::Listening => &words.listening,
        Purpose::SexualHealth => &words.sexual_health,
        Purpose::Under18 => &words.under18,
        Purpose::Directory => &words.elsewhere,
    }
}

/// The regions as buttons: the visitor can switch, nothing is guessed or kept (spec 4.7).
fn regions(view: &View) -> Html {
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
