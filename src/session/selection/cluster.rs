//! The cluster of the selection: marks that are drawn as one with it at the present zoom.

use crate::domain::{BulkId, Moment, TreatyId};
use crate::session::Session;
use crate::timeline::{
    Selection, Subject, TimeScale, bulk_rows, bulk_run, can_split, event_cluster, is_overflow, overflow_at,
    statement_cluster,
};

/// Maximum number of marks that are listed: the list must stay readable.
const MAX_LISTED: usize = 60;

/// A cluster of marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// Its marks by time, up to a maximum.
    pub subjects: Vec<Subject>,
    /// Number of marks.
    pub count: usize,
    /// Whether zooming in separates them.
    pub can_split: bool,
}

impl Session {
    /// The cluster of the selection at the present zoom; `None` if it is drawn alone.
    pub fn cluster(&self) -> Option<Cluster> {
        let scale = self.view.rows.scale(self.view.size, self.view.current.time);
        let dataset = &self.world.dataset;
        let index = self.index();
        match self.selection.selected {
            Selection::Event(id) => {
                let lane = &self.view.rows.metrics().lane;
                let (first, last) = event_cluster(index, dataset, id, &scale, lane)?;
                let ids = index.lane(dataset.event(id).treaty).events.within(first, last);
                self.cluster_of(ids.len(), ids.iter().map(|&id| Subject::Event(id)), first, last)
            }
            Selection::Statement(id) => {
                let treaty = self.selected_treaty()?;
                let moment = dataset.statement(id).date.anchor();
                let (first, last) =
                    statement_cluster(index, treaty, moment, &scale, &self.view.rows.metrics().lane)?;
                let ids = index.lane(treaty).statements.within(first, last);
                self.cluster_of(ids.len(), ids.iter().map(|&id| Subject::Statement(id)), first, last)
            }
            Selection::Bulk(id) => self.bulk_cluster(id, &scale),
            Selection::Nothing | Selection::Treaty(_) | Selection::Source(_) | Selection::Speaker(_) => None,
        }
    }

    /// The event that a click on the overflow strip of a bulk lane selects, and the number of events in its cluster: of
    /// the events at this moment the one that began last, because all others overlap its beginning.
    pub fn overflow_at(&self, lane: TreatyId, moment: Moment) -> Option<(BulkId, usize)> {
        let bulk = self.world.bulk.as_ref()?;
        let scale = self.view.rows.scale(self.view.size, self.view.current.time);
        let overflow =
            overflow_at(bulk, lane.index(), moment, &scale, bulk_rows(self.view.rows.lane_height()))?;
        let id = overflow.ids.last().copied()?;
        Some((id, self.bulk_cluster(id, &scale).map_or(1, |cluster| cluster.count)))
    }

    fn bulk_cluster(&self, id: BulkId, scale: &TimeScale) -> Option<Cluster> {
        let bulk = self.world.bulk.as_ref()?;
        let rows = bulk_rows(self.view.rows.lane_height());
        if is_overflow(bulk, id, rows) {
            let overflow = overflow_at(bulk, bulk.lane_of(id), bulk.start(id), scale, rows)?;
            let subjects = overflow.ids.into_iter().map(Subject::Bulk).collect();
            // Zooming in does not separate what overlaps.
            return (overflow.count > 1).then_some(Cluster {
                subjects,
                count: overflow.count,
                can_split: false,
            });
        }
        let run = bulk_run(bulk, id, scale);
        let (first, last) = (BulkId::new(run.start), BulkId::new(run.end.checked_sub(1)?));
        let subjects = run.clone().map(|index| Subject::Bulk(BulkId::new(index)));
        self.cluster_of(run.len(), subjects, bulk.start(first), bulk.start(last))
    }

    fn cluster_of(
        &self,
        count: usize,
        subjects: impl Iterator<Item = Subject>,
        first: Moment,
        last: Moment,
    ) -> Option<Cluster> {
        let can_split = can_split(first, last, self.view.size);
        (count > 1).then(|| Cluster { subjects: subjects.take(MAX_LISTED).collect(), count, can_split })
    }
}
