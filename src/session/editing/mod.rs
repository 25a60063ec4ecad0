//! Editing the open dataset: a form for each kind of record, edits that a job makes in the text of the file, and saving them.
//!
//! An edit changes the text of the file, and the dataset is read again from the new text, on another thread: what was
//! selected and seen stays, by the ids of the file. Each edit is a step of the one history of undoing, with the
//! replacements that give the text before back byte for byte. Nothing is written to the file until it is saved.

mod checked_form;
pub(super) mod command;
pub(super) mod completion;
mod deleting;
pub(super) mod effect;
pub(super) mod field;
pub(super) mod form;
mod form_values;
mod law_words;
mod make_edits;
pub(super) mod moving;
mod names;
mod opening;
mod pasting;
pub(super) mod proposal;
pub(super) mod request;
mod running_edit;
mod saving;
mod source_choice;
pub(super) mod state;
mod template;
pub(super) mod text_change;
mod undo_edit;
mod unsaved_edits;
