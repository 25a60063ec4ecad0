//! The rows of a chunk of a table and the cells of a row, as `csv` reads them, and borrowed where that is possible.

use std::borrow::Cow;

use memchr::{memchr, memchr2, memchr3};

/// The rows of a text, each with its number as a spreadsheet counts them: blank lines count.
pub(super) struct Rows<'t> {
    text: &'t str,
    at: usize,
    number: u32,
    separator: u8,
    is_quoted: bool,
}

impl<'t> Rows<'t> {
    pub(super) fn new(text: &'t str, (separator, is_quoted): (u8, bool)) -> Self {
        Self { text, at: 0, number: 0, separator, is_quoted }
    }

    /// How many lines there were so far: rows and blank lines.
    pub(super) fn number(&self) -> u32 {
        self.number
    }

    /// Goes over the line end at which it stands; false if there is none.
    fn pass_line_end(&mut self) -> bool {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at += match rest {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => return false,
        };
        true
    }

    /// Where a row ends that begins here.
    fn end(&self) -> usize {
        let bytes = self.text.as_bytes();
        let rest = bytes.get(self.at..).unwrap_or_default();
        let line_end = memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let line = rest.get(..line_end).unwrap_or_default();
        if !self.is_quoted || memchr(b'"', line).is_none() {
            return self.at + line_end;
        }
        let mut at = self.at;
        loop {
            // A cell begins here.
            let cell = bytes.get(at..).unwrap_or_default();
            if cell.first() == Some(&b'"') {
                at += quoted_len(cell);
            }
            let rest = bytes.get(at..).unwrap_or_default();
            match memchr3(self.separator, b'\n', b'\r', rest) {
                Some(found) if rest.get(found) == Some(&self.separator) => at += found + 1,
                Some(found) => return at + found,
                None => return bytes.len(),
            }
        }
    }
}

impl<'t> Iterator for Rows<'t> {
    type Item = (u32, &'t str);

    fn next(&mut self) -> Option<(u32, &'t str)> {
        while self.pass_line_end() {
            self.number += 1;
        }
        let start = self.at;
        if start >= self.text.len() {
            return None;
        }
        self.at = self.end();
        let row = self.text.get(start..self.at)?;
        self.pass_line_end();
        self.number += 1;
        Some((self.number, row))
    }
}

/// How long a quoted text is that begins with its mark, both marks included.
fn quoted_len(text: &[u8]) -> usize {
    let mut at = 1;
    while let Some(found) = text.get(at..).and_then(|rest| memchr(b'"', rest)) {
        at += found + 1;
        if text.get(at) != Some(&b'"') {
            return at;
        }
        at += 1;
    }
    text.len()
}

/// Puts the first cells of a row, up to `most`, into `cells`.
pub(super) fn split<'t>(
    row: &'t str,
    (separator, is_quoted): (u8, bool),
    most: usize,
    cells: &mut Vec<Cow<'t, str>>,
) {
    cells.clear();
    let mut rest = row;
    while cells.len() < most {
        let is_marked = is_quoted && rest.starts_with('"');
        let quoted = if is_marked { quoted_len(rest.as_bytes()) } else { 0 };
        let after = rest.as_bytes().get(quoted..).unwrap_or_default();
        let end = memchr(separator, after).map(|found| quoted + found);
        let cell = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        cells.push(if is_marked { unquoted(cell, quoted) } else { Cow::Borrowed(cell) });
        let Some(end) = end else { return };
        rest = rest.get(end + 1..).unwrap_or_default();
    }
}

/// A cell without the spaces around it; nothing where there is none.
pub(super) fn cell_of<'c>(cells: &'c [Cow<'_, str>], column: usize) -> &'c str {
    cells.get(column).map(|cell| cell.trim()).unwrap_or_default()
}

/// A cell of which the first bytes are quoted, without the marks.
fn unquoted(cell: &str, quoted: usize) -> Cow<'_, str> {
    let is_closed = quoted > 1 && cell.get(..quoted).is_some_and(|text| text.ends_with('"'));
    let inner = cell.get(1..if is_closed { quoted - 1 } else { quoted }).unwrap_or_default();
    let after = cell.get(quoted..).unwrap_or_default();
    if after.is_empty() && !inner.contains('"') {
        return Cow::Borrowed(inner);
    }
    Cow::Owned([&*inner.replace("\"\"", "\""), after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        /// The same rows and cells as `csv` reads.
        #[test]
        fn rows_and_cells_are_those_of_csv(text in "[a,\"\n\r é]{0,60}") {
            let mut reader =
                csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let expected: Vec<Vec<String>> =
                reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
            let mut cells = Vec::new();
            let found: Vec<Vec<String>> = Rows::new(&text, (b',', true))
                .map(|(_, row)| {
                    split(row, (b',', true), usize::MAX, &mut cells);
                    cells.iter().map(|cell| cell.to_string()).collect()
                })
                .collect();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn rows_have_the_numbers_that_a_spreadsheet_shows() {
        let numbers: Vec<u32> =
            Rows::new("a,b\r\n\r\n1,\"x\ny\"\r\n2,z\r\n", (b',', true)).map(|(number, _)| number).collect();
        assert_eq!(numbers, [1, 3, 4]);
    }
}
