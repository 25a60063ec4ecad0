//! What is known of the columns of a table before its rows are read, and what is to be said of each of them once.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::diagnostics::TableProblem;
use crate::domain::EventKind;
use crate::load::reader::shortened;
use crate::load::title_kinds::names_treaty;
use crate::records::{Mapping, Role};

use super::Table;
use super::column_dates::DateColumn;
use super::countries::Codes;
use super::dates::How;
use super::header_words::kind_of;
use super::precision::PrecisionCodes;

/// What the columns of a table hold, as all their cells tell.
#[derive(Clone)]
pub(super) struct Columns {
    dates: Vec<Option<DateColumn>>,
    codes: Vec<Option<Codes>>,
    /// What the codes of precision mean, where there are any.
    pub(super) precision: Option<PrecisionCodes>,
    /// Whether the column of types names acts of law: then lanes are treaties and have a legal status.
    pub(super) has_legal_kinds: bool,
    /// Whether lanes are treaties by the name of their column.
    pub(super) has_treaties: bool,
}

impl Columns {
    pub(super) fn of(table: &Table, mapping: &Mapping) -> Self {
        let from = mapping.header_row.map_or(0, |header| header + 1);
        let header = |column| mapping.header_row.map_or("", |row| table.cell(row, column));
        let role = |column: usize| mapping.roles.get(column).copied().unwrap_or(Role::Keep);
        let dates = (0..table.width()).map(|column| {
            let is_dated =
                matches!(role(column), Role::Date | Role::End | Role::Year | Role::EndYear | Role::Event(_));
            is_dated.then(|| DateColumn::of(table.column(from, column), mapping.day_first, table.is_1904))
        });
        let codes = (0..table.width()).map(|column| {
            let is_state = matches!(role(column), Role::Party | Role::Parties | Role::Entity);
            is_state.then(|| Codes::of(header(column), table.column(from, column)))
        });
        let find = |role: Role| mapping.roles.iter().position(|&mapped| mapped == role);
        let precision = find(Role::Precision)
            .map(|column| PrecisionCodes::of(header(column), table.column(from, column)));
        let has_legal_kinds = find(Role::Kind).is_some_and(|column| {
            const SAMPLE: usize = 200;
            table.column(from, column).take(SAMPLE).filter_map(kind_of).any(|kind| {
                use EventKind as K;
                matches!(kind, K::Signed | K::EnteredIntoForce | K::Ratified | K::Acceded | K::Terminated)
            })
        });
        let has_treaties = find(Role::Lane).is_some_and(|column| names_treaty(header(column)));
        Self { dates: dates.collect(), codes: codes.collect(), precision, has_legal_kinds, has_treaties }
    }

    /// Whether days are counted from 1904.
    pub(super) fn is_1904(&self) -> bool {
        self.dates.iter().flatten().any(|dates| dates.is_1904)
    }

    /// How a column writes its dates.
    pub(super) fn dates(&self, column: usize) -> DateColumn {
        self.dates.get(column).copied().flatten().unwrap_or_default()
    }

    /// The list from which a column has its codes of states.
    pub(super) fn codes(&self, column: usize) -> Codes {
        self.codes.get(column).copied().flatten().unwrap_or_default()
    }
}

/// What is said once of a column, with its first cell and how many there are.
#[derive(Default)]
pub(super) struct ColumnNotes(BTreeMap<(usize, Note), Seen>);

/// What may be said of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Note {
    /// Its dates were read in a way that is worth telling.
    Read(How),
    /// It holds the first day that a program can count.
    Default,
    /// It says that something goes on.
    StillOpen,
}

struct Seen {
    count: usize,
    row: usize,
    cell: String,
    edtf: String,
}

impl ColumnNotes {
    /// Counts a cell that is the same in so many rows.
    pub(super) fn count(
        &mut self,
        note: Note,
        rows: usize,
        (row, column): (usize, usize),
        cell: &str,
        edtf: &str,
    ) {
        let seen = self.0.entry((column, note)).or_insert_with(|| Seen {
            count: 0,
            row,
            cell: shortened(cell),
            edtf: edtf.to_owned(),
        });
        seen.count += rows;
    }

    /// Adds what was counted further down, where rows had other numbers.
    pub(super) fn add(&mut self, later: Self, row_of: impl Fn(usize) -> usize) {
        for (key, seen) in later.0 {
            match self.0.entry(key) {
                Entry::Occupied(mut known) => known.get_mut().count += seen.count,
                Entry::Vacant(free) => {
                    free.insert(Seen { row: row_of(seen.row), ..seen });
                }
            }
        }
    }

    /// What is to be said, with the row and the column of the first cell.
    pub(super) fn into_problems(self, from_1904: bool) -> Vec<((usize, usize), TableProblem)> {
        let problems = self.0.into_iter().filter_map(|((column, note), seen)| {
            let Seen { count, row, cell, edtf: date } = seen;
            let problem = match note {
                Note::Read(How::Plain) => return None,
                Note::Read(How::Serial) => TableProblem::SerialDates { count, cell, date, from_1904 },
                Note::Read(How::ShortYear) => TableProblem::ShortYears { count, cell, date },
                Note::Default => TableProblem::DefaultDates { count, cell },
                Note::StillOpen => TableProblem::StillOpen { count, cell },
            };
            Some(((row, column), problem))
        });
        problems.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::assert_russian;

    #[test]
    fn what_is_said_once_has_its_first_cell_and_a_count_and_is_russian_too() {
        let mut notes = ColumnNotes::default();
        notes.count(Note::Read(How::Plain), 1, (1, 0), "1992", "1992");
        notes.count(Note::Read(How::Serial), 1, (2, 0), "33687", "1992-03-24");
        notes.count(Note::Read(How::Serial), 1, (3, 0), "33688", "1992-03-25");
        notes.count(Note::Read(How::ShortYear), 1, (2, 1), "24/03/92", "1992-03-24");
        notes.count(Note::Default, 1, (5, 1), "1900-01-01", "");
        notes.count(Note::StillOpen, 1, (6, 2), "present", "");
        let told = notes.into_problems(false);
        let (cell, date) = ("33687".to_owned(), "1992-03-24".to_owned());
        let first = TableProblem::SerialDates { count: 2, cell, date, from_1904: false };
        assert_eq!(told.first(), Some(&((2, 0), first)));
        assert_eq!(told.len(), 4);
        let others = [
            TableProblem::PartiesNotMatched { count: 1, names: "Ruritania".to_owned() },
            TableProblem::PartiesNotMatched { count: 2, names: "Ruritania, Utopia".to_owned() },
            TableProblem::TooManyColumns { columns: 20_000, read: 16_384 },
            TableProblem::UnclosedQuotation,
            TableProblem::WorkbookTooLarge(1 << 30),
            TableProblem::Workbook,
        ];
        for problem in told.into_iter().map(|(_, problem)| problem).chain(others) {
            assert_russian(&problem.into());
        }
    }
}
