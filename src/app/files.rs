//! Reading and writing files: nowhere else is one of the user's files touched.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::diagnostics::{Report, WriteProblem};
use crate::domain::Additions;
use crate::load::{
    BUNDLED, HEAD_BYTES, Loaded, PlainLoaded, PlainWatch, Watch, append, is_plain, load_for_print,
    load_plain, load_plain_whole,
};

use super::atomic_file::write_file;
use super::room;

/// How much is read between two looks at the watch: small enough to cancel at once, large enough to be fast.
const CHUNK: usize = 1 << 20;
/// No dataset is larger. A file is held in memory as a whole while it is read.
const MAX_BYTES: u64 = 2 << 30;
/// The share of the work that reading bytes takes.
const READ_SHARE: f32 = 0.2;

/// Reads a dataset from a file; `None` when `watch` called it off.
pub(super) fn load_file(path: &Path, watch: &dyn Watch) -> Option<Loaded> {
    load_file_for_print(path, None, watch)
}

/// Reads a dataset from a file and warns also of characters without a glyph.
pub(super) fn load_file_for_print(
    path: &Path,
    has_glyph: Option<&dyn Fn(char) -> bool>,
    watch: &dyn Watch,
) -> Option<Loaded> {
    let name = path.display().to_string();
    match read(path, watch) {
        Ok(Some(bytes)) => Some(load_for_print(&name, bytes, has_glyph, &Rest(watch))),
        Ok(None) => None,
        Err(err) => {
            let (message, help) = explain(path, &err);
            Some(Loaded {
                dataset: None,
                report: Report::unreadable(&name, "unreadable-file", message, help),
            })
        }
    }
}

/// What a file turned out to hold.
pub(super) enum Opened {
    /// Treaties, in the native format.
    Treaties(Box<Loaded>),
    /// Plain lanes.
    Plain(PlainLoaded),
}

/// Reads a file of either format; `None` when `watch` called it off.
pub(super) fn open_file(path: &Path, watch: &dyn PlainWatch) -> Option<Opened> {
    match open_plain(path, watch) {
        Ok(Some(loaded)) if watch.is_cancelled() => {
            // What was read so far is let go here, and not where somebody waits.
            drop(loaded);
            None
        }
        Ok(Some(loaded)) => Some(Opened::Plain(loaded)),
        // What is wrong with the file the other way says, which reads it from its beginning.
        Ok(None) | Err(_) => load_file(path, watch).map(|loaded| Opened::Treaties(Box::new(loaded))),
    }
}

/// Reads plain lanes, chunk by chunk and if need be as a whole; `None` for a file of another format.
pub(super) fn open_plain(path: &Path, watch: &dyn PlainWatch) -> io::Result<Option<PlainLoaded>> {
    let name = path.display().to_string();
    let mut file = File::open(path)?;
    let metadata = file.metadata()?;
    let mut head = Vec::new();
    Read::by_ref(&mut file).take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    if metadata.is_dir() || !is_plain(&head) {
        return Ok(None);
    }
    if let Err(err) = room::for_plain(metadata.len()) {
        let (message, help) = explain(path, &err);
        let report = Report::unreadable(&name, "unreadable-file", message, help);
        return Ok(Some(PlainLoaded { plain: None, report }));
    }
    let mut reader = head.as_slice().chain(file);
    match load_plain(&name, &mut reader, metadata.len(), watch)? {
        Ok(loaded) => Ok(Some(loaded)),
        Err(_) if metadata.len() > MAX_BYTES => Err(io::Error::from(io::ErrorKind::FileTooLarge)),
        Err(_) => Ok(read(path, watch)?.map(|bytes| load_plain_whole(&name, &bytes, watch))),
    }
}

/// Writes a data file, or the bundled one, with records added to another, once it is known to have no errors.
///
/// # Errors
/// What is wrong with the file that records are added to, or why the other could not be written.
pub(super) fn save_with(from: Option<&Path>, to: &Path, additions: &Additions) -> Result<(), WriteProblem> {
    let bytes = match from {
        Some(path) => {
            let failed = |err: io::Error| match err.kind() {
                io::ErrorKind::NotFound => WriteProblem::BaseGone(path.display().to_string()),
                _ => WriteProblem::Other(format!("{}: {}", path.display(), explain(path, &err).0)),
            };
            read(path, &()).map_err(failed)?.unwrap_or_default()
        }
        None => BUNDLED.into(),
    };
    let (text, report) = append(&to.display().to_string(), bytes, additions)?;
    if report.errors > 0 {
        return Err(report.to_string().into());
    }
    write_file(to, &text)
}

fn read(path: &Path, watch: &dyn Watch) -> io::Result<Option<Vec<u8>>> {
    let mut file = File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory));
    }
    if metadata.len() > MAX_BYTES {
        return Err(io::Error::from(io::ErrorKind::FileTooLarge));
    }
    room::for_native(metadata.len())?;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(metadata.len() as usize)?;
    loop {
        if watch.is_cancelled() {
            return Ok(None);
        }
        if Read::by_ref(&mut file).take(CHUNK as u64).read_to_end(&mut bytes)? == 0 {
            return Ok(Some(bytes));
        }
        if bytes.len() as u64 > MAX_BYTES {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        watch.reached(READ_SHARE * bytes.len() as f32 / metadata.len().max(1) as f32);
    }
}

/// The part of a watch that is left after the bytes are read.
struct Rest<'a>(&'a dyn Watch);

impl Watch for Rest<'_> {
    fn reached(&self, share: f32) {
        self.0.reached(READ_SHARE + (1.0 - READ_SHARE) * share);
    }

    fn is_cancelled(&self) -> bool {
        self.0.is_cancelled()
    }
}

/// What went wrong in words, and what to do.
fn explain(path: &Path, err: &io::Error) -> (String, &'static str) {
    match err.kind() {
        io::ErrorKind::NotFound => {
            ("there is no such file".into(), "check the name; the file may have been moved or renamed")
        }
        io::ErrorKind::PermissionDenied => (
            "the file may not be read".into(),
            "ask its owner for the right to read it, or copy it to your own folder",
        ),
        io::ErrorKind::IsADirectory => {
            let message = format!("{} is a folder, not a file", path.display());
            (message, "choose a file inside it")
        }
        io::ErrorKind::FileTooLarge => (
            "the file is larger than 2 GiB".into(),
            "split the dataset, or leave out what the timeline does not need",
        ),
        io::ErrorKind::OutOfMemory => (
            match err.get_ref() {
                Some(figures) => format!("there is not enough memory to read the file: {figures}"),
                None => "there is not enough memory to read the file".to_owned(),
            },
            "close other programs or split the dataset",
        ),
        _ => (
            format!("the file could not be read: {err}"),
            "try again; if it is on a network or a stick, copy it first",
        ),
    }
}
