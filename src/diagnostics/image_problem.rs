//! Why the picture of an event is not shown.

/// Why the picture of an event is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageProblem {
    /// There is no such file in the folder of the data file or below.
    NoFile,
    /// The file, or what is in it, is larger than a picture that is shown may be.
    TooLarge,
    /// It is damaged, or of a kind that only other programs show.
    Unreadable,
}
