//! The dates of events in another dataset, lane by lane: a lane asks for those in the window, and not for all.

use std::collections::BTreeMap;

use crate::domain::{Moment, TreatyId};

/// The previous date of each event, with its date now if it is still there.
#[derive(Clone, Debug, Default)]
pub struct PreviousDates {
    lanes: BTreeMap<TreatyId, Vec<(Moment, Option<Moment>)>>,
}

impl PreviousDates {
    /// The dates of events by treaty: previously and now.
    pub fn new(dates: impl IntoIterator<Item = (TreatyId, Moment, Option<Moment>)>) -> Self {
        let mut lanes: BTreeMap<TreatyId, Vec<(Moment, Option<Moment>)>> = BTreeMap::new();
        for (treaty, previous, current) in dates {
            lanes.entry(treaty).or_default().push((previous, current));
        }
        for lane in lanes.values_mut() {
            lane.sort_unstable();
        }
        Self { lanes }
    }

    /// Those of a lane whose previous date lies in `start..=end`, by binary search.
    pub fn within(&self, treaty: TreatyId, start: Moment, end: Moment) -> &[(Moment, Option<Moment>)] {
        let Some(lane) = self.lanes.get(&treaty) else { return &[] };
        let first = lane.partition_point(|&(previous, _)| previous < start);
        let last = lane.partition_point(|&(previous, _)| previous <= end);
        &lane[first..last.max(first)]
    }
}
