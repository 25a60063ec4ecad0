//! A chunk of a long table as columns. Days that are written as computers write them are read at once; of all other dates
//! each distinct one is kept as it is written, to be read when the whole column is known.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::domain::BulkRecord;
use crate::load::lanes::{ParsedChunk, TextsBuilder, iso_day};
use crate::load::table::dates::is_nothing;
use crate::load::table::delimited::separator_line;

use super::cells::{Rows, cell_of, split};
use super::plan::{DATED_COLUMNS, RowPlan};

/// How many rows with problems are kept of a chunk; more are only counted.
pub(super) const MAX_PROBLEMS: usize = 500;
/// Between the cells of a date in its key.
pub(super) const JOINT: char = '\u{1f}';

/// A row with a problem, to be told of.
#[derive(Clone, Debug)]
pub(super) struct ProblemRow {
    /// Its number in the chunk.
    pub(super) number: u32,
    pub(super) text: Box<str>,
    pub(super) is_unclosed: bool,
}

/// A date as it is written, in the cells of its row.
#[derive(Clone, Debug)]
pub(super) struct WrittenDate {
    /// The cells, joined.
    pub(super) cells: Box<str>,
    /// The number in the chunk of the first row that has it.
    pub(super) first_row: u32,
    /// How many rows have it.
    pub(super) count: u32,
}

/// The first and the last year of days that were read at once.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Years(pub(super) Option<(u16, u16)>);

impl Years {
    fn note(&mut self, year: u16) {
        let (first, last) = self.0.unwrap_or((year, year));
        self.0 = Some((first.min(year), last.max(year)));
    }
}

/// A chunk of a table as columns.
#[derive(Clone, Debug, Default)]
pub(super) struct TableChunk {
    pub(super) parsed: ParsedChunk,
    /// Cells that name lanes; `None` for those that say nothing.
    lane_of: HashMap<Box<str>, Option<u32>>,
    title_lane: Option<u32>,
    /// Distinct dates that are not yet read.
    pub(super) written: Vec<WrittenDate>,
    written_of: HashMap<Box<str>, u32>,
    /// The records of which the date is not yet read: the index of each, its row and that of its date.
    pub(super) pending: Vec<(u32, u32, u32)>,
    /// The years of dates, of ends, and in the column of years.
    pub(super) years: [Years; 3],
    /// Whether a day that was read at once had a code of precision.
    pub(super) has_exact_codes: bool,
    /// How many rows there are that are not blank.
    pub(super) rows: usize,
    /// How many lines a spreadsheet counts.
    pub(super) lines: u32,
    /// How many rows have nothing where a date should be.
    pub(super) undated: usize,
    pub(super) problems: Vec<ProblemRow>,
}

/// Reads a chunk of rows; `None` if it is no text in UTF-8. The first chunk begins with the header.
pub(super) fn parse(bytes: &[u8], plan: &RowPlan, is_first: bool, is_unclosed: bool) -> Option<TableChunk> {
    let mut text = std::str::from_utf8(bytes).ok()?;
    let mut skipped = if is_first {
        text = text.trim_start_matches('\u{feff}');
        plan.header_rows + usize::from(separator_line(text).is_some())
    } else {
        0
    };
    let form = if is_unclosed { (plan.form.0, false) } else { plan.form };
    let mut rows = Rows::new(text, form);
    let mut chunk = TableChunk::default();
    chunk.parsed.texts = TextsBuilder::with_block(rows_per_block(text));
    let mut cells = Vec::new();
    for (number, row) in rows.by_ref() {
        if skipped > 0 {
            skipped -= 1;
            continue;
        }
        split(row, form, plan.cells, &mut cells);
        if is_unclosed {
            chunk.tell(number, row, true);
            let whole = requoted(row, form.0);
            chunk.add(plan, &whole, number, &cells);
        } else {
            chunk.add(plan, row, number, &cells);
        }
    }
    chunk.lines = rows.number();
    chunk.parsed.texts.finish();
    Some(chunk)
}

/// How many rows are packed together: some kilobytes, since all of them are unpacked to show one.
fn rows_per_block(text: &str) -> usize {
    const BLOCK: usize = 6 << 10;
    const SAMPLE: usize = 1 << 15;
    let sample = text.as_bytes().get(..SAMPLE).unwrap_or(text.as_bytes());
    let rows = memchr::memchr_iter(b'\n', sample).count().max(1);
    (BLOCK * rows / sample.len().max(1)).clamp(2, 32)
}

/// A row without quotation marks, as a row with them.
fn requoted(row: &str, separator: u8) -> String {
    let quoted = |cell: &str| {
        if cell.contains('"') { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
    };
    let separator = char::from(separator);
    row.split(separator).map(quoted).collect::<Vec<_>>().join(&separator.to_string())
}

impl TableChunk {
    fn add(&mut self, plan: &RowPlan, row: &str, number: u32, cells: &[Cow<'_, str>]) {
        let dated = plan.dated_cells(cells);
        if dated.iter().all(|cell| cell.is_empty()) {
            let separator = char::from(plan.form.0);
            if row.contains(|c: char| c != separator && c != '"' && !c.is_whitespace()) {
                self.rows += 1;
                self.undated += 1;
                self.tell(number, row, false);
            }
            return;
        }
        self.rows += 1;
        let index = self.parsed.records.len() as u32;
        let lane = self.lane(plan, cells);
        let (start, end) = self.days_at_once(&dated).unwrap_or_else(|| {
            let written = self.written(&dated, number);
            self.pending.push((index, number, written));
            (0, 0)
        });
        self.parsed.records.push(BulkRecord { lane, start, end });
        self.parsed.texts.push("", row);
    }

    /// Keeps a row to tell of it.
    pub(super) fn tell(&mut self, number: u32, row: &str, is_unclosed: bool) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(ProblemRow { number, text: row.into(), is_unclosed });
        }
    }

    /// The lane of a row.
    fn lane(&mut self, plan: &RowPlan, cells: &[Cow<'_, str>]) -> u32 {
        for &column in &plan.lanes {
            let name = cell_of(cells, column);
            if name.is_empty() {
                continue;
            }
            let lane = if let Some(lane) = self.lane_of.get(name) {
                *lane
            } else {
                let lane = (!is_nothing(name)).then(|| self.new_lane(name));
                self.lane_of.insert(name.into(), lane);
                lane
            };
            if let Some(lane) = lane {
                return lane;
            }
        }
        let lane = self.title_lane.unwrap_or_else(|| self.new_lane(&plan.title));
        self.title_lane = Some(lane);
        lane
    }

    fn new_lane(&mut self, name: &str) -> u32 {
        self.parsed.lanes.push(name.into());
        (self.parsed.lanes.len() - 1) as u32
    }

    /// The first day of a row and the day after its last, where its cells leave no doubt whatever the rest of the column
    /// says: days like `1992-03-24` and `19920324`, of a precision of one day.
    fn days_at_once(&mut self, dated: &[&str; DATED_COLUMNS]) -> Option<(i32, i32)> {
        let &[date, end, year, month, day, end_year, _, _, precision] = dated;
        if !end_year.is_empty() {
            return None;
        }
        let start = if date.is_empty() { day_of_parts(year, month, day) } else { plain_day(date) }?;
        let last = if end.is_empty() { None } else { Some(plain_day(end)?) };
        let is_exact = precision == "1" && last.is_none_or(|last| last == start);
        if (!precision.is_empty() && !is_exact) || last.is_some_and(|last| last < start) {
            return None;
        }
        self.has_exact_codes |= is_exact;
        for (years, cell) in std::iter::zip(&mut self.years, [date, end, year]) {
            // A day of eight digits tells nothing of others.
            if matches!(cell.len(), 4 | 10)
                && let Some(year) = cell.get(..4).and_then(|year| year.parse().ok())
            {
                years.note(year);
            }
        }
        Some(match last {
            Some(last) if last > start => (start, last + 1),
            _ => (start, start),
        })
    }

    /// The index of a date that is not yet read.
    fn written(&mut self, dated: &[&str; DATED_COLUMNS], number: u32) -> u32 {
        let mut key = String::with_capacity(48);
        for (index, cell) in dated.iter().enumerate() {
            if index > 0 {
                key.push(JOINT);
            }
            key.push_str(cell);
        }
        let index = if let Some(&index) = self.written_of.get(key.as_str()) {
            index
        } else {
            let index = self.written.len() as u32;
            let cells: Box<str> = key.into();
            self.written.push(WrittenDate { cells: cells.clone(), first_row: number, count: 0 });
            self.written_of.insert(cells, index);
            index
        };
        if let Some(written) = self.written.get_mut(index as usize) {
            written.count += 1;
        }
        index
    }

    /// Gives up what only reading needs.
    pub(super) fn forget_names(&mut self) {
        (self.lane_of, self.written_of) = (HashMap::new(), HashMap::new());
        (self.written, self.pending) = (Vec::new(), Vec::new());
    }
}

/// A day of ten or eight digits that means the same in every column.
fn plain_day(cell: &str) -> Option<i32> {
    if cell.starts_with("9999") || cell.starts_with('0') {
        return None;
    }
    if let &[a, b, c, d, e, f, g, h] = cell.as_bytes() {
        return iso_day(&[a, b, c, d, b'-', e, f, b'-', g, h]);
    }
    // The first days that programs can count may stand for nothing.
    let is_default = matches!(
        cell,
        "1900-01-01" | "1899-12-30" | "1899-12-31" | "1904-01-01" | "1970-01-01" | "1753-01-01"
    );
    if is_default { None } else { iso_day(cell.as_bytes()) }
}

/// A day of which year, month and day stand in cells of their own.
fn day_of_parts(year: &str, month: &str, day: &str) -> Option<i32> {
    let &[a, b, c, d] = year.as_bytes() else { return None };
    if year.starts_with("9999") || year.starts_with('0') {
        return None;
    }
    let two = |text: &str| match text.as_bytes() {
        [one] if one.is_ascii_digit() => Some([b'0', *one]),
        &[ten, one] => Some([ten, one]),
        _ => None,
    };
    let ([e, f], [g, h]) = (two(month)?, two(day)?);
    iso_day(&[a, b, c, d, b'-', e, f, b'-', g, h])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_mean_the_same_everywhere_are_read_at_once() {
        assert_eq!(plain_day("1970-01-02"), Some(1));
        assert_eq!(plain_day("19700102"), Some(1));
        assert_eq!(day_of_parts("1970", "1", "02"), Some(1));
        for doubtful in ["1970-01-01", "9999-12-31", "0044-03-15", "1992-02-30", "1992-3-4", "1992", "3/4/92"]
        {
            assert_eq!(plain_day(doubtful), None, "{doubtful}");
        }
        assert_eq!(day_of_parts("1992", "0", "0"), None);
    }

    #[test]
    fn a_row_with_a_lost_mark_is_kept_so_that_its_cells_are_found_again() {
        let whole = requoted("1992,\"a,b", b',');
        let mut cells = Vec::new();
        split(&whole, (b',', true), 9, &mut cells);
        assert_eq!(cells, ["1992", "\"a", "b"]);
    }
}
