//! The legal status of the selected treaty on the status date: as a whole, for its parties, and when it changes.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::{LegalStatus, Moment, PartyId, State, StateSpan, TreatyId};
use crate::session::Session;
use crate::session::world::WorldId;
use crate::timeline::Selection;

/// The status of a treaty on a day, with that of its parties.
#[derive(Debug)]
pub struct TreatyStatus {
    /// The treaty.
    pub treaty: TreatyId,
    /// The day, at midnight.
    pub day: Moment,
    /// The status of the treaty as a whole.
    pub whole: LegalStatus,
    /// Number of parties on record that have joined and whose status is that of the treaty.
    pub same: usize,
    /// The other parties on record that have joined, by state.
    pub differing: Vec<(State, Vec<PartyId>)>,
    /// The parties that the file lists and of which it records nothing.
    pub unrecorded: Vec<PartyId>,
    /// The last day before on which the status of the treaty or of a party changed, or an extension took effect.
    pub previous_change: Option<Moment>,
    /// The next such day.
    pub next_change: Option<Moment>,
}

/// The states of a treaty and of its parties, from the first event to the last.
#[derive(Debug)]
pub(in crate::session) struct TreatyHistory {
    of: (WorldId, TreatyId),
    parties: Vec<(PartyId, Vec<StateSpan>)>,
    unrecorded: Vec<PartyId>,
    /// In order.
    changes: Vec<Moment>,
}

impl TreatyHistory {
    fn new(session: &Session, treaty: TreatyId) -> Self {
        let dataset = &session.world.dataset;
        let parties = dataset.parties_on_record(treaty);
        let histories = dataset.state_histories(treaty, &parties);
        let mut changes = dataset.change_days(treaty);
        changes.extend(histories.iter().flatten().filter_map(|span| span.from));
        changes.sort_unstable();
        changes.dedup();
        let recorded: BTreeSet<PartyId> = parties.iter().copied().collect();
        let listed = dataset.treaty(treaty).parties.iter().copied();
        let mut unrecorded: Vec<PartyId> =
            listed.filter(|&party| !recorded.contains(&session.legal_successor(party))).collect();
        unrecorded.dedup();
        let parties = std::iter::zip(parties, histories).collect();
        Self { of: (session.world.id(), treaty), parties, unrecorded, changes }
    }

    /// How many parties are in the state of the treaty, and the others by state. A party that has not joined is left
    /// out: of some the record does not say that they had not.
    fn parties_on(&self, day: Moment, whole: State) -> (usize, Vec<(State, Vec<PartyId>)>) {
        let mut same = 0;
        let mut differing: Vec<(State, Vec<PartyId>)> = Vec::new();
        for (party, history) in &self.parties {
            let after = history.partition_point(|span| span.from.is_none_or(|from| from <= day));
            let Some(span) = history.get(after.saturating_sub(1)) else { continue };
            let state = span.on(day);
            if state == State::NotSigned {
                continue;
            }
            if state.is_same_condition(whole) {
                same += 1;
                continue;
            }
            match differing.iter_mut().find(|(other, _)| *other == state) {
                Some((_, parties)) => parties.push(*party),
                None => differing.push((state, vec![*party])),
            }
        }
        (same, differing)
    }
}

impl Session {
    /// Computes the answer anew if the selection, the status date or the dataset has changed.
    pub(in crate::session) fn update_selected_status(&mut self) {
        let question = match (self.selection.selected, &self.law.status) {
            (Selection::Treaty(treaty), Some(status)) if self.world.bulk.is_none() => (treaty, status.day),
            _ => {
                (self.law.selected_status, self.law.history) = (None, None);
                return;
            }
        };
        let (treaty, day) = question;
        let of = (self.world.id(), treaty);
        let is_of_treaty = self.law.history.as_ref().is_some_and(|history| history.of == of);
        let is_known = self.law.selected_status.as_ref().is_some_and(|answer| answer.day == day);
        if is_of_treaty && is_known {
            return;
        }
        if !is_of_treaty {
            self.law.history = Some(TreatyHistory::new(self, treaty));
        }
        let world = Arc::clone(&self.world);
        let whole = world.dataset.state_on(treaty, None, day);
        self.law.selected_status = self.law.history.as_ref().zip(whole).map(|(history, whole)| {
            let (same, differing) = history.parties_on(day, whole.state);
            let changes = &history.changes;
            // The state of the day itself began on the previous change, if one fell on that day.
            let after = changes.partition_point(|&change| change <= day);
            let before = changes.partition_point(|&change| change < day);
            TreatyStatus {
                treaty,
                day,
                whole,
                same,
                differing,
                unrecorded: history.unrecorded.clone(),
                previous_change: before.checked_sub(1).and_then(|before| changes.get(before)).copied(),
                next_change: changes.get(after).copied(),
            }
        });
    }
}
