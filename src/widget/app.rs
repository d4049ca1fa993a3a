//! The application: one session, one page, and what a person does between them.

use crate::browser::{self, Host, Request};
use crate::view::{Message, View};
use crate::{page, part};
use engine::{Direction, Display, Event, Guide, Opening, Page, Session, Settings};
use yew::prelude::*;

/// What stays as it is as long as the application runs. In a browser that is for good, and what frees it would be 1 kB (brotli).
#[cfg(target_arch = "wasm32")]
pub type Shared<T> = &'static T;
/// What stays as it is as long as the application runs.
#[cfg(not(target_arch = "wasm32"))]
pub type Shared<T> = std::rc::Rc<T>;

/// Lets something stay.
pub fn shared<T>(it: T) -> Shared<T> {
    #[cfg(target_arch = "wasm32")]
    return Box::leak(Box::new(it));
    #[cfg(not(target_arch = "wasm32"))]
    std::rc::Rc::new(it)
}

/// What the application is started with.
#[derive(Clone, Properties)]
pub struct Props {
    /// The checked guide.
    pub guide: Shared<Guide>,
    /// The owner's checked settings.
    pub settings: Shared<Settings>,
    /// The way to the loader.
    pub host: Host,
    /// Where to begin; a new session if there is none.
    #[prop_or_default]
    pub session: Option<Session>,
    /// Where the guide starts afresh after it was wiped: whether it lies over the window.
    #[prop_or_default]
    pub again: Option<bool>,
}

/// The application is started once: its properties never change.
impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(&raw const *self.guide, &raw const *other.guide)
    }
}

/// The guide.
pub struct App {
    session: Session,
    shown: String,
    open: bool,
    /// Where focus goes when the control that was pressed went away or moved with the press: the first of these that is there.
    refocus: Option<[String; 2]>,
    /// Whether the last press copied something, if it asked for that.
    copied: Option<bool>,
    /// Whether the person has opened a page of support, and whether they are back.
    out: Out,
    /// Whether a neutral cover lies over the page, after it was out of view for long (decision 12).
    covered: bool,
    _on_away: Option<browser::Watch>,
    _on_return: Option<[browser::Watch; 2]>,
}

/// On the way to a page of support and back (decision 11).
#[derive(Clone, Copy, PartialEq)]
enum Out {
    Here,
    Gone,
    Back,
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let Props {
            guide,
            settings,
            session,
            ..
        } = ctx.props();
        let session = session.clone().unwrap_or_else(|| {
            let session = Session::new(guide, settings.region);
            match settings.start {
                Opening::Intro => session,
                Opening::Help => session.after(guide, Event::ShowHelp),
            }
        });
        let away = ctx.link().callback(|()| Message::Away);
        let back = ctx.link().callback(|()| Message::CameBack);
        Self {
            shown: page::name(guide, &session.page(guide)),
            session,
            open: ctx.props().again.unwrap_or(false),
            refocus: None,
            copied: None,
            out: Out::Here,
            covered: false,
            _on_away: browser::on_long_away(move || away.emit(())),
            _on_return: browser::on_return(move || back.emit(())),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let Props {
            guide,
            settings,
            host,
            ..
        } = ctx.props();
        self.copied = None;
        match message {
            Message::Did(event) => {
                if matches!(event, Event::Begin) && settings.display == Display::Cover {
                    self.open = host.ask(Request::Open);
                }
                self.refocus = after(guide, event);
                self.covered = false;
                let session =
                    std::mem::replace(&mut self.session, Session::new(guide, settings.region));
                self.session = session.after(guide, event);
                if matches!(event, Event::Clear) {
                    browser::ask_for_a_new_instance();
                    return false;
                }
            }
            Message::Close => {
                host.ask(Request::Close);
                self.open = false;
            }
            Message::Jump(heading) => {
                browser::jump(&heading);
                return false;
            }
            Message::Print => {
                browser::print();
                return false;
            }
            Message::Copy(text) => self.copied = Some(browser::copy(text)),
            Message::WentOut => {
                self.out = Out::Gone;
                return false;
            }
            Message::CameBack if self.out == Out::Gone => self.out = Out::Back,
            Message::CameBack => return false,
            Message::Stay => {
                self.out = Out::Here;
                self.refocus = Some(["[data-do=support]", HEADING].map(str::to_owned));
            }
            Message::Away => self.covered = self.session.begun(guide),
            Message::ShowAgain => self.covered = false,
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Props {
            guide, settings, ..
        } = ctx.props();
        let tell = ctx.link().callback(|message| message);
        let view = View {
            guide,
            settings,
            region: self.session.region,
            begun: self.session.begun(guide),
            live: true,
            open: self.open,
            copied: self.copied,
            soon: self.session.soon(),
            tell: &tell,
        };
        let page = self.session.page(guide);
        let name = self.name(guide);
        html! {
            <>
                { part::bar(&view, matches!(page, Page::Help)) }
                <main key={name.clone()} data-screen={name}>
                    { if self.covered { page::cover(&view) } else { page::show(&view, &self.session, &page) } }
                    <p class="on-paper">{ &view.words().keep.print_elsewhere }</p>
                </main>
                if self.out == Out::Back && view.begun && !self.covered && page::asks_to_clear(&page) {
                    { part::returned(&view) }
                }
            </>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let guide = &ctx.props().guide;
        let name = self.name(guide);
        if cfg!(target_arch = "wasm32") {
            browser::leave_nothing_to_restore();
        }
        if cfg!(target_arch = "wasm32") && (!first || ctx.props().again.is_some()) {
            if first || name != self.shown {
                browser::show_from_the_top();
            } else if let Some(places) = &self.refocus {
                browser::find_focus(places);
            }
        }
        self.shown = name;
        self.refocus = None;
    }
}

impl App {
    /// The name of what is on screen.
    fn name(&self, guide: &Guide) -> String {
        match self.covered {
            true => "cover".to_owned(),
            false => page::name(guide, &self.session.page(guide)),
        }
    }
}

/// The heading of the screen.
const HEADING: &str = "h1";

/// Where focus goes after an event that takes its control away or moves it.
fn after(guide: &Guide, event: Event) -> Option<[String; 2]> {
    let in_idea = |key, control: &str, other: &str| {
        let idea = &guide.recommendation(key).id;
        [control, other].map(|control| format!("[data-idea=\"{idea}\"] {control}"))
    };
    Some(match event {
        Event::ClearChoice(_) => [HEADING, HEADING].map(str::to_owned),
        Event::SetAside(key) => in_idea(key, "[data-do=bring-back]", "summary"),
        Event::BringBack(key) => in_idea(key, "summary", "button"),
        Event::Move(key, Direction::Up) => in_idea(key, "[data-do=up]", "summary"),
        Event::Move(key, Direction::Down) => in_idea(key, "[data-do=down]", "summary"),
        _ => return None,
    })
}
