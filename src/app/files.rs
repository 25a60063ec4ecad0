//! Reading and writing files: nowhere else is one of the user's files touched.

use std::borrow::Cow;
use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostics::{Report, WriteProblem, printable_line};
use crate::load::{
    BUNDLED, Loaded, PlainLoaded, PlainWatch, Watch, is_plain, load_for_print, load_plain, load_plain_whole,
};
use crate::session::World;

use super::input_file::{DEVICE, ENDLESS, InputFile, MAX_BYTES, PIPE, READ_SHARE, refuse_pipe};
use super::room;

/// Reads a dataset of treaties from a file; `None` when `watch` called it off.
pub(super) fn load_file(path: &Path, watch: &dyn Watch) -> Option<Loaded> {
    let name = shown(path);
    match InputFile::open(path).and_then(|input| input.bytes(watch)) {
        Ok(bytes) => Some(load_for_print(&name, bytes?, None, &Rest(watch))),
        Err(err) => Some(unreadable(&name, path, &err)),
    }
}

/// What a file is called in messages: one line, whatever its name holds.
pub(super) fn shown(path: &Path) -> String {
    printable_line(&path.display().to_string())
}

/// The report of a file that the system does not give.
fn unreadable(name: &str, path: &Path, err: &io::Error) -> Loaded {
    let (message, help) = explain(path, err);
    Loaded { dataset: None, report: Report::unreadable(name, "unreadable-file", message, help) }
}

/// A larger file is not kept in memory beside its dataset, in bytes.
const MAX_KEPT: usize = 16 << 20;

/// The bytes of a file to keep beside its dataset, if they are not too many.
pub(super) fn kept(bytes: &[u8]) -> Option<Arc<[u8]>> {
    (bytes.len() <= MAX_KEPT).then(|| bytes.into())
}

/// What a file turned out to hold.
pub(super) enum Opened {
    /// Treaties, in the native format, with the bytes of the file if they are not too many to keep.
    Treaties(Box<Loaded>, Option<Arc<[u8]>>),
    /// Plain lanes.
    Plain(Box<PlainLoaded>),
}

/// Reads a file of either format for a window, which does not wait for what comes through a pipe; `None` when `watch`
/// called it off.
pub(super) fn open_in_window(path: &Path, watch: &dyn PlainWatch) -> Option<Opened> {
    match refuse_pipe(path) {
        Ok(()) => open_file(path, watch),
        Err(err) => Some(Opened::Treaties(Box::new(unreadable(&shown(path), path, &err)), None)),
    }
}

/// Reads a file of either format; `None` when `watch` called it off.
pub(super) fn open_file(path: &Path, watch: &dyn PlainWatch) -> Option<Opened> {
    open_for_print(path, None, watch)
}

/// Reads a file of either format, and warns also of characters of treaties without a glyph.
pub(super) fn open_for_print(
    path: &Path,
    has_glyph: Option<&dyn Fn(char) -> bool>,
    watch: &dyn PlainWatch,
) -> Option<Opened> {
    let name = shown(path);
    let opened = InputFile::open(path).and_then(|input| {
        if is_plain(input.head()) {
            return Ok(read_plain(&name, input, watch)?.map(|read| Opened::Plain(Box::new(read))));
        }
        let loaded = |bytes| load_for_print(&name, bytes, has_glyph, &Rest(watch));
        Ok(input.bytes(watch)?.map(|bytes| {
            let kept = kept(&bytes);
            Opened::Treaties(Box::new(loaded(bytes)), kept)
        }))
    });
    match opened {
        // What was read so far is let go here, and not where somebody waits.
        Ok(opened) => opened.filter(|_| !watch.is_cancelled()),
        Err(err) => Some(Opened::Treaties(Box::new(unreadable(&name, path, &err)), None)),
    }
}

/// Reads plain lanes, chunk by chunk and if need be as a whole.
fn read_plain(name: &str, mut input: InputFile, watch: &dyn PlainWatch) -> io::Result<Option<PlainLoaded>> {
    let len = input.len();
    room::for_plain(len)?;
    if input.is_stream() {
        // Should it not come apart in chunks, there is no second time.
        let Some(bytes) = input.bytes(watch)? else { return Ok(None) };
        return Ok(Some(match load_plain(name, &mut bytes.as_slice(), bytes.len() as u64, watch)? {
            Ok(loaded) => loaded,
            Err(_) => load_plain_whole(name, &bytes, watch),
        }));
    }
    if let Ok(loaded) = load_plain(name, &mut input.reader(), len, watch)? {
        return Ok(Some(loaded));
    }
    if len > MAX_BYTES {
        return Err(io::Error::from(io::ErrorKind::FileTooLarge));
    }
    input.rewind()?;
    Ok(input.bytes(watch)?.map(|bytes| load_plain_whole(name, &bytes, watch)))
}

/// The bytes of the file that a dataset was read from: as the file is now, or as it was read if it is gone.
///
/// # Errors
/// Why the file cannot be read.
pub(super) fn bytes_of(world: &World) -> Result<Cow<'_, [u8]>, WriteProblem> {
    let Some(path) = world.path.as_deref() else { return Ok(BUNDLED.as_bytes().into()) };
    if let Some(kept) = world.bytes.as_deref().filter(|_| !path.exists()) {
        return Ok(kept.into());
    }
    let failed = |err: io::Error| match err.kind() {
        io::ErrorKind::NotFound => WriteProblem::BaseGone(shown(path)),
        _ => WriteProblem::Other(format!("{}: {}", shown(path), explain(path, &err).0)),
    };
    let bytes = refuse_pipe(path).and_then(|()| InputFile::open(path)).and_then(|input| input.bytes(&()));
    Ok(bytes.map_err(failed)?.unwrap_or_default().into())
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
            let message = format!("{} is a folder, not a file", shown(path));
            (message, "choose a file inside it")
        }
        io::ErrorKind::Unsupported if err.get_ref().is_some_and(|why| why.to_string() == DEVICE) => (
            format!("{} is a device, not a file", shown(path)),
            "name a file, or let another program write to a pipe",
        ),
        io::ErrorKind::Unsupported if err.get_ref().is_some_and(|why| why.to_string() == PIPE) => (
            format!("{} is a pipe, not a file", shown(path)),
            "write what comes through it to a file first, and open that",
        ),
        io::ErrorKind::FileTooLarge if err.get_ref().is_some_and(|why| why.to_string() == ENDLESS) => (
            "more than 256 MiB come from it, and perhaps no end".into(),
            "write it to a file first, and name that",
        ),
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
