//! Collects what loaders find, so that they can go on after the first problem.

use super::diagnostic::Severity;
use super::problems::Problem;
use super::span::Span;

/// A problem as a loader finds it: its position is a range of bytes.
#[derive(Clone, Debug)]
pub struct Finding {
    /// How bad.
    pub severity: Severity,
    /// A stable short name of the rule, as in `unknown-id`.
    pub code: &'static str,
    /// What is wrong.
    pub problem: Problem,
    /// Where; `None` when it is about the file as a whole.
    pub span: Option<Span>,
}

/// How many findings of one severity are kept; the rest are counted. Nobody reads the thousandth.
const MAX_OF_EACH: usize = 500;

/// Collects findings.
#[derive(Debug, Default)]
pub struct Sink {
    findings: Vec<Finding>,
    counts: [usize; 2],
}

impl Sink {
    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        let count = &mut self.counts[finding.severity as usize];
        *count += 1;
        if *count <= MAX_OF_EACH {
            self.findings.push(finding);
        }
    }

    /// Whether one more of this severity would only be counted, so that its place need not be looked for.
    pub fn is_full(&self, severity: Severity) -> bool {
        self.counts[severity as usize] >= MAX_OF_EACH
    }

    /// Counts one that is not kept.
    pub fn count_one_more(&mut self, severity: Severity) {
        self.counts[severity as usize] += 1;
    }

    /// How many of this severity were pushed, kept or not.
    pub fn count(&self, severity: Severity) -> usize {
        self.counts[severity as usize]
    }

    /// Those that were kept, by place, and the counts of warnings and errors.
    pub(super) fn into_sorted(mut self) -> (Vec<Finding>, [usize; 2]) {
        self.findings.sort_by_key(|finding| finding.span.map_or(0, |span| span.start));
        (self.findings, self.counts)
    }
}
