//! A visit: a new browser, a page and the same page again, with all that the probe and the browser say of it.

use crate::driver::{self, Browser};
use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::Duration;
use thirtyfour::WebDriver;
use xtask::bench;
use xtask::server::{Server, Site as Served};
use xtask::setup::Places;

/// Emulated speed reaches a page and the frames in its process. A sandboxed frame has a process of its own otherwise, which neither
/// the slow network nor the slow processor would reach; so for everyone all stands in one, as on phones with little memory.
const ONE_PROCESS: [&str; 2] = [
    "--disable-site-isolation-trials",
    "--disable-features=IsolateSandboxedIframes,IsolateOrigins,site-per-process",
];
/// How long a passage may take on the slow line.
const PATIENCE: Duration = Duration::from_secs(60);
/// Waits for the end of the passage.
const TOLD: &str = "bench.then(arguments[0])";
const PROBE: &str = include_str!("probe.js");

/// What the visitor has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Conditions {
    /// This machine.
    Fast,
    /// An old phone with one bar of signal: a quarter of the processor, 1.6 Mbit/s, 150 ms.
    Slow,
}

impl Conditions {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Fast, Self::Slow];
}

/// What one visit cost: milliseconds, bytes.
#[derive(Debug, Clone, Deserialize)]
pub struct Visit {
    /// The first screen or question is painted.
    pub visible: f64,
    /// What a press does is painted.
    pub answering: f64,
    /// How long, until then, the page could not hear.
    pub blocking: f64,
    /// From a press to the next question laid out, and painted.
    pub steps: Vec<[f64; 2]>,
    /// WebAssembly memory.
    pub wasm: f64,
    /// JavaScript heap, after the passage and a collection.
    #[serde(default)]
    pub heap: f64,
    /// Requests made.
    #[serde(default)]
    pub requests: f64,
    /// Their answers, as they were sent.
    #[serde(default)]
    pub bytes: f64,
}

/// The one server that all are visited at.
pub struct Site {
    folder: PathBuf,
    server: Server,
}

impl Site {
    /// Serves what was made: packed, and to be kept by the browser.
    pub fn serve(places: &Places) -> Result<Self> {
        let folder = bench::site(places);
        let header = |end: &str, name: &str, value: &str| {
            (end.to_owned(), name.to_owned(), value.to_owned())
        };
        let headers = ["/", ".html", ".js", ".css"].into_iter().flat_map(|end| {
            [
                header(end, "Content-Encoding", "br"),
                header(end, "Cache-Control", "max-age=3600"),
            ]
        });
        let served = Served {
            folder: folder.clone(),
            pages: [(
                "/idle".to_owned(),
                "<!doctype html><link rel=\"icon\" href=\"data:,\"><p>-".to_owned(),
            )]
            .into(),
            headers: headers.collect(),
            ..Served::default()
        };
        let server = Server::start(0, |_| served)?;
        Ok(Self { folder, server })
    }

    /// Where something is.
    pub fn at(&self, path: &str) -> String {
        format!("{}/{path}", self.server.address)
    }

    /// How many requests came after these, and the bytes of their answers.
    fn since(&self, before: usize) -> (f64, f64) {
        let requests = self.server.requests().split_off(before);
        let size = |path: &str| {
            let file = if path.ends_with('/') {
                format!("{path}index.html")
            } else {
                path.to_owned()
            };
            let file = self.folder.join(file.trim_start_matches('/'));
            file.metadata().map_or(0, |file| file.len())
        };
        let bytes: u64 = requests.iter().map(|request| size(&request.path)).sum();
        (requests.len() as f64, bytes as f64)
    }
}

/// A visit by someone new, and another by the same person.
pub async fn twice(
    site: &Site,
    name: &str,
    conditions: Conditions,
    answers: &Value,
) -> Result<[Visit; 2]> {
    let (_process, browser) = driver::start_with(Browser::Chromium, &ONE_PROCESS).await?;
    browser.set_script_timeout(PATIENCE).await?;
    let probe = format!("{{ const contestant = '{name}', answers = {answers};{PROBE} }}");
    send(
        &browser,
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": probe }),
    )
    .await?;
    send(&browser, "Network.enable", json!({})).await?;
    let mut visits = Vec::new();
    for _ in 0..2 {
        browser.goto(site.at("idle")).await?;
        slow_down(&browser, conditions).await?;
        visits.push(once(site, &browser, name).await?);
    }
    browser.quit().await?;
    visits.try_into().ok().context("two visits")
}

async fn slow_down(browser: &WebDriver, conditions: Conditions) -> Result<()> {
    if conditions == Conditions::Fast {
        return Ok(());
    }
    let bytes = 1_600_000 / 8;
    let line = json!({ "offline": false, "latency": 150, "downloadThroughput": bytes, "uploadThroughput": bytes });
    send(browser, "Network.emulateNetworkConditions", line).await?;
    send(
        browser,
        "Emulation.setCPUThrottlingRate",
        json!({ "rate": 4 }),
    )
    .await?;
    Ok(())
}

async fn once(site: &Site, browser: &WebDriver, name: &str) -> Result<Visit> {
    let before = site.server.requests().len();
    browser.goto(site.at(&format!("{name}/"))).await?;
    let told = match browser.execute_async(TOLD, Vec::new()).await {
        Ok(told) => told,
        Err(error) => {
            let so_far = browser.execute("return told", Vec::new()).await?;
            return Err(error).context(format!("told until then: {}", so_far.json()));
        }
    };
    let told = told.json();
    let visit = Visit::deserialize(told).with_context(|| format!("the probe told {told}"));
    let mut visit = visit?;
    (visit.requests, visit.bytes) = site.since(before);
    send(browser, "HeapProfiler.collectGarbage", json!({})).await?;
    let heap = send(browser, "Runtime.getHeapUsage", json!({})).await?;
    visit.heap = heap["usedSize"].as_f64().context("the heap")?;
    Ok(visit)
}

async fn send(browser: &WebDriver, method: &str, with: Value) -> Result<Value> {
    Ok(browser.cdp().send_raw(method, with).await?)
}
