//! The files of the timeline on disk, which may have changed since they were read, or be gone.

use std::collections::BTreeMap;

/// The open file on disk, compared with what was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnDisk {
    /// Unchanged.
    #[default]
    Same,
    /// Another time or size.
    Changed,
    /// The file no longer exists.
    Gone,
}

/// The time of modification and the size in bytes, by which a change of a file is noticed.
pub type FileStamp = (std::time::SystemTime, u64);

/// One of the files of the timeline on disk.
#[derive(Clone, Debug, Default)]
pub(in crate::session) struct FileOnDisk {
    /// The file, compared with what was read.
    pub(super) on_disk: OnDisk,
    /// Whether it has changed, and was not read since.
    pub(super) is_due: bool,
    /// Why it cannot be read, in a sentence, as long as that is so.
    pub(super) unreadable: Option<String>,
}

/// The files of the timeline on disk, by their numbers, as far as there is anything to say of them. A file that is open
/// alone has the number 0.
pub(in crate::session) type FilesOnDisk = BTreeMap<usize, FileOnDisk>;
