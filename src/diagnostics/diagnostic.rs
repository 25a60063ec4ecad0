//! One thing that is wrong with a text, and the sink that loaders collect them in.

use super::source::Span;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something was read in a way its author may not expect.
    Warning,
    /// Something could not be read and was left out.
    Error,
}

impl Severity {
    /// The word that people and programs see.
    pub fn word(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// How bad.
    pub severity: Severity,
    /// A stable short name of the rule, as in `unknown-id`.
    pub code: &'static str,
    /// What is wrong, without a full stop.
    pub message: String,
    /// Where; `None` when it is about the file as a whole.
    pub span: Option<Span>,
    /// What to do; may be empty.
    pub help: String,
}

/// How many diagnostics of one severity are kept; the rest are counted. Nobody reads the thousandth.
const KEPT_OF_EACH: usize = 500;

/// Collects diagnostics, so that a loader can go on after the first.
#[derive(Debug, Default)]
pub struct Sink {
    kept: Vec<Diagnostic>,
    counts: [usize; 2],
}

impl Sink {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let count = &mut self.counts[diagnostic.severity as usize];
        *count += 1;
        if *count <= KEPT_OF_EACH {
            self.kept.push(diagnostic);
        }
    }

    /// Whether one more of this severity would only be counted, so that its place need not be looked for.
    pub fn is_full(&self, severity: Severity) -> bool {
        self.counts[severity as usize] >= KEPT_OF_EACH
    }

    /// Counts one that is not kept.
    pub fn count_one_more(&mut self, severity: Severity) {
        self.counts[severity as usize] += 1;
    }

    /// How many of this severity were pushed, kept or not.
    pub fn count(&self, severity: Severity) -> usize {
        self.counts[severity as usize]
    }

    /// Those that were kept, in the order of their places.
    pub(super) fn into_sorted(mut self) -> (Vec<Diagnostic>, [usize; 2]) {
        self.kept.sort_by_key(|d| d.span.map_or(0, |span| span.start));
        (self.kept, self.counts)
    }
}
