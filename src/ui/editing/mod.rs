//! Editing: the form of an event in the details panel, and the questions before something is lost.

pub(super) mod dialogs;
mod fields;
pub(super) mod form;
