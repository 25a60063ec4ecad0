//! A dataset in numbers: what it holds, and how well it is sourced.

use std::collections::BTreeMap;

use super::dataset::Dataset;
use super::decade::decade_of;
use super::event::EventKind;
use super::ids::TreatyId;
use super::statement::SourceKind;

/// The counts of a dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Census {
    /// For each treaty in the order of lanes: the counts of its events and of statements about it.
    pub treaties: Vec<(TreatyId, usize, usize)>,
    /// Events of each kind that occurs, in the order of a treaty's life.
    pub kinds: BTreeMap<EventKind, usize>,
    /// For each decade, by the first year that [`decade_of`] gives: the counts of events and statements.
    pub decades: BTreeMap<i32, (usize, usize)>,
    /// Sources of each kind that occurs, from the most authoritative.
    pub sources: BTreeMap<SourceKind, usize>,
    /// Claims to dates of events.
    pub dates: usize,
    /// How many of them rest on an official source: see [`SourceKind::is_official`].
    pub official_dates: usize,
    /// Events whose sources disagree on the date: see [`Event::is_disputed`](super::Event::is_disputed).
    pub disputed: usize,
    /// Statements whose original in the speaker's own language was seen too.
    pub originals: usize,
}

impl Census {
    /// Counts a dataset.
    pub fn of(dataset: &Dataset) -> Self {
        let mut census = Self::default();
        for treaty in (0..dataset.treaties().len()).map(TreatyId::new) {
            let (events, statements) = (dataset.events_of(treaty).len(), dataset.statements_of(treaty).len());
            census.treaties.push((treaty, events, statements));
        }
        let decade = |year: i32| decade_of(year).0;
        for event in dataset.events() {
            *census.kinds.entry(event.kind).or_default() += 1;
            census.decades.entry(decade(event.at().year())).or_default().0 += 1;
            census.disputed += usize::from(event.is_disputed());
            for claim in &event.dates {
                census.dates += 1;
                let is_official = |id| dataset.source(id).kind.is_official();
                census.official_dates += usize::from(claim.source.is_some_and(is_official));
            }
        }
        for statement in dataset.statements() {
            census.decades.entry(decade(statement.date.anchor().year())).or_default().1 += 1;
            census.originals += usize::from(statement.original.is_some());
        }
        for source in dataset.sources() {
            *census.sources.entry(source.kind).or_default() += 1;
        }
        census
    }

    /// The share of dates that rest on an official source, as a percentage, rounded down: 60 means at least 60.
    pub fn official_percent(&self) -> usize {
        (self.official_dates * 100).checked_div(self.dates).unwrap_or_default()
    }
}
