//! Workbooks of spreadsheets (XLSX, XLSM, XLSB, XLS, ODS) as tables, through calamine.

use std::io::Cursor;

use calamine::{Data, Reader as _, Sheets, open_workbook_auto_from_rs};

use crate::diagnostics::{Rule, Sink, SourceFile, TableProblem};

use super::reader::shortened;
use super::table::{Table, table_of};

/// A sheet of a workbook, and the names of all.
pub(super) struct Sheet {
    pub(super) file: SourceFile,
    pub(super) table: Table,
    pub(super) names: Vec<String>,
}

/// Cells beyond are not read: no chronology is so large, and a crafted file can claim any size.
const MAX_CELLS: usize = 20_000_000;

/// A sheet of a workbook: the one at `wanted`, or the first with rows.
pub(super) fn sheet(name: &str, bytes: &[u8], wanted: Option<usize>, sink: &mut Sink) -> Option<Sheet> {
    let mut refuse = |problem: TableProblem| sink.push(Rule::OtherFormat.breach(None, problem));
    let mut workbook = match open_workbook_auto_from_rs(Cursor::new(bytes)) {
        Ok(workbook) => workbook,
        Err(err) => {
            refuse(problem_of(&err));
            return None;
        }
    };
    let names = workbook.sheet_names();
    let mut wanted = match wanted.and_then(|index| names.get(index)) {
        Some(name) => vec![name.clone()],
        None => names.clone(),
    };
    // Sheets that hold notes are shorter than those that hold a table, but a person's first sheet is the meant one.
    wanted.truncate(64);
    let mut is_read = false;
    for sheet in wanted {
        match text_of(&mut workbook, &sheet) {
            Ok(text) => {
                is_read = true;
                if text.lines().count() > 1 {
                    let (file, table) = table_of(name, text, Some(&sheet));
                    return Some(Sheet { file, table, names });
                }
            }
            Err(err) => {
                refuse(problem_of(&err));
                return None;
            }
        }
    }
    refuse(TableProblem::EmptySheet(names.first().map(|name| shortened(name)).unwrap_or_default()));
    let _ = is_read;
    None
}

fn problem_of(err: &calamine::Error) -> TableProblem {
    let why = err.to_string();
    if why.to_lowercase().contains("password") {
        TableProblem::Password
    } else {
        TableProblem::Workbook(shortened(&why))
    }
}

/// The cells of a sheet as text with tabs, each row with its number kept: rows before the first are blank lines.
fn text_of(workbook: &mut Sheets<Cursor<&[u8]>>, sheet: &str) -> Result<String, calamine::Error> {
    let range = workbook.worksheet_range(sheet)?;
    let mut text = String::new();
    let (first_row, _) = range.start().unwrap_or_default();
    for _ in 0..first_row.min(10_000) {
        text.push('\n');
    }
    if range.get_size().0.saturating_mul(range.get_size().1) > MAX_CELLS {
        return Err(calamine::Error::Msg("it claims more cells than any table has"));
    }
    for row in range.rows() {
        for (column, cell) in row.iter().enumerate() {
            if column > 0 {
                text.push('\t');
            }
            push_cell(&mut text, cell);
        }
        text.push('\n');
    }
    Ok(text)
}

/// A cell as text on one line: dates in ISO 8601, whole numbers without a fraction, errors as nothing.
fn push_cell(text: &mut String, cell: &Data) {
    match cell {
        Data::Empty | Data::Error(_) => {}
        Data::String(words) | Data::DateTimeIso(words) | Data::DurationIso(words) => {
            text.extend(words.trim().chars().map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c }));
        }
        Data::Int(number) => text.push_str(&number.to_string()),
        Data::Float(number) => text.push_str(&number.to_string()),
        Data::Bool(truth) => text.push_str(if *truth { "true" } else { "false" }),
        Data::DateTime(moment) => match moment.as_datetime() {
            Some(moment) if moment.time() == chrono::NaiveTime::MIN => {
                text.push_str(&moment.date().to_string())
            }
            Some(moment) => text.push_str(&moment.format("%Y-%m-%dT%H:%M:%S").to_string()),
            None => text.push_str(&moment.as_f64().to_string()),
        },
    }
}
