//! The rows of a table: which they are, their order, what they lead to, and all of them as text.

use crate::domain::{EventId, PartyId, SourceId, StatementId, TreatyId};
use crate::search::Item;
use crate::session::{
    Regime, Session,
    tables::cells::Key,
    tables::{Column, CopyFormat, Rows, TableChoice, TableKind},
};
use crate::timeline::Selection;

impl Session {
    /// How many items of the table's kind there are, shown or not.
    pub fn table_len(&self) -> usize {
        let dataset = &self.world.dataset;
        match self.tables.choice.kind {
            TableKind::Events => dataset.events().len(),
            TableKind::Statements => dataset.statements().len(),
            TableKind::Treaties | TableKind::Law => dataset.treaties().len(),
            TableKind::Sources => dataset.sources().len(),
        }
    }

    /// What a row leads to.
    pub fn table_selection(&self, row: usize) -> Option<Selection> {
        let item = *self.tables.rows.order.get(row)? as usize;
        Some(match self.tables.choice.kind {
            TableKind::Events => Selection::Event(EventId::new(item)),
            TableKind::Statements => Selection::Statement(StatementId::new(item)),
            TableKind::Treaties | TableKind::Law => Selection::Treaty(TreatyId::new(item)),
            TableKind::Sources => Selection::Source(SourceId::new(item)),
        })
    }

    /// The row of what is selected, if the table has it.
    pub fn table_row(&self) -> Option<usize> {
        let item = match (self.tables.choice.kind, self.selection.selected) {
            (TableKind::Events, Selection::Event(id)) => id.index(),
            (TableKind::Statements, Selection::Statement(id)) => id.index(),
            (TableKind::Treaties | TableKind::Law, _) => self.selected_treaty()?.index(),
            (TableKind::Sources, Selection::Source(id)) => id.index(),
            _ => return None,
        };
        self.tables.rows.place(item)
    }

    /// Looks at another table, or at the same in another way.
    pub(in crate::session) fn choose_table(&mut self, choice: TableChoice) {
        self.tables.choice = choice;
        let is_of_kind = |column: &Column| self.tables.choice.kind.columns().contains(column);
        if self.tables.choice.sort.is_some_and(|(column, _)| !is_of_kind(&column)) {
            self.tables.choice.sort = None;
        }
        self.order_table();
        self.read_regime();
    }

    /// Puts the rows in order anew.
    pub(in crate::session) fn order_table(&mut self) {
        if !self.tables.choice.is_open {
            self.tables.rows = Rows::default();
            return;
        }
        let mut order: Vec<u32> =
            (0..self.table_len()).filter(|&item| self.table_shows(item)).map(|item| item as u32).collect();
        if let Some((column, is_descending)) = self.tables.choice.sort {
            let keys = crate::session::tables::cells::sort_keys(self, &order, column);
            let mut rows: Vec<(Key, u32)> = std::iter::zip(keys, order).collect();
            // Items are in the order of the record, so that of equal keys the earlier stays before the later.
            rows.sort_unstable();
            order = rows.into_iter().map(|(_, item)| item).collect();
            if is_descending {
                order.reverse();
            }
        }
        let mut places = vec![u32::MAX; self.table_len()];
        for (row, &item) in order.iter().enumerate() {
            places[item as usize] = row as u32;
        }
        self.tables.rows = Rows { order: order.into(), places };
    }

    fn table_shows(&self, item: usize) -> bool {
        match self.tables.choice.kind {
            TableKind::Events => self.shows(Item::Event(EventId::new(item))),
            TableKind::Statements => self.shows(Item::Statement(StatementId::new(item))),
            TableKind::Treaties | TableKind::Law => self.shows(Item::Treaty(TreatyId::new(item))),
            TableKind::Sources => self.shows(Item::Source(SourceId::new(item))),
        }
    }

    /// Selects another row: so many further down.
    pub(in crate::session) fn step_in_table(&mut self, by: isize) {
        let last = self.tables.rows.order.len().saturating_sub(1);
        let row = self.table_row().map_or(0, |row| row.saturating_add_signed(by).min(last));
        if let Some(selection) = self.table_selection(row) {
            self.go_to(selection);
        }
    }

    /// The text of a cell.
    pub fn table_cell(&self, row: usize, column: Column) -> String {
        let item = self.tables.rows.order.get(row);
        item.map_or_else(String::new, |&item| {
            crate::session::tables::cells::text(self, self.tables.choice.kind, item as usize, column)
        })
    }

    /// The whole table as text, with its headings.
    pub fn table_text(&self, format: CopyFormat) -> String {
        if let Some(regime) = self.law.matrix.as_ref().filter(|_| self.tables.choice.kind == TableKind::Law) {
            return self.law_text(regime, format);
        }
        let (columns, words) = (self.tables.choice.columns(), &self.words().table);
        // Other programs misread dates in words, and of some say the wrong century: they get the EDTF beside them.
        let forms = columns.flat_map(|column| {
            let has_edtf = format == CopyFormat::Csv && column.is_date();
            std::iter::once((column, false)).chain(has_edtf.then_some((column, true)))
        });
        let forms: Vec<(Column, bool)> = forms.collect();
        let headings = forms.iter().map(|&(column, is_edtf)| {
            let heading = column.heading(words);
            if is_edtf { (words.as_edtf)(heading) } else { heading.to_owned() }
        });
        let rows = self.tables.rows.order.iter().map(|&item| {
            let cell = |&(column, is_edtf): &(Column, bool)| {
                let written = if is_edtf {
                    crate::session::tables::cells::edtf
                } else {
                    crate::session::tables::cells::text
                };
                written(self, self.tables.choice.kind, item as usize, column)
            };
            forms.iter().map(cell).collect()
        });
        crate::session::tables::copy::written(format, headings.collect(), rows)
    }

    fn law_text(&self, regime: &Regime, format: CopyFormat) -> String {
        let (dataset, words) = (&self.world.dataset, self.words());
        let day = regime.day.map(words.day).unwrap_or_default();
        let parties = regime.parties.iter().map(|&party| dataset.party(party).short.to_string());
        let headings = std::iter::once(day).chain(parties).collect();
        let rows = self.tables.rows.order.iter().map(|&item| {
            let treaty = TreatyId::new(item as usize);
            let record = dataset.treaty(treaty);
            let state = |&party: &PartyId| {
                let cell = regime.cell(treaty, party);
                cell.map_or_else(String::new, |cell| (words.state)(cell.state, record.nature))
            };
            std::iter::once(record.name.to_string()).chain(regime.parties.iter().map(state)).collect()
        });
        crate::session::tables::copy::written(format, headings, rows)
    }
}
