//! Documents on disk: copies of sources beside a data file, and files that the user chooses.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::document::fingerprint;
use crate::domain::SourceId;
use crate::session::{Command, DocumentProblem, OpenDocument, ReaderCommand, World};

use super::files::folder_of;
use super::reader_process::{MAX_DOCUMENT, ReaderProgram};

/// The path of a document and the source that it is a copy of.
#[derive(Clone, Debug)]
pub(super) struct DocumentPath {
    path: PathBuf,
    /// The folder that it must not be outside of.
    within: Option<PathBuf>,
    source: Option<SourceId>,
}

impl DocumentPath {
    /// A file that the user chose.
    pub(super) fn chosen(path: PathBuf, source: Option<SourceId>) -> Self {
        Self { path, within: None, source }
    }

    /// The copy of a source that is stored with the dataset.
    pub(super) fn of_copy(world: &World, source: SourceId) -> Self {
        let folder =
            world.path_of_source(source).and_then(folder_of).map(Path::to_path_buf).unwrap_or_default();
        let path = folder.join(&*world.dataset.source(source).document);
        Self { path, within: Some(folder), source: Some(source) }
    }

    /// The file's name.
    pub(super) fn name(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    fn bytes(&self) -> Result<Vec<u8>, DocumentProblem> {
        let failed = |err: io::Error| match err.kind() {
            io::ErrorKind::NotFound if self.within.is_some() => DocumentProblem::NoFile,
            io::ErrorKind::NotFound => DocumentProblem::Gone,
            _ => DocumentProblem::Failed(err.into()),
        };
        let path = self.path.canonicalize().map_err(failed)?;
        if let Some(folder) = &self.within {
            // A link may lead out of the folder where its path does not.
            let folder = folder.canonicalize().map_err(failed)?;
            if !path.starts_with(folder) {
                return Err(DocumentProblem::Outside);
            }
        }
        // Checked before it is opened: opening a pipe waits for its writer.
        if !path.metadata().map_err(failed)?.is_file() {
            return Err(DocumentProblem::NotAFile);
        }
        let file = File::open(path).map_err(failed)?;
        let mut bytes = Vec::new();
        // All or nothing: half a PDF is damaged, and half a file has another fingerprint.
        file.take(MAX_DOCUMENT + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 > MAX_DOCUMENT { Err(DocumentProblem::TooLarge) } else { Ok(bytes) }
    }
}

/// Reads a document, by another process where there is a program for it, and locates in it what the dataset quotes. `None` when
/// it was cancelled.
pub(super) fn read_document(
    world: &World,
    document: &DocumentPath,
    reader: &ReaderProgram,
    cancel: &AtomicBool,
) -> Option<Command> {
    let name = document.name();
    let bytes = match document.bytes() {
        Ok(bytes) => bytes,
        Err(problem) => return Some(Command::Reader(ReaderCommand::OpenFailed(name, problem))),
    };
    let text = match reader.document(&name, &bytes, cancel)? {
        Ok(text) => text,
        Err(problem) => return Some(Command::Reader(ReaderCommand::OpenFailed(name, problem))),
    };
    let sha256 = fingerprint(&bytes);
    drop(bytes);
    let is_cancelled = || cancel.load(Ordering::Relaxed);
    let mut page = OpenDocument::of(world, document.source, name, sha256, text, &is_cancelled)?;
    page.path = document.within.is_none().then(|| document.path.clone());
    Some(Command::Reader(ReaderCommand::Opened(Box::new(page))))
}
