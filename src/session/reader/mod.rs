//! Reading a document: quotations found in it, quotations to confirm, what is not saved yet.

pub(super) mod command;
pub(super) mod document;
pub(super) mod drafts;
pub(super) mod state;
pub(super) mod unsaved;
