//! The reader: a document beside the timeline.
//!
//! The document is the copy of a source, in which the quotations of the dataset are located, or an unknown one, in
//! which new quotations are extracted. The user confirms those of an unknown document, which drafts statements; saving
//! adds the drafts to the dataset. Unsaved drafts outlive the document, the dataset and the run of the program.

pub(in crate::session) mod additions;
mod apply;
pub(super) mod command;
pub(super) mod document;
pub(super) mod drafts;
mod layer;
mod saving;
pub(super) mod state;
pub(super) mod unsaved;
