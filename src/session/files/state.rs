//! What is being loaded, was refused or changed on disk.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::Report;
use crate::document::Found;
use crate::domain::StatementId;
use crate::session::{Compared, Page, Place, World, reader::drafts::Reopen};

use super::on_disk::OnDisk;

/// What is being loaded, was refused or changed on disk.
#[derive(Debug, Default)]
pub struct FilesState {
    /// A file that is being read.
    pub loading: Option<Loading>,
    /// While a part of a file is shown that is still being read: what was open before, and where the reader was in it.
    pub open_before: Option<Box<OpenBefore>>,
    /// How the file that is open stands on disk.
    pub on_disk: OnDisk,
    /// A file that could not be opened as it is.
    pub refused: Option<Refused>,
    /// Whether the list of problems is open.
    pub problems_open: bool,
    /// What goes on once the saved dataset is open.
    pub(in crate::session) reopen: Option<Reopen>,
}

/// What was open before a preview of another file.
#[derive(Debug)]
pub struct OpenBefore {
    pub(super) world: Arc<World>,
    pub(super) place: Place,
    pub(super) page: Option<Arc<Page>>,
    pub(super) page_at: Option<usize>,
    pub(super) compared: Option<Compared>,
    pub(super) seen_in_copies: BTreeMap<StatementId, Found>,
}

/// A file that is being read.
#[derive(Clone, Debug, PartialEq)]
pub struct Loading {
    /// Its name.
    pub name: String,
    /// How much of the work is done, from 0 to 1.
    pub share: f32,
}

/// A file with errors. What was open stays open; what could be read can be opened on request.
#[derive(Debug)]
pub struct Refused {
    /// What is wrong with it.
    pub report: Report,
    /// What could be read of it.
    pub partial: Option<Arc<World>>,
}
