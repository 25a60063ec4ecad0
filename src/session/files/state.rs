//! The file that is being loaded, that was refused, or that changed on disk.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostics::Report;
use crate::document::Found;
use crate::domain::StatementId;
use crate::session::compare::state::Compared;
use crate::session::layers::load_purpose::{LoadPurpose, Waiting};
use crate::session::reader::document::OpenDocument;
use crate::session::settings::state::SavedView;
use crate::session::world::World;
use crate::timeline::{LayerSettings, TimeView};

use super::file_position::FilePosition;
use super::on_disk::{FilesOnDisk, OnDisk};
use super::origin::TableOrigin;
use super::rereading::Rereading;
use super::table::TableToOpen;

/// The file that is being loaded, that was refused, or that changed on disk.
#[derive(Debug, Default)]
pub struct FilesState {
    /// The file that is being loaded.
    pub loading: Option<Loading>,
    /// What becomes of the file that is being loaded.
    pub(in crate::session) purpose: LoadPurpose,
    /// Whether the window scrolls to the next file that is added.
    pub(in crate::session) reveals_added: bool,
    /// Of several files that are opened together: the period that was shown when the first was there.
    pub(in crate::session) first_period: Option<TimeView>,
    /// What was said of the files that were added last.
    pub(in crate::session) added_message: Option<String>,
    /// The files that are read after it.
    pub(in crate::session) waiting: Waiting,
    /// What was open before the preview that is shown; `None` while none is.
    pub before_preview: Option<Box<BeforePreview>>,
    /// What was open before the present dataset, if it can be opened again.
    pub left: Option<LeftDataset>,
    /// The open file on disk, compared with what was read; of several files, one that has changed or is gone.
    pub on_disk: OnDisk,
    /// How far it has been read again since it changed.
    pub rereading: Rereading,
    /// Why the file on disk cannot be read, in a sentence, as long as that is so.
    pub unreadable: Option<String>,
    /// The same of each file.
    pub(in crate::session) disk: FilesOnDisk,
    /// The number of the file that is being read again.
    pub(in crate::session) reread_file: Option<usize>,
    /// What was said of a file that was read again, while others were still to be read.
    pub(super) reread_message: Option<String>,
    /// The file that was refused last.
    pub refused: Option<RefusedFile>,
    /// A table whose columns are being asked about.
    pub table: Option<TableToOpen>,
    /// What was asked for last, and is shown to be refused if it is.
    pub(super) asked: Option<TableOrigin>,
    /// The place of a problem in its file, in place of the list of problems.
    pub place: Option<FilePosition>,
    /// Whether the list of problems is open.
    pub problems_open: bool,
    /// The layer whose problems it lists; `None` for the first.
    pub problems_of_layer: Option<usize>,
}

/// A dataset that another one has replaced: the bundled one, or that of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftDataset {
    /// Its title.
    pub title: String,
    /// Its file; `None` for the bundled dataset.
    pub path: Option<PathBuf>,
}

impl LeftDataset {
    /// What is kept of a dataset; nothing if it is in no file.
    pub(super) fn of(world: &World) -> Option<Self> {
        let left = || Self { title: world.dataset.title().to_owned(), path: world.path.clone() };
        (!world.is_in_memory()).then(left)
    }
}

/// What was open before a preview of another file.
#[derive(Debug)]
pub struct BeforePreview {
    pub(super) world: Arc<World>,
    pub(super) view: SavedView,
    pub(super) layers: Vec<LayerSettings>,
    pub(super) document: Option<Arc<OpenDocument>>,
    pub(super) quote: Option<usize>,
    pub(super) compared: Option<Compared>,
    pub(super) seen_in_copies: BTreeMap<StatementId, Found>,
}

/// A file that is being loaded.
#[derive(Clone, Debug, PartialEq)]
pub struct Loading {
    /// Its name.
    pub name: String,
    /// The share that is done, from 0 to 1.
    pub share: f32,
}

/// A file with errors. What was open stays open; what could be read of the file can be opened on request.
#[derive(Debug)]
pub struct RefusedFile {
    /// Where it is, if that is known.
    pub origin: Option<TableOrigin>,
    /// Its problems.
    pub report: Report,
    /// What could be read of it, if anything.
    pub partial: Option<Arc<World>>,
    /// What would have become of it.
    pub(in crate::session) purpose: LoadPurpose,
}
