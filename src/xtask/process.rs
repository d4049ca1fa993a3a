//! Programs that run beside us, and end with us.

use anyhow::{Context, Result};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A process; dropped, it ends.
pub struct Process(Child);

impl Process {
    /// Starts it. What it says goes nowhere, unless the command pipes it.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start(command: &mut Command) -> Result<Self> {
        let started = command.stderr(Stdio::null()).spawn();
        started
            .map(Self)
            .with_context(|| format!("{command:?} cannot be started"))
    }

    /// Starts it and hears it until a line tells what is wanted; the rest goes nowhere.
    ///
    /// # Errors
    /// When it cannot be started, or ends before it tells.
    pub fn tells<T>(
        command: &mut Command,
        wanted: impl Fn(&str) -> Option<T>,
    ) -> Result<(Self, T)> {
        let (output, to_us) = std::io::pipe().context("a pipe")?;
        command.stdout(to_us.try_clone()?).stderr(to_us);
        let started = command.spawn();
        // Our own ends of the pipe: with them open its end would not be heard.
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let process = Self(started.with_context(|| format!("{command:?} cannot be started"))?);
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let told = lines.find_map(|line| wanted(&line));
        std::thread::spawn(move || lines.for_each(drop));
        let told = told.with_context(|| format!("{command:?} does not tell where it is"))?;
        Ok((process, told))
    }

    /// Whether it has not ended by itself.
    pub fn runs(&mut self) -> bool {
        matches!(self.0.try_wait(), Ok(None))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
