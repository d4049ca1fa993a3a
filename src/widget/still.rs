//! Pages as HTML text, made without a browser: the first screen and the plain page of the guide file, and pages for tests.

use crate::app::{App, Props, shared};
use crate::browser::Host;
use crate::view::{Message, View};
use crate::{page, part};
use engine::{Event, Guide, Page, Purpose, RegionKey, Session, Settings};
use futures::executor::block_on;
use std::rc::Rc;
use yew::ServerRenderer;
use yew::prelude::*;

/// The page that this session shows, as the browser would show it.
pub fn screen(guide: &Guide, settings: &Settings, session: Session) -> String {
    let (guide, settings) = (guide.clone(), settings.clone());
    let props = move || Props {
        guide: shared(guide),
        settings: shared(settings),
        host: Host::default(),
        session: Some(session),
        again: None,
    };
    block_on(
        ServerRenderer::<App>::with_props(props)
            .hydratable(false)
            .render(),
    )
}

/// All ideas, help numbers and the place of the support link, for a browser that cannot run the guide.
pub fn plain(guide: &Guide) -> String {
    of_guide::<Plain>(guide)
}

/// What covers the guide after it was out of view for long.
pub fn cover(guide: &Guide) -> String {
    of_guide::<Cover>(guide)
}

/// What `frame/leave.js` says: the presses that are left, and what stands once the guide is blank.
pub fn leaving(guide: &Guide) -> String {
    of_guide::<Leaving>(guide)
}

fn of_guide<C: BaseComponent<Properties = GuideProps>>(guide: &Guide) -> String {
    let guide = guide.clone();
    let props = move || GuideProps {
        guide: Rc::new(guide),
    };
    block_on(
        ServerRenderer::<C>::with_props(props)
            .hydratable(false)
            .render(),
    )
}

#[component]
fn Leaving(props: &GuideProps) -> Html {
    let words = &props.guide.words.leave;
    html! {
        <>
            <p id="said" role="status" data-two={words.two_more.clone()} data-one={words.one_more.clone()}
                data-late={words.late.clone()} data-gone={words.gone.clone()}></p>
            <p id="left" role="alert"></p>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct GuideProps {
    guide: Rc<Guide>,
}

/// A view without an owner's settings.
fn general<'v>(guide: &'v Guide, settings: &'v Settings, tell: &'v Callback<Message>) -> View<'v> {
    View {
        guide,
        settings,
        region: settings.region,
        begun: false,
        live: false,
        open: false,
        copied: None,
        soon: None,
        tell,
    }
}

#[component]
fn Cover(props: &GuideProps) -> Html {
    let (settings, _) = Settings::check(&props.guide, &[]);
    let tell = Callback::noop();
    let view = View {
        begun: true,
        live: true,
        ..general(&props.guide, &settings, &tell)
    };
    html! { <>{ part::bar(&view, false) }<main data-screen="cover">{ page::cover(&view) }</main></> }
}

#[component]
fn Plain(props: &GuideProps) -> Html {
    let guide = &*props.guide;
    let (settings, _) = Settings::check(guide, &[]);
    let tell = Callback::noop();
    let general = general(guide, &settings, &tell);
    let session = Session::new(guide, settings.region).after(guide, Event::ShowMenu);
    let Page::Menu(ideas, replay) = session.page(guide) else {
        return html! {};
    };
    let words = &guide.words.plain;
    html! {
        <>
            { part::bar(&general, false) }
            <div class="page" role="main">
            <h1>{ &words.title }</h1>
            <p>{ &words.lead }</p>
            { part::notice(&general, &replay.facts) }
            <p><a id="plain-support" target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer"
                data-label={words.support.clone()}>{ &guide.words.referral.no_link }</a></p>
            <h2 id="plain-help">{ &words.help }</h2>
            { for guide.region_keys().skip(1).chain([settings.region]).map(|region| numbers(&general, region)) }
            { part::sections(&general, &guide.help, &replay.facts) }
            <h2>{ &words.ideas }</h2>
            { part::ideas_by_need(&general, &ideas, &replay.facts) }
            </div>
        </>
    }
}

/// A region's emergency and crisis lines.
fn numbers(general: &View, region: RegionKey) -> Html {
    let view = View { region, ..*general };
    let region = view.guide.region(region);
    let purposes = [
        Purpose::Emergency,
        Purpose::SexualViolence,
        Purpose::DomesticAbuse,
        Purpose::Crisis,
    ];
    html! {
        <section>
            <h3>{ &region.name }</h3>
            { part::list(&view, &region.services_for(&purposes)) }
        </section>
    }
}
