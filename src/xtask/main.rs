//! `cargo xtask …`: the project's commands.

mod flags;

use anyhow::{Context, Result, bail};
use flags::{NewCmd, Xtask, XtaskCmd};
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use xtask::server::{Server, Site};
use xtask::setup::{self, Places};
use xtask::{
    Refused, bench, browsers, certificate, content, dist, languages, new, plan, prove, reading,
    refused, release, review, schema, supply, test, todo,
};

/// The exit code for input that is wrong.
const WRONG_INPUT: u8 = 2;

fn main() -> ExitCode {
    let flags = match Xtask::from_env() {
        Ok(flags) => flags,
        Err(error) if error.is_help() => {
            println!("{error}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            return wrong_input(&format!("error: {error}\n  hint: cargo xtask --help"));
        }
    };
    match run(flags.subcommand) {
        Ok(code) => code,
        Err(error) => match error.downcast_ref::<Refused>() {
            Some(refused) => wrong_input(refused),
            None => {
                eprintln!("error: {error:#}");
                ExitCode::FAILURE
            }
        },
    }
}

fn run(command: XtaskCmd) -> Result<ExitCode> {
    let places = Places::new();
    match command {
        XtaskCmd::Serve(serve) => self::serve(&places, serve.port.unwrap_or(8080))?,
        XtaskCmd::Test(flags) => return Ok(code(test::run(&places, flags.filter.as_deref())?)),
        XtaskCmd::Prove(_) => return Ok(code(prove::run(&places)?)),
        XtaskCmd::Build(_) => build(&places)?,
        XtaskCmd::Release(flags) => release::run(&places, flags.draft)?,
        XtaskCmd::SupplyChain(_) => return Ok(code(supply::run(&places)?)),
        XtaskCmd::Gallery(_) => browsers::gallery(&places)?,
        XtaskCmd::Bench(flags) => bench::run(&places, flags.runs)?,
        XtaskCmd::Leaks(_) => browsers::leaks(&places)?,
        XtaskCmd::Wordpress(_) => browsers::wordpress(&places)?,
        XtaskCmd::Check(check) => return self::check(&content_in(&places, check.folder)),
        XtaskCmd::New(flags) => self::new(&places, flags.subcommand)?,
        XtaskCmd::Review(flags) => {
            let files = review::sheets(&content_in(&places, flags.folder))?;
            review::write(&places.target, &files)?;
        }
        XtaskCmd::Graph(flags) => {
            let file = review::graph(&content_in(&places, flags.folder))?;
            review::write(&places.target, &[file])?;
        }
        XtaskCmd::Schema(flags) => schema::write(&content_in(&places, flags.folder))?,
        XtaskCmd::Reading(_) => return self::reading(&places),
        XtaskCmd::Plan(flags) => return self::plan(&places, &flags.answers),
    }
    Ok(ExitCode::SUCCESS)
}

/// The content folder: the one given, or the shipped one.
fn content_in(places: &Places, given: Option<PathBuf>) -> PathBuf {
    given.unwrap_or_else(|| places.root.join("src/content"))
}

/// The exit code for whether all went well.
fn code(all_well: bool) -> ExitCode {
    if all_well {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn build(places: &Places) -> Result<()> {
    let toolchain = setup::for_build(places)?;
    println!("Building dist/");
    dist::build(&places.root, &places.target, &toolchain)
}

fn serve(places: &Places, port: u16) -> Result<()> {
    build(places)?;
    let site = |_: &str| Site {
        folder: places.root.join("dist"),
        ..Site::default()
    };
    let server = (port..port.saturating_add(20)).find_map(|port| Server::start(port, site).ok());
    let server = server.with_context(|| format!("no free port from {port} on; try --port"))?;
    println!("Open {}/  (Ctrl-C stops)", server.address);
    server.wait();
    Ok(())
}

fn check(folder: &Path) -> Result<ExitCode> {
    let whole = certificate::whole(folder)?;
    let guides = &whole.guides;
    let codes = guides.iter();
    let codes: Vec<_> = codes
        .map(|guide| guide.words.language.code.as_str())
        .collect();
    let text = format!(
        "{}{}No problems: {} questions, {} recommendations, {} regions, in {}",
        todo::list(&whole.drafts),
        certificate::print(&whole),
        guides[0].questions().len(),
        guides[0].recommendation_keys().count(),
        guides[0].region_keys().count(),
        codes.join(", ")
    );
    // Whoever reads may stop before the end; that is not a failure.
    let _ = writeln!(std::io::stdout(), "{text}");
    Ok(ExitCode::SUCCESS)
}

fn new(places: &Places, what: NewCmd) -> Result<()> {
    let next = match what {
        NewCmd::Language(_) => {
            "translate these files, and let a clinician who speaks the language review them"
                .to_owned()
        }
        _ => format!("write what is marked {}", new::TO_WRITE),
    };
    let files = match what {
        NewCmd::Question(flags) => new::question(&content_in(places, flags.folder), &flags.name),
        NewCmd::Recommendation(flags) => {
            new::recommendation(&content_in(places, flags.folder), &flags.name)
        }
        NewCmd::Language(flags) => {
            let language = new::Language {
                code: flags.code,
                name: flags.called,
                direction: flags.direction,
            };
            new::language(&content_in(places, flags.folder), &language)
        }
        NewCmd::Guide(flags) => {
            new::guide(&flags.folder.unwrap_or_else(|| ".".into()), &flags.name)
        }
    }?;
    let lines = files.iter().map(|file| format!("  {}", file.display()));
    println!("Written:\n{}", lines.collect::<Vec<_>>().join("\n"));
    println!("The check passes. Now {next}.");
    Ok(())
}

fn reading(places: &Places) -> Result<ExitCode> {
    let reading = reading::read(&places.root)?;
    // Whoever reads may stop before the end; that is not a failure.
    let _ = write!(std::io::stdout(), "{reading}");
    Ok(match reading.refused().is_empty() {
        true => ExitCode::SUCCESS,
        false => ExitCode::from(WRONG_INPUT),
    })
}

fn plan(places: &Places, file: &Path) -> Result<ExitCode> {
    let folder = places.root.join("src/content");
    let guide = content::load(&folder, languages::SOURCE).map_err(refused(&folder))?;
    let text = match read(file) {
        Ok(text) => text,
        Err(error) => {
            let hint = "--answers takes a file of JSON, or - for standard input";
            return Ok(wrong_input(&format!("error: {error:#}\n  hint: {hint}")));
        }
    };
    let plans = plan::run(&guide, &text).map_err(Refused::from)?;
    let json = serde_json::to_string_pretty(&plans).context("JSON")?;
    // Whoever reads may stop before the end; that is not a failure.
    let _ = writeln!(std::io::stdout(), "{json}");
    Ok(ExitCode::SUCCESS)
}

fn read(file: &Path) -> Result<String> {
    if file != Path::new("-") {
        return std::fs::read_to_string(file)
            .with_context(|| format!("{} cannot be read", file.display()));
    }
    if std::io::stdin().is_terminal() {
        bail!("nothing stands on standard input");
    }
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .context("standard input is not UTF-8 text")?;
    Ok(text)
}

fn wrong_input(said: &impl std::fmt::Display) -> ExitCode {
    eprintln!("{said}");
    ExitCode::from(WRONG_INPUT)
}
