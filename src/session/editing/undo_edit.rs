//! Undoing an edit, and redoing one that was undone: the replacements there and back are carried out on the text.

use crate::session::Session;
use crate::session::commands::action::Action;
use crate::session::effect::Effect;

use super::request::EditWork;
use super::state::PendingJob;
use super::text_change::EditStep;

impl Session {
    /// Undoes the edit that is the last step, or makes again the one that was undone last.
    pub(in crate::session) fn start_undo(&mut self, step: &EditStep, is_redo: bool) -> Option<Effect> {
        if self.editing.pending.is_some() {
            let action = if is_redo { Action::Redo } else { Action::Undo };
            self.editing.queued_actions.push_back(action);
            return None;
        }
        if self.is_kept_by_form() {
            self.editing.queued_actions.clear();
            return None;
        }
        self.editing.form = None;
        let (what, change) =
            if is_redo { (PendingJob::Redo, &step.change) } else { (PendingJob::Undo, &step.inverse) };
        Some(self.start_edit(what, EditWork::Change(change.clone()), step.words.clone()))
    }
}
