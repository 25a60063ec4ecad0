//! Undoing and redoing steps.

use std::sync::Arc;

use crate::session::Session;
use crate::session::commands::action::Action;
use crate::session::editing::text_change::EditStep;
use crate::session::effect::Effect;
use crate::timeline::View;

use super::change::Change;
use super::reversible::Reversible;
use super::undo_stack::{UndoStack, UndoStep};

impl Session {
    /// Undoes the last step, and says what that was. An edit of the dataset is undone by a job.
    pub(in crate::session) fn undo(&mut self) -> Option<Effect> {
        if let Some(edit) = self.history.undo_stack.edit_to_undo() {
            return self.start_undo(&edit, false);
        }
        let history = &self.strings().history;
        match self.take_step(UndoStack::undo) {
            Some((now, step)) => {
                let undone = Change::between(&step.state, &now.state).map(|change| self.words_for(change));
                self.restore(&step);
                self.status_message = undone.map(|undone| (history.undone)(&undone));
            }
            None => self.status_message = Some(history.nothing_to_undo.to_owned()),
        }
        None
    }

    /// Redoes the step that was undone last, and says what that is. An edit of the dataset is made again by a job.
    pub(in crate::session) fn redo(&mut self) -> Option<Effect> {
        if let Some(edit) = self.history.undo_stack.edit_to_redo() {
            return self.start_undo(&edit, true);
        }
        let history = &self.strings().history;
        match self.take_step(UndoStack::redo) {
            Some((now, step)) => {
                let redone = Change::between(&now.state, &step.state).map(|change| self.words_for(change));
                self.restore(&step);
                self.status_message = redone.map(|redone| (history.redone)(&redone));
            }
            None => self.status_message = Some(history.nothing_to_redo.to_owned()),
        }
        None
    }

    /// Undoes or redoes this many steps, one after the other; a negative number undoes.
    pub(super) fn go_by_steps(&mut self, count: isize) -> Option<Effect> {
        let action = if count < 0 { Action::Undo } else { Action::Redo };
        self.editing.queued_actions.extend(std::iter::repeat_n(action, count.unsigned_abs()));
        self.run_pending()
    }

    /// Adds an edit that was made as a step. The history still has the state before it.
    pub(in crate::session) fn push_edit(&mut self, edit: EditStep) {
        let before = UndoStep {
            state: self.history.present.clone(),
            scroll: self.view.current.scroll,
            words: edit.words.clone(),
            edit: Some(Arc::new(edit)),
        };
        self.history.undo_stack.push(before, &Reversible::default(), None);
    }

    /// Goes over an edit that was undone or made again, to the state on its other side.
    pub(in crate::session) fn step_over_edit(&mut self, is_redo: bool) {
        let Some((_, step)) = self.take_step(if is_redo { UndoStack::redo } else { UndoStack::undo }) else {
            return;
        };
        self.restore_reversible(&step.state);
    }

    /// The present state, and the one to restore.
    fn take_step(
        &mut self,
        direction: fn(&mut UndoStack, UndoStep) -> Option<UndoStep>,
    ) -> Option<(UndoStep, UndoStep)> {
        let now = UndoStep {
            state: self.history.present.clone(),
            scroll: self.view.current.scroll,
            edit: None,
            words: String::new(),
        };
        let step = direction(&mut self.history.undo_stack, now.clone())?;
        Some((now, step))
    }

    /// Restores a state. The time in the window stays, unless what is selected again is not in it.
    fn restore(&mut self, step: &UndoStep) {
        let (state, now) = (&step.state, self.history.present.clone());
        self.restore_reversible(state);
        if (&state.filter, &state.arrangement) != (&now.filter, &now.arrangement) {
            self.view.current = self.within_rows(View { scroll: step.scroll, ..self.view.current });
        }
        if state.selected != now.selected {
            self.follow_selection_in_document();
            // To show a lane that is collapsed or hidden would be another change.
            if self.selected_treaty().is_some_and(|treaty| self.view.rows.has_lane(treaty)) {
                self.bring_into_view();
            }
        }
        // What is undone is no step of its own.
        self.history.present = self.history.present.updated(self);
        self.history.has_undone = true;
    }

    /// Puts filter, lanes, status date and selection back as they were; the view is left to the caller.
    pub(in crate::session) fn restore_reversible(&mut self, state: &Reversible) {
        if state.status_date != self.reversible().status_date {
            self.law.is_playing = false;
            self.set_status_date(state.status_date);
        }
        self.set_filter((*state.filter).clone());
        if self.view.arrangement != *state.arrangement {
            self.arrange((*state.arrangement).clone());
        }
        self.selection.selected = state.selected;
        self.selection.several = state.several.to_vec();
        self.selection.time_range = state.time_range;
    }
}
