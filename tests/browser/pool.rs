//! Browsers that are slow to start are used again: each visitor has a new window, with a history of its own.

use crate::driver::{self, Browser, Driver};
use anyhow::Result;
use std::future::Future;
use std::sync::{LazyLock, Mutex};
use thirtyfour::WebDriver;
use tokio::runtime::Runtime;

/// What a browser is asked with must last as long as the browser.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    runtime.enable_all().build().expect("a runtime")
});

/// Firefox takes seconds to start.
static IDLE: Mutex<Vec<(Driver, WebDriver)>> = Mutex::new(Vec::new());

/// Runs a test to its end.
pub fn run<F: Future>(test: F) -> F::Output {
    RUNTIME.block_on(test)
}

/// A browser without a past that a page could see.
pub async fn take(browser: Browser) -> Result<(Driver, WebDriver)> {
    if browser == Browser::Firefox
        && let Some((process, driver)) = idle()
    {
        if new_window(&driver).await.is_ok() {
            process.outside.forget();
            return Ok((process, driver));
        }
        let _ = driver.quit().await;
    }
    driver::start(browser).await
}

fn idle() -> Option<(Driver, WebDriver)> {
    IDLE.lock().expect("no test ends inside").pop()
}

/// Opens a window and closes all others.
async fn new_window(driver: &WebDriver) -> Result<()> {
    let before = driver.windows().await?;
    let window = driver.new_window().await?;
    for other in before {
        // One may close by itself meanwhile.
        if driver.switch_to_window(other).await.is_ok() {
            driver.close_window().await?;
        }
    }
    driver.switch_to_window(window).await?;
    driver.delete_all_cookies().await?;
    Ok(driver.set_window_rect(0, 0, 1000, 900).await?)
}

/// After a test that went well: the next one may use the browser.
pub async fn give_back(browser: Browser, process: Driver, driver: WebDriver) {
    if browser == Browser::Firefox {
        IDLE.lock()
            .expect("no test ends inside")
            .push((process, driver));
    } else {
        let _ = driver.quit().await;
    }
}

/// Closes what is still open.
pub fn end() {
    while let Some((_process, driver)) = idle() {
        let _ = RUNTIME.block_on(driver.quit());
    }
}
