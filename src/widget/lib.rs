//! The guide as a Yew application: it shows what the engine says, and holds no rule and no sentence (invariant I2).

mod app;
mod browser;
mod page;
mod part;
#[cfg(feature = "still")]
pub mod still;
mod view;

pub use app::{App, Props};

use engine::{Guide, Settings, Whole};
use wasm_bindgen::prelude::*;

/// Starts the guide in the element with the id `guide`; called by the frame's own script.
///
/// `guide` is the data block made by xtask, `settings` the owner's settings as name, value, name, value; `host` asks the
/// loader for a word and says whether there is one; `again` is there when the guide starts afresh after it was wiped: whether it lies
/// over the window.
///
/// # Errors
/// When the frame has no place for it; the plain page stands then, as it does when a data block that is no guide ends in a panic.
#[wasm_bindgen]
pub fn start(
    guide: &[u8],
    settings: Vec<String>,
    host: web_sys::js_sys::Function,
    again: Option<bool>,
) -> Result<(), JsError> {
    let Ok(guide) = Guide::read::<Whole>(guide);
    let (settings, problems) = Settings::check(
        &guide,
        &settings
            .chunks_exact(2)
            .map(|pair| (pair[0].clone(), pair[1].clone()))
            .collect::<Vec<_>>(),
    );
    for problem in problems.iter().filter(|_| again.is_none()) {
        browser::warn(&problem.to_string());
    }
    let props = Props {
        guide: app::shared(guide),
        settings: app::shared(settings),
        host: browser::Host::new(host),
        session: None,
        again,
    };
    let root = browser::root().ok_or_else(|| JsError::new("no place for the guide"))?;
    #[cfg(feature = "fault")]
    browser::panic_when_told(&root);
    yew::Renderer::<App>::with_root_and_props(root, props).render();
    Ok(())
}
