//! Joins parsed chunks into lanes.
#![expect(clippy::indexing_slicing, reason = "each index was assigned here")]

use std::collections::HashMap;

use rayon::prelude::*;

use crate::domain::{BulkEvents, BulkRecord, DateUncertainty, LaneColumns, Texts};

use super::record::ParsedChunk;
use super::texts::PackedTexts;

/// In place of the lane of a record: it is left out, and only its texts are there.
pub(in crate::load) const LEFT_OUT: u32 = u32::MAX;

/// Joins chunks in the order of the file. Lanes are sorted by number where all names are numbers, otherwise they keep
/// the order in which the file first names them. `None` if cancelled: that is checked for each chunk and each lane, so
/// that the memory is free again soon after. The texts are read through what `texts_of` makes of them.
pub(in crate::load) fn join_chunks(
    chunks: Vec<ParsedChunk>,
    texts_of: impl FnOnce(PackedTexts) -> Box<dyn Texts>,
    is_cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<BulkEvents> {
    let mut names: Vec<Box<str>> = Vec::new();
    let mut lane_of: HashMap<Box<str>, usize> = HashMap::new();
    // For each chunk, the index of each of its lanes among all lanes.
    let lanes_of_chunks: Vec<Vec<usize>> = chunks
        .iter()
        .map(|chunk| {
            let lanes = chunk.lanes.iter().map(|name| {
                *lane_of.entry(name.clone()).or_insert_with(|| {
                    names.push(name.clone());
                    names.len() - 1
                })
            });
            lanes.collect()
        })
        .collect();
    drop(lane_of);
    let mut sizes = vec![0; names.len()];
    for (chunk, lanes) in std::iter::zip(&chunks, &lanes_of_chunks) {
        for record in chunk.records.iter().filter(|record| record.lane != LEFT_OUT) {
            sizes[lanes[record.lane as usize]] += 1;
        }
    }
    let span = span_of(&chunks);
    let mut doubts: Vec<(u32, DateUncertainty)> = Vec::new();
    let mut events: Vec<Vec<(i32, i32, u32)>> = sizes.into_iter().map(Vec::with_capacity).collect();
    let mut texts = PackedTexts::default();
    let mut index = 0;
    // Each chunk is dropped as soon as it is copied, so that the whole is never in memory twice.
    for (chunk, lanes) in std::iter::zip(chunks, lanes_of_chunks) {
        if is_cancelled() {
            return None;
        }
        let mut doubts_of_chunk = chunk.doubts.iter().peekable();
        for (in_chunk, record) in chunk.records.iter().enumerate() {
            let (mut start, mut end) = (record.start, record.end);
            if let Some(&(_, doubt)) = doubts_of_chunk.next_if(|&&(doubted, _)| doubted as usize == in_chunk)
            {
                doubts.push((index, doubt));
                (start, end) = drawn_days(record, doubt, span);
            }
            if record.lane != LEFT_OUT {
                events[lanes[record.lane as usize]].push((start, end, index));
            }
            index += 1;
        }
        texts.extend(chunk.texts);
    }
    let columns: Option<Vec<LaneColumns>> =
        events.into_par_iter().map(|events| (!is_cancelled()).then(|| LaneColumns::new(events))).collect();
    let columns = columns?;
    let mut lanes: Vec<(Box<str>, LaneColumns)> = std::iter::zip(names, columns).collect();
    let numbers: Option<Vec<u64>> = lanes.iter().map(|(name, _)| name.parse().ok()).collect();
    if numbers.is_some() {
        lanes.sort_by_cached_key(|(name, _)| name.parse::<u64>().unwrap_or_default());
    }
    Some(BulkEvents::new(lanes, texts_of(texts)).with_doubts(&doubts))
}

/// The first day of the file and the day after its last; `None` if no date in it is open or uncertain.
fn span_of(chunks: &[ParsedChunk]) -> Option<(i32, i32)> {
    if chunks.iter().all(|chunk| chunk.doubts.is_empty()) {
        return None;
    }
    let records = || chunks.iter().flat_map(|chunk| &chunk.records).filter(|record| record.lane != LEFT_OUT);
    let first = records().map(|record| record.start).min()?;
    let last = records().map(|record| record.end.max(record.start + 1)).max()?;
    Some((first, last))
}

/// The first day on which an event is drawn, and the day after the last: an open side extends to the end of the file's
/// span.
fn drawn_days(record: &BulkRecord, doubt: DateUncertainty, span: Option<(i32, i32)>) -> (i32, i32) {
    let (start, end) = (record.start, record.end);
    let Some((first, last)) = span.filter(|_| doubt.opens_start || doubt.opens_end) else {
        return (start, end);
    };
    // More than a single day, which is marked by an end that equals the start.
    let end = end.max(start + 1);
    (if doubt.opens_start { first } else { start }, if doubt.opens_end { last } else { end })
}
