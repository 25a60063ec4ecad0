//! Edits carried out on the text of a data file.

use crate::diagnostics::EditProblem;
use crate::records::Edit;

use super::splice::Splices;

/// A text after edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The text.
    pub text: String,
    /// The replacements that were made in the text before, to make them again.
    pub splices: Splices,
    /// The replacements in the text after, which give the text before back byte for byte.
    pub inverse: Splices,
}

/// Carries out edits, one after the other: all of them or none. Of a value that is given anew only the part is written that
/// differs; an edit that changes nothing writes nothing.
///
/// # Errors
/// Why the first edit that makes no sense was refused.
pub fn apply(text: &str, edits: &[Edit]) -> Result<Applied, EditProblem> {
    let _ = (text, edits);
    Err(EditProblem::NoObject)
}
