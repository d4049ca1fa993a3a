//! How things are found on a machine, and installed: from Debian, from npm, with Cargo.

use crate::setup::Places;
use crate::{run, toolchain};
use anyhow::{Context, Result, bail};
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
    run::quiet(
        updated_apt()?
            .args(["install", "-y", "--no-install-recommends"])
            .args(packages),
    )
}

/// Unpacks a Debian package into a folder of ours: nothing of it starts.
pub(crate) fn unpacked(folder: &Path, package: &str) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    run::quiet(
        updated_apt()?
            .args(["download", package])
            .current_dir(folder),
    )?;
    let files = std::fs::read_dir(folder)?.filter_map(Result::ok);
    let mut archives = files
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|end| end == "deb"));
    let archive = archives.next().context("apt-get downloaded no package")?;
    run::quiet(Command::new("dpkg-deb").arg("-x").arg(archive).arg(folder))
}

/// `apt-get` with the packages as they are today, where this is a Debian system and we may.
fn updated_apt() -> Result<Command> {
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
    Ok(apt())
}
