//! A small static server on 127.0.0.1, for `serve` and for tests, which can ask what was requested.

pub use crate::site::Site;

use crate::site::Answer;
use anyhow::{Context, Result};
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Response};
use hyper_util::rt::TokioIo;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// A request that was made.
#[derive(Debug, Clone)]
pub struct Request {
    /// Path and query.
    pub path: String,
    /// What was sent with it.
    pub body: Vec<u8>,
    /// Headers, names in lower case.
    pub headers: BTreeMap<String, String>,
}

type Requests = Arc<Mutex<Vec<Request>>>;

/// A running server; dropped, it stops.
pub struct Server {
    /// `http://127.0.0.1:PORT`
    pub address: String,
    requests: Requests,
    thread: JoinHandle<()>,
    _running: oneshot::Sender<()>,
}

impl Server {
    /// Starts on this port; 0 is any free one. The site may need to know the address.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(port: u16, site: impl FnOnce(&str) -> Site) -> Result<Self> {
        let listener = std::net::TcpListener::bind(("127.0.0.1", port))
            .with_context(|| format!("port {port}"))?;
        listener.set_nonblocking(true)?;
        let address = format!("http://{}", listener.local_addr()?);
        let requests = Requests::default();
        let site = Arc::new(site(&address));
        let (_running, stopped) = oneshot::channel();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .build()?;
        let seen = requests.clone();
        let thread = thread::spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    _ = serve(listener, site, seen) => {}
                    _ = stopped => {}
                }
            });
        });
        Ok(Self {
            address,
            requests,
            thread,
            _running,
        })
    }

    /// Every request so far, in order.
    pub fn requests(&self) -> Vec<Request> {
        self.requests
            .lock()
            .map(|requests| requests.clone())
            .unwrap_or_default()
    }

    /// Serves until the process ends.
    pub fn wait(self) {
        let _ = self.thread.join();
    }
}

/// A task a connection.
async fn serve(listener: std::net::TcpListener, site: Arc<Site>, requests: Requests) -> Result<()> {
    let listener = TcpListener::from_std(listener)?;
    loop {
        let (connection, _) = listener.accept().await?;
        let (site, requests) = (site.clone(), requests.clone());
        let service = service_fn(move |request| answer(site.clone(), requests.clone(), request));
        let serving = http1::Builder::new().serve_connection(TokioIo::new(connection), service);
        tokio::spawn(async move {
            // A browser that breaks off is no failure.
            let _ = serving.await;
        });
    }
}

async fn answer(
    site: Arc<Site>,
    requests: Requests,
    request: hyper::Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let (head, body) = request.into_parts();
    let sent = body.collect().await.map(|body| body.to_bytes());
    let headers = head.headers.iter().map(|(name, value)| {
        let value = String::from_utf8_lossy(value.as_bytes());
        (name.to_string(), value.into_owned())
    });
    let seen = Request {
        path: head.uri.to_string(),
        body: sent.unwrap_or_default().to_vec(),
        headers: headers.collect(),
    };
    if let Ok(mut requests) = requests.lock() {
        requests.push(seen);
    }
    let reads = [Method::GET, Method::HEAD].contains(&head.method);
    Ok(response(site.answer(head.uri.path(), reads)))
}

fn response(answer: Answer) -> Response<Full<Bytes>> {
    let mut response = Response::builder().status(answer.status);
    for (name, value) in answer.headers {
        response = response.header(name, value);
    }
    // What is no header breaks the whole answer, as it would at a host.
    response.body(Full::from(answer.body)).unwrap_or_default()
}
