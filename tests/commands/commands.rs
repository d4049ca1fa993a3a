//! The commands as people call them.

mod plan;
mod wrong_content;

use std::process::Command;

/// The program, built for this test run.
const XTASK: &str = env!("CARGO_BIN_EXE_xtask");

fn xtask() -> Command {
    Command::new(XTASK)
}
