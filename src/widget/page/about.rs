//! About and sources.

use super::{back, heading};
use crate::part::{blocks, sections};
use crate::view::View;
use engine::{Facts, fill};
use yew::prelude::*;

/// What the guide is and is not, what is known, where it comes from.
pub fn about(view: &View, facts: &Facts) -> Html {
    let about = &view.guide.about;
    let words = &view.words().about;
    html! {
        <>
            { back(view) }
            { heading(&about.title) }
            if view.guide.is_draft(view.region) {
                <p><b>{ &words.draft }</b></p>
            }
            { blocks(view, &about.opening) }
            { sections(view, about, facts) }
            <p class="fine">{ fill(&words.version, &[("version", env!("CARGO_PKG_VERSION"))]) }</p>
        </>
    }
}
