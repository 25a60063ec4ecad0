//! The outcome of reading one file: its problems with lines and columns, after the text is gone.

use super::diagnostic::{Diagnostic, Severity};
use super::problems::FileProblem;
use super::sink::Sink;
use super::source::SourceFile;
use super::span::Span;

/// All problems of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The file's name, as it was asked for.
    pub file: String,
    /// Problems in the order of their places; when there are very many, only the first ones.
    pub problems: Vec<Diagnostic>,
    /// How many errors there are, listed or not.
    pub errors: usize,
    /// How many warnings there are, listed or not.
    pub warnings: usize,
}

impl Report {
    /// Works out the places of all that `sink` holds.
    pub fn new(file: &SourceFile, sink: Sink) -> Self {
        let (findings, [warnings, errors]) = sink.into_sorted();
        let spans: Vec<Span> = findings.iter().filter_map(|finding| finding.span).collect();
        let mut positions = file.positions(&spans).into_iter();
        let problems = findings
            .into_iter()
            .map(|finding| {
                let whole = Diagnostic::on_line(finding.severity, finding.code, finding.problem, 0);
                match finding.span.and_then(|_| positions.next()) {
                    None => whole,
                    Some(at) => Diagnostic {
                        line: at.line,
                        column: at.column,
                        excerpt: at.excerpt,
                        caret: at.caret,
                        width: at.width,
                        cell: at.cell,
                        ..whole
                    },
                }
            })
            .collect();
        Self { file: file.name().to_owned(), problems, errors, warnings }
    }

    /// A report of a single error about a file that could not be read at all.
    pub fn refused(file: &str, code: &'static str, problem: FileProblem) -> Self {
        let problems = vec![Diagnostic::on_line(Severity::Error, code, problem, 0)];
        Self { file: file.to_owned(), problems, errors: 1, warnings: 0 }
    }

    /// How many problems are counted and not listed.
    pub fn unlisted(&self) -> usize {
        self.errors + self.warnings - self.problems.len()
    }
}
