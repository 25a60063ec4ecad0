//! Documents, workbooks and archives are read by another process of this program, within limits, and without one in this.

use std::io::{self, BufWriter, Read as _};
use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::{Deserialize, Serialize};

use crate::diagnostics::{EndedBy, Failure, OpenError};
use crate::document::{Document, MAX_BYTES, read, read_result, write_result};
use crate::load::{Unpacked, Watch};
use crate::session::DocumentProblem;

use super::input_file;
use super::limited_process::{Limits, answer, limit, offer_to_end_first, start};
use super::memory_budget;

/// Maximum size of a document, in bytes: 256 MiB, for a text of at most a quarter.
pub(super) const MAX_DOCUMENT: u64 = 4 * MAX_BYTES as u64;
/// The name of the hidden subcommand.
const SUBCOMMAND: &str = "read-file";

/// What a process is asked for. The file itself comes through its standard input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Request {
    /// A document as text; the answer is that of [`write_result`].
    Document {
        /// The name of its file.
        name: String,
    },
    /// What is packed in a file; the answer is that of [`Unpacked::write`].
    Unpack {
        /// The name of the file.
        name: String,
        /// Which sheet of a workbook.
        sheet: Option<usize>,
    },
}

impl Request {
    /// What answering it may take. The messages name memory and seconds.
    fn limits(&self) -> Limits {
        match self {
            // A byte of an old encoding can be three in UTF-8, and a header precedes the text.
            Self::Document { .. } => {
                Limits { memory: 1 << 30, seconds: 20, answer: 3 * MAX_BYTES as u64 + (1 << 20) }
            }
            // Nothing unpacks to more than a gibibyte, and the names of sheets precede it.
            Self::Unpack { .. } => Limits { memory: 2 << 30, seconds: 60, answer: (1 << 30) + (16 << 20) },
        }
    }

    /// The longest file that it can be about.
    fn max_input(&self) -> u64 {
        match self {
            Self::Document { .. } => MAX_DOCUMENT,
            Self::Unpack { .. } => input_file::MAX_BYTES,
        }
    }
}

/// The hidden subcommand: answers a request about the file in standard input.
///
/// # Errors
/// Those of standard input and output.
pub(super) fn serve(request: &str) -> io::Result<()> {
    let request: Request = serde_json::from_str(request)?;
    offer_to_end_first();
    let mut bytes = Vec::new();
    io::stdin().lock().take(request.max_input()).read_to_end(&mut bytes)?;
    bytes.shrink_to_fit();
    limit(&request.limits(), bytes.len() as u64);
    let mut out = BufWriter::new(io::stdout().lock());
    match request {
        Request::Document { name } => write_result(read(&bytes, &name), &mut out),
        Request::Unpack { name, sheet } => Unpacked::new(&name, bytes, sheet).write(&mut out),
    }
}

/// The program of the command line, once it is known to be this one.
static OWN_PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// The program that is started to read files; none in tests and on hosts without an executable.
#[derive(Clone, Debug, Default)]
pub(super) struct ReaderProgram(Option<PathBuf>);

impl ReaderProgram {
    pub(super) fn new(program: Option<PathBuf>) -> Self {
        Self(program)
    }

    /// This program, if [`Self::is_own`] has said which it is.
    pub(super) fn own() -> Self {
        Self(OWN_PROGRAM.get().cloned())
    }

    /// Says that this process is the program at `path`, and understands [`SUBCOMMAND`].
    pub(super) fn is_own(path: PathBuf) {
        // It is said once, at the start.
        let _known = OWN_PROGRAM.set(path);
    }

    /// Asks another process about a file; `None` where there is no program to start.
    fn ask(
        &self,
        request: &Request,
        bytes: &[u8],
        is_cancelled: &dyn Fn() -> bool,
    ) -> Option<Result<Vec<u8>, OpenError>> {
        let program = self.0.as_deref()?;
        let json = serde_json::to_string(request).ok()?;
        // In one argument, so that nothing in it is taken for an option.
        match start(program, &[SUBCOMMAND, &format!("--request={json}")]) {
            Ok(child) => Some(answer(child, bytes, &request.limits(), is_cancelled)),
            // No program to be had here, for any file.
            Err(err) if matches!(err.kind(), io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied) => {
                log::warn!("a file is read without limits: {} did not start: {err}", program.display());
                None
            }
            Err(err) => Some(Err(OpenError::Failed(Failure::System(err.to_string())))),
        }
    }

    /// Reads a document; `None` when it was cancelled.
    pub(super) fn document(
        &self,
        name: &str,
        bytes: &[u8],
        cancel: &AtomicBool,
    ) -> Option<Result<Document, DocumentProblem>> {
        let request = Request::Document { name: name.to_owned() };
        let is_cancelled = || cancel.load(Ordering::Relaxed);
        let read = match self.ask(&request, bytes, &is_cancelled) {
            Some(Ok(answer)) => read_result(answer).ok_or(DocumentProblem::Stopped),
            Some(Err(OpenError::Cancelled)) => return None,
            Some(Err(OpenError::Ended(by))) => Err(match by {
                EndedBy::Memory => DocumentProblem::TooMuchMemory,
                EndedBy::Time => DocumentProblem::TooLong,
                EndedBy::Fault => DocumentProblem::Stopped,
            }),
            Some(Err(err)) => Err(DocumentProblem::Failed(err)),
            None => Ok(read(bytes, name)),
        };
        Some(read.and_then(|read| read.map_err(DocumentProblem::Unreadable)))
    }

    /// Unpacks a file, of a workbook one sheet. What is not packed stays in this process.
    ///
    /// # Errors
    /// [`OpenError::Ended`] if that takes too much, [`OpenError::Cancelled`] if `watch` cancelled it, and when memory does
    /// not suffice for what is in it.
    pub(super) fn unpack(
        &self,
        name: &str,
        bytes: Vec<u8>,
        sheet: Option<usize>,
        watch: &dyn Watch,
    ) -> Result<Unpacked, OpenError> {
        if !Unpacked::is_needed(&bytes) {
            return Ok(Unpacked::new(name, bytes, sheet));
        }
        let request = Request::Unpack { name: name.to_owned(), sheet };
        let unpacked = match self.ask(&request, &bytes, &|| watch.is_cancelled()) {
            Some(answer) => Unpacked::read(answer?).ok_or(OpenError::Ended(EndedBy::Fault))?,
            None => Unpacked::new(name, bytes, sheet),
        };
        memory_budget::for_records(unpacked.bytes())?;
        Ok(unpacked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_program_files_are_read_here() {
        let here = ReaderProgram::default();
        let read = here.document("a.txt", b"Words.", &AtomicBool::default());
        assert_eq!(read.unwrap().unwrap().text.trim(), "Words.");
        assert!(here.unpack("a.csv", b"Date,Event\n".to_vec(), None, &()).is_ok());
        assert!(here.unpack("a.zip", b"PK\x03\x04".to_vec(), None, &()).is_ok());
    }

    #[test]
    fn files_are_read_here_where_the_program_is_gone() {
        let gone = ReaderProgram::new(Some("/nowhere/at/all".into()));
        assert!(gone.unpack("a.zip", b"PK\x03\x04".to_vec(), None, &()).is_ok());
    }
}
