//! The browser: the only file that names `web_sys` and `gloo`.

use gloo::events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::Function;
use web_sys::{ClipboardEvent, Element, Event, HtmlDocument, HtmlElement, HtmlInputElement};

/// The private way to the loader, where there is one: it may be there only after the guide has started. What goes over it is one
/// of two words, whatever the answers; a third, to leave, the frame's own script says.
#[derive(Clone, Default, PartialEq)]
pub struct Host(Option<Function>);

/// What the frame can ask of the host page.
#[derive(Clone, Copy)]
pub enum Request {
    /// Show the frame over the window.
    Open,
    /// Show the frame in its place again.
    Close,
}

impl Host {
    /// Asks with this function of the frame's script.
    pub fn new(ask: Function) -> Self {
        Self(Some(ask))
    }

    /// Asks the loader for something; whether there is one.
    pub fn ask(&self, request: Request) -> bool {
        let word = match request {
            Request::Open => "open",
            Request::Close => "close",
        };
        let asked = self
            .0
            .as_ref()
            .map(|ask| ask.call1(&JsValue::NULL, &word.into()));
        asked
            .and_then(Result::ok)
            .is_some_and(|there| there.is_truthy())
    }
}

/// The element of the file that the guide is shown in, in place of the first screen.
pub fn root() -> Option<Element> {
    gloo::utils::document().get_element_by_id("guide")
}

/// Moves focus to the heading of a new screen, which a screen reader then says once.
pub fn show_from_the_top() {
    let heading = gloo::utils::document().query_selector("h1").ok().flatten();
    gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let _ = heading.focus();
    }
}

/// The elements that a selector finds, of one kind.
fn elements<E: JsCast>(selector: &str) -> impl Iterator<Item = E> {
    let found = gloo::utils::document().query_selector_all(selector);
    let nodes = found
        .into_iter()
        .flat_map(|list| (0..list.length()).filter_map(move |at| list.item(at)));
    nodes.filter_map(|node| node.dyn_into().ok())
}

/// Moves focus to a heading further down, without a trace in the address.
pub fn jump(heading: &str) {
    let mut headings = elements::<HtmlElement>("[data-at]");
    let found =
        headings.find(|element| element.get_attribute("data-at").as_deref() == Some(heading));
    if let Some(element) = found {
        let _ = element.focus();
    }
}

/// Moves focus to the first of these places that is there, if what had it is gone.
pub fn find_focus(places: &[String; 2]) {
    let document = gloo::utils::document();
    if document.active_element() != document.body().map(Into::into) {
        return;
    }
    let place = places
        .iter()
        .find_map(|place| elements::<HtmlElement>(place).next());
    match place {
        Some(element) => drop(element.focus()),
        None => show_from_the_top(),
    }
}

/// Asks the browser to print the page; what is on it, the styles for paper say.
pub fn print() {
    let _ = gloo::utils::window().print();
}

/// Copies a text, as plain text and nothing else; whether the browser did. The sheet is selected for a moment: one browser copies
/// only then.
pub fn copy(text: String) -> bool {
    let document = gloo::utils::document();
    let options = EventListenerOptions::enable_prevent_default();
    let copying = EventListener::new_with_options(&document, "copy", options, move |event| {
        let data = event
            .dyn_ref::<ClipboardEvent>()
            .and_then(ClipboardEvent::clipboard_data);
        if data.is_some_and(|data| data.set_data("text/plain", &text).is_ok()) {
            event.prevent_default();
        }
    });
    let selection = gloo::utils::window().get_selection().ok().flatten();
    let sheet = elements::<HtmlElement>(".sheet").next();
    if let (Some(selection), Some(sheet)) = (&selection, &sheet) {
        let _ = selection.select_all_children(sheet);
    }
    let copied = document
        .dyn_ref::<HtmlDocument>()
        .and_then(|document| document.exec_command("copy").ok());
    drop(copying);
    if let Some(selection) = selection {
        let _ = selection.remove_all_ranges();
    }
    copied.unwrap_or(false)
}

/// What watches whether the guide was out of view for long. Dropped, it stops.
pub struct Watch(#[allow(dead_code)] EventListener);

/// Calls back when `frame/life.js` says so; a neutral cover then asks before anything is shown again (decision 12). None where
/// there is no browser.
pub fn on_long_away(call: impl Fn() + 'static) -> Option<Watch> {
    let root = cfg!(target_arch = "wasm32").then(root).flatten()?;
    Some(Watch(EventListener::new(
        &root,
        "aftercare-away",
        move |_| call(),
    )))
}

/// Calls back when the page comes into view again, or gets focus: where the other page was a window of its own, this one never
/// went out of view. None where there is no browser.
pub fn on_return(call: impl Fn() + 'static) -> Option<[Watch; 2]> {
    let document = cfg!(target_arch = "wasm32").then(gloo::utils::document)?;
    let window = gloo::utils::window();
    let (shown, call) = (document.clone(), Rc::new(call));
    let again = call.clone();
    let seen = EventListener::new(&document, "visibilitychange", move |_| {
        if !shown.hidden() {
            call();
        }
    });
    let focused = EventListener::new(&window, "focus", move |_| again());
    Some([Watch(seen), Watch(focused)])
}

/// The answers are cleared: `frame/life.js` puts a new instance in this one's place, and overwrites all that this one knew.
pub fn ask_for_a_new_instance() {
    if let Ok(event) = Event::new("aftercare-clear") {
        let _ = gloo::utils::window().dispatch_event(&event);
    }
}

/// Panics when a test says so (`tests/browser/failures.rs`).
#[cfg(feature = "fault")]
pub fn panic_when_told(root: &Element) {
    EventListener::new(root, "aftercare-fault", |_| panic!("a test asked for it")).forget();
}

/// Makes what is ticked the default of its control: browsers keep on disk what differs from the default, for a crash or a
/// closed tab (invariant I8).
pub fn leave_nothing_to_restore() {
    for input in elements::<HtmlInputElement>("input") {
        input.set_default_checked(input.checked());
    }
}

/// A line for the site's owner. Never an answer (invariant I3).
pub fn warn(line: &str) {
    web_sys::console::warn_1(&line.into());
}
