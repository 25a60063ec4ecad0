//! The lanes of a treaty's parties: its phases, its own events, the statements made for it.
//!
//! Computed when the user expands a treaty, and kept until the dataset or the filter changes.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::{
    Dataset, EventId, Moment, Notice, PartyId, Phase, State, StateSpan, StatementId, TreatyId,
};
use crate::levels::Column;

/// Maximum number of parties of one treaty, which is more than there are states: the phases of each cost a walk over all
/// of the treaty's events.
pub const MAX_PARTIES: usize = 250;

/// The life of a treaty for one of its parties.
#[derive(Debug)]
pub struct PartyLane {
    /// The party; of a state with predecessors the last, which stands for all.
    pub party: PartyId,
    /// Its phases, in order.
    pub phases: Vec<Phase>,
    /// Its notices of withdrawal that took effect.
    pub notices: Vec<Notice>,
    /// Its own events.
    pub events: Column<EventId>,
    /// The statements about the treaty that were made for it.
    pub statements: Column<StatementId>,
    course: Vec<StateSpan>,
}

impl PartyLane {
    /// The state of the treaty for the party on a day.
    pub fn state_on(&self, day: Moment) -> State {
        let after = self.course.partition_point(|span| span.from.is_none_or(|from| from <= day));
        self.course.get(after.saturating_sub(1)).map_or(State::NotSigned, |span| span.on(day))
    }
}

/// The lanes of the parties of those treaties that are expanded. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct PartyLanes {
    of: BTreeMap<TreatyId, Arc<[PartyLane]>>,
}

/// Which records are shown.
pub struct Showing<'a> {
    /// Which parties.
    pub party: &'a dyn Fn(PartyId) -> bool,
    /// Which events.
    pub event: &'a dyn Fn(EventId) -> bool,
    /// Which statements.
    pub statement: &'a dyn Fn(StatementId) -> bool,
}

impl PartyLanes {
    /// The lanes under a treaty, in the order in which the file names the parties; none while it is collapsed.
    pub fn of(&self, treaty: TreatyId) -> &[PartyLane] {
        self.of.get(&treaty).map_or(&[], |lanes| lanes)
    }

    /// Whether the lanes of a treaty have been computed.
    pub fn has(&self, treaty: TreatyId) -> bool {
        self.of.contains_key(&treaty)
    }

    /// Computes the lanes of a treaty, unless that was done before.
    pub fn expand(&mut self, dataset: &Dataset, treaty: TreatyId, showing: &Showing<'_>) {
        self.of.entry(treaty).or_insert_with(|| lanes_of(dataset, treaty, showing));
    }

    /// Drops the lanes of all treaties but some.
    pub fn retain(&mut self, stays: impl Fn(TreatyId) -> bool) {
        self.of.retain(|&treaty, _| stays(treaty));
    }
}

fn lanes_of(dataset: &Dataset, treaty: TreatyId, showing: &Showing<'_>) -> Arc<[PartyLane]> {
    let mut parties = dataset.first_parties_on_record(treaty, MAX_PARTIES);
    parties.retain(|&party| (showing.party)(party));
    // One walk over the marks, whatever the number of parties.
    let place: BTreeMap<PartyId, usize> = parties.iter().enumerate().map(|(i, &party)| (party, i)).collect();
    let place_of =
        |party: PartyId| place.get(dataset.legal_continuity(party).last().unwrap_or(&party)).copied();
    let mut events = vec![Vec::new(); parties.len()];
    for &id in dataset.events_of(treaty).iter().filter(|&&id| (showing.event)(id)) {
        let event = dataset.event(id);
        if let Some(place) = event.party.and_then(place_of) {
            events[place].push((event.at(), id, event.sign_rank()));
        }
    }
    let mut statements = vec![Vec::new(); parties.len()];
    for &id in dataset.statements_of(treaty).iter().filter(|&&id| (showing.statement)(id)) {
        let statement = dataset.statement(id);
        if let Some(place) = statement.country.and_then(place_of) {
            statements[place].push((statement.date.anchor(), id, 0));
        }
    }
    let marks = std::iter::zip(events, statements);
    let lives = dataset.phases_of_parties(treaty, &parties);
    let courses = dataset.state_histories(treaty, &parties);
    let lives = std::iter::zip(lives, courses);
    let lane = |((party, (events, statements)), ((phases, notices), course))| {
        let (events, statements) = (Column::new(events), Column::new(statements));
        PartyLane { party, phases, notices, events, statements, course }
    };
    std::iter::zip(std::iter::zip(parties, marks), lives).map(lane).collect()
}
