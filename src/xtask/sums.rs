//! SHA-384 sums of the shipped files, in the form that `sha384sum` writes and checks.

use anyhow::{Context, Result, ensure};
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha384};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The file in `dist/` that holds the sums.
pub const FILE: &str = "SHA384SUMS";

/// A line for each file: its sum, two spaces, its name.
pub fn of<'a, T: AsRef<[u8]> + ?Sized + 'a>(
    files: impl IntoIterator<Item = (&'a str, &'a T)>,
) -> String {
    let lines = files.into_iter();
    lines.fold(String::new(), |mut text, (name, content)| {
        // Writing to a String does not fail.
        let _ = writeln!(text, "{}  {name}", hex(content.as_ref()));
        text
    })
}

/// What a script's `integrity` attribute holds.
pub fn integrity(content: &str) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(content)))
}

/// Reads the sums of a folder and compares every file that they name; gives the names.
///
/// # Errors
/// When a file differs or cannot be read, or a line is not one of ours.
pub fn check(folder: &Path) -> Result<Vec<String>> {
    let text = fs::read_to_string(folder.join(FILE)).with_context(|| format!("no {FILE}"))?;
    let mut names = Vec::new();
    for line in text.lines() {
        let (sum, name) = line
            .split_once("  ")
            .with_context(|| format!("{FILE}: `{line}` is not a sum and a name"))?;
        let bytes = fs::read(folder.join(name)).with_context(|| format!("no {name}"))?;
        ensure!(hex(&bytes) == sum, "{name} is not what {FILE} says");
        names.push(name.to_owned());
    }
    Ok(names)
}

fn hex(bytes: &[u8]) -> String {
    Sha384::digest(bytes)
        .iter()
        .fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sum of `abc`, as FIPS 180-4 gives it.
    const ABC: &str = "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7";

    #[test]
    fn a_line_is_what_sha384sum_writes() {
        assert_eq!(of([("a.js", "abc")]), format!("{ABC}  a.js\n"));
    }

    #[test]
    fn an_integrity_is_the_same_sum_in_base64() {
        assert_eq!(
            integrity("abc"),
            "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
        );
    }

    #[test]
    fn a_changed_file_and_a_missing_one_are_named() {
        let folder = std::env::temp_dir().join(format!("aftercare-sums-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let write = |name: &str, text: &str| fs::write(folder.join(name), text).expect("a file");
        write("a.js", "abc");
        write(FILE, &of([("a.js", "abc")]));
        assert_eq!(check(&folder).expect("sums that fit"), ["a.js"]);
        write("a.js", "abd");
        let said = check(&folder).expect_err("another file").to_string();
        assert_eq!(said, "a.js is not what SHA384SUMS says");
        write(FILE, &of([("b.js", "abc")]));
        let said = check(&folder).expect_err("no file").to_string();
        assert_eq!(said, "no b.js");
        fs::remove_dir_all(&folder).expect("the folder");
    }
}
