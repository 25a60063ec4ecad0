//! Answers the queries of a frame in O(log n): columns of marks sorted by time, lane by lane, and the most important
//! mark of any range.
//!
//! Built once when a dataset is loaded, off the interface thread, and only read after that.
//!
//! Architecture Invariant: nothing here knows a pixel, and no query walks over all events.

mod column;
mod search_hits;
mod segment_tree;

use crate::domain::{Dataset, EventId, Nature, StatementId, TreatyId};

pub use column::{Bucket, Column};
pub use search_hits::{LaneHits, SearchHits};

/// The columns of a dataset, lane by lane.
#[derive(Debug)]
pub struct Index {
    lanes: Vec<Lane>,
    have_parties: Vec<bool>,
    all: Column<EventId>,
}

/// The marks of one treaty as columns sorted by time.
#[derive(Debug)]
pub struct Lane {
    /// Its events.
    pub events: Column<EventId>,
    /// The statements about it or about any of its events.
    pub statements: Column<StatementId>,
}

impl Index {
    /// Builds the index of a dataset.
    pub fn new(dataset: &Dataset) -> Self {
        let lanes = (0..dataset.treaties().len())
            .map(TreatyId::new)
            .map(|treaty| Lane {
                events: Column::new(dataset.events_of(treaty).iter().map(|&id| {
                    let event = dataset.event(id);
                    (event.at(), id, event.sign_rank())
                })),
                // Statements have no rank among themselves: the latest stands for its cluster.
                statements: Column::new(
                    dataset
                        .statements_of(treaty)
                        .iter()
                        .map(|&id| (dataset.statement(id).date.anchor(), id, 0)),
                ),
            })
            .collect();
        let all = Column::new(
            dataset
                .events()
                .iter()
                .enumerate()
                .map(|(i, event)| (event.at(), EventId::new(i), event.sign_rank())),
        );
        let have_parties = (0..dataset.treaties().len())
            .map(TreatyId::new)
            .map(|treaty| {
                let mut events = dataset.events_of(treaty).iter();
                // In a topic no party has a status of its own.
                dataset.treaty(treaty).nature != Nature::Topic
                    && (!dataset.treaty(treaty).parties.is_empty()
                        || events.any(|&id| dataset.event(id).party.is_some())
                        || dataset.acts_of(treaty).next().is_some())
            })
            .collect();
        Self { lanes, have_parties, all }
    }

    /// The same index with only the visible events, and the visible statements in treaties' lanes.
    pub fn only(
        &self,
        shows_event: impl Fn(EventId) -> bool,
        shows_statement: impl Fn(TreatyId, StatementId) -> bool,
    ) -> Self {
        let lanes = self.lanes.iter().enumerate().map(|(row, lane)| Lane {
            events: lane.events.only(&shows_event),
            statements: lane.statements.only(|id| shows_statement(TreatyId::new(row), id)),
        });
        Self {
            lanes: lanes.collect(),
            have_parties: self.have_parties.clone(),
            all: self.all.only(&shows_event),
        }
    }

    /// The events of all lanes.
    pub fn all(&self) -> &Column<EventId> {
        &self.all
    }

    /// Whether the file names parties of a treaty, the party of one of its events, or acts of parties in a list.
    pub fn has_parties(&self, treaty: TreatyId) -> bool {
        self.have_parties[treaty.index()]
    }

    /// A treaty's lane.
    pub fn lane(&self, treaty: TreatyId) -> &Lane {
        &self.lanes[treaty.index()]
    }
}
