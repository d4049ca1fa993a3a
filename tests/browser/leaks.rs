//! Real trackers on the counsellor's page, with everything on and nothing masked: no answer, no name and no result is in what they
//! send. Each first has to leak it all from a page that shows the guide without its frame, or it proves nothing.

use crate::decode::texts;
use crate::journeys::journey;
use crate::pages;
use crate::passage::{Hand, from_begin_to_support};
use crate::support::telling_names;
use crate::visitor::{Visitor, shipped};
use crate::{Test, test};
use anyhow::{Context, Result, ensure};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::sync::Mutex;
use std::time::{Duration, Instant};
use xtask::server::{Request, Server, Site};
use xtask::setup::Places;
use xtask::trackers;

pub fn tests() -> Vec<(String, Test)> {
    let mut tests: Vec<_> = trackers::ALWAYS.into_iter().map(of).collect();
    tests.push(test!(
        "what a page asks of any other address is seen",
        any_other_address
    ));
    tests
}

/// Every tracker of `trackers/`.
pub fn all() -> Vec<(String, Test)> {
    let names = trackers::names(&Places::new()).expect("the trackers");
    names.iter().map(|name| of(name)).collect()
}

fn of(tracker: &str) -> (String, Test) {
    let tracker = tracker.to_owned();
    test!(
        format!("{tracker} learns no answer"),
        learns_nothing,
        tracker
    )
}

/// What every path of the collector answers: whatever some tracker needs to hear before it begins.
const COLLECTOR: &str = include_str!("trackers/answer.json");

/// A word that the page shows at the end: once it has arrived, so has what was seen before it.
const MARK: &str = "kumquat";

/// How long until the mark is pressed again: some trackers wait for the next thing that happens.
const AGAIN: Duration = Duration::from_secs(3);

/// Where a tracker sends its recording of the page, if its events go elsewhere: the mark must arrive there.
const RECORDINGS: [(&str, &str); 3] = [
    ("posthog", "/s/"),
    ("mixpanel", "/record/"),
    ("amplitude", "/replay"),
];

const HOST: &str = "<!doctype html><title>A page</title>{tracker}<script src=\"aftercare-guide.js\" defer></script>\
    <h1>A counsellor</h1><button id=\"own\">own</button>\
    <aftercare-guide style=\"display:block;min-height:640px\" region=\"malta\"><a href=\"{origin}/support.html\">Talk</a></aftercare-guide>";

async fn learns_nothing(visitor: &mut Visitor, tracker: &String) -> Result<()> {
    let seen = passage(
        visitor,
        tracker,
        Place::InThePage,
        "scared_of_someone",
        Hand::Mouse,
    )
    .await?;
    ensure!(
        !seen.names.is_empty(),
        "{tracker} saw nothing of a guide that stands in the page: this proves nothing"
    );
    let mut bytes = 0;
    for (id, hand) in [
        ("solo_guilty", Hand::Mouse),
        ("scared_of_someone", Hand::Keyboard),
    ] {
        let told = passage(visitor, tracker, Place::InTheFrame, id, hand).await?;
        ensure!(
            told.names.is_empty(),
            "{tracker}, {id} by {hand:?}: {:?}",
            told.names
        );
        bytes += told.bytes;
    }
    let elsewhere = visitor.asked_elsewhere();
    ensure!(
        elsewhere.is_empty(),
        "what is sent to {elsewhere:?} is not read here: this proves nothing"
    );
    let browser = format!("{:?}", visitor.browser);
    let row = format!(
        "{tracker:<12} {browser:<10} {:>10} {:>10} {:>8}",
        seen.names.len(),
        0,
        bytes / 1000
    );
    TABLE.lock().expect("the table").push(row);
    Ok(())
}

/// A line a tracker and browser.
static TABLE: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// What the trackers were told, for people.
pub fn print_table() {
    let mut rows = TABLE.lock().expect("the table").clone();
    rows.sort();
    println!(
        "\nAnswers, questions and results that were sent: where the guide stands in the page itself, and as it is shipped\n"
    );
    println!(
        "{:<12} {:<10} {:>10} {:>10} {:>8}",
        "tracker", "browser", "in page", "shipped", "kB read"
    );
    println!("{}", rows.join("\n"));
}

#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// As it is shipped.
    InTheFrame,
    /// The same view, without frame and policy.
    InThePage,
}

/// What was sent anywhere, unwrapped.
#[derive(Default)]
struct Told {
    /// Which names of the guide stand in it.
    names: BTreeSet<String>,
    bytes: usize,
    requests: usize,
    /// Whether the mark has arrived where it must.
    marked: bool,
}

impl Told {
    fn read(&mut self, request: &Request, names: &[String], recordings: &str) {
        let headers = format!("{:?}", request.headers);
        let parts = [request.path.as_bytes(), headers.as_bytes(), &request.body];
        for text in parts.into_iter().flat_map(texts) {
            self.marked |= request.path.contains(recordings) && text.contains(MARK);
            let told = names.iter().filter(|name| text.contains(*name));
            self.names.extend(told.cloned());
        }
        self.bytes += parts.map(<[u8]>::len).iter().sum::<usize>();
        self.requests += 1;
    }
}

/// One person's passage to the opened link to support, then the mark, and away from the page.
async fn passage(
    visitor: &mut Visitor,
    tracker: &str,
    place: Place,
    id: &str,
    hand: Hand,
) -> Result<Told> {
    visitor.server = Server::start(0, site(tracker)?)?;
    match place {
        Place::InTheFrame => visitor.visit("/page.html").await?,
        Place::InThePage => {
            visitor.open("/inline.html").await?;
            visitor.on("start").await?;
        }
    }
    let page = visitor.driver.window().await?;
    from_begin_to_support(visitor, &journey(id)?, hand).await?;
    visitor.driver.close_window().await?;
    visitor.driver.switch_to_window(page).await?;
    visitor.driver.enter_default_frame().await?;
    let mark = format!(
        "document.querySelector('aftercare-guide')?.shadowRoot.querySelector('dialog').close();\
         document.getElementById('own').textContent = '{MARK}'"
    );
    visitor.js(&mark).await?;
    visitor.click("#own").await?;
    let recordings = RECORDINGS.iter().find(|(name, _)| *name == tracker);
    told(visitor, recordings.map_or("/collect/", |(_, path)| path)).await
}

/// Reads what arrives until the mark is there, and what is sent when the page goes away.
async fn told(visitor: &Visitor, recordings: &str) -> Result<Told> {
    let names = telling_names();
    let told = RefCell::new(Told::default());
    let read = || {
        let mut told = told.borrow_mut();
        let already = told.requests;
        for request in &visitor.requests()[already..] {
            told.read(request, &names, recordings);
        }
        told.marked
    };
    let pressed = Cell::new(Instant::now());
    visitor
        .until("the mark at the collector", || async {
            if pressed.get().elapsed() > AGAIN {
                pressed.set(Instant::now());
                visitor.click("#own").await?;
            }
            Ok(read())
        })
        .await?;
    visitor.open("/support.html").await?;
    read();
    // A cookie knows no port: the next page would go on with it.
    visitor.driver.delete_all_cookies().await?;
    Ok(told.into_inner())
}

fn site(tracker: &str) -> Result<impl FnOnce(&str) -> Site> {
    let script = std::fs::read_to_string(trackers::bundle(&Places::new(), tracker))
        .with_context(|| format!("the tracker {tracker} is not bundled: run `cargo xtask test`"))?;
    let tag = format!("<script src=\"tracker.js\" data-collector=\"/collect/{tracker}\"></script>");
    let inline = in_the_page(&shipped()?, &tag)?;
    Ok(move |origin: &str| {
        let page = |html: &str| html.replace("{tracker}", &tag).replace("{origin}", origin);
        let pages = [
            ("/page.html", page(HOST)),
            ("/inline.html", page(&inline)),
            ("/tracker.js", script),
        ];
        Site {
            folder: Places::new().root.join("dist"),
            pages: pages.map(|(path, text)| (path.to_owned(), text)).into(),
            collector: COLLECTOR.to_owned(),
            ..Site::default()
        }
    })
}

/// The guide as a page of its own without its policy, with a tracker in it.
fn in_the_page(file: &str, tag: &str) -> Result<String> {
    let baked = pages::baked(file, "region=malta&support-url={origin}/support.html")?;
    let open = baked
        .replacen(
            "<meta http-equiv=\"Content-Security-Policy\"",
            &format!("{tag}<meta name=\"none\""),
            1,
        )
        .replacen("<body>", "<body><button id=\"own\">own</button>", 1);
    ensure!(
        open.contains(tag) && open.contains("id=\"own\""),
        "the file has changed its form"
    );
    Ok(open)
}

/// Else it would prove nothing that none was asked for.
async fn any_other_address(visitor: &mut Visitor) -> Result<()> {
    visitor.open("/index.html").await?;
    let ask = "fetch('http://plain.test/a?b', { mode: 'no-cors' }).catch(() => 0);\
        navigator.sendBeacon('https://beacon.test/', 'x');\
        new WebSocket('wss://socket.test/');\
        new Image().src = 'https://image.test/x.png';";
    visitor.js(ask).await?;
    let expected = [
        "http://plain.test/a?b",
        "beacon.test:443",
        "socket.test:443",
        "image.test:443",
    ];
    visitor
        .until("every address at the proxy", || async {
            let seen = visitor.asked_elsewhere();
            Ok(expected.iter().all(|address| seen.contains(*address)))
        })
        .await
}
