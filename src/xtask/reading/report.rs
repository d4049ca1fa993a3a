//! What `cargo xtask reading` prints.

use super::{FAIL, LONGEST, PARAGRAPH, Reading, WARN, sentence};
use std::fmt;

/// How many of the hardest lines are printed.
const HARDEST: usize = 8;
/// Of fewer words the formula says little.
const FEW: usize = 12;

impl fmt::Display for Reading {
    fn fmt(&self, text: &mut fmt::Formatter) -> fmt::Result {
        let refused = self.refused();
        let warnings = self.warnings();
        part(text, "Refused", &refused)?;
        part(text, "Nearly too hard", &warnings)?;
        writeln!(
            text,
            "{} screens read: {} refused, {} nearly too hard. Refused: grade {FAIL} and above (from {WARN} on it is named here),\n\
             more than {LONGEST} words in a sentence, more than {PARAGRAPH} sentences in a paragraph.\n",
            self.levels.len(),
            refused.len(),
            warnings.len()
        )?;
        writeln!(
            text,
            "  screen                         words sentences  grade  longest"
        )?;
        for level in &self.levels {
            writeln!(text, "{level}")?;
        }
        part(text, "\nThe hardest lines, to begin with", &self.hardest())?;
        writeln!(
            text,
            "Links, buttons, names and help services are left out; numbers too, but for the length of a sentence. The grade\n\
             (Flesch and Kincaid) tells years of school, not whether people understand: read it with them."
        )
    }
}

fn part(text: &mut fmt::Formatter, title: &str, lines: &[String]) -> fmt::Result {
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(text, "{title}:")?;
    lines
        .iter()
        .try_for_each(|line| writeln!(text, "  {line}"))?;
    writeln!(text)
}

impl Reading {
    /// The lines that read hardest, with their grade.
    fn hardest(&self) -> Vec<String> {
        let lines = self
            .lines
            .iter()
            .filter(|line| sentence::length(line) >= FEW);
        let graded = lines.map(|line| (super::grade(&sentence::sentences(line)), line));
        let mut graded: Vec<_> = graded.collect();
        graded.sort_by(|a, b| b.0.total_cmp(&a.0));
        let hardest = graded.into_iter().take(HARDEST);
        hardest
            .map(|(grade, line)| format!("{grade:>4.1}  {line}"))
            .collect()
    }
}
