//! A page of prompts, to read together or to write from. Nothing is typed here, and nothing is kept.

use super::{back, heading};
use crate::part::{blocks, sections};
use crate::view::View;
use engine::{Facts, HandoutKey};
use yew::prelude::*;

/// The handout's text.
pub fn handout(view: &View, key: HandoutKey) -> Html {
    let prose = &view.guide.handout(key).prose;
    html! {
        <>
            { back(view) }
            { heading(&prose.title) }
            { blocks(view, &prose.opening) }
            { sections(view, prose, &Facts::default()) }
        </>
    }
}
