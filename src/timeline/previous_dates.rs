//! Where events of another dataset stood, lane by lane: so that a lane asks for those in the window, and not for all.

use std::collections::BTreeMap;

use crate::domain::{Moment, TreatyId};

/// Old places of events, with where each stands now, if it still does.
#[derive(Clone, Debug, Default)]
pub struct PreviousDates {
    lanes: BTreeMap<TreatyId, Vec<(Moment, Option<Moment>)>>,
}

impl PreviousDates {
    /// The places of events by treaty: where each stood, and where it stands now.
    pub fn new(places: impl IntoIterator<Item = (TreatyId, Moment, Option<Moment>)>) -> Self {
        let mut lanes: BTreeMap<TreatyId, Vec<(Moment, Option<Moment>)>> = BTreeMap::new();
        for (treaty, was, is) in places {
            lanes.entry(treaty).or_default().push((was, is));
        }
        for lane in lanes.values_mut() {
            lane.sort_unstable();
        }
        Self { lanes }
    }

    /// Those of a lane whose old place lies in `start..=end`, by search.
    pub fn within(&self, treaty: TreatyId, start: Moment, end: Moment) -> &[(Moment, Option<Moment>)] {
        let Some(lane) = self.lanes.get(&treaty) else { return &[] };
        let first = lane.partition_point(|&(was, _)| was < start);
        let last = lane.partition_point(|&(was, _)| was <= end);
        &lane[first..last.max(first)]
    }
}
