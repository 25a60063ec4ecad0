//! Why a file could not be written.

use super::{Diagnostic, Failure, OpenError};

/// Why a file could not be written; each language has its words for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteProblem {
    /// The folder that it should lie in is not there.
    NoFolder,
    /// There is a folder of that name.
    IsFolder,
    /// What has that name is neither a file nor a folder: a device, a pipe, a link that leads to itself.
    NotAFile,
    /// The file may be read, and not changed.
    ReadOnly,
    /// The folder may not be written to.
    FolderReadOnly,
    /// The system does not allow that name.
    BadName,
    /// There is no room left.
    Full,
    /// Writing failed half-way and so did putting back what was there: it is in the file of this name.
    Spoilt(String),
    /// The dataset that is to be saved with more records is not where it was opened from.
    BaseGone(String),
    /// The picture would have so many millions of pixels, and may have so many.
    TooManyPixels(u64, u64),
    /// A side of the picture would be shorter than a pixel, or longer than so many.
    PictureSide(u32),
    /// The picture would have no lanes.
    NoLanes,
    /// There are no bookmarks to make pages of.
    NoBookmarks,
    /// The page is too small for so many rows.
    PageTooSmall(usize),
    /// There would be so many pages, and may be so many.
    TooManyPages(usize, usize),
    /// It was no longer wanted.
    Cancelled,
    /// The file of this name, to which records are to be added, could not be read.
    BaseUnreadable(String, OpenError),
    /// The dataset would have this error.
    Faulty(Box<Diagnostic>),
    /// Anything else.
    Failed(Failure),
}
