//! Wrong content is said in one way by every command that reads it: every problem with its line and a hint, and the exit code 2.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The program, built for this test run.
const XTASK: &str = env!("CARGO_BIN_EXE_xtask");

/// A small guide of one's own, gone when it goes out of scope.
struct Guide(PathBuf);

impl Guide {
    fn new(name: &str) -> Self {
        let folder = format!("aftercare-guide-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(folder);
        fs::create_dir_all(&folder).expect("a folder");
        said(
            &[
                "new",
                "guide",
                "mine",
                "--folder",
                &folder.to_string_lossy(),
            ],
            0,
        );
        Self(folder)
    }

    fn content(&self) -> PathBuf {
        self.0.join("mine")
    }
}

impl Drop for Guide {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

/// What a command says, which ends with this code.
fn said(arguments: &[&str], code: i32) -> String {
    let output = Command::new(XTASK).args(arguments).output().expect("xtask");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
    said
}

fn change(file: &Path, find: &str, replace: &str) {
    let text = fs::read_to_string(file).expect("text");
    assert!(text.contains(find), "{find} is not in {}", file.display());
    fs::write(file, text.replacen(find, replace, 1)).expect("written");
}

#[test]
fn every_command_says_the_same_of_it() {
    let guide = Guide::new("wrong");
    let folder = guide.content().display().to_string();
    change(
        &guide.content().join("guide.toml"),
        "need = \"",
        "need = \"x",
    );
    fs::write(guide.content().join("en/help.md"), "# Help\n\n**Call.**\n").expect("written");
    let check = said(&["check", &folder], 2);
    assert!(
        check.contains("guide.toml:") && check.contains("help.md:3: "),
        "{check}"
    );
    assert!(
        check.contains("  hint: ") && check.contains(" problems\n"),
        "{check}"
    );
    for command in [&["review"][..], &["graph"]] {
        let arguments = [command, &[&folder]].concat();
        assert_eq!(said(&arguments, 2), check, "{arguments:?}");
    }
    let new = said(&["new", "question", "weather", "--folder", &folder], 2);
    assert_eq!(new, check);
}

#[test]
fn a_folder_without_a_guide_is_said_as_such() {
    let nowhere = "src/nowhere";
    for arguments in [
        &["check", nowhere][..],
        &["review", nowhere],
        &["graph", nowhere],
        &["schema", nowhere],
    ] {
        let said = said(arguments, 2);
        assert!(
            said.contains("src/nowhere/guide.toml: there is no guide in this folder"),
            "{said}"
        );
        assert!(said.ends_with("1 problem\n"), "{said}");
    }
}

#[test]
fn a_journey_that_answers_what_is_not_asked_is_said_with_its_line() {
    let guide = Guide::new("journey");
    let journeys = guide.content().join("journeys");
    fs::write(
        journeys.join("lost.toml"),
        "name = \"Lost\"\n\n[answers]\nwhn = \"today\"\n",
    )
    .expect("written");
    fs::write(journeys.join("torn.toml"), "name = \"Torn\n").expect("written");
    let said = said(&["review", &guide.content().display().to_string()], 2);
    assert!(
        said.contains("journeys/lost.toml:4: `whn`: there is no such question"),
        "{said}"
    );
    assert!(said.contains("journeys/torn.toml:1: "), "{said}");
    assert!(said.ends_with("2 problems\n"), "{said}");
}

/// A link to a folder around it, a link to itself, a folder without end, and what is no file.
#[cfg(unix)]
#[test]
fn a_folder_that_leads_nowhere_is_said_with_its_place() {
    use std::os::unix::{fs::symlink, net::UnixListener};
    let guide = Guide::new("loop");
    let content = guide.content();
    symlink("..", content.join("en/around")).expect("a link");
    symlink("itself", content.join("itself")).expect("a link");
    let deep = ["deep"; 20].join("/");
    fs::create_dir_all(content.join(&deep)).expect("folders");
    UnixListener::bind(content.join("socket")).expect("a socket");
    let folder = content.display().to_string();
    let check = said(&["check", &folder], 2);
    for (place, message) in [
        ("en/around", "it is a link to a folder that it stands in"),
        ("itself", "it is a link that leads back to itself"),
        ("deep/deep", "folders lie in one another here"),
        ("socket", "it is neither a file nor a folder"),
    ] {
        let line = check.lines().find(|line| line.contains(message));
        let line = line.unwrap_or_else(|| panic!("{message}\n{check}"));
        assert!(line.contains(&format!("{folder}/{place}")), "{line}");
    }
    assert!(check.ends_with("4 problems\n"), "{check}");
    assert_eq!(
        said(&["new", "question", "weather", "--folder", &folder], 2),
        check
    );
}

/// Where a file or a folder is asked for.
#[cfg(unix)]
#[test]
fn a_link_to_itself_in_place_of_a_file_is_said() {
    let guide = Guide::new("itself");
    for place in ["en/help.md", "en/recommendations"] {
        let place = guide.content().join(place);
        fs::remove_dir_all(&place)
            .or_else(|_| fs::remove_file(&place))
            .ok();
        std::os::unix::fs::symlink(&place, &place).expect("a link");
    }
    let said = said(&["check", &guide.content().display().to_string()], 2);
    for place in ["en/help.md", "en/recommendations"] {
        assert!(
            said.contains(&format!(
                "mine/{place}: it is a link that leads back to itself"
            )),
            "{said}"
        );
    }
}
