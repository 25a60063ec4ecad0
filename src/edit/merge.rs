//! Two edited versions of one data file, put together by record and field.

use crate::diagnostics::EditProblem;
use crate::records::Conflict;

use super::difference::differences;
use super::patch::{PatchApplied, apply_changes};
use super::splice::Splices;

/// Two versions put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// Our text with their edits. Where both changed the same thing it has ours.
    pub text: String,
    /// The replacements that give our text back.
    pub inverse: Splices,
    /// What both changed, and not alike.
    pub conflicts: Vec<Conflict>,
    /// How many of their changes were made.
    pub made: usize,
    /// How many of their changes we have too.
    pub already: usize,
}

/// Puts two versions of one file together, record by record and field by field, against the version that both started from.
///
/// # Errors
/// One of the texts cannot be edited.
pub fn merge(base: &str, ours: &str, theirs: &str) -> Result<Merged, EditProblem> {
    let merged = apply_changes(ours, &differences(base, theirs)?)?;
    let PatchApplied { text, inverse, conflicts, made, already } = merged;
    Ok(Merged { text, inverse, conflicts, made, already })
}
