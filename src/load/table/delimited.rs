//! Text with separators to a table: which separator it is, where each row stands, and what is in its cells.

use csv::{ReaderBuilder, StringRecord};

use crate::diagnostics::{Grid, GridRow, SourceFile, Span};

/// What may stand between cells, the more telling first.
const SEPARATORS: [u8; 4] = [b'\t', b';', b',', b'|'];
/// How many rows are looked at to find out how a table is written.
const SAMPLE_ROWS: usize = 50;
/// How many columns are read: as many as a spreadsheet can have.
const MAX_COLUMNS: usize = 16_384;
/// How many quotation marks that are never closed are mended.
const MAX_UNCLOSED: usize = 20;

/// The cells of a table, row by row as in its [`Grid`].
pub(crate) struct Table {
    records: Vec<StringRecord>,
    width: usize,
    /// How many columns there are in the file, if those beyond a limit are not read.
    columns: usize,
    /// The rows in which a quotation mark is never closed.
    pub(super) unclosed: Vec<usize>,
    /// Whether it is a sheet of a workbook that counts its days from 1904.
    pub(crate) is_1904: bool,
}

impl Table {
    /// A table of these rows.
    pub(super) fn of_rows(records: Vec<StringRecord>, is_1904: bool) -> Self {
        let columns = records.iter().map(StringRecord::len).max().unwrap_or_default();
        Self { records, width: columns.min(MAX_COLUMNS), columns, unclosed: Vec::new(), is_1904 }
    }

    /// How many rows there are, that with the names of the columns included.
    pub(crate) fn rows(&self) -> usize {
        self.records.len()
    }

    /// How many columns the widest row has, without empty ones at the right, as far as they are read.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// How many columns there are in the file.
    pub(super) fn columns(&self) -> usize {
        self.columns
    }

    /// What is in a cell, without the spaces around it; nothing where there is no such cell.
    pub(crate) fn cell(&self, row: usize, column: usize) -> &str {
        self.records.get(row).and_then(|record| record.get(column)).unwrap_or_default().trim()
    }

    /// What is in a cell, as it stands.
    pub(crate) fn raw_cell(&self, row: usize, column: usize) -> &str {
        self.records.get(row).and_then(|record| record.get(column)).unwrap_or_default()
    }

    /// The cells of a column from a row on.
    pub(crate) fn column(&self, from: usize, column: usize) -> impl Iterator<Item = &str> + Clone {
        (from..self.rows()).map(move |row| self.cell(row, column))
    }

    /// Whether nothing is in a row.
    pub(crate) fn is_blank(&self, row: usize) -> bool {
        (0..self.width).all(|column| self.cell(row, column).is_empty())
    }

    /// How many cells of a row have something in them.
    pub(super) fn filled(&self, row: usize) -> usize {
        (0..self.width).filter(|&column| !self.cell(row, column).is_empty()).count()
    }
}

/// A text as a table, with the places of its rows. A sheet of a workbook comes as text with tabs and without quotation marks.
pub(crate) fn table_of(name: &str, text: String, sheet: Option<&str>) -> (SourceFile, Table) {
    let skipped = separator_line(&text).map_or(0, |(_, end)| end);
    let separator = match sheet {
        Some(_) => b'\t',
        None => separator_line(&text).map_or_else(|| likely_separator(&text), |(separator, _)| separator),
    };
    let is_quoted = sheet.is_none();
    let (mut rows, mut records) = (Vec::new(), Vec::new());
    let mut number = usize::from(skipped > 0);
    let mut unclosed = Vec::new();
    let mut from = skipped;
    loop {
        let mut last = Span::at(from);
        for (read, record) in records_of(&text, from, separator, is_quoted) {
            let start = after_line_end(&text, read.start);
            let before = text.get(start..read.end).unwrap_or_default();
            // Blank lines before a row are counted in its number, and are no part of it.
            let blank = before.len() - before.trim_start_matches(['\r', '\n']).len();
            number += 1 + line_ends(before.get(..blank).unwrap_or_default());
            let end = start + before.trim_end_matches(['\r', '\n']).len();
            last = Span { start: start + blank, end: end.max(start + blank) };
            rows.push(GridRow { span: last, number });
            records.push(record);
        }
        let whole = text.get(last.start..last.end).unwrap_or_default();
        // A mark inside of a cell, as for inches, is only a letter.
        let opens = whole.starts_with('"') || whole.contains(&format!("{}\"", char::from(separator)));
        let is_unclosed = is_quoted && opens && whole.matches('"').count() % 2 == 1;
        if !is_unclosed || unclosed.len() >= MAX_UNCLOSED {
            break;
        }
        // The mark took in all that follows: its line is read without it, and what follows once more.
        let line = whole.split(['\r', '\n']).next().unwrap_or_default().len();
        let first_line = Span { start: last.start, end: last.start + line };
        let record =
            records_of(text.get(..first_line.end).unwrap_or_default(), first_line.start, separator, false)
                .next();
        if let (Some(row), Some(kept), Some((_, record))) = (rows.last_mut(), records.last_mut(), record) {
            row.span = first_line;
            *kept = record;
        }
        unclosed.push(rows.len().saturating_sub(1));
        let line_end = text.get(first_line.end..).map_or(0, |rest| match rest.as_bytes() {
            [b'\r', b'\n', ..] => 2,
            [_, ..] => 1,
            [] => 0,
        });
        from = first_line.end + line_end;
    }
    let filled = |record: &StringRecord| {
        let cells = std::iter::zip(1.., record);
        cells.filter(|(_, cell)| !cell.trim().is_empty()).map(|(count, _)| count).last().unwrap_or_default()
    };
    let columns = records.iter().map(filled).max().unwrap_or_default();
    let width = columns.min(MAX_COLUMNS);
    let grid = Grid { sheet: sheet.map(Into::into), separator, is_quoted, rows, headers: Vec::new() };
    (SourceFile::of_table(name, text, grid), Table { records, width, columns, is_1904: false, unclosed })
}

/// Where a row begins that is read from a byte on: behind the second half of the line end before it.
fn after_line_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let is_half = at.checked_sub(1).and_then(|before| bytes.get(before)) == Some(&b'\r')
        && bytes.get(at) == Some(&b'\n');
    at + usize::from(is_half)
}

/// How many line ends there are: LF, CR LF or CR.
fn line_ends(text: &str) -> usize {
    text.matches('\n').count() + text.matches('\r').count() - text.matches("\r\n").count()
}

/// The first line as Excel writes and reads it to name the separator, `sep=;`, and where the next begins.
pub(super) fn separator_line(text: &str) -> Option<(u8, usize)> {
    let line = text.lines().next()?;
    let separator = line.strip_prefix("sep=").filter(|rest| rest.len() == 1)?;
    let end = text.find('\n').map_or(text.len(), |at| at + 1);
    separator.bytes().next().map(|separator| (separator, end))
}

/// The records of a text from a byte on, each with its bytes.
fn records_of(
    text: &str,
    from: usize,
    separator: u8,
    is_quoted: bool,
) -> impl Iterator<Item = (Span, StringRecord)> {
    let rest = text.get(from..).unwrap_or_default();
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .quoting(is_quoted)
        .from_reader(rest.as_bytes());
    let mut record = StringRecord::new();
    std::iter::from_fn(move || {
        let start = from + reader.position().byte() as usize;
        // The text is UTF-8 and rows may be of any length: nothing is left that could fail.
        let is_there = reader.read_record(&mut record).unwrap_or(false);
        let end = from + reader.position().byte() as usize;
        is_there.then(|| (Span { start, end }, record.clone()))
    })
}

/// The separator that cuts the first rows into the most columns, as many in each row.
fn likely_separator(text: &str) -> u8 {
    let score = |&separator: &u8| {
        let mut widths: Vec<usize> =
            records_of(text, 0, separator, true).take(SAMPLE_ROWS).map(|(_, record)| record.len()).collect();
        widths.sort_unstable();
        // Rows before the header and after the table are shorter: the middle one stands for the table.
        let middle = widths.get(widths.len() / 2).copied().unwrap_or(1);
        let alike = widths.iter().filter(|&&width| width == middle).count();
        if middle < 2 { 0 } else { alike * 1000 / widths.len().max(1) + middle.min(100) }
    };
    // Of equals the first, which is the more telling.
    SEPARATORS.into_iter().rev().filter(|separator| score(separator) > 0).max_by_key(score).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
        let (file, table) = table_of("x", text.to_owned(), None);
        let cells = |row| (0..table.width()).map(|column| table.cell(row, column).to_owned()).collect();
        std::iter::zip(&file.grid().rows, 0..).map(|(place, row)| (place.number, cells(row))).collect()
    }

    #[test]
    fn rows_keep_the_numbers_that_a_spreadsheet_shows() {
        let text = "a,b\r\n\r\n1,\"x\ny\"\r\n2,z\r\n";
        let expected = [(1, vec!["a", "b"]), (3, vec!["1", "x\ny"]), (4, vec!["2", "z"])];
        assert_eq!(
            rows(text),
            expected.map(|(number, cells)| (number, cells.iter().map(|c| (*c).to_owned()).collect()))
        );
    }

    #[test]
    fn the_separator_is_the_one_that_gives_as_many_columns_in_each_row() {
        for (text, separator) in [
            ("Title;Date\nOne, two, three;1931\nFour;1932\n", b';'),
            ("Title,Date\n\"a; b; c\",1931\n", b','),
            ("Title\tDate\na, b\t1931\n", b'\t'),
            ("Treaties of my country\n\nTitle,Date,Party\na,1931,b\nc,1932,d\n", b','),
            ("Title\nalone\n", b','),
            ("sep=|\na|b\n", b'|'),
        ] {
            assert_eq!(
                char::from(table_of("x", text.to_owned(), None).0.grid().separator),
                char::from(separator),
                "{text}"
            );
        }
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_costs_its_row_alone() {
        let (file, table) = table_of("x", "a,b\n\"x,1\ny,2\nz,\"3\"\n".to_owned(), None);
        let cells: Vec<&str> = (0..table.rows()).map(|row| table.cell(row, 1)).collect();
        assert_eq!(cells, ["b", "1", "2", "3"]);
        assert_eq!(table.cell(1, 0), "\"x");
        assert_eq!(table.unclosed, [1]);
        let numbers: Vec<usize> = file.grid().rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [1, 2, 3, 4]);
    }

    #[test]
    fn lines_may_end_in_each_of_three_ways() {
        for text in ["a,b\n1,2\n\n3,4", "a,b\r\n1,2\r\n\r\n3,4\r\n", "a,b\r1,2\r\r3,4\r"] {
            let (file, table) = table_of("x", text.to_owned(), None);
            let numbers: Vec<usize> = file.grid().rows.iter().map(|row| row.number).collect();
            assert_eq!(numbers, [1, 2, 4], "{text:?}");
            let places: Vec<Option<&str>> =
                file.grid().rows.iter().map(|row| text.get(row.span.start..row.span.end)).collect();
            assert_eq!(places, [Some("a,b"), Some("1,2"), Some("3,4")], "{text:?}");
            assert_eq!(table.cell(2, 1), "4");
        }
    }

    #[test]
    fn of_two_million_columns_those_of_a_spreadsheet_are_read() {
        let (_, table) = table_of("x", format!("{}z\n", "a,".repeat(2_000_000)), None);
        assert_eq!((table.width(), table.columns()), (16_384, 2_000_001));
    }

    #[test]
    fn empty_columns_at_the_right_are_none() {
        let (_, table) = table_of("x", "a,b,,\n1,2,,\n".to_owned(), None);
        assert_eq!(table.width(), 2);
    }
}
