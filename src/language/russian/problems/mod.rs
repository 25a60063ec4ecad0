//! Russian: what is wrong with a file, and what to do about it.

mod consistency;
mod dates;
mod entry;
mod file;
mod format;
mod lane;
mod record;
mod rules;
mod shape;
mod syntax;
mod table;

use crate::diagnostics::{CellPosition, Cost, JsonKind, Problem, Table};
use crate::domain::EdtfDate;
use crate::language::report::Explanation;

use super::counted;

pub(in crate::language) use dates::date_advice;
pub(in crate::language) use rules::rule;

pub(in crate::language) fn explain(problem: &Problem) -> Explanation {
    match problem {
        Problem::File(problem) => file::explain(problem),
        Problem::Syntax(problem) => syntax::explain(problem),
        Problem::Shape(problem) => shape::explain(problem),
        Problem::Record(problem) => record::explain(problem),
        Problem::Consistency(problem) => consistency::explain(problem),
        Problem::Lane(problem) => lane::explain(problem),
        Problem::Table(problem) => table::explain(problem),
        Problem::Entry(problem) => entry::explain(problem),
        Problem::Format(problem) => format::explain(problem),
    }
}

/// Where in a table a problem is.
pub(in crate::language) fn in_cell(cell: &CellPosition) -> String {
    let sheet = cell.sheet.as_ref().map(|sheet| format!("лист «{sheet}», ")).unwrap_or_default();
    let column = cell.column.as_ref().map(|column| format!(", столбец «{column}»")).unwrap_or_default();
    format!("{sheet}строка {}{column}", cell.row)
}

/// Where a problem is; column 0 stands for the whole line.
pub(in crate::language) fn at(line: usize, column: usize) -> String {
    match column {
        0 => format!("строка {line}"),
        column => format!("строка {line}, столбец {column}"),
    }
}

pub(in crate::language) fn unlisted(count: usize) -> String {
    format!("не показано: {}", counted(count, ["замечание", "замечания", "замечаний"]))
}

const DATASET_EXAMPLES: &str = r#"самый короткий набор данных: `{"events":[{"id":1,"lane":"Рим","start":"1957-03-25","label":"Событие"}]}`; формат для договоров выводит команда `treaty-timeline schema`"#;

const SMALLER_NUMBER: &str = "уменьшите число или, если это только пометка, возьмите его в кавычки";

fn date(date: &EdtfDate) -> String {
    super::dates::date(date)
}

/// One of a table's records, in the genitive.
fn of_record(table: Table) -> &'static str {
    match table {
        Table::Parties => "стороны",
        Table::Speakers => "автора",
        Table::Treaties => "договора",
        Table::Sources => "источника",
        Table::Events => "события",
        Table::Statements => "высказывания",
        Table::Series => "ряда данных",
        Table::Acts => "перечня актов",
    }
}

/// That a record of the table is left out.
fn left_out(table: Table) -> &'static str {
    match table {
        Table::Parties => "сторона пропущена",
        Table::Speakers => "автор пропущен",
        Table::Treaties => "договор пропущен",
        Table::Sources => "источник пропущен",
        Table::Events => "событие пропущено",
        Table::Statements => "высказывание пропущено",
        Table::Series => "ряд данных пропущен",
        Table::Acts => "перечень актов пропущен",
    }
}

/// What a JSON value is, in the nominative.
fn kind(kind: JsonKind) -> &'static str {
    match kind {
        JsonKind::Text => "текст",
        JsonKind::Object => "объект",
        JsonKind::List => "список",
        JsonKind::Boolean => "логическое значение",
        JsonKind::Null => "`null`",
        JsonKind::Number => "число",
    }
}

fn cost(cost: Cost) -> &'static str {
    match cost {
        Cost::Link => "ссылка пропущена",
        Cost::Event => "событие пропущено",
        Cost::Date => "эта дата пропущена",
        Cost::Clause => "условие пропущено",
        Cost::Series => "ряд данных пропущен",
        Cost::Figure => "значение пропущено",
        Cost::Statement => "высказывание пропущено",
        Cost::Act => "акт пропущен",
        Cost::ActList => "перечень пропущен",
        Cost::NotShown => "она не показана",
    }
}
