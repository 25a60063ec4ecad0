//! Why an edit, a patch or a merge was refused.

use super::Failure;

/// Why an edit was refused. Lists are named as in the data file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditProblem {
    /// The text is not JSON, or not an object.
    NoObject,
    /// The file is not in the native format, which alone can be edited.
    NotNative,
    /// The bytes are no text, or would not come out as they are.
    NotText,
    /// A field of the file that should be a list is none.
    NoList(&'static str),
    /// The list has no record of this id.
    NoRecord(&'static str, String),
    /// The list has more than one record of this id.
    Ambiguous(&'static str, String),
    /// The id is another record's.
    IdTaken(&'static str, String),
    /// A record needs an id.
    NoId(&'static str),
    /// What is to be added is not an object, or has another id than the edit.
    BadRecord(&'static str, String),
    /// The dataset itself can neither be added nor removed.
    WholeDataset,
    /// The patch is not JSON; the line and the column where it is not.
    PatchSyntax(usize, usize),
    /// The file is not a patch, or one of a later version: what it says of its format.
    NotAPatch(String),
    /// A change of the patch, counted from 1, has no such list.
    UnknownList(usize, String),
    /// A change of the patch, counted from 1, lacks this field, or has no text in it.
    PatchField(usize, &'static str),
    /// The patch does not start from this file: so many of its changes expect something else.
    OtherBase(usize),
    /// Anything else.
    Failed(Failure),
}
