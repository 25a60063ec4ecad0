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
    /// The text was in this encoding, which is none of Unicode's, and was read.
    Encoding(&'static str),
    /// The sheet of this name has no rows.
    EmptySheet(String),
    /// The workbook is locked with a password.
    Password,
    /// The workbook cannot be read; what its reader says.
    Workbook(String),
}
