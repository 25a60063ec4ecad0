//! What editing asks of the world outside: work on the text of the file, dialogs, files.

use std::path::PathBuf;
use std::sync::Arc;

use crate::edit::{Origin, RecordList};
use crate::session::reader::document::OpenDocument;

use super::request::EditWork;

/// What editing asks of the world outside.
#[derive(Debug, PartialEq, Eq)]
pub enum EditingEffect {
    /// Do something with the text of the open file, on another thread: what, in which words it is said, and the document
    /// that is open beside it.
    Edit(Box<EditWork>, String, Option<Arc<OpenDocument>>),
    /// Find what links to a record of a list, by its id, on another thread.
    FindLinks(RecordList, String),
    /// Ask where to save the edited dataset.
    AskWhereToSave,
    /// Save the edited dataset on another thread, with the document that is open beside it; over what somebody else has
    /// changed in the file, or not.
    Save(PathBuf, bool, Option<Arc<OpenDocument>>),
    /// Ask where to save the edits as a patch.
    AskWhereToSavePatch,
    /// Save the edits as a patch, by whom and why, on another thread.
    WritePatch(PathBuf, Box<Origin>),
}
