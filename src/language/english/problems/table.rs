//! English: what is wrong with a cell or a row of a table.

use crate::diagnostics::TableProblem;
use crate::language::problems::Explanation;

use super::dates::date_advice;

pub(super) fn explain(problem: &TableProblem) -> Explanation {
    use TableProblem as P;
    match problem {
        P::RowWithoutDate => Explanation::new(
            "the row has no date and is left out",
            "write a day, a month or a year in its column of dates",
        ),
        P::QuoteWithoutSpeaker => Explanation::new(
            "the quotation has no speaker and is left out",
            "write in the column of speakers who said it",
        ),
        P::NoDate(text, advice) => {
            Explanation::new(format!("\"{text}\" is not a date; the cell is left out"), date_advice(advice))
        }
        P::DayOrMonth(text) => Explanation::new(
            format!(
                "in \"{text}\" the day may stand before the month or after it; such dates of the column are left out"
            ),
            "say which comes first where the columns are chosen, or write dates as 1992-03-24",
        ),
        P::EndsBeforeItBegins(start, end) => Explanation::new(
            format!("the row ends ({end}) before it begins ({start}); only the beginning is shown"),
            "exchange the two dates, or correct one of them",
        ),
        P::NoFigure(text) => Explanation::new(
            format!("\"{text}\" is not a number; the cell is left out"),
            "write digits only, with a point or a comma for decimals",
        ),
        P::Encoding(name) => Explanation::new(
            format!("the file is not in Unicode and was read as {name}"),
            "if letters look wrong, save it again as \"CSV UTF-8\"",
        ),
        P::EmptySheet(name) => Explanation::new(
            format!("the sheet \"{name}\" is empty"),
            "choose another sheet, or save the workbook again",
        ),
        P::Password => Explanation::new(
            "the workbook is locked with a password",
            "open it in the program it is from, and save a copy without a password",
        ),
        P::Workbook(why) => Explanation::new(
            format!("the workbook cannot be read: {why}"),
            "open it in the program it is from, and save it as .xlsx, .ods or .csv",
        ),
    }
}
