//! The open file on disk, which may have changed since it was read, or be gone.

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
