//! What every view needs: the guide, the settings, and how to tell what the person does.

use engine::{Event, Facts, Guide, OptionKey, RegionKey, Settings, Soon, Words};
use yew::prelude::*;

/// What the application is told.
pub enum Message {
    /// The person did something.
    Did(Event),
    /// The person closes the guide; the answers stay.
    Close,
    /// The person asks for the page to be printed.
    Print,
    /// The person asks for this text to be copied.
    Copy(String),
    /// The person opens a page of support.
    WentOut,
    /// The person is back from it.
    CameBack,
    /// The person keeps the answers for now.
    Stay,
    /// The person goes to the heading of this name on the page.
    Jump(String),
    /// The guide was out of view for long.
    Away,
    /// The person is back and wants to see it again.
    ShowAgain,
}

/// What a view is made from, besides its page.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The guide.
    pub guide: &'a Guide,
    /// The owner's choices.
    pub settings: &'a Settings,
    /// Whose help services are shown.
    pub region: RegionKey,
    /// Whether there are answers to come back to.
    pub begun: bool,
    /// Whether anything can be pressed; not on the plain page.
    pub live: bool,
    /// Whether the frame lies over the host's window.
    pub open: bool,
    /// Whether the last press copied something, if it asked for that.
    pub copied: Option<bool>,
    /// When the person means to reach out, if they have said so.
    pub soon: Option<Soon>,
    /// Where messages go.
    pub tell: &'a Callback<Message>,
}

impl View<'_> {
    /// The interface's sentences.
    pub fn words(&self) -> &Words {
        &self.guide.words
    }

    /// A text with the region's terms in it.
    pub fn text(&self, text: &str) -> String {
        self.guide.region(self.region).terms.fill(text)
    }

    /// A callback for what a person does.
    pub fn on<E: 'static>(&self, event: Event) -> Callback<E> {
        self.tell.reform(move |_| Message::Did(event))
    }

    /// A callback for a press that is no event of the passage.
    pub fn press(&self, message: impl Fn() -> Message + 'static) -> Callback<MouseEvent> {
        self.tell.reform(move |_| message())
    }

    /// The person's own answer, in quotation marks.
    pub fn quoted(&self, option: OptionKey, facts: &Facts) -> String {
        let words = &self.words().common;
        let label = &self.guide.question(option.question).wording(facts).options[option.index()];
        format!("{}{label}{}", words.quote_open, words.quote_close)
    }

    /// `a, b and c`.
    pub fn listed(&self, items: &[String]) -> String {
        let words = &self.words().common;
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} {} {last}", first.join(&words.list_comma), words.and),
        }
    }
}
