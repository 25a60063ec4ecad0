//! Documents on disk: the copies of sources beside a data file, and files that the reader chooses.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::document::MOST_BYTES;
use crate::domain::SourceId;
use crate::session::{Command, Page, PageProblem, World};

/// No larger file is opened, in bytes: 256 MiB, of a text of which a quarter is read.
const MOST_FILE: u64 = 4 * MOST_BYTES as u64;

/// Where a document is, and what it is a copy of.
#[derive(Clone, Debug)]
pub(super) struct DocumentPath {
    path: PathBuf,
    /// The folder that it must not lie outside of.
    within: Option<PathBuf>,
    source: Option<SourceId>,
}

impl DocumentPath {
    /// A file that the reader chose.
    pub(super) fn chosen(path: PathBuf, source: Option<SourceId>) -> Self {
        Self { path, within: None, source }
    }

    /// The copy of a source that lies with the dataset.
    pub(super) fn of_copy(world: &World, source: SourceId) -> Self {
        let folder = world.path.as_deref().and_then(Path::parent).map(Path::to_path_buf).unwrap_or_default();
        let path = folder.join(&*world.dataset.source(source).document);
        Self { path, within: Some(folder), source: Some(source) }
    }

    /// What the file is called.
    pub(super) fn name(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    fn bytes(&self) -> Result<Vec<u8>, PageProblem> {
        let failed = |err: std::io::Error| match err.kind() {
            std::io::ErrorKind::NotFound => PageProblem::NoFile,
            _ => PageProblem::Failed(err.to_string()),
        };
        let path = self.path.canonicalize().map_err(failed)?;
        if let Some(folder) = &self.within {
            // A link may lead out where the path itself does not.
            let folder = folder.canonicalize().map_err(failed)?;
            if !path.starts_with(folder) {
                return Err(PageProblem::Outside);
            }
        }
        let file = std::fs::File::open(path).map_err(failed)?;
        let mut bytes = Vec::new();
        // A file is taken whole or not at all: half a PDF is damaged, and half a file has another fingerprint.
        file.take(MOST_FILE + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 > MOST_FILE { Err(PageProblem::TooLarge) } else { Ok(bytes) }
    }
}

/// Reads a document, and finds in it what the dataset quotes.
pub(super) fn read_document(world: Arc<World>, document: &DocumentPath) -> Command {
    let name = document.name();
    let page = document.bytes().and_then(|bytes| {
        let page = Page::open(&world, document.source, name.clone(), &bytes);
        page.map_err(PageProblem::Unreadable)
    });
    let chosen = document.within.is_none().then(|| document.path.clone());
    match page {
        Ok(mut page) => {
            page.path = chosen;
            Command::PageRead(Box::new(page))
        }
        Err(problem) => Command::PageNotRead(name, problem),
    }
}
