//! Other programs, run so that a failure says which one and what it said.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Runs a command to its end; its output goes to the terminal.
///
/// # Errors
/// When it cannot be started, or ends with an error.
pub fn checked(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("{} cannot be started", shown(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", shown(command));
    }
    Ok(())
}

/// Runs a command and shows its output only if it fails.
///
/// # Errors
/// When it cannot be started, or ends with an error; with the last lines of what it said.
pub fn quiet(command: &mut Command) -> Result<()> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{} cannot be started", shown(command)))?;
    if !output.status.success() {
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said).into_owned();
        let lines: Vec<&str> = said.lines().collect();
        let last = lines[lines.len().saturating_sub(12)..].join("\n");
        bail!("{} ended with {}\n{last}", shown(command), output.status);
    }
    Ok(())
}

/// Runs a command to its end and shows what it says, line by line, also to `hear`; whether it ended well.
///
/// # Errors
/// When it cannot be started, or says something that is not text.
pub fn heard(command: &mut Command, mut hear: impl FnMut(&str)) -> Result<bool> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{} cannot be started", shown(command)))?;
    for line in BufReader::new(child.stdout.take().context("its output")?).lines() {
        let line = line.context("it says something that is not text")?;
        hear(&line);
        println!("{line}");
    }
    Ok(child.wait()?.success())
}

/// Runs a command and gives what it prints; what it says besides goes to the terminal.
///
/// # Errors
/// When it cannot be started, or ends with an error.
pub fn output(command: &mut Command) -> Result<Vec<u8>> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("{} cannot be started", shown(command)))?;
    if !output.status.success() {
        bail!("{} ended with {}", shown(command), output.status);
    }
    Ok(output.stdout)
}

/// Whether a command can be run and ends well.
pub fn works(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// As [`works`]; a command that takes longer is ended.
pub fn works_within(command: &mut Command, limit: Duration) -> bool {
    let silent = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let Ok(mut child) = silent.spawn() else {
        return false;
    };
    let end = Instant::now() + limit;
    while Instant::now() < end {
        if let Ok(Some(status)) = child.try_wait() {
            return status.success();
        }
        sleep(Duration::from_millis(100));
    }
    let _ = child.kill();
    let _ = child.wait();
    false
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    format!(
        "`{}`",
        words
            .map(|word| word.to_string_lossy())
            .collect::<Vec<_>>()
            .join(" ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_that_takes_too_long_is_ended() {
        let begun = Instant::now();
        assert!(works_within(
            &mut Command::new("true"),
            Duration::from_secs(5)
        ));
        assert!(!works_within(
            &mut Command::new("false"),
            Duration::from_secs(5)
        ));
        assert!(!works_within(
            Command::new("sleep").arg("30"),
            Duration::from_millis(200)
        ));
        assert!(begun.elapsed() < Duration::from_secs(20));
    }
}
