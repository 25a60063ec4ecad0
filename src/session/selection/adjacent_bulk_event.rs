//! Stepping from one bulk event to the next: by a search in each lane, because there is no common order of all lanes.

use crate::domain::{BulkEvents, BulkId, BulkLane, Moment, TreatyId, probe};
use crate::session::Session;
use crate::timeline::Selection;

/// Maximum number of lanes that are searched. In a dataset with more, a step stays in its lane.
const MAX_LANES_SEARCHED: usize = 20_000;

/// The sort key of an event by time: its first moment, then its index.
type Position = (Moment, BulkId);

impl Session {
    /// Selects the previous or next event by its first day, in one lane or in all.
    pub(in crate::session) fn step_bulk(&mut self, by: isize, lane: Option<TreatyId>) {
        let Some(bulk) = &self.world.bulk else { return };
        let from = match self.selection.selected {
            Selection::Bulk(id) => (bulk.start(id), id),
            _ if by > 0 => (self.middle(), BulkId::new(0)),
            _ => (self.middle(), BulkId::new(bulk.len())),
        };
        let own = self.selected_treaty().filter(|_| bulk.lanes().len() > MAX_LANES_SEARCHED);
        let lanes = match lane.or(own) {
            Some(lane) => &bulk.lanes()[lane.index()..=lane.index()],
            None => bulk.lanes(),
        };
        let positions = lanes.iter().filter_map(|lane| beside(bulk, lane, from, by > 0));
        let next = if by > 0 { positions.min() } else { positions.max() };
        if let Some((_, id)) = next {
            self.go_to(Selection::Bulk(id));
        }
    }

    /// Selects the event of a lane that is nearest to the selection or to the middle of the window.
    pub(in crate::session) fn go_to_nearest_bulk(&mut self, lane: TreatyId) {
        let Some(bulk) = &self.world.bulk else { return };
        let moment = self.selected_moment().unwrap_or_else(|| self.middle());
        let lane = &bulk.lanes()[lane.index()];
        let after = beside(bulk, lane, (moment.plus(-1), BulkId::new(bulk.len())), true);
        let before = beside(bulk, lane, (moment, BulkId::new(0)), false);
        let distance = |position: &Position| position.0.secs().abs_diff(moment.secs());
        let nearest = [before, after].into_iter().flatten().min_by_key(distance);
        if let Some((_, id)) = nearest {
            self.go_to(Selection::Bulk(id));
        }
    }

    /// Selects the first or the last event of all.
    pub(in crate::session) fn select_bulk_end(&mut self, first: bool) {
        let Some(bulk) = &self.world.bulk else { return };
        let end = if first { (Moment::MIN, BulkId::new(0)) } else { (Moment::MAX, BulkId::new(0)) };
        let positions = bulk.lanes().iter().filter_map(|lane| beside(bulk, lane, end, first));
        let position = if first { positions.min() } else { positions.max() };
        if let Some((_, id)) = position {
            self.go_to(Selection::Bulk(id));
        }
    }
}

/// The first event of a lane after a position, or the last before it.
fn beside(bulk: &BulkEvents, lane: &BulkLane, from: Position, after: bool) -> Option<Position> {
    let runs = lane.rows.iter().chain([&lane.days, &lane.overflow]);
    let positions = runs.filter_map(|run| {
        let ids = run.start as usize..run.end as usize;
        let position = |index: usize| {
            let id = BulkId::new(index);
            (bulk.start(id), id)
        };
        let split =
            partition(
                ids.clone(),
                |index| if after { position(index) <= from } else { position(index) < from },
            );
        let index = if after { split } else { split.checked_sub(1)? };
        ids.contains(&index).then(|| position(index))
    });
    if after { positions.min() } else { positions.max() }
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
