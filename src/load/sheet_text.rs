//! The cells of a sheet of a workbook as text with tabs, each row on its line.

use calamine::{Data, DataRef, Range};

/// The cells that have something in them. Workbooks have them in order of rows and columns, nearly always.
#[derive(Default)]
pub(super) struct SheetText {
    /// What is in them, one after the other.
    words: String,
    cells: Vec<SheetCell>,
    /// How many rows have something in them; more where the cells are not in order.
    rows: usize,
    /// How many bytes they take as text.
    size: u64,
}

/// Where a cell is, and what is in it: a range of the words.
#[derive(Clone, Copy)]
struct SheetCell {
    row: u32,
    column: u32,
    start: usize,
    end: usize,
}

impl SheetCell {
    fn place(&self) -> (u32, u32) {
        (self.row, self.column)
    }
}

/// More text than this is not made of a sheet, in bytes.
const MAX_TEXT: u64 = 1 << 30;

impl SheetText {
    /// How many rows have something in them.
    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    pub(super) fn is_too_large(&self) -> bool {
        self.size > MAX_TEXT
    }

    /// Adds a cell; nothing is kept of an empty one.
    pub(super) fn put(&mut self, place: (u32, u32), cell: &Data) {
        match cell {
            Data::String(words) => self.put_words(place, words),
            cell => self.put_words(place, &words_of(cell)),
        }
    }

    /// The same for a cell that is borrowed from its workbook.
    pub(super) fn put_ref(&mut self, place: (u32, u32), cell: &DataRef<'_>) {
        match cell {
            DataRef::SharedString(words) => self.put_words(place, words),
            DataRef::String(words) => self.put_words(place, words),
            DataRef::Empty => {}
            cell => self.put_words(place, &words_of(&Data::from(cell.clone()))),
        }
    }

    fn put_words(&mut self, (row, column): (u32, u32), words: &str) {
        let words = words.trim();
        if words.is_empty() || self.is_too_large() {
            return;
        }
        // The tabs before it count as well: a cell far to the right makes a long line.
        self.size += words.len() as u64 + u64::from(column) / 8 + 1;
        self.rows += usize::from(self.cells.last().is_none_or(|last| last.row != row));
        let start = self.words.len();
        if words.contains(['\t', '\n', '\r']) {
            self.words.extend(words.chars().map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c }));
        } else {
            self.words.push_str(words);
        }
        self.cells.push(SheetCell { row, column, start, end: self.words.len() });
    }

    /// Adds the cells of a range.
    pub(super) fn put_range(&mut self, range: &Range<Data>) {
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, cell) in range.used_cells() {
            let place = (first_row + row as u32, first_column + column as u32);
            self.put(place, cell);
        }
    }

    /// Puts the cells in order, and keeps the last of several in one place.
    fn sort(&mut self) {
        if self.cells.is_sorted_by(|one, next| one.place() < next.place()) {
            return;
        }
        // Of equals the later comes first, and stays.
        self.cells.reverse();
        self.cells.sort_by_key(SheetCell::place);
        self.cells.dedup_by_key(|cell| cell.place());
    }

    /// Writes what cells hold into so many empty ones below each: they are merged, and mean the same.
    pub(super) fn fill_down(&mut self, merged: &[((u32, u32), u32)]) {
        self.sort();
        let at =
            |cells: &[SheetCell], place: (u32, u32)| cells.binary_search_by_key(&place, SheetCell::place);
        let mut filled = Vec::new();
        for &((row, column), rows) in merged {
            let Some(&cell) = at(&self.cells, (row, column)).ok().and_then(|at| self.cells.get(at)) else {
                continue;
            };
            for below in row + 1..=row.saturating_add(rows) {
                let free = at(&self.cells, (below, column)).err();
                // A row with nothing else in it stays no row.
                let is_row = |&at: &usize| {
                    let of_row = |at: usize| self.cells.get(at).is_some_and(|cell| cell.row == below);
                    of_row(at) || at.checked_sub(1).is_some_and(of_row)
                };
                if free.as_ref().is_some_and(is_row) {
                    self.size += (cell.end - cell.start) as u64;
                    filled.push(SheetCell { row: below, ..cell });
                }
            }
        }
        self.cells.extend(filled);
    }

    /// The text. Rows without cells are blank lines, so that each row keeps its number.
    pub(super) fn into_text(mut self) -> String {
        self.sort();
        let mut text = String::with_capacity(self.words.len() + 2 * self.cells.len());
        let (mut line, mut at) = (0, 0);
        for cell in &self.cells {
            while line < cell.row {
                text.push('\n');
                (line, at) = (line + 1, 0);
            }
            while at < cell.column {
                text.push('\t');
                at += 1;
            }
            text.push_str(self.words.get(cell.start..cell.end).unwrap_or_default());
        }
        if !self.cells.is_empty() {
            text.push('\n');
        }
        text
    }
}

/// A cell as text on one line: the value of a formula, dates in ISO 8601, whole numbers without a fraction, errors as
/// nothing.
fn words_of(cell: &Data) -> String {
    /// The serial number after that of the last day of the year 9999.
    const END_OF_SERIALS: f64 = 2_958_466.0;
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(words) | Data::DateTimeIso(words) | Data::DurationIso(words) => {
            words.trim().chars().map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c }).collect()
        }
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(truth) => if *truth { "true" } else { "false" }.to_owned(),
        Data::DateTime(moment)
            if moment.is_datetime() && (0.0..END_OF_SERIALS).contains(&moment.as_f64()) =>
        {
            match moment.as_datetime() {
                Some(moment) if moment.time() == chrono::NaiveTime::MIN => moment.date().to_string(),
                Some(moment) => moment.format("%Y-%m-%dT%H:%M:%S").to_string(),
                None => moment.as_f64().to_string(),
            }
        }
        // A number of hours, or no day at all.
        Data::DateTime(moment) => moment.as_f64().to_string(),
    }
}
