//! Finds the place of a problem in its file again, for people to look at: the row of a table with its header and its
//! neighbours, or the lines around it.

use crate::diagnostics::{CellPosition, Diagnostic, Sink, SourceFile, Surroundings, letters};
use crate::records::ReadOptions;

use super::intake::{self, Input};
use super::reader::shortened;
use super::table::Table;
use super::unpacked::Unpacked;

/// How many lines or rows are shown before and after the place.
const NEIGHBOURS: usize = 4;
/// Longer lines are cut, in characters.
const MAX_LINE: usize = 240;
/// How many of them stand before the place in a line that is cut.
const BEFORE: usize = 80;
/// Longer cells are cut, in characters.
const MAX_CELL: usize = 160;
/// More columns are not shown.
const MAX_COLUMNS: usize = 40;

/// What stands around a problem that reading this file has reported; `None` if there is no such place in it.
pub fn surroundings(unpacked: Unpacked, options: &ReadOptions, problem: &Diagnostic) -> Option<Surroundings> {
    let (input, _) = intake::open(unpacked, (options, false), &mut Sink::default());
    match (input?, &problem.cell) {
        (Input::Table(file, table), Some(cell)) => {
            let headers = intake::describe(&file, &table, options).headers;
            rows(&file, &table, &headers, cell)
        }
        (input, _) => lines(input.file().text(), problem),
    }
}

fn rows(file: &SourceFile, table: &Table, headers: &[String], cell: &CellPosition) -> Option<Surroundings> {
    let grid = file.grid();
    let row = grid.rows.iter().position(|row| row.number == cell.row)?;
    let is_named = |(index, header): (usize, &String)| {
        let name = cell.column.as_deref()?;
        (*shortened(header) == *name || (header.trim().is_empty() && letters(index) == name)).then_some(index)
    };
    let column = headers.iter().enumerate().find_map(is_named);
    // A cell far to the right is shown with the columns before it.
    let first_column = column.map_or(0, |column| (column + 2).saturating_sub(MAX_COLUMNS));
    let columns = first_column..table.width().min(first_column + MAX_COLUMNS);
    let cut = |text: &str| text.chars().take(MAX_CELL).collect::<String>();
    let numbers = row.saturating_sub(NEIGHBOURS)..table.rows().min(row + NEIGHBOURS + 1);
    let marked = (row - numbers.start, column.map(|column| column - first_column));
    let cells =
        |row: usize| -> Vec<String> { columns.clone().map(|column| cut(table.cell(row, column))).collect() };
    let number = |row: usize| grid.rows.get(row).map_or(row + 1, |row| row.number);
    let rows = numbers.map(|row| (number(row), cells(row))).collect();
    let headers = headers.iter().skip(first_column).take(MAX_COLUMNS).map(|header| cut(header)).collect();
    Some(Surroundings::Rows { headers, first_column, rows, marked })
}

fn lines(text: &str, problem: &Diagnostic) -> Option<Surroundings> {
    let index = problem.line.checked_sub(1)?;
    let first = index.saturating_sub(NEIGHBOURS);
    let all = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    let around: Vec<&str> = all.skip(first).take(index - first + NEIGHBOURS + 1).collect();
    let line = around.get(index - first)?;
    let before = problem.column.saturating_sub(1);
    // All lines are cut at the same place, so that columns stay below each other.
    let from = if line.chars().count() > MAX_LINE { before.saturating_sub(BEFORE) } else { 0 };
    let width = if problem.column == 0 { 0 } else { problem.width.max(1) };
    let cut = |line: &&str| -> String { line.chars().skip(from).take(MAX_LINE).collect() };
    Some(Surroundings::Lines {
        first: first + 1,
        lines: around.iter().map(cut).collect(),
        marked: (index - first, before - from.min(before), width),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{load, load_with};

    #[test]
    fn the_row_of_a_table_is_found_with_its_header_and_its_cell() {
        let text = "Date,Event\n1987-05-04,a\n1987-13-40,b\n1988-01-02,c\n";
        let options = ReadOptions::default();
        let report = load_with("x.csv", text.into(), &options, None, &()).report;
        let problem = report.problems.iter().find(|problem| problem.cell.is_some()).unwrap();
        let around = surroundings(Unpacked::new("x.csv", text.into(), None), &options, problem).unwrap();
        let Surroundings::Rows { headers, rows, marked, .. } = around else { panic!("{around:?}") };
        assert_eq!(headers, ["Date", "Event"]);
        assert_eq!(rows[marked.0], (3, vec!["1987-13-40".to_owned(), "b".to_owned()]));
        assert_eq!((marked.1, rows.len()), (Some(0), 4));
    }

    #[test]
    fn the_lines_around_a_place_are_found_and_long_ones_cut_around_it() {
        let text = format!("{{\"format\": \"treaty-timeline/1\",\n\"x\": [{}\n!]}}\n", "1, ".repeat(500));
        let report = load("x.json", text.clone().into(), &()).report;
        let problem = report.problems.first().unwrap();
        let around =
            surroundings(Unpacked::new("x.json", text.into(), None), &ReadOptions::default(), problem)
                .unwrap();
        let Surroundings::Lines { first, lines, marked } = around else { panic!("{around:?}") };
        assert_eq!((first, lines.len()), (1, 4));
        assert_eq!(marked.0 + first, problem.line);
        assert!(lines.iter().all(|line| line.chars().count() <= MAX_LINE));
    }
}
