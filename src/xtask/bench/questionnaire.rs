//! The guide's questions as others' forms take them: the same titles, reasons, options and conditions.

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};

/// A question, from the guide as JSON.
#[derive(Deserialize)]
pub struct Question {
    id: String,
    many: bool,
    asked: Asked,
    wording: Wording,
    options: Vec<Choice>,
}

/// The facts that take a question away.
#[derive(Deserialize)]
struct Asked {
    none: Vec<u16>,
}

#[derive(Deserialize)]
struct Wording {
    title: String,
    why: String,
    options: Vec<String>,
}

#[derive(Deserialize)]
struct Choice {
    id: String,
    fact: u16,
    flags: Vec<u16>,
}

/// The questions of the guide.
pub fn of(guide: &Value) -> Result<Vec<Question>> {
    serde_json::from_value(guide["questions"].clone()).context("the questions")
}

/// The earlier answers that take a question away: each a question and an option.
fn unless<'q>(all: &'q [Question], question: &Question) -> Vec<(&'q Question, &'q str)> {
    let sets = |choice: &Choice| {
        let mut facts = choice.flags.iter().chain([&choice.fact]);
        facts.any(|fact| question.asked.none.contains(fact))
    };
    let of_one = |other: &'q Question| {
        let options = other.options.iter().filter(move |choice| sets(choice));
        options
            .map(move |choice| (other, choice.id.as_str()))
            .collect::<Vec<_>>()
    };
    let before = all.iter().take_while(|other| other.id != question.id);
    before.flat_map(of_one).collect()
}

/// For SurveyJS: a question a page.
pub fn survey(all: &[Question]) -> Value {
    let element = |question: &Question| {
        let labels = question.options.iter().zip(&question.wording.options);
        let choices = labels.map(|(choice, label)| json!({ "value": choice.id, "text": label }));
        let conditions = unless(all, question).into_iter().map(|(other, option)| {
            let is_not = if other.many { "notcontains" } else { "<>" };
            format!("{{{}}} {is_not} '{option}'", other.id)
        });
        let mut element = json!({
            "type": if question.many { "checkbox" } else { "radiogroup" },
            "name": question.id, "title": question.wording.title, "description": question.wording.why,
            "choices": choices.collect::<Vec<_>>(),
        });
        let conditions: Vec<_> = conditions.collect();
        if !conditions.is_empty() {
            element["visibleIf"] = json!(conditions.join(" and "));
        }
        element
    };
    json!({ "questionsOnPageMode": "questionPerPage", "elements": all.iter().map(element).collect::<Vec<_>>() })
}

/// For LHC-Forms: a FHIR Questionnaire, all questions on one page.
pub fn fhir(all: &[Question]) -> Value {
    let item = |question: &Question| {
        let labels = question.options.iter().zip(&question.wording.options);
        let options = labels.map(
            |(choice, label)| json!({ "valueCoding": { "code": choice.id, "display": label } }),
        );
        let conditions = unless(all, question).into_iter().map(|(other, option)| {
            json!({ "question": other.id, "operator": "!=", "answerCoding": { "code": option } })
        });
        let buttons = json!({ "coding": [{ "system": "http://hl7.org/fhir/questionnaire-item-control",
            "code": if question.many { "check-box" } else { "radio-button" } }] });
        let mut item = json!({
            "linkId": question.id, "text": question.wording.title, "type": "choice", "repeats": question.many,
            "answerOption": options.collect::<Vec<_>>(),
            "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl", "valueCodeableConcept": buttons }],
        });
        let conditions: Vec<_> = conditions.collect();
        if !conditions.is_empty() {
            item["enableWhen"] = json!(conditions);
            item["enableBehavior"] = json!("all");
        }
        item
    };
    json!({ "resourceType": "Questionnaire", "status": "draft", "title": "A guide", "item": all.iter().map(item).collect::<Vec<_>>() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_takes_a_question_away_does_so_in_each_form() {
        let option = json!({ "id": "yes", "fact": 1, "flags": [7] });
        let question = |id: &str, none: &[u16]| {
            json!({ "id": id, "many": true, "asked": { "none": none }, "options": [option],
                "wording": { "title": "?", "why": "", "options": ["Yes"] } })
        };
        let guide = json!({ "questions": [question("first", &[]), question("second", &[7])] });
        let questions = of(&guide).expect("questions");
        let survey = survey(&questions);
        assert_eq!(survey["elements"][0]["visibleIf"], Value::Null);
        assert_eq!(
            survey["elements"][1]["visibleIf"],
            "{first} notcontains 'yes'"
        );
        let condition = &fhir(&questions)["item"][1]["enableWhen"][0];
        assert_eq!(
            (&condition["question"], &condition["operator"]),
            (&json!("first"), &json!("!="))
        );
    }
}
