//! Why a file could not be read or compared, as data; `language` words it.

use std::collections::TryReserveError;
use std::io;

use super::Report;

/// Why work outside the window ended without a result, where the file is not to blame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// A fault of this program.
    Fault,
    /// The system refused, in its own words.
    System(String),
}

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// There is no such file.
    NotFound,
    /// This user may not read it.
    Denied,
    /// It is a folder.
    IsFolder,
    /// It is a device, which may have no end.
    IsDevice,
    /// It is a pipe or a socket, on which a window does not wait.
    IsPipe,
    /// More came through a pipe than is taken from one.
    EndlessPipe,
    /// It is larger than any dataset that is read.
    TooLarge,
    /// There is not enough memory; in bytes where that was known before.
    OutOfMemory(Option<MemoryShortage>),
    /// The process that read it was ended.
    Ended(EndedBy),
    /// Reading it was cancelled.
    Cancelled,
    /// Anything else.
    Failed(Failure),
}

/// What ended the process that read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndedBy {
    /// Its limit of memory.
    Memory,
    /// Its limit of time.
    Time,
    /// A fault, or somebody else.
    Fault,
}

/// More memory is needed than there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemoryShortage {
    /// About how many bytes are needed.
    pub needed: u64,
    /// How many bytes are available.
    pub available: u64,
}

/// Why a file could not be compared with another dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompareError {
    /// It could not be read.
    Open(OpenError),
    /// It has errors: half a dataset would differ in what it lacks.
    HasErrors(Box<Report>),
    /// It holds bulk lanes, and only datasets of treaties are compared.
    Bulk,
    /// The dataset that is open is one of bulk lanes.
    OpenIsBulk,
    /// Anything else.
    Failed(Failure),
}

impl From<io::Error> for Failure {
    fn from(err: io::Error) -> Self {
        Self::System(err.to_string())
    }
}

impl From<io::Error> for OpenError {
    fn from(err: io::Error) -> Self {
        match err.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::IsADirectory => Self::IsFolder,
            io::ErrorKind::FileTooLarge => Self::TooLarge,
            io::ErrorKind::OutOfMemory => Self::OutOfMemory(None),
            _ => Self::Failed(err.into()),
        }
    }
}

impl From<TryReserveError> for OpenError {
    fn from(_: TryReserveError) -> Self {
        Self::OutOfMemory(None)
    }
}

impl From<OpenError> for CompareError {
    fn from(err: OpenError) -> Self {
        Self::Open(err)
    }
}
