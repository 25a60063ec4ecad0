//! A file that is read once, from its beginning to its end: what comes through a pipe does not come twice.

use std::fs::{File, Metadata};
use std::io::{self, Read, Seek as _};
use std::path::Path;

use crate::load::{HEAD_BYTES, Watch};

use super::room;

/// How much is read between two looks at the watch: small enough to cancel at once, large enough to be fast.
const CHUNK: usize = 1 << 20;
/// No dataset is larger. A file is held in memory as a whole while it is read.
pub(super) const MAX_BYTES: u64 = 2 << 30;
/// No more is taken from a pipe, which may have no end: 256 MiB.
const MAX_STREAM: u64 = 256 << 20;
/// The share of the work that reading bytes takes.
pub(super) const READ_SHARE: f32 = 0.2;

/// Why something is not read, beside what the system says.
pub(super) const DEVICE: &str = "a device";
pub(super) const PIPE: &str = "a pipe";
pub(super) const ENDLESS: &str = "more than a pipe may give";

/// Refuses what a window must not open: opening a pipe waits until another program writes to it, perhaps for ever. On the
/// command line that is what is asked for, and a key ends it.
///
/// # Errors
/// Those of the system; of pipes and sockets [`io::ErrorKind::Unsupported`].
pub(super) fn refuse_pipe(path: &Path) -> io::Result<()> {
    let metadata = std::fs::metadata(path)?;
    if metadata.is_file() || metadata.is_dir() || is_device(&metadata) {
        return Ok(());
    }
    Err(io::Error::new(io::ErrorKind::Unsupported, PIPE))
}

/// A file that is open, with its first bytes, which tell its format.
pub(super) struct InputFile {
    file: File,
    head: Vec<u8>,
    len: u64,
    is_stream: bool,
}

impl InputFile {
    /// Opens a file and reads its first bytes.
    ///
    /// # Errors
    /// Those of the system; of folders [`io::ErrorKind::IsADirectory`], of devices [`io::ErrorKind::Unsupported`].
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let mut file = File::open(path)?;
        let metadata = file.metadata()?;
        if metadata.is_dir() {
            return Err(io::Error::from(io::ErrorKind::IsADirectory));
        }
        if is_device(&metadata) {
            return Err(io::Error::new(io::ErrorKind::Unsupported, DEVICE));
        }
        let mut head = Vec::new();
        Read::by_ref(&mut file).take(HEAD_BYTES as u64).read_to_end(&mut head)?;
        let is_stream = !metadata.is_file();
        Ok(Self { file, head, len: metadata.len(), is_stream })
    }

    /// The first bytes.
    pub(super) fn head(&self) -> &[u8] {
        &self.head
    }

    /// How long it is, in bytes; of a pipe nobody knows.
    pub(super) fn len(&self) -> u64 {
        self.len
    }

    /// Whether it cannot be read again.
    pub(super) fn is_stream(&self) -> bool {
        self.is_stream
    }

    /// All of its bytes, as they come.
    pub(super) fn reader(&mut self) -> impl Read {
        self.head.as_slice().chain(&mut self.file)
    }

    /// Goes back to where it stood when it was opened.
    pub(super) fn rewind(&mut self) -> io::Result<()> {
        self.file.seek(io::SeekFrom::Start(self.head.len() as u64)).map(|_place| ())
    }

    /// All of its bytes; `None` when `watch` called it off.
    ///
    /// # Errors
    /// Those of the system, and where it is too large: of a file, of a pipe, of the memory that there is.
    pub(super) fn bytes(self, watch: &dyn Watch) -> io::Result<Option<Vec<u8>>> {
        let Self { mut file, head: mut bytes, len, is_stream } = self;
        if len > MAX_BYTES {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        room::for_native(len)?;
        bytes.try_reserve_exact((len as usize).saturating_sub(bytes.len()))?;
        loop {
            if watch.is_cancelled() {
                return Ok(None);
            }
            if Read::by_ref(&mut file).take(CHUNK as u64).read_to_end(&mut bytes)? == 0 {
                room::for_records(&bytes)?;
                return Ok(Some(bytes));
            }
            let so_far = bytes.len() as u64;
            if is_stream && so_far > MAX_STREAM {
                return Err(io::Error::new(io::ErrorKind::FileTooLarge, ENDLESS));
            }
            if so_far > MAX_BYTES {
                return Err(io::Error::from(io::ErrorKind::FileTooLarge));
            }
            watch.reached(READ_SHARE * (so_far as f32 / len.max(1) as f32).min(1.0));
        }
    }
}

/// Whether it gives bytes without end, or takes them from a hand.
#[cfg(unix)]
fn is_device(metadata: &Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt as _;
    metadata.file_type().is_char_device() || metadata.file_type().is_block_device()
}

#[cfg(not(unix))]
fn is_device(_metadata: &Metadata) -> bool {
    false
}
