//! Choosing and sorting a table, its rows and cells, and all of it as text.

use crate::domain::{EventId, Nature, PartyId, SourceId, StatementId, TreatyId};
use crate::search::Item;
use crate::session::Session;
use crate::session::law::matrix::LawMatrix;
use crate::timeline::Selection;

use super::cells;
use super::columns::{Column, TableKind};
use super::copy::{CopyFormat, write_table};
use super::sort::{Key, sort_keys};
use super::state::{TableChoice, TableRows};

impl Session {
    /// Number of items of the table's kind, shown or not.
    pub fn table_len(&self) -> usize {
        let dataset = &self.world.dataset;
        match self.tables.choice.kind {
            TableKind::Events => dataset.events().len(),
            TableKind::Statements => dataset.statements().len(),
            TableKind::Treaties | TableKind::Law => dataset.treaties().len(),
            TableKind::Sources => dataset.sources().len(),
        }
    }

    /// What a click on a row selects.
    pub fn table_selection(&self, row: usize) -> Option<Selection> {
        let item = *self.tables.rows.order.get(row)? as usize;
        Some(match self.tables.choice.kind {
            TableKind::Events => Selection::Event(EventId::new(item)),
            TableKind::Statements => Selection::Statement(StatementId::new(item)),
            TableKind::Treaties | TableKind::Law => Selection::Treaty(TreatyId::new(item)),
            TableKind::Sources => Selection::Source(SourceId::new(item)),
        })
    }

    /// The row of the selection, if the table has one.
    pub fn table_row(&self) -> Option<usize> {
        let item = match (self.tables.choice.kind, self.selection.selected) {
            (TableKind::Events, Selection::Event(id)) => id.index(),
            (TableKind::Statements, Selection::Statement(id)) => id.index(),
            (TableKind::Treaties | TableKind::Law, _) => self.selected_treaty()?.index(),
            (TableKind::Sources, Selection::Source(id)) => id.index(),
            _ => return None,
        };
        self.tables.rows.row_of(item)
    }

    /// Shows the table, or hides it. In place of the matrix comes a table.
    pub(in crate::session) fn toggle_table(&mut self) {
        let choice = &self.tables.choice;
        let is_matrix = choice.kind == TableKind::Law;
        let kind = if is_matrix { TableKind::default() } else { choice.kind };
        let is_open = !choice.is_open || is_matrix;
        self.set_table(TableChoice { is_open, kind, ..self.tables.choice.clone() });
    }

    /// Shows the matrix of treaties and parties, or hides it. It takes the place of a table.
    pub(in crate::session) fn toggle_status_by_party(&mut self) {
        let is_open = !self.shows_status_by_party();
        self.set_table(TableChoice { is_open, kind: TableKind::Law, ..self.tables.choice.clone() });
    }

    /// Whether the matrix of treaties and parties is shown.
    pub fn shows_status_by_party(&self) -> bool {
        self.tables.choice.is_open && self.tables.choice.kind == TableKind::Law
    }

    /// Changes which table is shown, and how.
    pub(in crate::session) fn set_table(&mut self, choice: TableChoice) {
        self.tables.choice = choice;
        let is_of_kind = |column: &Column| self.tables.choice.kind.columns().contains(column);
        if self.tables.choice.sort.is_some_and(|(column, _)| !is_of_kind(&column)) {
            self.tables.choice.sort = None;
        }
        self.sort_table();
        self.update_matrix();
    }

    /// Recomputes the rows, if the table is open.
    pub(in crate::session) fn sort_table(&mut self) {
        if !self.tables.choice.is_open {
            self.tables.rows = TableRows::default();
            return;
        }
        let mut order: Vec<u32> =
            (0..self.table_len()).filter(|&item| self.table_shows(item)).map(|item| item as u32).collect();
        if let Some((column, is_descending)) = self.tables.choice.sort {
            let keys = sort_keys(self, &order, column);
            let mut rows: Vec<(Key, u32)> = std::iter::zip(keys, order).collect();
            // Rows with equal keys stay in the order of the dataset.
            rows.sort_unstable();
            order = rows.into_iter().map(|(_, item)| item).collect();
            if is_descending {
                order.reverse();
            }
        }
        self.tables.rows = TableRows::new(order, self.table_len());
    }

    fn table_shows(&self, item: usize) -> bool {
        match self.tables.choice.kind {
            TableKind::Events => self.shows(Item::Event(EventId::new(item))),
            TableKind::Statements => self.shows(Item::Statement(StatementId::new(item))),
            TableKind::Treaties => self.shows(Item::Treaty(TreatyId::new(item))),
            // A topic has no status.
            TableKind::Law => {
                let treaty = TreatyId::new(item);
                self.world.dataset.treaty(treaty).nature != Nature::Topic && self.shows(Item::Treaty(treaty))
            }
            TableKind::Sources => self.shows(Item::Source(SourceId::new(item))),
        }
    }

    /// Selects the row that is `by` rows further down.
    pub(in crate::session) fn step_table_row(&mut self, by: isize) {
        let last = self.tables.rows.order.len().saturating_sub(1);
        let row = self.table_row().map_or(0, |row| row.saturating_add_signed(by).min(last));
        if let Some(selection) = self.table_selection(row) {
            self.go_to(selection);
        }
    }

    /// The text of a cell; empty beyond the last row.
    pub fn table_cell(&self, row: usize, column: Column) -> String {
        let item = self.tables.rows.order.get(row);
        item.map_or_else(String::new, |&item| {
            cells::text(self, self.tables.choice.kind, item as usize, column)
        })
    }

    /// The whole table as text, with its headings.
    pub fn table_text(&self, format: CopyFormat) -> String {
        self.table_text_of(format, &self.tables.rows.order)
    }

    /// Some rows of the table as text, by their items, with its headings.
    pub(super) fn table_text_of(&self, format: CopyFormat, items: &[u32]) -> String {
        if let Some(matrix) = self.law.matrix.as_ref().filter(|_| self.tables.choice.kind == TableKind::Law) {
            return self.matrix_text(matrix, format, items);
        }
        let (columns, strings) = (self.tables.choice.columns(), &self.strings().tables);
        // Other programs misread dates in words, some even by a century: CSV has the EDTF in another column.
        let forms = columns.flat_map(|column| {
            let has_edtf = format == CopyFormat::Csv && column.is_date();
            std::iter::once((column, false)).chain(has_edtf.then_some((column, true)))
        });
        let forms: Vec<(Column, bool)> = forms.collect();
        let headings = forms.iter().map(|&(column, is_edtf)| {
            let heading = column.heading(strings);
            if is_edtf { (strings.as_edtf)(heading) } else { heading.to_owned() }
        });
        let rows = items.iter().map(|&item| {
            let cell = |&(column, is_edtf): &(Column, bool)| {
                let cell = if is_edtf { cells::edtf } else { cells::text };
                cell(self, self.tables.choice.kind, item as usize, column)
            };
            forms.iter().map(cell).collect()
        });
        write_table(format, headings.collect(), rows)
    }

    fn matrix_text(&self, matrix: &LawMatrix, format: CopyFormat, items: &[u32]) -> String {
        let (dataset, strings) = (&self.world.dataset, self.strings());
        let day = matrix.day.map(strings.dates.day).unwrap_or_default();
        let parties = matrix.parties.iter().map(|&party| dataset.party(party).short.to_string());
        let headings = std::iter::once(day).chain(parties).collect();
        let rows = items.iter().map(|&item| {
            let treaty = TreatyId::new(item as usize);
            let record = dataset.treaty(treaty);
            let state = |&party: &PartyId| {
                let cell = matrix.cell(treaty, party);
                match cell {
                    Some(cell) => (strings.terms.state)(cell.state, record.nature),
                    None if dataset.is_outsider(treaty, party) => strings.law.outsider.to_owned(),
                    None => strings.law.not_recorded.to_owned(),
                }
            };
            std::iter::once(record.name.to_string()).chain(matrix.parties.iter().map(state)).collect()
        });
        write_table(format, headings, rows)
    }
}
