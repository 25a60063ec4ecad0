//! The trail, the steps, and what is known of the message that is shown.

use super::reversible::Reversible;
use super::trail::Trail;
use super::undo_stack::UndoStack;

/// The trail, the steps, and what is known of the message that is shown.
#[derive(Debug, Default)]
pub struct HistoryState {
    /// The places to go back and forward to.
    pub trail: Trail,
    /// The steps to undo and to redo.
    pub undo_stack: UndoStack,
    /// The message that is shown.
    pub message: Message,
    /// What can be undone, as it is now.
    pub(super) present: Reversible,
    /// Whether the command that is being carried out has jumped to another view.
    pub(in crate::session) has_jumped: bool,
    /// Whether it has gone back or forward.
    pub(super) has_travelled: bool,
    /// Whether it has undone or redone a step.
    pub(super) has_undone: bool,
    /// Whether it has edited the dataset.
    pub(in crate::session) has_edited: bool,
    /// Whether its message is a new one, even if its text is that of the one before.
    pub(in crate::session) is_said_again: bool,
}

/// What is known of the message that is shown, beside its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// Grows with each message, also where two have the same text.
    pub number: u64,
    /// Whether to offer to undo what the message is about.
    pub offers_undo: bool,
}
