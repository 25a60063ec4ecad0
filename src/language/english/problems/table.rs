//! English: what is wrong with a cell or a row of a table.

use crate::diagnostics::TableProblem;
use crate::language::report::Explanation;

use super::counted;
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
            "swap the two dates, or correct one of them",
        ),
        P::NoFigure(text) => Explanation::new(
            format!("\"{text}\" is not a number; the cell is left out"),
            "write digits only, with a point or a comma for decimals",
        ),
        P::SerialDates { count, cell, date, from_1904 } => Explanation::new(
            format!(
                "{} a number of days, counted from {}: \"{cell}\" was read as {date}",
                cells(*count, "holds", "hold"),
                if *from_1904 { 1904 } else { 1900 }
            ),
            "if that is wrong, give the column the format of dates and save the table again",
        ),
        P::ShortYears { count, cell, date } => Explanation::new(
            format!("{} a year of two digits: \"{cell}\" was read as {date}", cells(*count, "has", "have")),
            "if the century is wrong, write years with four digits",
        ),
        P::DefaultDates { count, cell } => Explanation::new(
            format!(
                "{} \"{cell}\", the day that programs write where there is no date, and {} read as empty",
                cells(*count, "holds", "hold"),
                if *count == 1 { "was" } else { "were" }
            ),
            "if a date is known, write it there; otherwise nothing needs to be done",
        ),
        P::StillOpen { count, cell } => Explanation::new(
            format!("{} \"{cell}\", which was read as still going on", cells(*count, "holds", "hold")),
            "nothing needs to be done, unless an end is known",
        ),
        P::PartiesNotMatched { count: 1, names } => Explanation::new(
            format!("a party is not known as a state and keeps its name: {names}"),
            "if it is a state, write its usual English name or its ISO code",
        ),
        P::PartiesNotMatched { count, names } => Explanation::new(
            format!("{count} parties are not known as states and keep their names: {names}"),
            "where one is a state, write its usual English name or its ISO code",
        ),
        P::TooManyColumns { columns, read } => Explanation::new(
            format!("the table has {columns} columns, of which the first {read} are read"),
            "leave out the columns that are not needed",
        ),
        P::UnclosedQuotation => Explanation::new(
            "a quotation mark in this row is never closed; it was read as an ordinary character",
            "close the quotation mark, or delete it",
        ),
        P::WorkbookTooLarge(limit) => Explanation::new(
            format!("the workbook unpacks to more than {} MB", limit >> 20),
            "save the sheet you need as .csv",
        ),
        P::Encoding("UTF-8") => Explanation::new(
            "some bytes are not UTF-8, though the rest of the file is; they are shown as \u{fffd}",
            "the file was damaged or cut; restore the letters in an editor, or get the file again",
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
        P::OtherSheets(read, others) => Explanation::new(
            format!("the sheet \"{read}\" is read; the workbook has other sheets: {}", others.join(", ")),
            "to read another one, choose it under Change…; to have all on one timeline, save each as a file and add it",
        ),
        P::Parquet => Explanation::new(
            "the Parquet file cannot be read: it is damaged, locked, or compressed in a way that is not known here",
            "write it again with the compression Snappy or Zstandard, or as CSV, with DuckDB by `COPY (SELECT * FROM 'file.parquet') TO 'table.csv'`",
        ),
        P::Workbook => Explanation::new(
            "the workbook is damaged or cut off and cannot be read",
            "copy or download it again; if that does not help, open it in the program it is from, and save it as .xlsx, .ods or .csv",
        ),
    }
}

/// How many cells do something.
fn cells(count: usize, one: &str, many: &str) -> String {
    format!("{} of this column {}", counted(count, "cell"), if count == 1 { one } else { many })
}
