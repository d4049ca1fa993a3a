//! How things are found on a machine, and installed: from Debian, from npm, with Cargo.

use crate::setup::Places;
use crate::{run, toolchain};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The first of these programs that can be called.
pub(crate) fn first_of(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| which::which(name).ok())
}

/// What npm has installed in this folder, unless its lock file was changed since.
pub(crate) fn installed(folder: &Path) -> Option<PathBuf> {
    let changed = |path: &Path| path.metadata().and_then(|file| file.modified()).ok();
    let packages = folder.join("node_modules");
    let done = changed(&packages.join(".package-lock.json"))?;
    (done >= changed(&folder.join("package-lock.json"))?).then_some(packages)
}

/// Installs exactly what the lock file says, and runs no script of any package.
pub(crate) fn npm(folder: &Path) -> Result<()> {
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    run::quiet(npm.current_dir(folder))
}

/// The path, if something is there.
pub(crate) fn existing(path: PathBuf) -> Option<PathBuf> {
    path.exists().then_some(path)
}

/// Installs a program of an exact version, with the versions that it was tried with, into `target/tools/`.
pub(crate) fn cargo_install(places: &Places, name: &str, version: &str) -> Result<()> {
    let mut cargo = toolchain::clean(Path::new("cargo"));
    cargo
        .args(["install", name, "--version", version])
        .args(["--locked", "--quiet", "--root"])
        .arg(places.tools())
        .arg("--target-dir")
        .arg(places.target.join(name));
    run::quiet(&mut cargo)
}

/// Installs Debian packages, where this is a Debian system and we may.
pub(crate) fn apt(packages: &[&str]) -> Result<()> {
    let apt = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
        command
    };
    if which::which("apt-get").is_err()
        || !run::works(Command::new("test").args(["-w", "/var/lib/dpkg"]))
    {
        bail!("packages can be installed only as root on a Debian system");
    }
    static UPDATED: OnceLock<()> = OnceLock::new();
    if UPDATED.get().is_none() {
        run::quiet(apt().arg("update"))?;
        let _ = UPDATED.set(());
    }
    run::quiet(
        apt()
            .args(["install", "-y", "--no-install-recommends"])
            .args(packages),
    )
}
