//! Reads the dates of a long table that its rows alone do not explain: the column decides how they are written, as it does
//! in a short one, and the same code reads them.

use std::collections::HashMap;

use csv::StringRecord;
use rayon::prelude::*;

use crate::diagnostics::{Severity, Sink, SourceFile};
use crate::domain::Texts as _;
use crate::load::lanes::{Days, LEFT_OUT, PackedTexts, days};
use crate::load::reader::Reader;
use crate::load::table::Table;
use crate::load::table::columns::{ColumnNotes, Columns};
use crate::load::table::row::TableReader;
use crate::records::Mapping;

use super::chunk::{JOINT, MAX_PROBLEMS, ProblemRow, TableChunk};
use super::plan::{DATED_COLUMNS, RowPlan};

/// What came of reading the dates.
#[derive(Default)]
pub(super) struct ResolvedDates {
    pub(super) columns: Option<Columns>,
    pub(super) notes: ColumnNotes,
    /// How many rows became nothing.
    pub(super) left_out: usize,
    /// How many warnings there are about rows.
    pub(super) warnings: usize,
    /// How many rows have a time of day, which is not kept.
    pub(super) times: usize,
}

/// A date that was read; nothing if the row has none.
struct ReadDate {
    days: Option<Days>,
    warnings: usize,
}

/// Reads the dates that are still pending in the chunks. `table` is the sample that has the header.
pub(super) fn resolve(
    chunks: &mut [TableChunk],
    plan: &RowPlan,
    table: &Table,
    mapping: &Mapping,
) -> ResolvedDates {
    let columns = Columns::of(&column_table(chunks, plan, table, mapping), mapping);
    let read: Vec<(ResolvedDates, Vec<u32>)> = chunks
        .par_iter_mut()
        .map(|chunk| {
            let (dates, notes) = read_written(chunk, plan, mapping, &columns);
            let mut outcome = settle(chunk, &dates);
            outcome.notes = notes;
            (outcome, chunk.written.iter().map(|written| written.first_row).collect())
        })
        .collect();
    let mut all = ResolvedDates::default();
    let mut lines = 0;
    for (chunk, (outcome, first_rows)) in std::iter::zip(&*chunks, read) {
        all.left_out += outcome.left_out;
        all.warnings += outcome.warnings;
        all.times += outcome.times;
        let row_of = |row: usize| lines + first_rows.get(row).copied().unwrap_or_default() as usize;
        all.notes.add(outcome.notes, row_of);
        lines += chunk.lines as usize;
    }
    all.columns = Some(columns);
    all
}

/// A table with the header and every distinct cell of the columns that dates are read from: it tells as much of how these
/// are written as the whole table.
fn column_table(chunks: &[TableChunk], plan: &RowPlan, table: &Table, mapping: &Mapping) -> Table {
    // Three of a kind are as good as any number.
    const MAX_LISTED: u32 = 3;
    let mut cells: [Vec<String>; DATED_COLUMNS] = Default::default();
    let mut seen: [HashMap<&str, u32>; DATED_COLUMNS] = Default::default();
    for written in chunks.iter().flat_map(|chunk| &chunk.written) {
        let parts = written.cells.split(JOINT);
        for (part, (cells, seen)) in std::iter::zip(parts, std::iter::zip(&mut cells, &mut seen)) {
            if part.is_empty() {
                continue;
            }
            let count = seen.entry(part).or_insert(0);
            let more = (MAX_LISTED - *count).min(written.count);
            cells.extend((0..more).map(|_| part.to_owned()));
            *count += more;
        }
    }
    for chunk in chunks {
        for (years, cells) in std::iter::zip(&chunk.years, &mut cells) {
            cells.extend(
                years.0.iter().flat_map(|&(first, last)| [first, last]).map(|year| format!("{year:04}")),
            );
        }
    }
    if let Some(codes) = cells.last_mut()
        && chunks.iter().any(|chunk| chunk.has_exact_codes)
    {
        codes.push("1".to_owned());
    }
    let header = mapping.header_row.map_or(0, |row| row + 1);
    let headers = (0..header)
        .map(|row| (0..table.width()).map(|column| table.cell(row, column)).collect::<StringRecord>());
    let rows = cells.iter().map(Vec::len).max().unwrap_or_default();
    let rows = (0..rows).map(|row| record(plan, |slot| cells.get(slot)?.get(row).map(String::as_str)));
    Table::of_rows(headers.chain(rows).collect(), table.is_1904)
}

/// A row with cells in the columns that dates are read from.
fn record<'c>(plan: &RowPlan, cell: impl Fn(usize) -> Option<&'c str>) -> StringRecord {
    let width = plan.dated.iter().flatten().max().map_or(0, |last| last + 1);
    let at = |column: usize| plan.dated.iter().position(|&dated| dated == Some(column));
    (0..width).map(|column| at(column).and_then(&cell).unwrap_or_default()).collect()
}

/// The distinct dates of a chunk, read.
fn read_written(
    chunk: &TableChunk,
    plan: &RowPlan,
    mapping: &Mapping,
    columns: &Columns,
) -> (Vec<ReadDate>, ColumnNotes) {
    let rows = chunk.written.iter().map(|written| {
        let cells: Vec<&str> = written.cells.split(JOINT).collect();
        record(plan, |slot| cells.get(slot).copied())
    });
    let table = Table::of_rows(rows.collect(), columns.is_1904());
    let file = SourceFile::new("", String::new());
    let mut sink = Sink::default();
    let mut reader = Reader { text: "", sink: &mut sink };
    let mut reading = TableReader::new(&file, &table, mapping, &mut reader);
    reading.columns = columns.clone();
    let mut dates = Vec::with_capacity(chunk.written.len());
    for (row, written) in chunk.written.iter().enumerate() {
        reading.weight = written.count as usize;
        let before = reading.reader.sink.count(Severity::Warning);
        let days = reading.span_of(row).and_then(|date| days(&date.edtf).ok());
        let warnings = reading.reader.sink.count(Severity::Warning) - before;
        dates.push(ReadDate { days, warnings });
    }
    (dates, reading.into_notes())
}

/// Gives each pending record its days, or leaves it out.
fn settle(chunk: &mut TableChunk, dates: &[ReadDate]) -> ResolvedDates {
    let mut outcome =
        ResolvedDates { left_out: chunk.undated, warnings: chunk.undated, ..ResolvedDates::default() };
    outcome.warnings += chunk.problems.iter().filter(|row| row.is_unclosed).count();
    let mut told: Vec<(u32, u32)> = Vec::new();
    for (index, number, written) in std::mem::take(&mut chunk.pending) {
        let Some(date) = dates.get(written as usize) else { continue };
        let Some(record) = chunk.parsed.records.get_mut(index as usize) else { continue };
        outcome.warnings += date.warnings;
        if let Some(days) = date.days {
            (record.start, record.end) = (days.first, days.after);
            // A single day is marked by an end that equals its start.
            if days.after == days.first + 1 {
                record.end = days.first;
            }
            if days.doubt.is_some() {
                chunk.parsed.doubts.push((index, days.doubt));
            }
            outcome.times += usize::from(days.has_time);
        } else {
            record.lane = LEFT_OUT;
            outcome.left_out += 1;
            outcome.warnings += 1;
        }
        if (date.warnings > 0 || date.days.is_none()) && told.len() < MAX_PROBLEMS {
            told.push((index, number));
        }
    }
    if !told.is_empty() {
        let mut texts = PackedTexts::default();
        texts.extend(chunk.parsed.texts.clone());
        let rows = told.into_iter().map(|(index, number)| ProblemRow {
            number,
            text: texts.get(index).1.into(),
            is_unclosed: false,
        });
        chunk.problems.extend(rows);
        chunk.problems.sort_by_key(|row| row.number);
        chunk.problems.truncate(MAX_PROBLEMS);
    }
    outcome
}
