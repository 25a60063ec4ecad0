//! What a search found, as columns: so that a lane and the strip ask for the hits in the window, and not for all.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Dataset, Moment, TreatyId};

use super::column::Column;
use super::item_text::treaties_of;
use super::search::Item;

/// The hits of a search, lane by lane and all together.
#[derive(Debug)]
pub struct FoundIndex {
    lanes: BTreeMap<TreatyId, FoundLane>,
    treaties: BTreeSet<TreatyId>,
    all: Column<()>,
}

/// The hits in one lane.
#[derive(Debug)]
pub struct FoundLane {
    /// Events.
    pub events: Column<()>,
    /// Statements.
    pub statements: Column<()>,
}

impl FoundIndex {
    /// The columns of hits. Costs as much as sorting them, whatever else there is in the dataset.
    pub fn of(dataset: &Dataset, hits: &[Item]) -> Self {
        let mut by_lane: BTreeMap<TreatyId, [Vec<Moment>; 2]> = BTreeMap::new();
        let mut treaties = BTreeSet::new();
        let mut all = Vec::new();
        for &item in hits {
            match item {
                Item::Treaty(id) => {
                    treaties.insert(id);
                }
                // A source has no place on the timeline.
                Item::Source(_) => {}
                Item::Event(id) => {
                    let event = dataset.event(id);
                    by_lane.entry(event.treaty).or_default()[0].push(event.at());
                    all.push(event.at());
                }
                Item::Statement(id) => {
                    let at = dataset.statement(id).date.anchor();
                    // About two events of a treaty, it stands in the lane once.
                    for treaty in treaties_of(dataset, id).collect::<BTreeSet<_>>() {
                        by_lane.entry(treaty).or_default()[1].push(at);
                    }
                    all.push(at);
                }
            }
        }
        let column = |places: Vec<Moment>| Column::new(places.into_iter().map(|at| (at, (), 0)));
        let lanes = by_lane.into_iter().map(|(treaty, [events, statements])| {
            (treaty, FoundLane { events: column(events), statements: column(statements) })
        });
        Self { lanes: lanes.collect(), treaties, all: column(all) }
    }

    /// The hits in a treaty's lane.
    pub fn lane(&self, treaty: TreatyId) -> Option<&FoundLane> {
        self.lanes.get(&treaty)
    }

    /// Whether the treaty itself was found.
    pub fn has_treaty(&self, treaty: TreatyId) -> bool {
        self.treaties.contains(&treaty)
    }

    /// The events and statements found, of all lanes.
    pub fn all(&self) -> &Column<()> {
        &self.all
    }
}
