//! Tables as people have them, from CSV to workbooks: one [`Table`], one mapping of its columns, and from there records.

mod column_dates;
mod columns;
mod countries;
mod dates;
mod delimited;
mod guess;
mod header_words;
mod month_words;
mod names;
mod precision;
mod row;
mod row_events;
mod row_series;
mod row_treaties;
mod written_dates;

use crate::diagnostics::SourceFile;
use crate::records::{OpenTable, Shape};

use super::Watch;
use super::reader::{Reader, Tables};
use row::TableReader;

pub(super) use crate::diagnostics::Grid;
pub(super) use delimited::{Table, table_of};
pub(super) use guess::{Guess, guess};

/// How many rows a person sees to judge a mapping.
const SHOWN_ROWS: usize = 50;

impl Table {
    /// What a person needs to see of the table to judge how it is read.
    pub(super) fn shown(&self, Guess { mapping, is_certain }: Guess) -> OpenTable {
        let cells = |row| (0..self.width()).map(|column| self.cell(row, column).to_owned()).collect();
        let from = mapping.header_row.map_or(0, |header| header + 1);
        let filled = (from..self.rows()).filter(|&row| !self.is_blank(row));
        OpenTable {
            sheets: Vec::new(),
            sheet: 0,
            headers: mapping.header_row.map_or_else(|| vec![String::new(); self.width()], cells),
            first_rows: filled.clone().take(SHOWN_ROWS).map(cells).collect(),
            rows: filled.count(),
            left_out: 0,
            mapping,
            is_certain,
        }
    }
}

/// The records of a table, read by the mapping of `shown`, which learns how many rows became nothing; `None` if cancelled.
pub(super) fn read<'a>(
    file: &'a SourceFile,
    table: &'a Table,
    shown: &mut OpenTable,
    reader: &mut Reader<'a, '_>,
    watch: &dyn Watch,
) -> Option<Tables<'a>> {
    let mapping = shown.mapping.clone();
    let mut reading = TableReader::new(file, table, &mapping, reader);
    let rows = mapping.header_row.map_or(0, |header| header + 1)..table.rows();
    for row in rows.clone() {
        // Often enough to cancel at once, seldom enough to cost nothing.
        if row % 1024 == 0 {
            if watch.is_cancelled() {
                return None;
            }
            watch.reached(0.3 + 0.5 * row as f32 / rows.end.max(1) as f32);
        }
        if table.is_blank(row) {
            continue;
        }
        match mapping.shape {
            Shape::Events => reading.event_row(row),
            Shape::Treaties => reading.treaty_row(row),
            Shape::Acts => reading.act_row(row),
            Shape::Series => reading.series_row(row),
        }
    }
    shown.left_out = reading.rows_left_out;
    Some(reading.finish())
}
