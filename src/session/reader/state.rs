//! The document that is read, and the quotations confirmed in it and in others.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::Found;
use crate::domain::StatementId;

use super::document::Page;
use super::drafts::{Drafts, Saving};
use super::unsaved::Unsaved;

/// The document that is read, and the quotations confirmed in it and in others.
#[derive(Debug, Default)]
pub struct ReaderState {
    /// The open document.
    pub document: Option<Arc<Page>>,
    /// The name of a document that is being read and not shown yet.
    pub coming: Option<String>,
    /// The active quotation, by its index among the document's.
    pub quote: Option<usize>,
    /// An offset in the text that was gone to, where no quotation is active.
    pub offset: Option<usize>,
    /// Number of times that a position in the document was asked for: the pane scrolls there when it grows.
    pub scroll_requests: u64,
    /// What is confirmed of it.
    pub drafts: Drafts,
    /// How the words of statements stand in the copies of their sources that were read.
    pub seen_in_copies: BTreeMap<StatementId, Found>,
    /// What is confirmed of other documents and not saved.
    pub(in crate::session) stash: Unsaved,
    /// What is being saved.
    pub(in crate::session) saving: Option<Saving>,
    /// Whether the window is to be closed once nothing is unsaved.
    pub(in crate::session) closes_when_saved: bool,
}
