//! What is said of the rows of a long table: the first of those with problems are read once more, as rows of a short one,
//! and the rest is counted.

use csv::StringRecord;

use crate::diagnostics::{
    CellPosition, Diagnostic, Grid, GridRow, LaneProblem, Report, Rule, Severity, Sink, SourceFile, Span,
    TableProblem,
};
use crate::load::reader::Reader;
use crate::load::table::Table;
use crate::load::table::row::TableReader;
use crate::records::Mapping;

use super::cells::split;
use super::chunk::{MAX_PROBLEMS, TableChunk};
use super::plan::RowPlan;
use super::resolve::ResolvedDates;

/// The report of a table of this name, of which `sample` is the beginning.
pub(super) fn report(
    (sample, table): (&SourceFile, &Table),
    chunks: &[TableChunk],
    plan: &RowPlan,
    mapping: &Mapping,
    outcome: ResolvedDates,
) -> Report {
    let (mut text, mut rows, mut records, mut unclosed) = (String::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut lines, mut cells) = (0, Vec::new());
    for chunk in chunks {
        for problem in chunk.problems.iter().take(MAX_PROBLEMS.saturating_sub(rows.len())) {
            let span = Span { start: text.len(), end: text.len() + problem.text.len() };
            rows.push(GridRow { span, number: lines + problem.number as usize });
            text.push_str(&problem.text);
            text.push('\n');
            let form = (plan.form.0, plan.form.1 && !problem.is_unclosed);
            split(&problem.text, form, usize::MAX, &mut cells);
            records.push(cells.iter().map(|cell| &**cell).collect::<StringRecord>());
            unclosed.push(problem.is_unclosed);
        }
        lines += chunk.lines as usize;
    }
    let headers = sample.grid().headers.clone();
    let sheet = sample.grid().sheet.clone();
    let (separator, is_quoted) = plan.form;
    let grid = Grid { sheet: sheet.clone(), separator, is_quoted, rows, headers: headers.clone() };
    let file = SourceFile::of_table(sample.name(), text, grid);
    let rows = Table::of_rows(records, table.is_1904);
    let mut sink = Sink::default();
    if table.columns() > table.width() {
        let problem = TableProblem::TooManyColumns { columns: table.columns(), read: table.width() };
        sink.push(Rule::ColumnsLeftOut.breach(None, problem));
    }
    let of_file = sink.count(Severity::Warning);
    let mut reader = Reader { text: file.text(), sink: &mut sink };
    let mut reading = TableReader::new(&file, &rows, mapping, &mut reader);
    if let Some(columns) = outcome.columns {
        reading.columns = columns;
    }
    for (row, is_unclosed) in unclosed.into_iter().enumerate() {
        if is_unclosed {
            let span = || file.grid().row(row);
            reading.reader.report(Rule::UnreadableCell, span, || TableProblem::UnclosedQuotation);
        } else if reading.span_of(row).is_none() {
            reading.left_out(row, TableProblem::RowWithoutDate);
        }
    }
    drop(reading);
    let mut report = Report::new(&file, sink);
    for problem in &mut report.problems {
        problem.line = problem.cell.as_ref().map_or(0, |cell| cell.row);
    }
    let mut of_columns: Vec<Diagnostic> = Vec::new();
    for ((row, column), problem) in outcome.notes.into_problems(table.is_1904) {
        let rule = Rule::DatesRead;
        let mut told = Diagnostic::on_line(rule.severity(), rule.code(), problem, row);
        let column = headers.get(column).cloned().filter(|header| !header.trim().is_empty());
        told.cell = Some(CellPosition { sheet: sheet.clone(), row, column });
        of_columns.push(told);
    }
    if outcome.times > 0 {
        let problem = LaneProblem::TimesOfDay(outcome.times);
        of_columns.push(Diagnostic::on_line(Severity::Warning, "plain-times", problem, 0));
    }
    report.warnings = of_file + of_columns.len() + outcome.warnings;
    report.problems.splice(0..0, of_columns);
    report
}
