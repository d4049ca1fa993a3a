//! What the commands print.

use crate::lines;
use engine::Problem;
use std::error::Error;
use std::fmt;
use std::io::Write;
use std::path::Path;

/// All problems, one after the other, and how many there are.
fn problems(problems: &[Problem]) -> String {
    counted(problems.iter().map(ToString::to_string).collect())
}

/// As [`problems`], of a content folder: each with the line in its file.
pub fn problems_in(folder: &Path, problems: &[Problem]) -> String {
    let lines = problems.iter();
    counted(
        lines
            .map(|problem| lines::described(folder, problem))
            .collect(),
    )
}

/// Input that is wrong, as one error: every problem of it. Each command that ends with it says it in the same way.
#[derive(Debug)]
pub struct Refused(String);

impl fmt::Display for Refused {
    fn fmt(&self, text: &mut fmt::Formatter) -> fmt::Result {
        text.write_str(&self.0)
    }
}

impl Error for Refused {}

impl From<Vec<Problem>> for Refused {
    fn from(problems: Vec<Problem>) -> Self {
        Self(self::problems(&problems))
    }
}

/// Makes one error of what is wrong in a content folder.
pub fn refused(folder: &Path) -> impl Fn(Vec<Problem>) -> Refused {
    |problems| Refused(problems_in(folder, &problems))
}

fn counted(lines: Vec<String>) -> String {
    let count = if lines.len() == 1 {
        "1 problem".to_owned()
    } else {
        format!("{} problems", lines.len())
    };
    format!("{}\n{count}", lines.join("\n"))
}

/// The size of a file that no visitor fetches; packing it would only make the build slower.
pub fn raw_size(name: &str, bytes: &[u8]) {
    println!("  {name:<22} {:>8} bytes", bytes.len());
}

/// A file's size: raw, gzip 9, brotli 11.
pub fn size(name: &str, bytes: &[u8]) {
    println!(
        "  {name:<22} {:>8} bytes  {:>7} gzip  {:>7} brotli",
        bytes.len(),
        gzip(bytes),
        brotli(bytes).len()
    );
}

fn gzip(bytes: &[u8]) -> usize {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes)
        .and_then(|()| gzip.finish())
        .map_or(0, |packed| packed.len())
}

/// As a host sends it, compressed as far as it goes: brotli, quality 11.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters).unwrap_or_default();
    packed
}
