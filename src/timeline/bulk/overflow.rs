//! The strip at the foot of a bulk lane: the spans that overlap more deeply than the lane has rows.

use std::ops::Range;

use crate::domain::{BulkEvents, BulkId, Moment, ROWS};
use crate::timeline::metrics::STRIP_HEIGHT;
use crate::timeline::scale::TimeScale;

/// Maximum width of a step of the strip, in points.
pub(super) const STRIP_STEP: f64 = 24.0;
/// Minimum height of a row of spans, in points.
const ROW_HEIGHT: f32 = 11.0;
/// Maximum number of spans named for a step.
const MAX_NAMED: usize = 60;
/// Maximum number of spans examined, backwards from the last that has started: those that started last are the likeliest
/// to go on.
const MAX_LOOKS: usize = 20_000;

/// The spans in one step of the strip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overflow {
    /// In order of their first day; of very many, those that start last.
    pub ids: Vec<BulkId>,
    /// How many there are.
    pub count: usize,
}

/// How many rows of spans a lane of this height shows.
pub fn bulk_rows(lane_height: f64) -> usize {
    ((lane_height as f32 - STRIP_HEIGHT - 1.0) / ROW_HEIGHT).clamp(1.0, ROWS as f32) as usize
}

/// Whether a span is drawn in the strip of a lane that shows so many rows.
pub fn is_overflow(bulk: &BulkEvents, id: BulkId, rows: usize) -> bool {
    let index = id.index() as u32;
    let Some(lane) = bulk.lanes().get(bulk.lane_of(id)) else { return false };
    lane.overflow.contains(&index) || lane.rows.iter().skip(rows).any(|row| row.contains(&index))
}

/// What is in the strip of a lane that shows so many rows, in the step that a moment lies in.
pub fn overflow_at(
    bulk: &BulkEvents,
    lane: usize,
    at: Moment,
    scale: &TimeScale,
    rows: usize,
) -> Option<Overflow> {
    let lane = bulk.lanes().get(lane)?;
    let step = scale.grid_secs(STRIP_STEP);
    let from = at.secs().div_euclid(step).saturating_mul(step);
    let period = (Moment::from_secs(from), Moment::from_secs(from.saturating_add(step)));
    let depth =
        bulk.overflow_by(lane, period.0, step).next().filter(|_| !lane.overflow.is_empty()).unwrap_or(0);
    let mut ids: Vec<BulkId> = ongoing(bulk, &lane.overflow, period).take(depth.min(MAX_NAMED)).collect();
    let mut count = depth;
    for row in lane.rows.iter().skip(rows) {
        // Spans of a row do not overlap, so those that stand there follow each other.
        let within = bulk.first_ending_after(row, period.0)..first_starting_at(bulk, row, period.1);
        count += within.len();
        ids.extend(ongoing(bulk, row, period).take(within.len().min(MAX_NAMED)));
    }
    ids.sort_unstable_by_key(|&id| (bulk.start(id), id));
    let ids = ids.split_off(ids.len().saturating_sub(MAX_NAMED));
    (count > 0).then_some(Overflow { ids, count })
}

/// The spans of a run that go on at some time in a period, from the last that has started backwards.
fn ongoing(
    bulk: &BulkEvents,
    run: &Range<u32>,
    (from, to): (Moment, Moment),
) -> impl Iterator<Item = BulkId> {
    let started = run.start..first_starting_at(bulk, run, to);
    let ids = started.rev().take(MAX_LOOKS).map(|index| BulkId::new(index as usize));
    ids.filter(move |&id| bulk.end(id) > from)
}

/// The index after the last span of a run that begins before a moment.
fn first_starting_at(bulk: &BulkEvents, run: &Range<u32>, to: Moment) -> u32 {
    let (mut low, mut high) = (run.start, run.end);
    while low < high {
        let middle = u32::midpoint(low, high);
        if bulk.start(BulkId::new(middle as usize)) < to { low = middle + 1 } else { high = middle }
    }
    low
}
