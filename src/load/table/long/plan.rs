//! Which cells of a row of a long table are looked at, and what they are for.

use std::borrow::Cow;

use crate::load::table::Table;
use crate::load::table::columns::Columns;
use crate::load::table::header_words::role_of;
use crate::records::{Mapping, Role, Shape};

use super::cells::cell_of;

/// More rows than this are read as columns instead of records.
const MAX_ROWS: u64 = 50_000;
/// The same for cells, since each that is not empty is kept as a text.
const MAX_CELLS: u64 = 1_000_000;

/// The roles of the columns that a date is read from.
const DATED: [Role; DATED_COLUMNS] = [
    Role::Date,
    Role::End,
    Role::Year,
    Role::Month,
    Role::Day,
    Role::EndYear,
    Role::EndMonth,
    Role::EndDay,
    Role::Precision,
];
/// How many columns that may be.
pub(super) const DATED_COLUMNS: usize = 9;

/// Which cells of a row are looked at, by column.
#[derive(Clone, Debug)]
pub(super) struct RowPlan {
    /// What stands between cells, and whether they may stand in quotation marks.
    pub(super) form: (u8, bool),
    /// The columns of a date: its cell, that of its end, year, month and day of each, and how precise it is.
    pub(super) dated: [Option<usize>; DATED_COLUMNS],
    /// The columns that name the lane, the first that is filled.
    pub(super) lanes: Vec<usize>,
    /// Whether the names of lanes are states, or codes of states.
    pub(super) has_state_lanes: bool,
    /// How many cells of a row are looked at.
    pub(super) cells: usize,
    /// How many rows stand before the first of the table.
    pub(super) header_rows: usize,
    /// The lane of rows that name none.
    pub(super) title: String,
}

impl RowPlan {
    pub(super) fn new(headers: &[Box<str>], mapping: &Mapping, form: (u8, bool), title: String) -> Self {
        let column = |role: Role| mapping.roles.iter().position(|&mapped| mapped == role);
        let dated = DATED.map(column);
        let lanes: Vec<usize> =
            [Role::Lane, Role::Group, Role::Party].into_iter().filter_map(column).collect();
        let has_state_lanes = lanes.first().is_some_and(|&lane| {
            let header = headers.get(lane).map(|header| &**header).unwrap_or_default();
            column(Role::Party) == Some(lane) || matches!(role_of(header), Some((Role::Party, _)))
        });
        let last = dated.iter().flatten().chain(&lanes).max().copied();
        Self {
            form,
            dated,
            lanes,
            has_state_lanes,
            cells: last.map_or(0, |last| last + 1),
            header_rows: mapping.header_row.map_or(0, |row| row + 1),
            title,
        }
    }

    /// The cells of a date, each empty where there is none.
    pub(super) fn dated_cells<'c>(&self, cells: &'c [Cow<'_, str>]) -> [&'c str; DATED_COLUMNS] {
        self.dated.map(|column| column.map_or("", |column| cell_of(cells, column)))
    }
}

/// Whether so many rows are read as columns, if their mapping allows it.
pub(in crate::load) fn is_long(rows: u64, width: usize) -> bool {
    rows > MAX_ROWS || rows.saturating_mul(width as u64) > MAX_CELLS
}

/// Whether rows read so need nothing but a lane and dates: no law, no quotations, and no two columns of one role.
pub(in crate::load) fn suits(table: &Table, mapping: &Mapping) -> bool {
    let count = |role: Role| mapping.roles.iter().filter(|&&mapped| mapped == role).count();
    mapping.shape == Shape::Events
        && count(Role::Quote) == 0
        && (count(Role::Date) > 0 || count(Role::Year) > 0)
        && DATED.into_iter().chain([Role::Lane, Role::Group, Role::Party]).all(|role| count(role) < 2)
        && !Columns::of(table, mapping).has_legal_kinds
}
