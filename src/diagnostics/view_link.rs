//! What is wrong with a link to a view, and what of one could not be shown.

use crate::domain::EdtfDate;

/// Why a text is not a link to a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewLinkProblem {
    /// It does not begin as one.
    NotALink,
    /// It ends before it says anything.
    Empty,
    /// It has characters that no link has, such as control characters.
    BadCharacters,
    /// It is longer than this many bytes.
    TooLong(usize),
}

/// What of a link to a view was not shown, or why the picture may be another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewLinkNote {
    /// It was made for another dataset, by its title.
    OtherDataset(String, Option<EdtfDate>),
    /// It was made for another version of the open dataset, by its title and the day to which that was current.
    OtherVersion(String, Option<EdtfDate>),
    /// It was made of a timeline on which these files stood too, by name; a link does not hold them.
    FilesBeside(Vec<String>),
    /// The open dataset has none of these ids and names.
    Missing(Vec<String>),
    /// It has the form of a newer version of the program.
    NewerForm(String),
    /// A part that this version does not know, by its name.
    UnknownPart(String),
    /// A part whose value cannot be read: its name, and the value.
    BadValue(&'static str, String),
    /// A part that is there twice; the first one holds.
    Repeated(&'static str),
}
