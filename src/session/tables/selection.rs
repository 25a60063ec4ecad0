//! Several rows of a table at once: they are the multi-selection, so that the timeline and the panel show the same.

use crate::session::Session;
use crate::timeline::{Selection, Subject};

use super::columns::TableKind;

impl Session {
    /// The event or statement of a row; `None` in tables of treaties and sources, of which one at a time is selected.
    pub fn table_subject(&self, row: usize) -> Option<Subject> {
        match self.table_selection(row)? {
            Selection::Event(id) => Some(Subject::Event(id)),
            Selection::Statement(id) => Some(Subject::Statement(id)),
            Selection::Nothing
            | Selection::Treaty(_)
            | Selection::Source(_)
            | Selection::Speaker(_)
            | Selection::Bulk(_) => None,
        }
    }

    /// Whether a row is selected, alone or with others.
    pub fn is_table_row_selected(&self, row: usize) -> bool {
        self.table_row() == Some(row)
            || self.table_subject(row).is_some_and(|subject| self.selection.several.contains(&subject))
    }

    /// The selected rows, from the first to the last.
    pub fn selected_table_rows(&self) -> Vec<usize> {
        let several = self.selection.several.iter().filter_map(|&subject| self.row_of_subject(subject));
        let mut rows: Vec<usize> = several.chain(self.table_row()).collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    /// The row that was selected last.
    pub fn table_cursor(&self) -> Option<usize> {
        let last = self.selection.several.last().and_then(|&subject| self.row_of_subject(subject));
        last.or_else(|| self.table_row())
    }

    /// Selects every row from the selected one to this one.
    pub(in crate::session) fn select_table_rows_to(&mut self, row: usize) {
        let Some(anchor) = self.table_row() else {
            if let Some(selection) = self.table_selection(row) {
                self.go_to(selection);
            }
            return;
        };
        // From the anchor outwards, so that the last one is where the next step begins.
        let rows: Vec<usize> =
            if row < anchor { (row..=anchor).rev().collect() } else { (anchor..=row).collect() };
        let subjects: Vec<Subject> = rows.iter().filter_map(|&row| self.table_subject(row)).collect();
        self.set_several(if subjects.len() > 1 { &subjects } else { &[] });
    }

    /// Selects every row from the selected one to the one that is `by` rows beyond the last.
    pub(in crate::session) fn extend_table_rows(&mut self, by: isize) {
        let last = self.tables.rows.order.len().saturating_sub(1);
        let row = self.table_cursor().map_or(0, |row| row.saturating_add_signed(by).min(last));
        self.select_table_rows_to(row);
    }

    fn row_of_subject(&self, subject: Subject) -> Option<usize> {
        match (self.tables.choice.kind, subject) {
            (TableKind::Events, Subject::Event(id)) => self.tables.rows.row_of(id.index()),
            (TableKind::Statements, Subject::Statement(id)) => self.tables.rows.row_of(id.index()),
            _ => None,
        }
    }
}
