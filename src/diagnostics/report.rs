//! The outcome of reading one file: its problems with lines and columns, after the text is gone.

use super::diagnostic::{Severity, Sink};
use super::source::{SourceFile, Span};

/// A problem with its place worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad.
    pub severity: Severity,
    /// A stable short name of the rule.
    pub code: &'static str,
    /// What is wrong, without a full stop.
    pub message: String,
    /// What to do; may be empty.
    pub help: String,
    /// Line from 1; 0 when it is about the file as a whole.
    pub line: usize,
    /// Column in characters from 1; 0 when it is about the file or the line as a whole.
    pub column: usize,
    /// The line around the place.
    pub excerpt: String,
    /// How many characters of the excerpt stand before the place.
    pub caret: usize,
    /// How many characters are marked; 0 where there is no excerpt.
    pub width: usize,
}

/// All problems of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The file's name, as it was asked for.
    pub file: String,
    /// Problems in the order of their places; when there are very many, only the first ones.
    pub problems: Vec<Problem>,
    /// How many errors there are, listed or not.
    pub errors: usize,
    /// How many warnings there are, listed or not.
    pub warnings: usize,
}

impl Report {
    /// Works out the places of all that `sink` holds.
    pub fn new(file: &SourceFile, sink: Sink) -> Self {
        let (diagnostics, [warnings, errors]) = sink.into_sorted();
        let spans: Vec<Span> = diagnostics.iter().filter_map(|d| d.span).collect();
        let mut places = file.places(&spans).into_iter();
        let problems = diagnostics
            .into_iter()
            .map(|d| {
                let place = d.span.and_then(|_| places.next());
                let (line, column) = place.as_ref().map_or((0, 0), |p| (p.line, p.column));
                let (caret, width) = place.as_ref().map_or((0, 0), |p| (p.caret, p.width));
                Problem {
                    severity: d.severity,
                    code: d.code,
                    message: d.message,
                    help: d.help,
                    line,
                    column,
                    excerpt: place.map(|p| p.excerpt).unwrap_or_default(),
                    caret,
                    width,
                }
            })
            .collect();
        Self { file: file.name().to_owned(), problems, errors, warnings }
    }

    /// A report of a single error about a file that could not be read at all.
    pub fn unreadable(file: &str, code: &'static str, message: String, help: &str) -> Self {
        let problem = Problem {
            severity: Severity::Error,
            code,
            message,
            help: help.to_owned(),
            line: 0,
            column: 0,
            excerpt: String::new(),
            caret: 0,
            width: 0,
        };
        Self { file: file.to_owned(), problems: vec![problem], errors: 1, warnings: 0 }
    }

    /// How many problems are counted and not listed.
    pub fn unlisted(&self) -> usize {
        self.errors + self.warnings - self.problems.len()
    }
}
