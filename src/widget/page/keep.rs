//! Ways to take some of the plan along: a page to print, a card for a photo, a note to share. Each shows what will be on it.

use super::{back, heading};
use crate::part::notice;
use crate::view::{Message, View};
use engine::{Event, Form, Keep, Pick, Replay, Sheet};
use yew::prelude::*;

/// The name and the label of the button that opens one.
pub fn way<'v>(view: &'v View, form: Form) -> (&'static str, &'v str) {
    let words = &view.words().keep;
    match form {
        Form::Paper => ("to-paper", &words.to_paper),
        Form::Card => ("to-card", &words.to_card),
        Form::Note => ("to-note", &words.to_note),
    }
}

/// What to choose, the sheet, what to know before it is printed or copied, and the way to do it.
pub fn keep(view: &View, keep: &Keep, replay: &Replay) -> Html {
    let words = &view.words().keep;
    let (title, lead, picks, warning) = match keep.form {
        Form::Paper => (
            &words.paper_title,
            &words.paper_lead,
            &words.paper_picks,
            &words.paper_warning,
        ),
        Form::Card => (
            &words.card_title,
            &words.card_lead,
            &words.card_title,
            &words.card_warning,
        ),
        Form::Note => (
            &words.note_title,
            &words.note_lead,
            &words.note_picks,
            &words.note_warning,
        ),
    };
    // A card stands near the top, to be photographed; its lines ask for nothing that a notice would have to come before.
    let card = keep.form == Form::Card;
    html! {
        <>
            { back(view) }
            { heading(title) }
            if !card {
                { notice(view, &replay.facts) }
            }
            <p>{ lead }</p>
            { choose(view, picks, &keep.picks) }
            { sheet(view, &keep.sheet) }
            if !keep.sheet.parts.is_empty() {
                <p class="fine">{ warning }</p>
                <p class="fine">{ &words.copy_warning }</p>
                <div class="go">
                    if keep.form == Form::Paper {
                        <button type="button" class="button main" data-do="print" onclick={view.press(|| Message::Print)}>{ &words.print }</button>
                    }
                    { copy(view, &keep.sheet) }
                </div>
            }
            if card {
                { notice(view, &replay.facts) }
            }
            <p role="status">{ view.copied.map_or("", |copied| if copied { &words.copied } else { &words.not_copied }) }</p>
        </>
    }
}

fn copy(view: &View, sheet: &Sheet) -> Html {
    let text = sheet.text();
    let onclick = view.press(move || Message::Copy(text.clone()));
    html! {
        <button type="button" class="button side" data-do="copy" {onclick}>{ &view.words().keep.copy }</button>
    }
}

fn choose(view: &View, legend: &str, picks: &[(Pick, bool)]) -> Html {
    if picks.is_empty() {
        return html! {};
    }
    html! {
        <fieldset>
            <legend><b>{ legend }</b></legend>
            { for picks.iter().map(|(pick, ticked)| option(view, *pick, *ticked)) }
        </fieldset>
    }
}

fn option(view: &View, pick: Pick, ticked: bool) -> Html {
    let words = &view.words().keep;
    let (name, label) = match pick {
        Pick::Ideas => ("ideas", &words.ideas),
        Pick::Numbers => ("numbers", &words.numbers),
        Pick::Wish(key) => {
            let idea = view.guide.recommendation(key);
            (idea.id.as_str(), &idea.words.wish)
        }
    };
    let id = format!("pick.{name}");
    html! {
        <div class="option">
            <input type="checkbox" id={id.clone()} autocomplete="off" checked={ticked} onchange={view.on(Event::Pick(pick))} />
            <label for={id}>{ label }</label>
        </div>
    }
}

/// As it will be; the only part of the guide that is printed.
fn sheet(view: &View, sheet: &Sheet) -> Html {
    if sheet.parts.is_empty() {
        return html! { <p class="hint">{ &view.words().keep.nothing }</p> };
    }
    html! {
        <section class="sheet">
            <h2>{ &sheet.heading }</h2>
            if !sheet.opening.is_empty() {
                <p>{ &sheet.opening }</p>
            }
            { for sheet.parts.iter().map(|part| html! {
                <>
                    if !part.title.is_empty() {
                        <h3>{ &part.title }</h3>
                    }
                    <ul>
                        { for part.lines.iter().map(|(what, more)| html! {
                            <li>
                                if !what.is_empty() {
                                    <p><b>{ what }</b></p>
                                }
                                <p>{ more }</p>
                            </li>
                        }) }
                    </ul>
                </>
            }) }
            if !sheet.closing.is_empty() {
                <p>{ &sheet.closing }</p>
            }
        </section>
    }
}
