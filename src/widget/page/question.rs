//! One question a screen, with its reason (spec 5.7). Nothing moves on by itself.

use super::{back, heading};
use crate::part::{Look, button};
use crate::view::View;
use engine::{Answers, Event, Question, QuestionPage, Wording, fill};
use yew::prelude::*;

/// From this question on the plan can be asked for (decision 2).
const IDEAS_FROM: usize = 3;

/// A question with its options, Continue and Skip.
pub fn question(view: &View, answers: &Answers, page: &QuestionPage) -> Html {
    let words = &view.words().question;
    let question = view.guide.question(page.key);
    let wording = question.wording(&page.replay.facts);
    let picked = answers.any(page.key);
    html! {
        <>
            <div class="above">{ back(view) }{ progress(view, page) }</div>
            if !wording.before.is_empty() {
                <p class="before" id="before">{ &wording.before }</p>
            }
            <fieldset aria-describedby="before hint progress">
                <legend>{ heading(&wording.title) }</legend>
                <p class="why"><b>{ &words.why }</b>{ " " }{ &wording.why }</p>
                if !wording.hint.is_empty() {
                    <p class="hint" id="hint">{ &wording.hint }</p>
                }
                { for question.options.iter().map(|choice| option(view, answers, question, wording, choice)) }
            </fieldset>
            if picked && !question.many {
                <p>{ button(view, "clear-choice", Look::Quiet, &words.clear, Event::ClearChoice(page.key)) }</p>
            }
            <div class="go">
                { button(view, "continue", Look::Main, &words.go_on, Event::Continue(page.key)) }
                { button(view, "skip", Look::Side, &words.skip, Event::Skip(page.key)) }
            </div>
            if page.number >= IDEAS_FROM {
                <p>{ button(view, "show-ideas", Look::Quiet, &words.show_ideas, Event::ShowIdeas) }</p>
            }
        </>
    }
}

fn progress(view: &View, page: &QuestionPage) -> Html {
    let Some(total) = page.total else {
        return html! {};
    };
    let values = [
        ("number", page.number.to_string()),
        ("total", total.to_string()),
    ];
    let values = values
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    html! { <p class="progress" id="progress">{ fill(&view.words().question.progress, &values) }</p> }
}

fn option(
    view: &View,
    answers: &Answers,
    question: &Question,
    wording: &Wording,
    choice: &engine::Choice,
) -> Html {
    let kind = if question.many { "checkbox" } else { "radio" };
    let id = format!("{}.{}", question.id, choice.id);
    html! {
        <>
            if question.exclusive == Some(choice.key) {
                <p class="or">{ &view.words().question.or }</p>
            }
            <div class="option">
                <input type={kind} id={id.clone()} name={question.id.clone()} autocomplete="off"
                    checked={answers.has(choice.key)} onchange={view.on(Event::Toggle(choice.key))} />
                <label for={id}>{ &wording.options[choice.key.index()] }</label>
            </div>
        </>
    }
}
