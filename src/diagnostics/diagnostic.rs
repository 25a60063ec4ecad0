//! One problem of a file, and where it is.

use super::grid::CellPosition;
use super::problems::Problem;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something was read in a way its author may not expect.
    Warning,
    /// Something could not be read and was left out.
    Error,
}

impl Severity {
    /// The word that programs see.
    pub fn key(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A problem with its line and column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad.
    pub severity: Severity,
    /// A stable short name of the rule, as in `unknown-id`.
    pub code: &'static str,
    /// What is wrong.
    pub problem: Problem,
    /// Line from 1; 0 when it is about the file as a whole.
    pub line: usize,
    /// Column in characters from 1; 0 when it is about the file or the line as a whole.
    pub column: usize,
    /// The line around the place.
    pub excerpt: String,
    /// How many characters of the excerpt come before the place.
    pub caret: usize,
    /// How many characters are marked; 0 where there is no excerpt.
    pub width: usize,
    /// The cell that it is about, in a table.
    pub cell: Option<CellPosition>,
}

impl Diagnostic {
    /// A problem on a line, from 1, without an excerpt; 0 for the file as a whole.
    pub fn on_line(severity: Severity, code: &'static str, problem: impl Into<Problem>, line: usize) -> Self {
        let problem = problem.into();
        Self {
            severity,
            code,
            problem,
            line,
            column: 0,
            excerpt: String::new(),
            caret: 0,
            width: 0,
            cell: None,
        }
    }
}
