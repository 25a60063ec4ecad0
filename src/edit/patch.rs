//! Patches: read, written, made of two files, carried out on one.

use crate::diagnostics::EditProblem;
use crate::records::{Conflict, Edit, Origin, Patch};

use super::splice::Splices;

/// A text after a patch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatchApplied {
    /// The text with the changes that are no conflict.
    pub text: String,
    /// The replacements that give the text before back.
    pub inverse: Splices,
    /// What has another value than the patch expects; its changes are not made.
    pub conflicts: Vec<Conflict>,
    /// How many changes were made.
    pub made: usize,
    /// How many were there already.
    pub already: usize,
}

/// A patch from its file.
///
/// # Errors
/// It is no patch, or something in it makes no sense.
pub fn read_patch(bytes: &[u8]) -> Result<Patch, EditProblem> {
    let _ = bytes;
    Err(EditProblem::NoObject)
}

/// The file of a patch.
pub fn write_patch(patch: &Patch) -> String {
    let _ = patch;
    String::new()
}

/// The patch of edits to a data file, all of one origin.
///
/// # Errors
/// The edits cannot be carried out on it.
pub fn make_patch(bytes: &[u8], edits: &[Edit], origin: &Origin) -> Result<Patch, EditProblem> {
    let _ = (bytes, edits, origin);
    Err(EditProblem::NoObject)
}

/// Carries a patch out on the text of a data file. Changes whose record or field has another value than the patch expects are
/// conflicts and not made; those that are there already are counted and not made.
///
/// # Errors
/// The text cannot be edited.
pub fn apply_patch(text: &str, patch: &Patch) -> Result<PatchApplied, EditProblem> {
    let _ = (text, patch);
    Err(EditProblem::NoObject)
}
