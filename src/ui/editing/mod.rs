//! The form of a record in the details panel, the questions about edits, and the list of steps.

pub(super) mod button;
pub(super) mod dialogs;
mod fields;
pub(super) mod form;
pub(super) mod parties;
pub(super) mod undo_list;
