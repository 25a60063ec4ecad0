//! Opening datasets from files, of either format.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostics::{FileProblem, OpenError, Report, WriteProblem, printable_line};
use crate::document::fingerprint;
use crate::domain::{BulkEvents, Dataset};
use crate::load::{
    BulkLoaded, BulkWatch, HEAD_BYTES, Loaded, Read, Watch, bundled, is_lanes_file, load_lanes,
    load_lanes_whole, load_unpacked, load_with, long_file, read_unpacked,
};
use crate::records::ReadOptions;
use crate::session::{Sha256, World};

use super::folder;
use super::input_file::{InputFile, MAX_BYTES, READ_SHARE, refuse_pipe};
use super::memory_budget;
use super::reader_process::ReaderProgram;

/// Reads a dataset of treaties from a file.
///
/// # Errors
/// When the file cannot be read, or `watch` cancelled it.
pub(super) fn load_file(path: &Path, reader: &ReaderProgram, watch: &dyn Watch) -> Result<Loaded, OpenError> {
    let name = shown(path);
    let unpacked = reader.unpack(&name, bytes_at(path, watch)?, None, watch)?;
    Ok(load_unpacked(&name, unpacked, &ReadOptions::default(), None, &Rest(watch)))
}

/// The bytes of a file, or of the archive that a folder of tables stands for.
///
/// # Errors
/// When it cannot be read, or `watch` cancelled it.
pub(super) fn bytes_at(path: &Path, watch: &dyn Watch) -> Result<Vec<u8>, OpenError> {
    if path.is_dir() { folder::packed(path, watch) } else { InputFile::open(path)?.bytes(watch) }
}

/// A path for messages: one line, whatever is in it.
pub(super) fn shown(path: &Path) -> String {
    printable_line(&path.display().to_string())
}

/// The report of a file that could not be read.
pub(super) fn unreadable(path: &Path, error: OpenError) -> Report {
    Report::refused(&shown(path), "unreadable-file", FileProblem::Unreadable(error))
}

/// Larger files are not kept in memory beside their dataset, in bytes.
const MAX_KEPT_BYTES: usize = 16 << 20;

/// What stays of the bytes of a file once it is read.
pub(super) struct FileBytes {
    /// The bytes, unless it is too large to keep.
    kept: Option<Arc<[u8]>>,
    /// Their SHA-256, in hexadecimal digits.
    pub(super) sha256: Sha256,
}

impl FileBytes {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let kept = (bytes.len() <= MAX_KEPT_BYTES).then(|| bytes.into());
        let sha256 = fingerprint(bytes);
        Self { kept, sha256: Sha256::new(Box::new(move || sha256)) }
    }
}

/// The folder in which a dataset and what belongs to it are.
pub(super) fn folder_of(path: &Path) -> Option<&Path> {
    if path.is_dir() { Some(path) } else { path.parent() }
}

/// A file's name without its folder.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// An absolute path, so that the file is found again when the program is started in another folder.
pub(super) fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

/// The world of a dataset that was read from a file of these bytes, ready for searching and filtering.
pub(super) fn world_of(dataset: Dataset, report: Report, path: &Path, bytes: FileBytes) -> World {
    let mut world = World::new(dataset, report, file_name(path), Some(absolute(path)));
    world.bytes = bytes.kept;
    world.sha256 = Some(bytes.sha256);
    world.prepare();
    world
}

/// The content of a file, by its format.
pub(super) enum Opened {
    /// Treaties, in the native format, with what stays of the bytes of the file.
    Treaties(Box<Loaded>, FileBytes),
    /// Bulk lanes.
    Bulk(Box<BulkLoaded>),
}

/// Reads a file of either format for a window, which cannot wait for a pipe.
///
/// # Errors
/// As [`open_with`]'s.
pub(super) fn open_in_window(
    path: &Path,
    options: &ReadOptions,
    reader: &ReaderProgram,
    watch: &dyn BulkWatch,
) -> Result<Opened, OpenError> {
    refuse_pipe(path)?;
    open_with(path, options, None, reader, watch)
}

/// Reads a file of either format.
///
/// # Errors
/// As [`open_with`]'s.
pub(super) fn open_file(
    path: &Path,
    reader: &ReaderProgram,
    watch: &dyn BulkWatch,
) -> Result<Opened, OpenError> {
    open_with(path, &ReadOptions::default(), None, reader, watch)
}

/// Reads a file of either format, and warns also of characters of treaties without a glyph.
///
/// # Errors
/// When the file cannot be read, or `watch` cancelled it.
pub(super) fn open_with(
    path: &Path,
    options: &ReadOptions,
    has_glyph: Option<&dyn Fn(char) -> bool>,
    reader: &ReaderProgram,
    watch: &dyn BulkWatch,
) -> Result<Opened, OpenError> {
    let name = shown(path);
    if path.is_dir() {
        let bytes = folder::packed(path, watch)?;
        let kept = FileBytes::of(&bytes);
        let loaded = load_with(&name, bytes, options, has_glyph, &Rest(watch));
        return if watch.is_cancelled() {
            Err(OpenError::Cancelled)
        } else {
            Ok(Opened::Treaties(Box::new(loaded), kept))
        };
    }
    let mut input = InputFile::open(path)?;
    let content = if is_lanes_file(input.head()) {
        Opened::Bulk(Box::new(read_lanes(&name, input, watch)?))
    } else if let Some(loaded) = read_long_table(&name, &mut input, options, watch)? {
        Opened::Bulk(Box::new(loaded))
    } else {
        let bytes = input.bytes(watch)?;
        let kept = FileBytes::of(&bytes);
        let unpacked = reader.unpack(&name, bytes, options.sheet, watch)?;
        opened(read_unpacked(&name, unpacked, options, has_glyph, &Rest(watch)), kept)
    };
    // What was read so far is dropped on this thread, not on the one of the interface.
    if watch.is_cancelled() { Err(OpenError::Cancelled) } else { Ok(content) }
}

/// Reads the records of a file, long tables as well; `None` if it holds bulk lanes, which have none.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn open_records(
    path: &Path,
    options: &ReadOptions,
    reader: &ReaderProgram,
) -> Result<Option<Loaded>, OpenError> {
    let input = InputFile::open(path)?;
    if is_lanes_file(input.head()) {
        return Ok(None);
    }
    let name = shown(path);
    let unpacked = reader.unpack(&name, input.bytes(&())?, options.sheet, &())?;
    Ok(Some(load_unpacked(&name, unpacked, options, None, &())))
}

/// Reads bytes under a name, of either format.
///
/// # Errors
/// When memory does not suffice, or `watch` cancelled it.
pub(super) fn open_bytes(
    name: &str,
    bytes: &[u8],
    options: &ReadOptions,
    reader: &ReaderProgram,
    watch: &dyn BulkWatch,
) -> Result<Opened, OpenError> {
    let content = if is_lanes_file(&bytes[..bytes.len().min(HEAD_BYTES)]) {
        memory_budget::for_lanes_file(bytes.len() as u64)?;
        Opened::Bulk(Box::new(read_lanes_of_bytes(name, bytes, watch)?))
    } else {
        memory_budget::for_records(bytes)?;
        let unpacked = reader.unpack(name, bytes.to_vec(), options.sheet, watch)?;
        opened(read_unpacked(name, unpacked, options, None, watch), FileBytes::of(bytes))
    };
    if watch.is_cancelled() { Err(OpenError::Cancelled) } else { Ok(content) }
}

/// What was read, with what stays of the bytes of the file.
fn opened(read: Read, kept: FileBytes) -> Opened {
    match read {
        Read::Records(loaded) => Opened::Treaties(loaded, kept),
        Read::Bulk(loaded) => Opened::Bulk(loaded),
    }
}

/// Reads a table of many rows in chunks; `None` if the file is none, or must be read as a whole.
fn read_long_table(
    name: &str,
    input: &mut InputFile,
    options: &ReadOptions,
    watch: &dyn BulkWatch,
) -> Result<Option<BulkLoaded>, OpenError> {
    let len = input.len();
    // A pipe cannot be read a second time.
    let Some(long) = long_file(name, input.head(), len, options).filter(|_| !input.is_stream()) else {
        return Ok(None);
    };
    memory_budget::for_lanes_file(len)?;
    let loaded = long.load(&mut input.reader(), len, options, watch)?;
    if loaded.is_none() {
        input.rewind()?;
    }
    Ok(loaded)
}

fn read_lanes_of_bytes(name: &str, bytes: &[u8], watch: &dyn BulkWatch) -> Result<BulkLoaded, OpenError> {
    let mut rest = bytes;
    Ok(match load_lanes(name, &mut rest, bytes.len() as u64, watch)? {
        Ok(loaded) => loaded,
        Err(_) => load_lanes_whole(name, bytes, watch),
    })
}

/// Reads bulk lanes, chunk by chunk and if need be as a whole.
fn read_lanes(name: &str, mut input: InputFile, watch: &dyn BulkWatch) -> Result<BulkLoaded, OpenError> {
    let len = input.len();
    memory_budget::for_lanes_file(len)?;
    if input.is_stream() {
        // A pipe cannot be read a second time if it cannot be split into chunks.
        return read_lanes_of_bytes(name, &input.bytes(watch)?, watch);
    }
    if let Ok(loaded) = load_lanes(name, &mut input.reader(), len, watch)? {
        return Ok(loaded);
    }
    if len > MAX_BYTES {
        return Err(OpenError::TooLarge);
    }
    input.rewind()?;
    Ok(load_lanes_whole(name, &input.bytes(watch)?, watch))
}

/// The current bytes of the file of a dataset, or those it was read from if the file is gone.
///
/// # Errors
/// Why the file cannot be read.
pub(super) fn bytes_of(world: &World) -> Result<Cow<'_, [u8]>, WriteProblem> {
    let Some(path) = world.path.as_deref() else {
        return Ok(world.bytes.as_deref().map_or_else(|| bundled().into(), Into::into));
    };
    if let Some(kept) = world.bytes.as_deref().filter(|_| world.is_edited() || !path.exists()) {
        return Ok(kept.into());
    }
    let read = || {
        refuse_pipe(path)?;
        bytes_at(path, &())
    };
    let bytes = read().map_err(|err| match err {
        OpenError::NotFound => WriteProblem::BaseGone(shown(path)),
        err => WriteProblem::BaseUnreadable(shown(path), err),
    })?;
    Ok(bytes.into())
}

/// Reports progress for what comes after reading the bytes.
struct Rest<'a, W: ?Sized>(&'a W);

impl<W: Watch + ?Sized> Watch for Rest<'_, W> {
    fn reached(&self, share: f32) {
        self.0.reached(READ_SHARE + (1.0 - READ_SHARE) * share);
    }

    fn is_cancelled(&self) -> bool {
        self.0.is_cancelled()
    }
}

impl<W: BulkWatch + ?Sized> BulkWatch for Rest<'_, W> {
    fn wants_preview(&self) -> bool {
        self.0.wants_preview()
    }

    fn preview(&self, bulk: BulkEvents) {
        self.0.preview(bulk);
    }
}
