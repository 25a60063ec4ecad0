//! The single days of a bulk lane, joined into one mark where they would touch, the same wherever the window is.

use std::ops::Range;

use crate::domain::{BulkEvents, BulkId, BulkLane, Moment, SECS_PER_DAY};
use crate::levels::Bucket;
use crate::timeline::clusters::{MARGIN, Rule, apart};
use crate::timeline::scale::TimeScale;

/// Maximum width of a bucket of single days, in points.
const MAX_BUCKET: f64 = 8.0;

/// Single days that are drawn as one mark.
pub(super) struct DayCluster {
    /// Their indices in the columns.
    pub(super) days: Range<u32>,
    /// The middle of the mark.
    pub(super) at: Moment,
}

/// How far a mark that stands for this many days extends to the left and to the right of its middle, in points.
fn extents_of_days(count: usize) -> (f64, f64) {
    (half_of_days(count), half_of_days(count))
}

/// Half the width of a mark that stands for this many days, in points.
pub(super) fn half_of_days(count: usize) -> f64 {
    if count > 1 { 1.0 } else { 2.5 }
}

/// The clusters of a lane's single days of which some day lies between two moments, in order; no two of them touch.
pub(super) fn day_clusters(
    bulk: &BulkEvents,
    lane: &BulkLane,
    scale: &TimeScale,
    (start, end): (Moment, Moment),
) -> Vec<DayCluster> {
    let step = scale.grid_secs(MAX_BUCKET);
    let margin = step.saturating_mul(MARGIN);
    // A day that began before the window may still reach into it.
    let reaching = start.plus(-SECS_PER_DAY).plus(-margin);
    let first_edge = reaching.secs().div_euclid(step).saturating_mul(step);
    let until = end.plus(margin);
    let first = bulk.day_from(lane, lane.days.start, Moment::from_secs(first_edge));
    let buckets = until.secs().saturating_sub(first_edge) / step + 1;
    let mut all =
        Vec::with_capacity(buckets.clamp(0, i64::from(lane.days.end - first.min(lane.days.end))) as usize);
    let mut next = first;
    while next < lane.days.end {
        let top = BulkId::new(next as usize);
        let begins = bulk.start(top);
        if begins >= until {
            break;
        }
        let edge = begins.secs().div_euclid(step).saturating_add(1).saturating_mul(step);
        let after = bulk.day_from(lane, next, Moment::from_secs(edge)).max(next + 1);
        let last = bulk.start(BulkId::new(after as usize - 1));
        // The middle of the day, as with marks of treaties; of several, the middle between first and last.
        let at = begins.midpoint(last).plus(SECS_PER_DAY / 2);
        all.push(Bucket { top, at, count: (after - next) as usize, first: begins, last });
        next = after;
    }
    // Days have no rank among themselves.
    let rule = Rule { rank: &|_: BulkId| 0_u8, extents: extents_of_days };
    let mut next = first;
    let mut clusters = Vec::new();
    for cluster in apart(all, scale, step, &rule) {
        // A cluster is a run of days without gaps, so counting tells which days are its own.
        let days = next..next + cluster.count as u32;
        next = days.end;
        if cluster.first < end && cluster.last.plus(SECS_PER_DAY) > start {
            clusters.push(DayCluster { days, at: cluster.at });
        }
    }
    clusters
}

/// The days that are drawn as one mark with this one, itself included.
pub(super) fn days_with(bulk: &BulkEvents, lane: &BulkLane, scale: &TimeScale, id: BulkId) -> Range<usize> {
    let day = bulk.start(id);
    let clusters = day_clusters(bulk, lane, scale, (day, day.plus(SECS_PER_DAY)));
    let mut days = clusters.into_iter().map(|cluster| cluster.days.start as usize..cluster.days.end as usize);
    days.find(|days| days.contains(&id.index())).unwrap_or_else(|| id.index()..id.index() + 1)
}
