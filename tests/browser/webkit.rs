//! WebKit as Debian has it: it draws on a screen that nobody sees, and its driver does not tell its port.

use crate::driver::Driver;
use anyhow::{Result, bail};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use xtask::process::Process;
use xtask::webkit::WebKit;

/// How long the driver may take to listen.
const PATIENCE: Duration = Duration::from_secs(20);
/// How many ports are tried.
const PORTS: usize = 10;

/// Why nothing can be tested in WebKit on this machine, if so.
pub fn missing() -> Option<String> {
    WebKit::find().err().map(|why| format!("{why:#}"))
}

/// Starts a screen and, on it, the driver.
pub fn start() -> Result<Driver> {
    let webkit = WebKit::find()?;
    let (screen, display) = screen(&webkit.screen)?;
    for _ in 0..PORTS {
        let port = free_port()?;
        let mut driver = driver(&webkit.driver, port, display)?;
        if listens(&mut driver, port) {
            return Driver::new(port, vec![driver, screen]);
        }
    }
    bail!("{} does not listen", webkit.driver.display())
}

/// A screen on a free display, which it tells.
fn screen(program: &Path) -> Result<(Process, u32)> {
    let mut command = Command::new(program);
    command.args(["-displayfd", "1", "-screen", "0", "1280x1024x24"]);
    Process::tells(command.args(["-nolisten", "tcp"]), |line| line.parse().ok())
}

/// Free a moment ago. Where another program is quicker than the driver, that one ends, and `start` tries again.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port())
}

/// Without the sandbox of its own that a machine for tests may not allow; it opens nothing but our pages.
fn driver(program: &Path, port: u16, display: u32) -> Result<Process> {
    Process::start(
        Command::new(program)
            .arg(format!("--port={port}"))
            .env("DISPLAY", format!(":{display}"))
            .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
            .stdout(Stdio::null()),
    )
}

/// Waits until the driver is there, or has ended.
fn listens(driver: &mut Process, port: u16) -> bool {
    let begun = Instant::now();
    while driver.runs() && begun.elapsed() < PATIENCE {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return driver.runs();
        }
        sleep(Duration::from_millis(10));
    }
    false
}
