//! The form that is open, the edit under way, and what is unsaved.

use std::collections::VecDeque;

use crate::edit::{RecordList, Removal};
use crate::session::command::Command;
use crate::session::commands::action::Action;

use super::form::RecordForm;
use super::proposal::Proposal;
use super::text_change::{TextChange, UnsavedEdits};

/// The form that is open, the edit under way, and what is unsaved.
#[derive(Debug, Default)]
pub struct EditingState {
    /// The form of a record.
    pub form: Option<RecordForm>,
    /// The record that the edit under way adds.
    pub(super) adding: Option<(RecordList, String)>,
    /// What a job is doing with the text of the file.
    pub pending: Option<PendingJob>,
    /// What was asked for meanwhile.
    pub(in crate::session) queued_actions: VecDeque<Action>,
    /// The changes since the file was read or saved, in their order.
    pub(super) changes: Vec<TextChange>,
    /// How many edits the text is ahead of the file; those that are undone count no more.
    pub(super) unsaved: usize,
    /// The record that is to be deleted, once somebody has agreed.
    pub deletion: Option<Deletion>,
    /// Whether dragging an event moves it, and a double-click on a lane adds one.
    pub moves_events: bool,
    /// Who proposes the unsaved edits, and why.
    pub proposal: Proposal,
    /// Whether the window is closed, or what was put off is done, once the edits are saved.
    pub(super) continues_when_saved: bool,
    /// What waits until it is decided what becomes of unsaved edits; nothing where the window is closed.
    pub(in crate::session) postponed: Option<Box<Command>>,
    /// Whether somebody has decided to leave the unsaved edits.
    pub(in crate::session) is_discarded: bool,
    /// Unsaved edits of earlier runs.
    pub(in crate::session) of_earlier_runs: Vec<UnsavedEdits>,
    /// Which of them is made again once its file is open.
    pub(super) restoring: Option<UnsavedEdits>,
}

/// What a job is doing with the text of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PendingJob {
    /// Making an edit.
    Edit,
    /// Undoing one.
    Undo,
    /// Making one again.
    Redo,
    /// Finding what links to a record.
    Links,
    /// Saving the file.
    Save,
}

/// A record that is to be deleted, and what goes with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deletion {
    /// Its list.
    pub list: RecordList,
    /// Its id in the file.
    pub key: String,
    /// Its name, as it is said.
    pub title: String,
    /// What is deleted with it, and what links to it.
    pub removal: Removal,
}

impl EditingState {
    /// Number of unsaved edits; 0 once the user has chosen to discard them.
    pub fn unsaved_edits(&self) -> usize {
        if self.is_discarded { 0 } else { self.unsaved }
    }

    /// The state in another dataset: what earlier runs left, and what is to be made again in it.
    pub(in crate::session) fn after(left: Vec<UnsavedEdits>, restoring: Option<UnsavedEdits>) -> Self {
        Self { of_earlier_runs: left, restoring, ..Self::default() }
    }

    /// What is to be made again in the file that is being opened.
    pub(in crate::session) fn restoring_taken(&mut self) -> Option<UnsavedEdits> {
        self.restoring.take()
    }
}
