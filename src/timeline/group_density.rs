//! Where the events of a collapsed group lie: strokes along its row, one for every few points.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::{BulkEvents, Dataset, Moment, TreatyId};
use crate::levels::{Column, Index};

use super::geometry::Rect;
use super::scale::TimeScale;

/// Maximum distance of two strokes, in points.
const STEP: f64 = 4.0;
/// The count from which a stroke is drawn with full strength.
const MANY: f32 = 24.0;

/// The events of each collapsed group, of all its lanes in one column. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub(super) struct GroupColumns {
    of: BTreeMap<usize, Arc<Column<()>>>,
}

/// The events of a collapsed group within a few points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DensityStroke {
    /// The middle.
    pub x: f32,
    /// From 0 to 1: the more events the stronger, on a logarithmic scale.
    pub strength: f32,
}

impl GroupColumns {
    /// Gathers the events of collapsed groups, of those lanes that belong to them: whenever rows are laid out, and not in a
    /// frame.
    pub(super) fn gather(
        dataset: &Dataset,
        index: &Index,
        collapsed: &BTreeSet<usize>,
        is_elsewhere: impl Fn(TreatyId) -> bool,
    ) -> Self {
        let mut moments: BTreeMap<usize, Vec<Moment>> = BTreeMap::new();
        for (id, treaty) in dataset.treaties().iter().enumerate() {
            if collapsed.contains(&treaty.category) && !is_elsewhere(TreatyId::new(id)) {
                let events = index.lane(TreatyId::new(id)).events.moments(|_| true);
                moments.entry(treaty.category).or_default().extend(events);
            }
        }
        // Runs that are sorted already, which a stable sort merges.
        let column = |all: Vec<Moment>| Arc::new(Column::new(all.into_iter().map(|at| (at, (), 0))));
        Self { of: moments.into_iter().map(|(category, all)| (category, column(all))).collect() }
    }

    /// The strokes of a collapsed group, from left to right. Costs O(points · log n).
    pub(super) fn strokes(
        &self,
        category: usize,
        bulk: Option<&BulkEvents>,
        scale: &TimeScale,
        plot: &Rect,
    ) -> Vec<DensityStroke> {
        let step = scale.grid_secs(STEP);
        let start = scale.moment_at(f64::from(plot.left));
        let end = scale.moment_at(f64::from(plot.right));
        let stroke = |at: Moment, count: usize| DensityStroke {
            x: scale.x_of(at) as f32,
            strength: ((count as f32).ln_1p() / MANY.ln_1p()).min(1.0),
        };
        let is_inside = |stroke: &DensityStroke| (plot.left..=plot.right).contains(&stroke.x);
        if let Some(bulk) = bulk {
            let steps = start.secs().div_euclid(step)..=end.secs().div_euclid(step);
            let counted = steps.map(|index| {
                let (first, after) = (index.saturating_mul(step), (index + 1).saturating_mul(step));
                let count = bulk.beginning_within(Moment::from_secs(first), Moment::from_secs(after));
                stroke_at(first, step, count, &stroke)
            });
            return counted.flatten().filter(is_inside).collect();
        }
        let Some(column) = self.of.get(&category) else { return Vec::new() };
        let buckets = column.buckets(start, end.plus(1), step);
        buckets.map(|bucket| stroke(bucket.at, bucket.count)).filter(is_inside).collect()
    }
}

/// The stroke in the middle of a step in which anything begins.
fn stroke_at(
    first: i64,
    step: i64,
    count: usize,
    stroke: &impl Fn(Moment, usize) -> DensityStroke,
) -> Option<DensityStroke> {
    (count > 0).then(|| stroke(Moment::from_secs(first.saturating_add(step / 2)), count))
}
