//! Help services of the region: numbers as text and as links.

use crate::view::View;
use engine::{Purpose, Service, fill};
use yew::prelude::*;

/// The region's services for a purpose; where it has none, what stands in for them (decision 9).
pub fn services(view: &View, purpose: Purpose) -> Html {
    let region = view.guide.region(view.region);
    html! {
        <>
        if region.lacks(purpose) {
            <p>{ &view.words().help.none_here }</p>
        }
        { list(view, &region.services(purpose)) }
        </>
    }
}

/// These services.
pub fn list(view: &View, services: &[&Service]) -> Html {
    html! { <ul class="services">{ for services.iter().map(|service| one(view, service)) }</ul> }
}

/// Emergency numbers in a line each, with the place where there are several.
pub fn numbers(view: &View, services: &[&Service]) -> Html {
    let several = services.len() > 1;
    let notes = services
        .iter()
        .map(|service| &service.note)
        .filter(|note| !note.is_empty());
    let oldest = services
        .iter()
        .min_by_key(|service| service.checked_on.unwrap_or(service.seen_on));
    html! {
        <>
            <ul class="numbers">
                { for services.iter().map(|service| html! {
                    <li>
                        if several {
                            <span>{ &service.name }</span>
                        }
                        { phone(service) }
                        <span class="hours">{ &service.hours }</span>
                    </li>
                }) }
            </ul>
            { for notes.map(|note| html! { <p class="fine">{ note }</p> }) }
            { for oldest.map(|service| html! { <p class="fine">{ dated(view, service) }</p> }) }
        </>
    }
}

fn phone(service: &Service) -> Html {
    match &service.phone {
        Some((shown, dialled)) => {
            html! { <a class="number" href={format!("tel:{dialled}")}>{ shown }</a> }
        }
        None => html! {},
    }
}

fn one(view: &View, service: &Service) -> Html {
    html! {
        <li>
            <b>{ &service.name }</b>
            <span class="serves">{ &service.serves }</span>
            { phone(service) }
            if let (Some((number, _)), Some(line)) = (&service.sms, service.text_line(view.words())) {
                <a class="number" href={format!("sms:{number}")}>{ line }</a>
            }
            if let Some(web) = &service.web {
                <a href={web.clone()} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
                    { web.trim_start_matches("https://") }{ " " }{ &view.words().common.new_tab }
                </a>
            }
            if !service.hours.is_empty() {
                <span class="hours">{ &service.hours }</span>
            }
            if !service.note.is_empty() {
                <span class="serves">{ &service.note }</span>
            }
            <span class="fine">{ dated(view, service) }</span>
        </li>
    }
}

/// Where an entry comes from: the list it was seen on, or the day a person checked it (decision 9).
fn dated(view: &View, service: &Service) -> String {
    let words = view.words();
    let (sentence, date) = match service.checked_on {
        Some(date) => (&words.help.checked, date),
        None => (&words.help.published, service.seen_on),
    };
    let mut months = words.common.months.split(' ');
    let month = months.nth(usize::from(date.month).saturating_sub(1));
    fill(
        sentence,
        &[
            ("month", month.unwrap_or_default()),
            ("year", &date.year.to_string()),
        ],
    )
}

/// Said once a page while a person has not checked every entry of the region.
pub fn unchecked(view: &View) -> Html {
    if view.guide.region(view.region).checked() {
        return html! {};
    }
    html! { <p class="fine">{ &view.words().help.unchecked }</p> }
}
