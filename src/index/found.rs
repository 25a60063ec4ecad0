//! What a search found, as columns: so that a lane and the strip ask for the hits in the window, and not for all.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Dataset, EventId, Moment, StatementId, TreatyId};

use super::Index;
use super::column::Column;
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
    /// The columns of hits. The marks of the index are in order already, so that none is sorted again: costs a look at each
    /// of them, and no look at the records themselves, of which one lies far from the next.
    pub fn of(dataset: &Dataset, index: &Index, hits: &[Item]) -> Self {
        let mut events = vec![false; dataset.events().len()];
        let mut statements = vec![false; dataset.statements().len()];
        let mut treaties = BTreeSet::new();
        let mut spoken = Vec::new();
        for &item in hits {
            match item {
                Item::Treaty(id) => {
                    treaties.insert(id);
                }
                // A source has no place on the timeline.
                Item::Source(_) => {}
                Item::Event(id) => events[id.index()] = true,
                Item::Statement(id) => {
                    statements[id.index()] = true;
                    spoken.push(dataset.statement(id).date.anchor());
                }
            }
        }
        let column = |moments: Vec<Moment>| Column::new(moments.into_iter().map(|at| (at, (), 0)));
        let shows_event = |id: EventId| events[id.index()];
        let shows_statement = |id: StatementId| statements[id.index()];
        let lanes = (0..dataset.treaties().len()).map(TreatyId::new).filter_map(|treaty| {
            let lane = index.lane(treaty);
            let events: Vec<Moment> = lane.events.moments(shows_event).collect();
            let statements: Vec<Moment> = lane.statements.moments(shows_statement).collect();
            let is_found = !events.is_empty() || !statements.is_empty();
            is_found.then(|| (treaty, FoundLane { events: column(events), statements: column(statements) }))
        });
        let lanes = lanes.collect();
        // Two runs, each in order: as good as sorted.
        let mut all: Vec<Moment> = index.all().moments(shows_event).collect();
        spoken.sort_unstable();
        all.extend(spoken);
        Self { lanes, treaties, all: column(all) }
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
