//! Links to views: why a text is none, and what of one could not be shown.

use crate::diagnostics::{ViewLinkNote, ViewLinkProblem};

use super::{Language, english, russian};

/// How many missing ids a note names.
const MAX_NAMED: usize = 6;

impl Language {
    /// Why a text is not a link to a view.
    pub fn view_link_problem(self, problem: ViewLinkProblem) -> String {
        match self {
            Self::English => english::view_link::view_link_problem(problem),
            Self::Russian => russian::view_link::view_link_problem(problem),
        }
    }

    /// What of a link was not shown, in one sentence.
    pub fn view_link_note(self, note: &ViewLinkNote) -> String {
        match self {
            Self::English => english::view_link::view_link_note(note),
            Self::Russian => russian::view_link::view_link_note(note),
        }
    }
}

/// The first of many names, and how many more there are.
pub(super) fn named(names: &[String]) -> (String, usize) {
    let first = names.get(..MAX_NAMED).unwrap_or(names);
    (first.join(", "), names.len() - first.len())
}
