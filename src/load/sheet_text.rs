//! The cells of a sheet of a workbook as text with tabs, each row on its line.

use std::collections::BTreeMap;

use calamine::{Data, Range};

/// The cells that have something in them, by row and column.
#[derive(Default)]
pub(super) struct SheetText {
    rows: BTreeMap<u32, BTreeMap<u32, String>>,
    /// How many bytes they take as text.
    size: u64,
}

/// More text than this is not made of a sheet, in bytes.
const MAX_TEXT: u64 = 1 << 30;

impl SheetText {
    /// How many rows have something in them.
    pub(super) fn rows(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn is_too_large(&self) -> bool {
        self.size > MAX_TEXT
    }

    /// Adds a cell; nothing is kept of an empty one.
    pub(super) fn put(&mut self, (row, column): (u32, u32), cell: &Data) {
        let words = words_of(cell);
        if !words.is_empty() && !self.is_too_large() {
            // The tabs before it count as well: a cell far to the right makes a long line.
            self.size += words.len() as u64 + u64::from(column) / 8 + 1;
            self.rows.entry(row).or_default().insert(column, words);
        }
    }

    /// Adds the cells of a range.
    pub(super) fn put_range(&mut self, range: &Range<Data>) {
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, cell) in range.used_cells() {
            let place = (first_row + row as u32, first_column + column as u32);
            self.put(place, cell);
        }
    }

    /// Writes what a cell holds into so many empty ones below it: they are merged, and mean the same.
    pub(super) fn fill_down(&mut self, (row, column): (u32, u32), rows: u32) {
        let Some(words) = self.rows.get(&row).and_then(|cells| cells.get(&column)).cloned() else { return };
        for below in row + 1..=row.saturating_add(rows) {
            // A row with nothing else in it stays no row.
            if let Some(cells) = self.rows.get_mut(&below) {
                self.size += words.len() as u64;
                cells.entry(column).or_insert_with(|| words.clone());
            }
        }
    }

    /// The text. Rows without cells are blank lines, so that each row keeps its number.
    pub(super) fn into_text(self) -> String {
        let mut text = String::new();
        let mut line = 0;
        for (row, cells) in self.rows {
            for _ in line..row {
                text.push('\n');
            }
            let mut at = 0;
            for (column, words) in cells {
                for _ in at..column {
                    text.push('\t');
                }
                text.push_str(&words);
                at = column;
            }
            text.push('\n');
            line = row + 1;
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
