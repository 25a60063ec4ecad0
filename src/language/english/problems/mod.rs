//! English: what is wrong with a file, and what to do about it.

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
    let sheet = cell.sheet.as_ref().map(|sheet| format!("sheet \"{sheet}\", ")).unwrap_or_default();
    let column = cell.column.as_ref().map(|column| format!(", column \"{column}\"")).unwrap_or_default();
    format!("in {sheet}row {}{column}", cell.row)
}

/// Where a problem is; column 0 stands for the whole line.
pub(in crate::language) fn at(line: usize, column: usize) -> String {
    match column {
        0 => format!("at line {line}"),
        column => format!("at line {line}, column {column}"),
    }
}

pub(in crate::language) fn unlisted(count: usize) -> String {
    format!("and {} not listed", counted(count, "problem"))
}

const DATASET_EXAMPLES: &str = r#"the shortest dataset is {"events":[{"id":1,"lane":"Rome","start":"1957-03-25","label":"A day"}]}; `treaty-timeline schema` prints the format for treaties"#;

const SMALLER_NUMBER: &str = "write a smaller number, or put it in quotation marks where it is only a note";

fn date(date: &EdtfDate) -> String {
    super::dates::date(date)
}

/// One record of a table.
fn noun(table: Table) -> &'static str {
    match table {
        Table::Parties => "party",
        Table::Speakers => "speaker",
        Table::Treaties => "treaty",
        Table::Sources => "source",
        Table::Events => "event",
        Table::Statements => "statement",
        Table::Series => "series",
        Table::Acts => "list of acts",
    }
}

fn kind(kind: JsonKind) -> &'static str {
    match kind {
        JsonKind::Text => "a text",
        JsonKind::Object => "an object",
        JsonKind::List => "a list",
        JsonKind::Boolean => "true or false",
        JsonKind::Null => "null",
        JsonKind::Number => "a number",
    }
}

fn cost(cost: Cost) -> &'static str {
    match cost {
        Cost::Link => "the link is left out",
        Cost::Event => "the event is left out",
        Cost::Date => "this date is left out",
        Cost::Clause => "the clause is left out",
        Cost::Series => "the series is left out",
        Cost::Figure => "the figure is left out",
        Cost::Statement => "the statement is left out",
        Cost::Act => "the act is left out",
        Cost::ActList => "the list is left out",
        Cost::NotShown => "it is not shown",
    }
}
