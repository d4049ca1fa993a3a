//! The card that leads to professional support (spec 5.9).

use crate::view::{Message, View};
use engine::{Event, Referral, ReferralCard, Soon, fill, telephone, write_to};
use yew::prelude::*;

/// The link to support as the owner set it: the same for every answer (invariant I3). Where there is none, where to find it.
pub fn support_link(view: &View) -> Html {
    let words = view.words();
    let label = view
        .settings
        .support_label
        .as_ref()
        .unwrap_or(&words.referral.link);
    match &view.settings.support_url {
        Some(url) => link(view, url, label, "support"),
        None => html! { <p>{ &words.referral.no_link }</p> },
    }
}

fn link(view: &View, url: &str, label: &str, name: &'static str) -> Html {
    let page = url.starts_with("http");
    let onclick = page.then(|| view.press(|| Message::WentOut));
    html! {
        <p><a class="support" data-do={name} href={url.to_owned()} target={page.then_some("_blank")} rel="noopener noreferrer"
            referrerpolicy="no-referrer" {onclick}>
            { label }
            if page {
                { " " }<span class="fine">{ &view.words().common.new_tab }</span>
            }
        </a></p>
    }
}

/// Two lines and the link, above the ideas (decision 16).
pub fn referral_before(view: &View, card: &ReferralCard) -> Html {
    if card.level != Referral::BeforePlan {
        return html! {};
    }
    html! {
        <section class="referral before">
            <h2>{ &view.words().referral.before_title }</h2>
            <p>{ &card.reason }</p>
            { support_link(view) }
        </section>
    }
}

/// The whole card: why, who, what happens, cost, confidentiality, another way.
pub fn referral(view: &View, card: &ReferralCard) -> Html {
    let words = &view.words().referral;
    let name_card = &view.settings.name_card;
    let or =
        |field: &Option<String>, general: &str| field.clone().unwrap_or_else(|| general.to_owned());
    // What the owner says of their own work is in view; general words are folded.
    let told = [
        &name_card.first_contact,
        &name_card.reply_time,
        &name_card.cost,
        &name_card.confidentiality,
    ]
    .into_iter()
    .any(Option::is_some);
    html! {
        <section class="referral" data-level={level(card.level)}>
            <h2>{ &words.title }</h2>
            if card.level != Referral::BeforePlan {
                <p>{ &card.reason }</p>
            }
            { photo(view) }
            <p class="who">{ or(&name_card.who, &words.who) }</p>
            { support_link(view) }
            { other_ways(view) }
            <details open={told}>
            <summary>{ &words.quiet_lead }</summary>
            <ul>
                <li>{ or(&name_card.first_contact, &words.first_contact) }</li>
                <li>{ or(&name_card.reply_time, &words.reply_time) }</li>
                <li>{ or(&name_card.cost, &words.cost) }</li>
                <li>{ or(&name_card.confidentiality, &words.confidentiality) }</li>
                <li>{ &words.past }</li>
                <li>{ &words.not_emergency }</li>
            </ul>
            </details>
            if let Some(url) = &name_card.alternative_url {
                <p>{ &words.alternative }</p>
                { link(view, url, &words.alternative_link, "alternative") }
            } else {
                <p>{ &words.alternative }{ " " }{ &words.alternative_general }</p>
            }
            { next_step(view) }
        </section>
    }
}

/// The owner's photo, beside the name that it goes with.
fn photo(view: &View) -> Html {
    let card = &view.settings.name_card;
    let (Some(photo), Some(who)) = (&card.photo, &card.who) else {
        return html! {};
    };
    let alt = fill(&view.words().referral.photo, &[("who", who)]);
    html! { <img class="photo" src={photo.clone()} {alt} /> }
}

/// The owner's other ways in, with nothing filled in.
fn other_ways(view: &View) -> Html {
    let words = &view.words().referral;
    let card = &view.settings.name_card;
    html! {
        <>
            if let Some(number) = &card.phone {
                { link(view, &telephone(number), &fill(&words.by_phone, &[("number", number)]), "phone") }
            }
            if let Some(address) = &card.email {
                { link(view, &write_to(address), &fill(&words.by_email, &[("address", address)]), "email") }
            }
        </>
    }
}

/// One small next step: when, and a first line to use (spec 5.9, 5 and 7). No hurry, nothing kept.
fn next_step(view: &View) -> Html {
    if !view.live {
        return html! {};
    }
    let words = &view.words().referral;
    let said = |soon| match soon {
        Soon::Today => ("today", &words.today, &words.today_text),
        Soon::ThisWeek => ("this-week", &words.this_week, &words.this_week_text),
        Soon::NotNow => ("not-now", &words.not_now, &words.not_now_text),
    };
    html! {
        <fieldset class="step">
            <legend>{ &words.step }</legend>
            { for Soon::ALL.map(|soon| {
                let (name, label, _) = said(soon);
                let id = format!("soon.{name}");
                html! {
                    <div class="option">
                        <input type="radio" id={id.clone()} name="soon" autocomplete="off" checked={view.soon == Some(soon)}
                            onchange={view.on(Event::ReachOut(soon))} />
                        <label for={id}>{ label }</label>
                    </div>
                }
            }) }
            <div role="status">
                if let Some(soon) = view.soon {
                    <p>{ said(soon).2 }</p>
                    if soon != Soon::NotNow {
                        <p>{ &words.first_line_lead }</p>
                        <p>{ &words.first_line }</p>
                    }
                }
            </div>
        </fieldset>
    }
}

/// Where help comes first: one plain last line; a specialist service in the owner's place if the owner named one (decision 8).
pub fn referral_line(view: &View) -> Html {
    let words = &view.words().safety;
    html! {
        <section class="counsellor">
            <p>{ &words.counsellor }</p>
            if let Some(url) = &view.settings.crisis_url {
                { link(view, url, &words.specialist_link, "specialist") }
            } else {
                { support_link(view) }
            }
        </section>
    }
}

fn level(level: Referral) -> &'static str {
    match level {
        Referral::End => "end",
        Referral::AfterPlan => "after_plan",
        Referral::BeforePlan => "before_plan",
        Referral::SpecialistFirst => "specialist_first",
    }
}
