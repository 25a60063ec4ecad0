//! Tables as people have them, from CSV to workbooks: one [`Table`], one mapping of its columns, and from there records.

mod column_dates;
mod columns;
pub(super) mod countries;
mod date_cells;
mod dates;
mod delimited;
mod gdelt;
mod guess;
pub(super) mod header_words;
mod known_tables;
mod long;
mod month_words;
pub(super) mod party_names;
mod precision;
mod row;
mod row_events;
mod row_links;
mod row_series;
mod row_statements;
mod row_treaties;
mod written_dates;

use crate::diagnostics::SourceFile;
use crate::records::{DateOrder, Mapping, OpenTable, Role, Shape};

use super::Watch;
use super::reader::{Reader, Tables, shortened};
use column_dates::{DateColumn, first_day_above_twelve, is_dotted, is_numeric};
use dates::DateCell;
use row::TableReader;

pub(super) use crate::diagnostics::Grid;
pub(super) use countries::country_of_name;
pub(super) use delimited::{Table, table_of};
pub(super) use guess::{Guess, guess};
pub(super) use header_words::folded as folded_name;
pub(super) use known_tables::{known_mapping, mapping_for};
pub(super) use long::{LongTable, is_long, read as read_long, suits};

/// How many rows a person sees to judge a mapping.
const SHOWN_ROWS: usize = 50;

/// How many rows are looked at to find out whether a column has dates of numbers.
const SAMPLE_ROWS: usize = 10_000;

impl Table {
    /// What a person needs to see of the table to judge how it is read.
    pub(super) fn shown(&self, grid: &Grid, Guess { mapping, is_certain }: Guess) -> OpenTable {
        let cells = |row| (0..self.width()).map(|column| self.cell(row, column).to_owned()).collect();
        let from = mapping.header_row.map_or(0, |header| header + 1);
        let filled = (from..self.rows()).filter(|&row| !self.is_blank(row));
        let no_header = || match gdelt::column_names(self) {
            Some(names) => names.into_iter().map(str::to_owned).collect(),
            None => vec![String::new(); self.width()],
        };
        OpenTable {
            sheets: Vec::new(),
            sheet: 0,
            headers: mapping.header_row.map_or_else(no_header, cells),
            first_rows: filled.clone().take(SHOWN_ROWS).map(cells).collect(),
            first_lines: self.first_lines(grid),
            dates: self.date_order(grid, &mapping),
            rows: filled.count(),
            left_out: 0,
            is_part: false,
            mapping,
            is_certain,
        }
    }

    /// The rows among which the header may be, by number, with what they begin with.
    fn first_lines(&self, grid: &Grid) -> Vec<(usize, String)> {
        let line = |row: usize| {
            let filled =
                (0..self.width()).map(|column| self.cell(row, column)).filter(|cell| !cell.is_empty());
            shortened(&filled.take(3).collect::<Vec<_>>().join(", "))
        };
        (0..self.rows().min(guess::MAX_PREAMBLE)).map(|row| (number(grid, row), line(row))).collect()
    }

    /// How dates of numbers are read in the columns that hold dates, and what decided it.
    pub(super) fn date_order(&self, grid: &Grid, mapping: &Mapping) -> Option<DateOrder> {
        let from = mapping.header_row.map_or(0, |header| header + 1);
        let mut order: Option<DateOrder> = None;
        for (column, role) in mapping.roles.iter().enumerate() {
            let cells = || self.column(from, column);
            let is_dated = matches!(role, Role::Date | Role::End | Role::Event(_));
            if !is_dated || !cells().take(SAMPLE_ROWS).any(is_numeric) {
                continue;
            }
            let order = order.get_or_insert_with(DateOrder::default);
            if mapping.day_first.is_some() {
                order.day_first = mapping.day_first;
                continue;
            }
            match first_day_above_twelve(cells()) {
                Some((row, cell, day_first)) if order.decided_by.is_none() => {
                    order.day_first = Some(day_first);
                    order.decided_by = Some((number(grid, from + row), shortened(cell)));
                }
                Some(_) => {}
                None => {
                    let how = DateColumn::of(cells(), None, self.is_1904);
                    order.is_open |= cells().any(|cell| how.read(cell) == DateCell::Ambiguous);
                    if order.day_first.is_none() && cells().take(SAMPLE_ROWS).any(is_dotted) {
                        order.day_first = Some(true);
                    }
                }
            }
        }
        order
    }
}

/// The number of a row as a spreadsheet shows it.
fn number(grid: &Grid, row: usize) -> usize {
    grid.rows.get(row).map_or(row + 1, |row| row.number)
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
