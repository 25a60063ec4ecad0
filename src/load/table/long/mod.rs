//! Tables of many rows, as collections of events are: read in chunks on all processors, each row a bulk event of twelve
//! bytes, and its text packed.
//!
//! What a row means is decided by the same code as in a short table. A day that means the same whatever the rest of its
//! column says is read at once; all other dates are read when the column is known, each distinct one once.

mod cells;
mod chunk;
mod chunks;
mod plan;
mod problems;
mod resolve;
mod row_texts;
mod splitter;

use std::io::{self, Read};

use crate::diagnostics::{Report, SourceFile};
use crate::domain::{BulkEvents, Texts};
use crate::load::fields::clean;
use crate::load::lanes::{BulkLoaded, BulkWatch, PackedTexts, gather};
use crate::load::names::Names;
use crate::records::OpenTable;

use super::Table;
use super::countries::{Codes, country};
use super::row::title_of;
use chunk::TableChunk;
use plan::RowPlan;
use row_texts::{RowLabels, RowTexts};
use splitter::RowSplitter;

pub(in crate::load) use plan::{is_long, suits};

/// The beginning of a long table, and what it is taken for.
pub(in crate::load) struct LongTable {
    pub(in crate::load) file: SourceFile,
    pub(in crate::load) table: Table,
    pub(in crate::load) open: OpenTable,
}

/// Reads a long table from its first byte; `len` is the number of bytes, for the progress. Only the beginning is read if
/// `is_first_only`. `None` if its rows cannot be told apart, or are no UTF-8.
///
/// # Errors
/// If the reader fails.
pub(in crate::load) fn read(
    long: LongTable,
    reader: &mut dyn Read,
    len: u64,
    is_first_only: bool,
    watch: &dyn BulkWatch,
) -> io::Result<Option<BulkLoaded>> {
    let LongTable { file, table, mut open } = long;
    let mapping = open.mapping.clone();
    let form = (file.grid().separator, file.grid().is_quoted);
    let headers = file.grid().headers.clone();
    let plan = RowPlan::new(&headers, &mapping, form, title_of(&file));
    let texts_of = |rows: PackedTexts| -> Box<dyn Texts> {
        Box::new(RowTexts { rows, labels: RowLabels::new(headers.clone(), &mapping, form) })
    };
    let joined = |mut chunks: Vec<TableChunk>| {
        name_lanes(&mut chunks, &plan);
        let parsed = chunks.into_iter().map(|chunk| chunk.parsed).collect();
        gather(parsed, texts_of, &|| watch.is_cancelled())
    };
    let preview = |mut so_far: Vec<TableChunk>| {
        resolve::resolve(&mut so_far, &plan, &table, &mapping);
        if let Some(bulk) = joined(so_far).filter(|bulk: &BulkEvents| !bulk.is_empty()) {
            watch.preview(bulk);
        }
    };
    let splitter = RowSplitter::new(reader, len, form, watch);
    let Some(mut chunks) = chunks::read(splitter, &plan, is_first_only, watch, &preview)? else {
        return Ok(None);
    };
    let empty = |open| BulkLoaded {
        bulk: None,
        report: Report { file: file.name().to_owned(), ..Report::default() },
        table: Some(open),
    };
    if watch.is_cancelled() {
        return Ok(Some(empty(open)));
    }
    let outcome = resolve::resolve(&mut chunks, &plan, &table, &mapping);
    open.rows = chunks.iter().map(|chunk| chunk.rows).sum();
    open.left_out = outcome.left_out;
    open.is_part = is_first_only;
    let report = problems::report((&file, &table), &chunks, &plan, &mapping, outcome);
    chunks.iter_mut().for_each(TableChunk::forget_names);
    let bulk = joined(chunks);
    watch.reached(1.0);
    Ok(Some(BulkLoaded { bulk, report, table: Some(open) }))
}

/// Gives lanes that differ in case, accents or punctuation only one name, and states that of their code.
fn name_lanes(chunks: &mut [TableChunk], plan: &RowPlan) {
    let mut names = Names::default();
    let mut shown: Vec<Box<str>> = Vec::new();
    for lane in chunks.iter_mut().flat_map(|chunk| &mut chunk.parsed.lanes) {
        let country = if plan.has_state_lanes { country(lane, Codes::Iso) } else { None };
        let (index, is_new) = match country {
            Some(country) => names.index_of_id(country.id),
            None => names.index(lane),
        };
        if is_new {
            let is_code = lane.len() < 4 && lane.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
            let name = country.filter(|_| is_code).map_or(&**lane, |country| country.name);
            shown.push(clean(name).0.replace('\n', " ").into());
        }
        if let Some(name) = shown.get(index) {
            lane.clone_from(name);
        }
    }
}
