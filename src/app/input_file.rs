//! A file that is read once, from start to end, because a pipe cannot be read again.

use std::fs::{File, Metadata};
use std::io::{self, IsTerminal as _, Read, Seek as _};
use std::path::Path;

use crate::diagnostics::OpenError;
use crate::load::{HEAD_BYTES, Watch};

use super::memory_budget;

/// Bytes read between two checks of the watch: few enough to cancel at once, enough to be fast.
const CHUNK: usize = 1 << 20;
/// Maximum size of a dataset in bytes. It is held in memory as a whole.
pub(super) const MAX_BYTES: u64 = 2 << 30;
/// Maximum read from a pipe, which may have no end: 256 MiB.
const MAX_STREAM: u64 = 256 << 20;
/// The share of reading bytes in the progress of loading.
pub(super) const READ_SHARE: f32 = 0.2;

/// Refuses pipes, which a window must not open: that waits for another program to write, perhaps for ever.
///
/// On the command line that is what was asked for, and a key ends it.
///
/// # Errors
/// [`OpenError::IsPipe`] for pipes and sockets, and those of the system.
pub(super) fn refuse_pipe(path: &Path) -> Result<(), OpenError> {
    let metadata = std::fs::metadata(path)?;
    if metadata.is_file() || metadata.is_dir() || is_device(&metadata) {
        return Ok(());
    }
    Err(OpenError::IsPipe)
}

/// What stands for standard input in place of a path, on the command line.
pub(super) const STANDARD_INPUT: &str = "-";

/// What bytes come from.
enum Input {
    File(File),
    Standard(io::Stdin),
}

impl Read for Input {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::File(file) => file.read(buffer),
            Self::Standard(input) => input.read(buffer),
        }
    }
}

/// An open file with its first bytes, which tell its format.
pub(super) struct InputFile {
    file: Input,
    head: Vec<u8>,
    len: u64,
    is_stream: bool,
}

impl InputFile {
    /// Opens a file, or standard input for `-`, and reads its first bytes.
    ///
    /// # Errors
    /// Those of the system, and of folders and devices.
    pub(super) fn open(path: &Path) -> Result<Self, OpenError> {
        if path.as_os_str() == STANDARD_INPUT {
            return Self::standard();
        }
        let mut file = File::open(path)?;
        let metadata = file.metadata()?;
        if metadata.is_dir() {
            return Err(OpenError::IsFolder);
        }
        if is_device(&metadata) {
            return Err(OpenError::IsDevice);
        }
        let mut head = Vec::new();
        Read::by_ref(&mut file).take(HEAD_BYTES as u64).read_to_end(&mut head)?;
        let is_stream = !metadata.is_file();
        Ok(Self { file: Input::File(file), head, len: metadata.len(), is_stream })
    }

    /// Standard input. A terminal would wait for someone to type a dataset.
    fn standard() -> Result<Self, OpenError> {
        let mut input = io::stdin();
        if input.is_terminal() {
            return Err(OpenError::IsDevice);
        }
        let mut head = Vec::new();
        Read::by_ref(&mut input).take(HEAD_BYTES as u64).read_to_end(&mut head)?;
        Ok(Self { file: Input::Standard(input), head, len: 0, is_stream: true })
    }

    /// The first bytes.
    pub(super) fn head(&self) -> &[u8] {
        &self.head
    }

    /// The length in bytes; unknown for a pipe.
    pub(super) fn len(&self) -> u64 {
        self.len
    }

    /// Whether it cannot be read again.
    pub(super) fn is_stream(&self) -> bool {
        self.is_stream
    }

    /// Reads the whole file from its first byte.
    pub(super) fn reader(&mut self) -> impl Read {
        self.head.as_slice().chain(&mut self.file)
    }

    /// Goes back to the byte after the head.
    pub(super) fn rewind(&mut self) -> io::Result<()> {
        match &mut self.file {
            Input::File(file) => file.seek(io::SeekFrom::Start(self.head.len() as u64)).map(|_position| ()),
            Input::Standard(_) => Err(io::ErrorKind::NotSeekable.into()),
        }
    }

    /// Reads the whole file into memory.
    ///
    /// # Errors
    /// Those of the system; when it is too large, for a file, a pipe or the memory; when `watch` cancelled it.
    pub(super) fn bytes(self, watch: &dyn Watch) -> Result<Vec<u8>, OpenError> {
        let Self { mut file, head: mut bytes, len, is_stream } = self;
        if len > MAX_BYTES {
            return Err(OpenError::TooLarge);
        }
        memory_budget::for_native(len)?;
        bytes.try_reserve_exact((len as usize).saturating_sub(bytes.len()))?;
        loop {
            if watch.is_cancelled() {
                return Err(OpenError::Cancelled);
            }
            if Read::by_ref(&mut file).take(CHUNK as u64).read_to_end(&mut bytes)? == 0 {
                memory_budget::for_records(&bytes)?;
                return Ok(bytes);
            }
            let so_far = bytes.len() as u64;
            if is_stream && so_far > MAX_STREAM {
                return Err(OpenError::EndlessPipe);
            }
            if so_far > MAX_BYTES {
                return Err(OpenError::TooLarge);
            }
            watch.reached(READ_SHARE * (so_far as f32 / len.max(1) as f32).min(1.0));
        }
    }
}

/// Whether it is a device, which may give bytes without end or wait for someone to type them.
#[cfg(unix)]
fn is_device(metadata: &Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt as _;
    metadata.file_type().is_char_device() || metadata.file_type().is_block_device()
}

#[cfg(not(unix))]
fn is_device(_metadata: &Metadata) -> bool {
    false
}
