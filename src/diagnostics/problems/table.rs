//! What is wrong with a cell or a row of somebody's table.

use super::DateAdvice;

/// A cell that cannot be read, or a row that becomes nothing. Texts are shortened, and safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableProblem {
    /// The row has no date, so it has no place on a timeline.
    RowWithoutDate,
    /// The row has words that somebody said and nobody who said them.
    QuoteWithoutSpeaker,
    /// A cell of dates holds this.
    NoDate(String, Box<DateAdvice>),
    /// In this date and all others of the column, day and month may be either.
    DayOrMonth(String),
    /// The first date is later than the second.
    EndsBeforeItBegins(String, String),
    /// A cell of figures holds this.
    NoFigure(String),
    /// So many cells of a column, as the one quoted, hold a number of days and were read as a date, counted from 1904 or 1900.
    SerialDates {
        /// How many.
        count: usize,
        /// One of them.
        cell: String,
        /// What it was read as, in EDTF.
        date: String,
        /// Whether days are counted from 1904.
        from_1904: bool,
    },
    /// So many cells of a column, as the one quoted, have a year of two digits.
    ShortYears {
        /// How many.
        count: usize,
        /// One of them.
        cell: String,
        /// What it was read as, in EDTF.
        date: String,
    },
    /// So many cells of a column hold a day that programs write where there is no date, as the one quoted.
    DefaultDates {
        /// How many.
        count: usize,
        /// One of them.
        cell: String,
    },
    /// So many cells of a column say that something goes on, as the one quoted.
    StillOpen {
        /// How many.
        count: usize,
        /// One of them.
        cell: String,
    },
    /// So many names of parties are those of no state in the list of the program; the first of them.
    PartiesNotMatched {
        /// How many.
        count: usize,
        /// A few of them, separated by commas.
        names: String,
    },
    /// The table has so many columns, of which so many are read.
    TooManyColumns {
        /// How many it has.
        columns: usize,
        /// How many are read.
        read: usize,
    },
    /// A quotation mark in this row is never closed.
    UnclosedQuotation,
    /// The workbook unpacks to more bytes than this.
    WorkbookTooLarge(u64),
    /// The text was in this encoding, which is none of Unicode's, and was read.
    Encoding(&'static str),
    /// The sheet of this name has no rows.
    EmptySheet(String),
    /// The workbook is locked with a password.
    Password,
    /// The workbook cannot be read.
    Workbook,
    /// The sheet of this name is read, and these of the workbook are not.
    OtherSheets(String, Vec<String>),
    /// A Parquet file cannot be read.
    Parquet,
}
