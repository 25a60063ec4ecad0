//! Problems as text, the same in the terminal, in the panel and in tests.

use std::fmt;

use super::report::{Problem, Report};

impl fmt::Display for Problem {
    /// The problem on a few lines, as compilers print them:
    ///
    /// ```text
    /// error[unknown-id]: no treaty has the id "INV"
    ///   at line 12, column 17
    ///    | "treaty": "INV",
    ///    |           ^^^^^
    ///   help: treaties in this file: INF, ABM
    /// ```
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}[{}]: {}", self.severity.word(), self.code, self.message)?;
        if self.line > 0 {
            match self.column {
                0 => writeln!(f, "  at line {}", self.line)?,
                column => writeln!(f, "  at line {}, column {column}", self.line)?,
            }
        }
        if self.width > 0 {
            writeln!(f, "   | {}", self.excerpt)?;
            writeln!(f, "   | {}{}", " ".repeat(self.caret), "^".repeat(self.width))?;
        }
        if !self.help.is_empty() {
            writeln!(f, "  help: {}", self.help)?;
        }
        Ok(())
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.problems {
            writeln!(f, "{problem}")?;
        }
        match self.unlisted() {
            0 => {}
            n => writeln!(f, "… and {} not listed\n", counted(n, "problem"))?,
        }
        writeln!(f, "{}: {}", self.file, summary(self))
    }
}

/// The counts of a report in words, as in `2 errors, 1 warning`.
pub fn summary(report: &Report) -> String {
    match (report.errors, report.warnings) {
        (0, 0) => "no problems".to_owned(),
        (0, w) => counted(w, "warning"),
        (e, 0) => counted(e, "error"),
        (e, w) => format!("{}, {}", counted(e, "error"), counted(w, "warning")),
    }
}

/// A count with its noun, as in `1 event` or `2 events`; nouns here take a plain `s` or `y` → `ies`.
pub fn counted(n: usize, noun: &str) -> String {
    match (n, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) if noun != "day" => format!("{n} {stem}ies"),
        _ => format!("{n} {noun}s"),
    }
}
