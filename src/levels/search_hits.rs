//! Search results as columns, so that a lane and the overview query only those in the window.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Dataset, EventId, Moment, StatementId, TreatyId};

use super::{Column, Index};

/// The results of a search, for each lane and all together.
#[derive(Debug)]
pub struct SearchHits {
    lanes: BTreeMap<TreatyId, LaneHits>,
    treaties: BTreeSet<TreatyId>,
    all: Column<()>,
}

/// The results in one lane.
#[derive(Debug)]
pub struct LaneHits {
    /// Events.
    pub events: Column<()>,
    /// Statements.
    pub statements: Column<()>,
}

impl SearchHits {
    /// The columns of the treaties, events and statements that were found, in any order. The marks of the index are
    /// already sorted, so this costs one look at each of them, and none at the records, which are scattered in
    /// memory.
    pub fn new(
        dataset: &Dataset,
        index: &Index,
        treaties: impl IntoIterator<Item = TreatyId>,
        events: impl IntoIterator<Item = EventId>,
        statements: impl IntoIterator<Item = StatementId>,
    ) -> Self {
        let treaties = treaties.into_iter().collect();
        let mut is_event_found = vec![false; dataset.events().len()];
        for id in events {
            is_event_found[id.index()] = true;
        }
        let mut is_statement_found = vec![false; dataset.statements().len()];
        let mut spoken = Vec::new();
        for id in statements {
            is_statement_found[id.index()] = true;
            spoken.push(dataset.statement(id).date.anchor());
        }
        let column = |moments: Vec<Moment>| Column::new(moments.into_iter().map(|at| (at, (), 0)));
        let shows_event = |id: EventId| is_event_found[id.index()];
        let shows_statement = |id: StatementId| is_statement_found[id.index()];
        let lanes = (0..dataset.treaties().len()).map(TreatyId::new).filter_map(|treaty| {
            let lane = index.lane(treaty);
            let events: Vec<Moment> = lane.events.moments(shows_event).collect();
            let statements: Vec<Moment> = lane.statements.moments(shows_statement).collect();
            let is_found = !events.is_empty() || !statements.is_empty();
            is_found.then(|| (treaty, LaneHits { events: column(events), statements: column(statements) }))
        });
        let lanes = lanes.collect();
        // Two sorted runs, which a stable sort merges.
        let mut all: Vec<Moment> = index.all().moments(shows_event).collect();
        spoken.sort_unstable();
        all.extend(spoken);
        Self { lanes, treaties, all: column(all) }
    }

    /// The results in a treaty's lane.
    pub fn lane(&self, treaty: TreatyId) -> Option<&LaneHits> {
        self.lanes.get(&treaty)
    }

    /// Whether the treaty itself was found.
    pub fn has_treaty(&self, treaty: TreatyId) -> bool {
        self.treaties.contains(&treaty)
    }

    /// The events and statements found in all lanes.
    pub fn all(&self) -> &Column<()> {
        &self.all
    }
}
