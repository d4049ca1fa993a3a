//! The lines of `src/docs/hosting.md` in the servers that they are for: nginx and Apache send what the browser tests run with, also
//! where the host has a strict policy for every file, and whatever language the guide is in.

mod support;

use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use support::root;
use xtask::process::Process;
use xtask::setup::{Hosts, Places};

/// How long a server may take to listen.
const PATIENCE: Duration = Duration::from_secs(20);
const STRICT: &str = "default-src 'self'";

/// Every block of lines in the text, in order: the headers, nginx, Apache, `_headers`.
fn blocks() -> Vec<String> {
    let text = fs::read_to_string(root().join("src/docs/hosting.md")).expect("hosting.md");
    text.split("```")
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

/// A server on a free port, with a site of its own; dropped, it ends.
struct Host {
    folder: PathBuf,
    port: u16,
    process: Process,
}

impl Host {
    /// `start` writes what the server needs into the folder, and gives the command. Without servers on the machine there is none.
    fn start(name: &str, start: impl Fn(&Hosts, &Path, u16) -> Command) -> Option<Self> {
        let hosts = Hosts::find(&Places::new())?;
        let folder = std::env::temp_dir().join(format!("aftercare-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        for file in ["guide.en.html", "guide.pt-BR.html", "index.html"] {
            fs::write(folder.join(file), "<p>x</p>").expect("a file");
        }
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|free| free.local_addr());
        let port = free.expect("a free port").port();
        let process = Process::start(&mut start(&hosts, &folder, port));
        let process = process.expect("a server");
        Some(Self {
            folder,
            port,
            process,
        })
    }

    /// The lines that it answers with.
    fn head(&mut self, file: &str) -> String {
        let begun = Instant::now();
        let mut connection = loop {
            match TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)) {
                Ok(connection) => break connection,
                Err(error) if error.kind() == ErrorKind::ConnectionRefused => {
                    assert!(
                        self.process.runs() && begun.elapsed() < PATIENCE,
                        "it does not listen"
                    );
                    std::thread::yield_now();
                }
                Err(error) => panic!("{error}"),
            }
        };
        write!(connection, "HEAD /{file} HTTP/1.0\r\n\r\n").expect("a request");
        let mut answer = String::new();
        connection.read_to_string(&mut answer).expect("an answer");
        assert!(
            answer
                .lines()
                .next()
                .is_some_and(|line| line.contains(" 200 ")),
            "{file}: {answer}"
        );
        answer.replace('\r', "")
    }

    /// The guide has the documented headers and no other policy; the page around keeps the host's.
    fn sends_what_is_documented(&mut self) {
        let documented = blocks().remove(0);
        for file in ["guide.en.html", "guide.pt-BR.html"] {
            let head = self.head(file);
            for line in documented.trim().lines() {
                assert!(
                    head.contains(&format!("\n{line}\n")),
                    "{file}, {line}: {head}"
                );
            }
            assert_eq!(
                head.matches("Content-Security-Policy:").count(),
                1,
                "{file}: {head}"
            );
        }
        let around = self.head("index.html");
        assert!(
            around.contains(&format!("Content-Security-Policy: {STRICT}\n")),
            "{around}"
        );
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

#[test]
fn nginx_sends_the_documented_headers() {
    let host = Host::start("nginx", |hosts, folder, port| {
        let (lines, site) = (&blocks()[1], folder.display());
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|kind| format!("{kind}_temp_path {site}/{kind};"));
        let configuration = format!(
            "daemon off; master_process off; pid {site}/pid; error_log stderr; events {{}}\n\
             http {{ access_log off; {} server {{ listen 127.0.0.1:{port}; root {site};\n\
             add_header Content-Security-Policy \"{STRICT}\" always;\n{lines} }} }}",
            temporary.concat()
        );
        fs::write(folder.join("nginx.conf"), configuration).expect("a file");
        let mut nginx = Command::new(&hosts.nginx);
        nginx.arg("-c").arg(folder.join("nginx.conf"));
        nginx
    });
    // Not every system has it.
    if let Some(mut host) = host {
        host.sends_what_is_documented();
    }
}

/// Apache with these lines of its own, and the documented ones in the site's `.htaccess`.
fn apache(name: &str, own: &str) -> Option<Host> {
    Host::start(name, |hosts, folder, port| {
        fs::write(folder.join(".htaccess"), &blocks()[2]).expect("a file");
        let (site, modules) = (folder.display(), hosts.modules.display());
        let own = own.replace("{modules}", &modules.to_string());
        let configuration = format!(
            "ServerRoot {site}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {site}/pid\nErrorLog {site}/log\n\
             LoadModule mpm_event_module {modules}/mod_mpm_event.so\nLoadModule authz_core_module {modules}/mod_authz_core.so\n{own}\n\
             DocumentRoot {site}\n<Directory {site}>\nAllowOverride All\nRequire all granted\n</Directory>\n"
        );
        fs::write(folder.join("apache.conf"), configuration).expect("a file");
        let mut apache = Command::new(&hosts.apache);
        apache.arg("-X").arg("-f").arg(folder.join("apache.conf"));
        apache
    })
}

#[test]
fn apache_sends_the_documented_headers() {
    let own = format!(
        "LoadModule headers_module {{modules}}/mod_headers.so\nHeader set Content-Security-Policy \"{STRICT}\""
    );
    if let Some(mut host) = apache("apache", &own) {
        host.sends_what_is_documented();
    }
}

/// As Debian installs it; lines that it does not know would make every page of the folder an error.
#[test]
fn apache_without_the_module_for_headers_still_sends_the_pages() {
    if let Some(mut host) = apache("apache-plain", "") {
        let head = host.head("index.html");
        assert!(!head.contains("Content-Security-Policy"), "{head}");
    }
}
