//! Dates as tables hold them. How a column writes its dates is decided by the whole column, never by a cell.

use crate::domain::EdtfDate;

/// What a cell of dates says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DateCell {
    /// A date, in EDTF.
    Date(String),
    /// Nothing, or a sign that nothing is known or has happened: `NA`, `-`, `..`.
    Nothing,
    /// The day that databases write for “still going on”: `9999-12-31`.
    StillOpen,
    /// Day and month may be either, and nothing in the column tells.
    Ambiguous,
    /// No date.
    Unreadable,
}

/// How the dates of a column are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct DateColumn {
    /// Whether the day stands before the month in `3/4/1992`; `None` if nothing in the column tells.
    pub(super) day_first: Option<bool>,
}

/// Signs for “nothing” in the tables of the field.
const NOTHING: [&str; 16] = [
    "", "-", "–", "—", "na", "n/a", "n.a.", "nan", "null", "none", "..", "...", "?", "unknown", "nil", "нет",
];

/// Whether a cell says that nothing is known or has happened.
pub(super) fn is_nothing(cell: &str) -> bool {
    NOTHING.contains(&cell.trim().to_lowercase().as_str())
}

impl DateColumn {
    /// How the dates of these cells are written; `day_first` if somebody has said it.
    pub(super) fn of<'c>(cells: impl Iterator<Item = &'c str>, day_first: Option<bool>) -> Self {
        Self { day_first: day_first.or_else(|| first_day_above_twelve(cells).map(|(.., told)| told)) }
    }

    /// What a cell says.
    pub(super) fn read(self, cell: &str) -> DateCell {
        let cell = cell.trim();
        if is_nothing(cell) {
            return DateCell::Nothing;
        }
        if cell.starts_with("9999-12-31") {
            return DateCell::StillOpen;
        }
        if let Some([first, second, year]) = numbers(cell) {
            let (day, month) = match self.day_first {
                Some(true) => (first, second),
                Some(false) => (second, first),
                None if first == second || first > 12 => (first, second),
                None if second > 12 => (second, first),
                None => return DateCell::Ambiguous,
            };
            return edtf(&format!("{year:04}-{month:02}-{day:02}"));
        }
        // A spreadsheet writes a time behind each day; midnight says nothing.
        let cell = cell.strip_suffix(" 00:00:00").or_else(|| cell.strip_suffix("T00:00:00")).unwrap_or(cell);
        if let Some(day) = Some(cell).filter(|cell| cell.len() == 8).and_then(|cell| cell.parse::<u32>().ok())
        {
            return edtf(&format!("{:04}-{:02}-{:02}", day / 10000, day / 100 % 100, day % 100));
        }
        EdtfDate::parse_typed(cell)
            .map_or(DateCell::Unreadable, |date| DateCell::Date(date.text().to_owned()))
    }
}

/// The first of the cells, by its number among them, in which a day above 12 tells whether days come first.
pub(super) fn first_day_above_twelve<'c>(
    cells: impl Iterator<Item = &'c str>,
) -> Option<(usize, &'c str, bool)> {
    cells.enumerate().find_map(|(row, cell)| {
        let [first, second, _] = numbers(cell)?;
        match (first > 12, second > 12) {
            (true, false) => Some((row, cell, true)),
            (false, true) => Some((row, cell, false)),
            _ => None,
        }
    })
}

/// Whether a cell is a date of three numbers, in which day and month may be either.
pub(super) fn is_numeric(cell: &str) -> bool {
    numbers(cell).is_some()
}

fn edtf(text: &str) -> DateCell {
    EdtfDate::parse(text).map_or(DateCell::Unreadable, |date| DateCell::Date(date.text().to_owned()))
}

/// The three numbers of a date like `3/4/1992` or `03.04.1992`, the year last.
fn numbers(cell: &str) -> Option<[u32; 3]> {
    let parts: Vec<&str> = cell.trim().split(['/', '.', '-']).collect();
    let &[first, second, year] = parts.as_slice() else { return None };
    let number = |text: &str, max_len: usize| {
        let text = text.trim();
        if text.len() > max_len || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            None
        } else {
            text.parse().ok()
        }
    };
    let year = if year.trim().len() == 4 { number(year, 4)? } else { return None };
    Some([number(first, 2)?, number(second, 2)?, year])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cells: &[&str]) -> Vec<DateCell> {
        let column = DateColumn::of(cells.iter().copied(), None);
        cells.iter().map(|cell| column.read(cell)).collect()
    }

    fn date(text: &str) -> DateCell {
        DateCell::Date(text.to_owned())
    }

    #[test]
    fn one_day_above_twelve_decides_for_the_column() {
        assert_eq!(read(&["3/4/1992", "24/03/1992"]), [date("1992-04-03"), date("1992-03-24")]);
        assert_eq!(read(&["3/4/1992", "03/24/1992"]), [date("1992-03-04"), date("1992-03-24")]);
        assert_eq!(
            read(&["3/4/1992", "5/6/1993", "7/7/1994"]),
            [DateCell::Ambiguous, DateCell::Ambiguous, date("1994-07-07")]
        );
    }

    #[test]
    fn what_means_nothing_is_no_slip() {
        assert_eq!(
            read(&["NA", "..", "9999-12-31"]),
            [DateCell::Nothing, DateCell::Nothing, DateCell::StillOpen]
        );
        assert_eq!(
            read(&["20070704", "8 December 1987", "31/02/1994"]),
            [date("2007-07-04"), date("1987-12-08"), DateCell::Unreadable]
        );
    }
}
