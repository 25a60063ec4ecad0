//! Rows and columns of a text that is a table, so that a problem can be placed where a spreadsheet shows it.

use super::span::Span;

/// The rows of a table in its text, and the names of its columns.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// The sheet of a workbook that the table is; `None` for a file that is one table.
    pub sheet: Option<Box<str>>,
    /// What stands between two cells.
    pub separator: u8,
    /// Whether cells may stand in quotation marks, with separators and line ends inside.
    pub is_quoted: bool,
    /// The rows, in the order of the text; blank lines are not among them.
    pub rows: Vec<GridRow>,
    /// What the columns are called; empty where there is no header.
    pub headers: Vec<Box<str>>,
}

/// Where a row stands.
#[derive(Clone, Copy, Debug)]
pub struct GridRow {
    /// Its bytes, without the end of its line.
    pub span: Span,
    /// Its number as a spreadsheet shows it, from 1, blank rows counted.
    pub number: usize,
}

/// Where a cell stands, as a spreadsheet would say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellPosition {
    /// The sheet, in a workbook.
    pub sheet: Option<Box<str>>,
    /// From 1.
    pub row: usize,
    /// The column: its header, or its letter where it has none; `None` for the row as a whole.
    pub column: Option<Box<str>>,
}

impl Grid {
    /// The bytes of a row.
    pub fn row(&self, row: usize) -> Span {
        self.rows.get(row).map_or_else(|| Span::at(0), |row| row.span)
    }

    /// The bytes of the cell in this row and column, both counted from 0; of the row if it has no such cell.
    pub fn cell(&self, text: &str, row: usize, column: usize) -> Span {
        let whole = self.row(row);
        self.cells(text, whole).nth(column).unwrap_or(whole)
    }

    /// The cell at a byte of the text.
    pub fn place(&self, text: &str, span: Span) -> Option<CellPosition> {
        let index = self.rows.partition_point(|row| row.span.start <= span.start).checked_sub(1)?;
        let row = self.rows.get(index)?;
        let column = self.cells(text, row.span).position(|cell| cell == span);
        let column = column.map(|column| match self.headers.get(column) {
            Some(header) if !header.trim().is_empty() => header.clone(),
            _ => letters(column).into(),
        });
        Some(CellPosition { sheet: self.sheet.clone(), row: row.number, column })
    }

    /// The bytes of each cell of a row, quotation marks included.
    fn cells<'t>(&'t self, text: &'t str, row: Span) -> impl Iterator<Item = Span> + 't {
        let bytes = text.as_bytes();
        let mut next = Some(row.start);
        std::iter::from_fn(move || {
            let start = next?;
            let (mut at, mut is_inside) = (start, false);
            while at < row.end {
                match bytes.get(at) {
                    Some(b'"') if self.is_quoted => is_inside = !is_inside,
                    Some(&byte) if byte == self.separator && !is_inside => break,
                    _ => {}
                }
                at += 1;
            }
            next = (at < row.end).then_some(at + 1);
            Some(Span { start, end: at })
        })
    }
}

/// The letters under which a spreadsheet shows a column counted from 0: `A`, `Z`, `AA`.
pub fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (column % 26) as u8));
        match (column / 26).checked_sub(1) {
            Some(rest) => column = rest,
            None => return letters.iter().rev().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_found_by_row_and_header_behind_quoted_separators() {
        let text = "a,b\n\"x, \"\"y\"\"\",2\n";
        let rows = vec![
            GridRow { span: Span { start: 0, end: 3 }, number: 1 },
            GridRow { span: Span { start: 4, end: 16 }, number: 2 },
        ];
        let headers = vec!["a".into(), "".into()];
        let grid = Grid { separator: b',', is_quoted: true, rows, headers, sheet: None };
        assert_eq!(&text[grid.cell(text, 1, 0).start..grid.cell(text, 1, 0).end], "\"x, \"\"y\"\"\"");
        let cell = grid.cell(text, 1, 1);
        assert_eq!(&text[cell.start..cell.end], "2");
        let place = grid.place(text, cell).unwrap();
        assert_eq!((place.row, place.column.as_deref()), (2, Some("B")));
        assert_eq!(grid.place(text, grid.row(1)).unwrap().column, None);
    }

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
