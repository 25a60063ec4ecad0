//! Steps from one bulk event to the next: by search in each lane, since nothing holds all lanes in one order.

use crate::domain::{BulkEvents, BulkId, BulkLane, Moment, TreatyId, probe};
use crate::timeline::Selection;

use crate::session::Session;

/// Of more lanes than this a step stays in its own.
const MAX_LANES_SEARCHED: usize = 20_000;

/// An event's place in the order of time: its first moment, and of equals its place in the columns.
type Place = (Moment, BulkId);

impl Session {
    /// The previous or next event by its first day, in one lane or in all.
    pub(in crate::session) fn step_bulk(&mut self, by: isize, lane: Option<TreatyId>) {
        let Some(bulk) = &self.world.bulk else { return };
        let here = match self.selection.selected {
            Selection::Bulk(id) => (bulk.start(id), id),
            _ if by > 0 => (self.middle(), BulkId::new(0)),
            _ => (self.middle(), BulkId::new(bulk.len())),
        };
        let own = self.selected_treaty().filter(|_| bulk.lanes().len() > MAX_LANES_SEARCHED);
        let lanes = match lane.or(own) {
            Some(lane) => &bulk.lanes()[lane.index()..=lane.index()],
            None => bulk.lanes(),
        };
        let places = lanes.iter().filter_map(|lane| beside(bulk, lane, here, by > 0));
        let next = if by > 0 { places.min() } else { places.max() };
        if let Some((_, id)) = next {
            self.go_to(Selection::Bulk(id));
        }
    }

    /// The event of a lane nearest to the selection or to the middle of the window.
    pub(in crate::session) fn go_to_nearest_bulk(&mut self, lane: TreatyId) {
        let Some(bulk) = &self.world.bulk else { return };
        let at = self.selected_moment().unwrap_or_else(|| self.middle());
        let lane = &bulk.lanes()[lane.index()];
        let after = beside(bulk, lane, (at.plus(-1), BulkId::new(bulk.len())), true);
        let before = beside(bulk, lane, (at, BulkId::new(0)), false);
        let distance = |place: &Place| place.0.secs().abs_diff(at.secs());
        let nearest = [before, after].into_iter().flatten().min_by_key(distance);
        if let Some((_, id)) = nearest {
            self.go_to(Selection::Bulk(id));
        }
    }

    /// The first or the last event of all.
    pub(in crate::session) fn select_bulk_end(&mut self, first: bool) {
        let Some(bulk) = &self.world.bulk else { return };
        let end = if first { (Moment::MIN, BulkId::new(0)) } else { (Moment::MAX, BulkId::new(0)) };
        let places = bulk.lanes().iter().filter_map(|lane| beside(bulk, lane, end, first));
        let place = if first { places.min() } else { places.max() };
        if let Some((_, id)) = place {
            self.go_to(Selection::Bulk(id));
        }
    }
}

/// The first place of a lane after `here`, or the last before it.
fn beside(bulk: &BulkEvents, lane: &BulkLane, here: Place, after: bool) -> Option<Place> {
    let runs = lane.rows.iter().chain([&lane.days, &lane.overflow]);
    let places = runs.filter_map(|run| {
        let ids = run.start as usize..run.end as usize;
        let place = |index: usize| {
            let id = BulkId::new(index);
            (bulk.start(id), id)
        };
        let split =
            partition(ids.clone(), |index| if after { place(index) <= here } else { place(index) < here });
        let index = if after { split } else { split.checked_sub(1)? };
        ids.contains(&index).then(|| place(index))
    });
    if after { places.min() } else { places.max() }
}

/// The first of a range for which `is_before` no longer holds.
fn partition(range: std::ops::Range<usize>, is_before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (range.start, range.end);
    while low < high {
        probe();
        let middle = usize::midpoint(low, high);
        if is_before(middle) { low = middle + 1 } else { high = middle }
    }
    low
}
