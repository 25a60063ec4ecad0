//! What a file says of a record in columns of its own.

/// A text under the name that the file gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedText {
    /// The name, as in the head of a column.
    pub name: Box<str>,
    /// The text.
    pub text: Box<str>,
}
