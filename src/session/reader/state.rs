//! The open document, and the quotations confirmed in it and in others.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::Found;
use crate::domain::StatementId;

use super::document::OpenDocument;
use super::drafts::Drafts;
use super::unsaved::Unsaved;

/// The open document, and the quotations confirmed in it and in others.
#[derive(Debug, Default)]
pub struct ReaderState {
    /// The open document.
    pub document: Option<Arc<OpenDocument>>,
    /// The name of the document that is being read, until it is shown.
    pub loading: Option<String>,
    /// The active quotation, by its index among the document's.
    pub quote: Option<usize>,
    /// The offset last jumped to in the text, in bytes, if no quotation is active.
    pub offset: Option<usize>,
    /// Number of requests to scroll: when it grows, the panel scrolls to the active quotation or offset.
    pub scroll_requests: u64,
    /// What is confirmed of the document.
    pub drafts: Drafts,
    /// Where statements were found in the copies of their sources that were opened so far.
    pub seen_in_copies: BTreeMap<StatementId, Found>,
    /// What is confirmed of other documents and unsaved.
    pub(in crate::session) stash: Unsaved,
    /// Whether the window is to be closed once nothing is unsaved.
    pub(in crate::session) closes_when_saved: bool,
}
