//! The Rust that compiles to WebAssembly: one with the sources of std, which is rebuilt for size.

use crate::run;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// A cargo and rustc that can rebuild std.
pub struct Toolchain {
    cargo: PathBuf,
    rustc: PathBuf,
    /// Where it was found, for people.
    pub found: String,
}

impl Toolchain {
    /// A cargo command of this toolchain, free of what an outer cargo left in the environment.
    pub fn cargo(&self) -> Command {
        let mut cargo = clean(&self.cargo);
        cargo.env("RUSTC", &self.rustc);
        cargo
    }

    /// The running toolchain, if it has the sources; else the one of Debian's packages.
    pub fn find() -> Option<Self> {
        Self::running().or_else(Self::debian)
    }

    /// What `rustc --version --verbose` says of one thing: `release`, `commit-hash`.
    pub fn said(&self, what: &str) -> Option<String> {
        let output = clean(&self.rustc).arg("-vV").output().ok()?;
        let text = String::from_utf8(output.stdout).ok()?;
        let mut lines = text.lines().filter_map(|line| line.split_once(": "));
        lines
            .find(|(name, _)| *name == what)
            .map(|(_, said)| said.to_owned())
    }

    /// Where the sources of std are.
    pub fn library(&self) -> Option<PathBuf> {
        Some(sysroot(&self.rustc)?.join("lib/rustlib/src/rust/library"))
    }

    fn running() -> Option<Self> {
        let rustc = which::which("rustc").ok()?;
        let sysroot = sysroot(&rustc)?;
        has_sources(&sysroot).then(|| Self {
            cargo: sysroot.join("bin/cargo"),
            rustc: sysroot.join("bin/rustc"),
            found: sysroot.display().to_string(),
        })
    }

    fn debian() -> Option<Self> {
        let (cargo, rustc) = (
            PathBuf::from("/usr/bin/cargo"),
            PathBuf::from("/usr/bin/rustc"),
        );
        let usable = cargo.exists() && sysroot(&rustc).is_some_and(|sysroot| has_sources(&sysroot));
        usable.then(|| Self {
            cargo,
            rustc,
            found: "Debian's packages".to_owned(),
        })
    }
}

/// Installs the sources of std with rustup, where rustup can fetch them in time.
pub fn add_sources_with_rustup() -> bool {
    let mut rustup = clean(Path::new("rustup"));
    rustup.args(["component", "add", "rust-src"]);
    run::works_within(&mut rustup, Duration::from_secs(120)) && Toolchain::running().is_some()
}

fn sysroot(rustc: &Path) -> Option<PathBuf> {
    let output = clean(rustc).args(["--print", "sysroot"]).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| PathBuf::from(text.trim()))
}

fn has_sources(sysroot: &Path) -> bool {
    sysroot
        .join("lib/rustlib/src/rust/library/std/Cargo.toml")
        .exists()
        && (sysroot
            .join("lib/rustlib/src/rust/library/Cargo.lock")
            .exists())
}

/// A command without the settings that an outer `cargo run` hands down.
pub fn clean(program: &Path) -> Command {
    let mut command = Command::new(program);
    let inherited = std::env::vars_os().map(|(name, _)| name);
    for name in inherited.filter(|name| name.to_str().is_some_and(from_outer_cargo)) {
        command.env_remove(name);
    }
    command
}

fn from_outer_cargo(name: &str) -> bool {
    let kept = ["CARGO_HOME", "CARGO_TARGET_DIR"];
    (name.starts_with("CARGO")
        && !kept.contains(&name)
        && !name.starts_with("CARGO_NET")
        && !name.starts_with("CARGO_HTTP")
        && !name.starts_with("CARGO_REGISTR"))
        || name.starts_with("RUSTC")
        || [
            "RUSTFLAGS",
            "RUSTUP_TOOLCHAIN",
            "RUST_RECURSION_COUNT",
            "LD_LIBRARY_PATH",
        ]
        .contains(&name)
}
