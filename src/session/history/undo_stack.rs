//! The steps to undo and to redo.

use std::sync::Arc;

use crate::session::editing::text_change::EditStep;

use super::reversible::Reversible;

/// Maximum number of steps to undo.
const MAX_STEPS: usize = 200;
/// Maximum number of edits among them, which do not count as such.
const MAX_EDITS: usize = 1000;

/// Commands that follow one another so closely that they are undone together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::session) enum Run {
    /// From one event to the next by the arrow keys.
    Events,
    /// A drag of the status date, or its playback.
    StatusDate,
    /// A drag that selects a time range.
    TimeRange,
}

/// The state before a step, or after one that was undone.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::session) struct UndoStep {
    pub(super) state: Reversible,
    /// How far the lanes were scrolled.
    pub(super) scroll: f64,
    /// The edit of the dataset that lies between this state and the next one towards the present. The ids of the state are
    /// those of the dataset on its side of the edit, which gives them again byte for byte.
    pub(super) edit: Option<Arc<EditStep>>,
    /// What the step does, in words.
    pub(super) words: String,
}

/// The steps to undo and to redo.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UndoStack {
    undo: Vec<UndoStep>,
    redo: Vec<UndoStep>,
    run: Option<Run>,
}

impl UndoStack {
    /// Adds the state before a change to `now`. A change of the same run as the last one is undone with it.
    pub(super) fn push(&mut self, before: UndoStep, now: &Reversible, run: Option<Run>) {
        let continues = run.is_some() && run == self.run && self.redo.is_empty() && !self.undo.is_empty();
        self.redo.clear();
        self.run = run;
        if !continues {
            self.undo.push(before);
            self.forget_the_oldest();
        } else if self.undo.last().is_some_and(|last| last.state == *now) {
            // The run came back to where it began.
            self.undo.pop();
            self.run = None;
        } else if let Some(last) = self.undo.last_mut() {
            last.words = before.words;
        }
    }

    /// Keeps the steps few. What is selected between two edits is a step as well, and must not cost the edits their undoing.
    fn forget_the_oldest(&mut self) {
        let is_edit = |step: &UndoStep| step.edit.is_some();
        let edits = self.undo.iter().filter(|step| is_edit(step)).count();
        if edits > MAX_EDITS
            && let Some(oldest) = self.undo.iter().position(is_edit)
        {
            // Nothing before an edit can be undone without it.
            self.undo.drain(..=oldest);
        } else if self.undo.len() - edits > MAX_STEPS
            && let Some(oldest) = self.undo.iter().position(|step| !is_edit(step))
        {
            self.undo.remove(oldest);
        }
    }

    /// Ends a run: what follows is another step.
    pub(super) fn end_run(&mut self) {
        self.run = None;
    }

    /// Whether the next command may continue a run.
    pub fn is_in_run(&self) -> bool {
        self.run.is_some()
    }

    /// Whether there is a step to undo.
    pub fn has_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a step to redo.
    pub fn has_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// The edit that is undone next, if an edit is.
    pub(super) fn edit_to_undo(&self) -> Option<Arc<EditStep>> {
        self.undo.last()?.edit.clone()
    }

    /// The edit that is redone next, if an edit is.
    pub(super) fn edit_to_redo(&self) -> Option<Arc<EditStep>> {
        self.redo.last()?.edit.clone()
    }

    /// Whether any step is an edit: then the ids of others are of other versions of the dataset.
    pub(in crate::session) fn has_edits(&self) -> bool {
        self.undo.iter().chain(&self.redo).any(|step| step.edit.is_some())
    }

    /// What the steps that can be undone did, the last one first.
    pub fn done(&self) -> impl ExactSizeIterator<Item = &str> {
        self.undo.iter().rev().map(|step| &*step.words)
    }

    /// What the steps that were undone did, the one that is redone last first.
    pub fn undone(&self) -> impl ExactSizeIterator<Item = &str> {
        self.redo.iter().map(|step| &*step.words)
    }

    /// The state before the last step; `now` can be redone.
    pub(super) fn undo(&mut self, now: UndoStep) -> Option<UndoStep> {
        let step = self.undo.pop()?;
        self.redo.push(UndoStep { edit: step.edit.clone(), words: step.words.clone(), ..now });
        self.run = None;
        Some(step)
    }

    /// The state that was undone last; `now` can be undone.
    pub(super) fn redo(&mut self, now: UndoStep) -> Option<UndoStep> {
        let step = self.redo.pop()?;
        self.undo.push(UndoStep { edit: step.edit.clone(), words: step.words.clone(), ..now });
        self.run = None;
        Some(step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Moment;

    fn on(secs: i64) -> Reversible {
        Reversible { status_date: Some(Moment::from_secs(secs)), ..Reversible::default() }
    }

    fn step(state: Reversible) -> UndoStep {
        UndoStep { state, scroll: 0.0, edit: None, words: String::new() }
    }

    #[test]
    fn a_run_is_one_step_until_it_ends() {
        let mut steps = UndoStack::default();
        for secs in 0..5 {
            steps.push(step(on(secs)), &on(secs + 1), Some(Run::StatusDate));
        }
        steps.end_run();
        steps.push(step(on(5)), &on(6), Some(Run::StatusDate));
        assert_eq!(steps.undo(step(on(6))), Some(step(on(5))));
        assert_eq!(steps.undo(step(on(5))), Some(step(on(0))));
        assert!(!steps.has_undo());
        assert_eq!(steps.redo(step(on(0))), Some(step(on(5))));
    }

    #[test]
    fn a_run_that_comes_back_to_its_beginning_is_no_step() {
        let mut steps = UndoStack::default();
        steps.push(step(on(0)), &on(1), Some(Run::Events));
        steps.push(step(on(1)), &on(0), Some(Run::Events));
        assert!(!steps.has_undo());
    }

    #[test]
    fn a_new_step_leaves_nothing_to_redo_and_old_ones_are_dropped() {
        let mut steps = UndoStack::default();
        for secs in 0..300 {
            steps.push(step(on(secs)), &on(secs + 1), None);
        }
        assert_eq!(steps.undo.len(), MAX_STEPS);
        steps.undo(step(on(300)));
        assert!(steps.has_redo());
        steps.push(step(on(299)), &on(7), None);
        assert!(!steps.has_redo());
    }

    #[test]
    fn selecting_between_edits_costs_none_of_them() {
        let edit = Arc::new(EditStep {
            words: String::new(),
            change: crate::session::TextChange::default(),
            inverse: crate::session::TextChange::default(),
        });
        let edits = |steps: &UndoStack| steps.undo.iter().filter(|step| step.edit.is_some()).count();
        let mut steps = UndoStack::default();
        for secs in 0..700 {
            steps.push(step(on(secs)), &on(secs + 1), None);
            steps.push(UndoStep { edit: Some(Arc::clone(&edit)), ..step(on(secs)) }, &on(secs), None);
        }
        assert_eq!((edits(&steps), steps.undo.len()), (700, 700 + MAX_STEPS));
        for secs in 0..700 {
            steps.push(UndoStep { edit: Some(Arc::clone(&edit)), ..step(on(secs)) }, &on(secs), None);
        }
        assert_eq!(edits(&steps), MAX_EDITS);
    }
}
