//! A WordPress of our own: Debian's, copied, with a database and a server that nobody else sees.

use super::plugin::{NAME, plugin};
use crate::install::first_of;
use crate::process::Process;
use crate::release::pack;
use crate::run;
use crate::setup::Places;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where Debian's WordPress stands.
const INSTALLED: &str = "/usr/share/wordpress";

/// What installs it, with what it runs on.
pub const PACKAGES: [&str; 8] = [
    "wordpress",
    "wordpress-theme-twentytwentythree",
    "mariadb-server-core",
    "mariadb-client-core",
    "php-cli",
    "php-mysql",
    "php-xml",
    "php-zip",
];

/// Debian's WordPress, if all that it runs on is here too.
pub fn installed() -> Option<PathBuf> {
    let site = Path::new(INSTALLED);
    let extensions = "exit(extension_loaded('mysqli') && extension_loaded('zip') ? 0 : 1);";
    let all_here = site.join("wp-load.php").exists()
        && site.join("wp-content/themes/twentytwentythree").exists()
        && first_of(&["mariadb-install-db"]).is_some()
        && run::works(Command::new("php").args(["-r", extensions]));
    all_here.then(|| site.to_owned())
}

/// A running WordPress; dropped, it stops.
pub struct Site {
    /// `http://127.0.0.1:PORT`
    pub address: String,
    /// Where whoever visits it keeps pictures.
    pub pictures: PathBuf,
    _server: Process,
    _database: Process,
    /// Of the database's socket, whose path may not be long.
    socket: PathBuf,
}

impl Site {
    /// Starts a new one in `target/wordpress/`; beside it lies the plugin's zip, not installed.
    ///
    /// # Errors
    /// When something cannot be copied or started.
    pub fn start(places: &Places) -> Result<Self> {
        let folder = places.target.join("wordpress");
        if folder.exists() {
            fs::remove_dir_all(&folder)
                .with_context(|| format!("{} cannot be emptied", folder.display()))?;
        }
        fs::create_dir_all(&folder)?;
        zip(places, &folder)?;
        let site = copy(places, &folder)?;
        let socket =
            std::env::temp_dir().join(format!("aftercare-wordpress-{}", std::process::id()));
        let _database = database(&folder, &socket)?;
        let (_server, address) = server(&site, &socket)?;
        let this = Self {
            address,
            pictures: folder.join("pictures"),
            _server,
            _database,
            socket,
        };
        let mut install = php(&this.socket);
        install.arg(places.root.join("tests/wordpress/install.php"));
        run::quiet(install.arg(&site).arg(&this.address))?;
        Ok(this)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.socket);
    }
}

/// The plugin as its owner uploads it.
fn zip(places: &Places, folder: &Path) -> Result<()> {
    let files = plugin(&places.root, &places.root.join("dist"))?;
    let zip = pack::zip(NAME, &files)?;
    Ok(fs::write(folder.join(format!("{NAME}.zip")), zip)?)
}

/// Debian's files without its settings, with ours for tests.
fn copy(places: &Places, folder: &Path) -> Result<PathBuf> {
    let site = folder.join("site");
    run::quiet(
        Command::new("cp")
            .args(["--recursive", "--dereference", INSTALLED])
            .arg(&site),
    )?;
    let tests = places.root.join("tests/wordpress");
    fs::copy(tests.join("wp-config.php"), site.join("wp-config.php"))?;
    run::quiet(
        Command::new("cp")
            .arg("--recursive")
            .arg(tests.join("must-use"))
            .arg(site.join("wp-content/mu-plugins")),
    )?;
    Ok(site)
}

/// A database of our own, on a socket and nowhere else.
fn database(folder: &Path, socket: &Path) -> Result<Process> {
    let data = format!("--datadir={}", folder.join("database").display());
    let mut install = Command::new("mariadb-install-db");
    install.args(["--no-defaults", "--user=root", &data]);
    run::quiet(install.args(["--auth-root-authentication-method=normal", "--skip-test-db"]))?;
    let mut server = with_us("mariadbd");
    server.args([
        "--no-defaults",
        "--user=root",
        "--skip-networking",
        "--skip-log-bin",
        &data,
    ]);
    server.arg(format!("--socket={}", socket.display()));
    let ready = |line: &str| line.contains("ready for connections").then_some(());
    let (database, ()) = Process::tells(&mut server, ready).context("MariaDB")?;
    Ok(database)
}

/// PHP's own server on a free port, which it tells.
fn server(site: &Path, socket: &Path) -> Result<(Process, String)> {
    let mut server = php(socket);
    server.args(["-S", "127.0.0.1:0", "-t"]).arg(site);
    Process::tells(&mut server, address_in).context("PHP's server")
}

/// `[…] PHP 8.2.36 Development Server (http://127.0.0.1:34173) started`
fn address_in(line: &str) -> Option<String> {
    let (_, rest) = line.split_once("Development Server (")?;
    Some(rest.split_once(')')?.0.to_owned())
}

/// PHP that knows where the database is, and writes no letters.
fn php(socket: &Path) -> Command {
    let mut php = with_us("php");
    php.args([
        "-d",
        "sendmail_path=/bin/true",
        "-d",
        "mysqli.allow_persistent=0",
    ]);
    php.env("AFTERCARE_SOCKET", socket);
    php
}

/// A program that ends when we do, however we end.
fn with_us(program: &str) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL", program]);
    command
}

#[cfg(test)]
mod tests {
    use super::address_in;

    #[test]
    fn the_server_tells_where_it_is() {
        let line = "[Thu Nov 26 01:46:19 2026] PHP 8.2.36 Development Server (http://127.0.0.1:34173) started";
        assert_eq!(address_in(line).as_deref(), Some("http://127.0.0.1:34173"));
        assert_eq!(
            address_in("[Thu Nov 26 01:46:19 2026] Failed to listen"),
            None
        );
    }
}
