//! The law matrix: how each party stands in each treaty on the status date.
//!
//! The state histories are computed once for a dataset; the state of a cell on a day is then a binary search.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::{Dataset, Moment, PartyId, State, StateSpan, TreatyId, probe};

/// Maximum number of columns: more would not be readable.
const MAX_PARTIES: usize = 10;

/// Which parties are the columns of the matrix while the filter names none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MatrixGroup {
    /// Those on record in the most treaties.
    #[default]
    MostTreaties,
    /// The nuclear-weapon states as the Non-Proliferation Treaty defines them, which are also the permanent members of the
    /// Security Council.
    NuclearWeaponStates,
    /// All parties by name, as many as are readable at a time; the index of the first.
    All(usize),
}

/// Those that had made and exploded a nuclear device before 1 January 1967 (NPT, article IX, paragraph 3); a successor
/// stands for its predecessor. The same five are the permanent members of the Security Council (Charter, article 23).
const NUCLEAR_WEAPON_STATES: [&str; 5] = ["USA", "RUS", "GBR", "FRA", "CHN"];

impl MatrixGroup {
    /// The parties of the group in their order; empty for those in the most treaties, which the histories find.
    pub(super) fn parties(self, dataset: &Dataset, all: &[PartyId]) -> Vec<PartyId> {
        match self {
            Self::MostTreaties => Vec::new(),
            Self::NuclearWeaponStates => {
                NUCLEAR_WEAPON_STATES.iter().filter_map(|key| dataset.find_party(key)).collect()
            }
            Self::All(first) => all.iter().copied().skip(first).take(MAX_PARTIES).collect(),
        }
    }

    /// The columns before these or after them, where there are any.
    pub fn turned(self, is_forward: bool, all: usize) -> Option<Self> {
        match self {
            Self::All(first) if is_forward => {
                Some(first + MAX_PARTIES).filter(|&next| next < all).map(Self::All)
            }
            Self::All(first) => (first > 0).then(|| Self::All(first.saturating_sub(MAX_PARTIES))),
            Self::MostTreaties | Self::NuclearWeaponStates => None,
        }
    }
}

/// The parties on record in any treaty, by name.
pub(in crate::session) fn parties_by_name(dataset: &Dataset) -> Vec<PartyId> {
    let treaties = (0..dataset.treaties().len()).map(TreatyId::new);
    let on_record: BTreeSet<PartyId> =
        treaties.flat_map(|treaty| dataset.parties_on_record(treaty)).collect();
    let mut parties: Vec<PartyId> = on_record.into_iter().collect();
    parties.sort_by_key(|&party| &dataset.party(party).name);
    parties
}

/// The state histories of some parties in all treaties.
#[derive(Debug)]
pub(in crate::session) struct StateHistories {
    /// The parties on record, those in the most treaties first.
    parties: Vec<PartyId>,
    of: BTreeMap<(TreatyId, PartyId), Vec<StateSpan>>,
    /// Every day on which a state changes, in order, and the treaty.
    changes: Vec<(Moment, TreatyId)>,
}

/// How parties stand in treaties on a day.
#[derive(Debug)]
pub struct LawMatrix {
    /// The columns: the parties of the filter or of a group, or those on record in the most treaties; a successor stands for its
    /// predecessors too. Those in the most treaties first.
    pub parties: Vec<PartyId>,
    /// The parties of the filter or the group; empty for those in the most treaties.
    filtered: Vec<PartyId>,
    histories: Arc<StateHistories>,
    /// Number of cells, of treaties that the filter shows, whose state differs from the previous day.
    pub changed: usize,
    /// The day that was shown before: cells that differ from it are marked.
    previous_day: Option<Moment>,
    /// The day of the states; `None` for a dataset without dates.
    pub day: Option<Moment>,
}

/// How a party stands in a treaty on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its state.
    pub state: State,
    /// The beginning of that state; `None` if it is the state before the first event.
    pub since: Option<Moment>,
    /// Whether the state was another one on the day that was shown before.
    pub has_changed: bool,
}

impl StateHistories {
    /// The histories of these parties, or of those in the most treaties if `filtered` is empty. Those of the filter come in the
    /// order of how many treaties they are in, those of a group in the order of the group.
    pub(in crate::session) fn new(dataset: &Dataset, filtered: &[PartyId], is_group: bool) -> Self {
        let treaties = || (0..dataset.treaties().len()).map(TreatyId::new);
        let on_record: Vec<Vec<PartyId>> =
            treaties().map(|treaty| dataset.parties_on_record(treaty)).collect();
        let mut treaties_of: BTreeMap<PartyId, usize> = BTreeMap::new();
        for &party in on_record.iter().flatten() {
            *treaties_of.entry(party).or_default() += 1;
        }
        treaties_of.retain(|party, _| filtered.is_empty() || filtered.contains(party));
        let mut parties: Vec<(PartyId, usize)> = treaties_of.into_iter().collect();
        if is_group {
            parties.sort_by_key(|(party, _)| filtered.iter().position(|of| of == party));
        } else {
            parties.sort_by_key(|&(_, treaties)| Reverse(treaties));
        }
        parties.truncate(MAX_PARTIES);
        let parties: Vec<PartyId> = parties.into_iter().map(|(party, _)| party).collect();
        let mut of = BTreeMap::new();
        let mut changes = Vec::new();
        for (treaty, on_record) in std::iter::zip(treaties(), on_record) {
            let on_record: BTreeSet<PartyId> = on_record.into_iter().collect();
            let present: Vec<PartyId> =
                parties.iter().copied().filter(|party| on_record.contains(party)).collect();
            if present.is_empty() {
                continue;
            }
            for (party, history) in std::iter::zip(&present, dataset.state_histories(treaty, &present)) {
                changes.extend(history.iter().filter_map(|span| span.from.map(|from| (from, treaty))));
                of.insert((treaty, *party), history);
            }
        }
        changes.sort_unstable();
        changes.dedup();
        Self { parties, of, changes }
    }
}

impl LawMatrix {
    pub(super) fn new(histories: Arc<StateHistories>, filtered: Vec<PartyId>) -> Self {
        let parties = histories.parties.clone();
        Self { parties, filtered, histories, changed: 0, previous_day: None, day: None }
    }

    /// Whether its columns are those of a filter by these parties.
    pub(super) fn is_of_parties(&self, filtered: &[PartyId]) -> bool {
        self.filtered == filtered
    }

    /// Moves to a day, and counts the cells of shown treaties that change.
    pub(super) fn set_day(&mut self, day: Option<Moment>, shows: impl Fn(TreatyId) -> bool) {
        if self.day != day {
            (self.previous_day, self.day) = (self.day, day);
        }
        self.count_changed(shows);
    }

    /// How a party stands in a treaty on the day; `None` if no event of the treaty concerns the party.
    pub fn cell(&self, treaty: TreatyId, party: PartyId) -> Option<Cell> {
        let history = self.histories.of.get(&(treaty, party))?;
        let on = |day: Moment| {
            let after = history.partition_point(|span| {
                probe();
                span.from.is_none_or(|from| from <= day)
            });
            history.get(after.saturating_sub(1))
        };
        let span = on(self.day?)?;
        let has_changed =
            self.previous_day.and_then(on).is_some_and(|before| !before.state.is_same_condition(span.state));
        Some(Cell { state: span.on(self.day?), since: span.from, has_changed })
    }

    /// Counts the changed cells; only treaties with a change between the two days are looked at.
    fn count_changed(&mut self, shows: impl Fn(TreatyId) -> bool) {
        self.changed = 0;
        let (Some(before), Some(day)) = (self.previous_day, self.day) else { return };
        let changes = &self.histories.changes;
        let until = |last: Moment| changes.partition_point(|&(day, _)| day <= last);
        let between = &changes[until(before.min(day))..until(before.max(day))];
        let treaties: BTreeSet<TreatyId> =
            between.iter().map(|&(_, treaty)| treaty).filter(|&treaty| shows(treaty)).collect();
        let has_changed =
            |treaty: TreatyId, party: PartyId| self.cell(treaty, party).is_some_and(|cell| cell.has_changed);
        let of_treaty =
            |&treaty: &TreatyId| self.parties.iter().filter(|&&party| has_changed(treaty, party)).count();
        let changed: usize = treaties.iter().map(of_treaty).sum();
        self.changed = changed;
    }

    /// The next day, or the previous one, on which a state of a shown treaty changes.
    pub(super) fn next_change(&self, forward: bool, shows: impl Fn(TreatyId) -> bool) -> Option<Moment> {
        let (day, changes) = (self.day?, &self.histories.changes);
        let is_shown = |&&(_, treaty): &&(Moment, TreatyId)| shows(treaty);
        let change = if forward {
            let after = changes.partition_point(|&(other, _)| other <= day);
            changes[after..].iter().find(is_shown)
        } else {
            let before = changes.partition_point(|&(other, _)| other < day);
            changes[..before].iter().rfind(is_shown)
        };
        change.map(|&(day, _)| day)
    }
}
