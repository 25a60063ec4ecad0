//! What comes into the open dataset from elsewhere: rows that are pasted into its table, and patches of others.

use std::sync::Arc;

use crate::diagnostics::shown_name;
use crate::session::Session;
use crate::session::effect::Effect;
use crate::session::tables::columns::TableKind;

use super::request::{EditWork, ImportOutcome, PastedRows, PatchedRecords};
use super::state::PendingJob;

impl Session {
    /// Whether pasted rows are added to the open dataset: its table of events or statements is open, and it can be edited.
    pub fn takes_rows(&self) -> bool {
        let choice = &self.tables.choice;
        let is_listed = choice.is_open && matches!(choice.kind, TableKind::Events | TableKind::Statements);
        is_listed && self.why_not_editable().is_none()
    }

    /// Has a job read the rows and add what is new.
    pub(super) fn paste_rows(&mut self, rows: String) -> Option<Effect> {
        if self.refuses_editing() || self.is_kept_by_form() || self.editing.pending.is_some() {
            return None;
        }
        self.editing.form = None;
        Some(self.start_edit(PendingJob::Edit, EditWork::Rows(rows), String::new()))
    }

    /// Has a job make the changes of a patch in the open dataset.
    pub(in crate::session) fn apply_patch_file(&mut self, name: &str, bytes: Arc<[u8]>) -> Option<Effect> {
        if self.refuses_editing() || self.is_kept_by_form() || self.editing.pending.is_some() {
            return None;
        }
        self.editing.form = None;
        Some(self.start_edit(PendingJob::Edit, EditWork::Patch(bytes), shown_name(name)))
    }

    /// What became of rows or of a patch, in a sentence or two.
    pub(super) fn words_of(&self, outcome: &ImportOutcome) -> String {
        match outcome {
            ImportOutcome::Rows(rows) => self.words_of_rows(rows),
            ImportOutcome::Patch(patch) => self.words_of_patch(patch),
        }
    }

    fn words_of_patch(&self, patch: &PatchedRecords) -> String {
        let words = &self.strings().editing;
        let mut said = vec![if patch.made == 0 {
            words.patch_nothing.to_owned()
        } else {
            (words.patch_made)(patch.made, &patch.authors.join(", "))
        }];
        if patch.already > 0 {
            said.push((words.rows_known)(patch.already));
        }
        if let Some((list, id)) = patch.conflicts.first() {
            said.push((words.patch_conflicts)(patch.conflicts.len(), &self.record_name(*list, id)));
        }
        said.join(" · ")
    }

    /// What became of pasted rows, in a sentence or two: rows in are records added, known or explained.
    fn words_of_rows(&self, pasted: &PastedRows) -> String {
        let words = &self.strings().editing;
        let mut said = vec![match (pasted.events, pasted.statements) {
            (0, 0) => words.no_rows.to_owned(),
            (events, statements) => (words.rows_added)(events, statements),
        }];
        if pasted.known > 0 {
            said.push((words.rows_known)(pasted.known));
        }
        if let Some(first) = &pasted.first {
            let what = self.language().explain(&first.problem).message;
            said.push((words.rows_problems)(pasted.problems, first.line, &what));
        }
        said.join(" · ")
    }
}
