//! Rows that are pasted into the table of the open dataset: they become events and statements of it.

use crate::session::Session;
use crate::session::effect::Effect;
use crate::session::tables::columns::TableKind;

use super::request::{EditWork, PastedRows};
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

    /// What became of pasted rows, in a sentence or two: rows in are records added, known or explained.
    pub(super) fn words_of_rows(&self, pasted: &PastedRows) -> String {
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
