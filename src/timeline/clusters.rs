//! Joins marks that would touch into clusters, which are the same wherever the window is.
//!
//! A column yields its marks in buckets, whose edges are a grid in time. Two neighbours may still touch: then the one of higher
//! rank absorbs the other. Neither rank nor grid depends on where the window begins, so clusters hold still while panning.

use crate::domain::{Dataset, EventId, Moment, StatementId, TreatyId};
use crate::levels::{Bucket, Column, Index};

use super::geometry::Size;
use super::layout::plot_rect;
use super::mark::{event_extents, statement_extents};
use super::metrics::{GLYPH_RADIUS, RowMetrics};
use super::scale::TimeScale;
use super::view::MIN_SPAN;

/// How many buckets on either side of the period are computed as well, since they affect what is joined inside it.
pub(super) const MARGIN: i64 = 32;

/// How marks of one kind are joined into clusters.
pub(super) struct Rule<'a, Id> {
    /// The rank of a mark. The mark of the highest rank represents its cluster.
    pub(super) rank: &'a dyn Fn(Id) -> u8,
    /// How far a mark that stands for this many extends to the left and to the right of its middle, in points.
    pub(super) extents: fn(usize) -> (f64, f64),
}

/// The clusters between two moments, in order of time; no two of them touch.
pub(super) fn clusters<Id: Copy>(
    column: &Column<Id>,
    scale: &TimeScale,
    (start, end): (Moment, Moment),
    rule: &Rule<'_, Id>,
) -> Vec<Bucket<Id>> {
    let step = scale.bucket_secs();
    let margin = step.saturating_mul(MARGIN);
    let all = column.buckets(start.plus(-margin), end.plus(margin), step).collect();
    let mut all = apart(all, scale, step, rule);
    all.retain(|cluster| cluster.at >= start && cluster.at <= end);
    all
}

/// Joins buckets that are `step` seconds wide, in order of time, until no two touch.
pub(super) fn apart<Id: Copy>(
    mut all: Vec<Bucket<Id>>,
    scale: &TimeScale,
    step: i64,
    rule: &Rule<'_, Id>,
) -> Vec<Bucket<Id>> {
    // A mark that absorbed others may be wider than before, so one round may not be enough.
    while any_touch(&all, scale, rule) {
        all = without_touching(&all, scale, step, rule);
    }
    all
}

/// Whether any mark touches the next one.
fn any_touch<Id: Copy>(all: &[Bucket<Id>], scale: &TimeScale, rule: &Rule<'_, Id>) -> bool {
    let placed =
        all.iter().map(|cluster| (scale.width_of(cluster.at.secs() as f64), (rule.extents)(cluster.count)));
    let next = placed.clone().skip(1);
    std::iter::zip(placed, next).any(|((x, (_, right)), (next_x, (left, _)))| next_x - x < right + left)
}

/// The cluster that a mark at this moment belongs to.
fn cluster_at<Id: Copy>(
    column: &Column<Id>,
    scale: &TimeScale,
    at: Moment,
    rule: &Rule<'_, Id>,
) -> Option<Bucket<Id>> {
    let reach = scale.bucket_secs().saturating_mul(MARGIN);
    let near = clusters(column, scale, (at.plus(-reach), at.plus(reach)), rule);
    near.into_iter().find(|cluster| cluster.first <= at && at <= cluster.last)
}

/// Whether two moments are drawn apart in a window of this size at the highest zoom.
pub fn can_split(first: Moment, last: Moment, size: Size) -> bool {
    // Wider lane headers leave a little less, which matters to nobody.
    let plot = f64::from(plot_rect(size, None).width());
    (last.secs() - first.secs()) as f64 * plot / MIN_SPAN > 2.0 * f64::from(GLYPH_RADIUS)
}

/// One round: in order of rank, each mark absorbs the marks it touches.
fn without_touching<Id: Copy>(
    all: &[Bucket<Id>],
    scale: &TimeScale,
    step: i64,
    rule: &Rule<'_, Id>,
) -> Vec<Bucket<Id>> {
    struct Placed {
        x: f64,
        left: f64,
        right: f64,
        is_absorbed: bool,
        stays: bool,
    }
    let mut placed: Vec<Placed> = all
        .iter()
        .map(|cluster| {
            let (left, right) = (rule.extents)(cluster.count);
            // Measured from the epoch: from the window's edge it would be rounded differently at each step of a pan.
            let x = scale.width_of(cluster.at.secs() as f64);
            Placed { x, left, right, is_absorbed: false, stays: false }
        })
        .collect();
    let widest = placed.iter().map(|mark| mark.left.max(mark.right)).fold(0.0, f64::max);
    let mut order: Vec<usize> = (0..all.len()).collect();
    // Of equal rank, the mark on the coarser grid line goes first, so the result does not depend on where the window
    // begins.
    order.sort_by_key(|&i| {
        let cluster = &all[i];
        let grid = cluster.at.secs().div_euclid(step).trailing_zeros();
        std::cmp::Reverse(((rule.rank)(cluster.top), grid, cluster.at))
    });
    for i in order {
        if placed[i].is_absorbed {
            continue;
        }
        placed[i].stays = true;
        let (x, left, right) = (placed[i].x, placed[i].left, placed[i].right);
        let (before, rest) = placed.split_at_mut(i);
        for other in before.iter_mut().rev().take_while(|other| x - other.x < left + widest) {
            other.is_absorbed |= !other.stays && x - other.x < left + other.right;
        }
        for other in rest.iter_mut().skip(1).take_while(|other| other.x - x < right + widest) {
            other.is_absorbed |= !other.stays && other.x - x < right + other.left;
        }
    }
    joined(all, &placed.iter().map(|mark| (mark.x, mark.stays)).collect::<Vec<_>>())
}

/// The marks that stay, each with the absorbed marks nearest to it, so that a cluster is a run of marks without gaps.
fn joined<Id: Copy>(all: &[Bucket<Id>], placed: &[(f64, bool)]) -> Vec<Bucket<Id>> {
    let staying: Vec<usize> = (0..all.len()).filter(|&i| placed[i].1).collect();
    let mut out: Vec<Bucket<Id>> = staying.iter().map(|&i| all[i]).collect();
    for (i, cluster) in all.iter().enumerate().filter(|&(i, _)| !placed[i].1) {
        let after = staying.partition_point(|&other| other < i);
        let distance = |index: usize| staying.get(index).map(|&other| (placed[other].0 - placed[i].0).abs());
        let nearest = match (after.checked_sub(1).and_then(distance), distance(after)) {
            (Some(left), Some(right)) if right < left => after,
            (None, _) => after,
            _ => after - 1,
        };
        if let Some(home) = out.get_mut(nearest) {
            home.count += cluster.count;
            home.first = home.first.min(cluster.first);
            home.last = home.last.max(cluster.last);
        }
    }
    out
}

/// The first and the last moment of the cluster that an event's mark belongs to, in its treaty's lane with these measures.
pub fn event_cluster(
    index: &Index,
    dataset: &Dataset,
    id: EventId,
    scale: &TimeScale,
    row: &RowMetrics,
) -> Option<(Moment, Moment)> {
    let event = dataset.event(id);
    let rank = |id: EventId| dataset.event(id).sign_rank();
    let rule = Rule { rank: &rank, extents: event_extents(row) };
    let cluster = cluster_at(&index.lane(event.treaty).events, scale, event.at(), &rule)?;
    Some((cluster.first, cluster.last))
}

/// The same for a statement's mark, in the lane of a treaty with these measures.
pub fn statement_cluster(
    index: &Index,
    treaty: TreatyId,
    at: Moment,
    scale: &TimeScale,
    row: &RowMetrics,
) -> Option<(Moment, Moment)> {
    let rule = Rule { rank: &|_: StatementId| 0_u8, extents: statement_extents(row) };
    let cluster = cluster_at(&index.lane(treaty).statements, scale, at, &rule)?;
    Some((cluster.first, cluster.last))
}
