//! Whose legal state is determined: that of a treaty as a whole, or of one party with the states it continues.

use crate::domain::clauses::Clauses;
use crate::domain::event::EventKind;
use crate::domain::ids::{PartyId, TreatyId};
use crate::domain::moment::Moment;
use crate::domain::record::Record;
use crate::domain::treaty::Nature;

use super::transition::{Transition, Transitions};

/// Everything but the transitions that an answer depends on.
#[derive(Clone, Debug)]
pub(super) struct Subject<'a> {
    pub(super) terms: &'a Clauses,
    /// Whether the document is political: its adoption takes the place of a signature.
    pub(super) is_political: bool,
    /// Whether events of the treaty may be missing.
    pub(super) is_incomplete: bool,
    /// Whether the treaty cannot stand without either of two sides.
    pub(super) is_bilateral: bool,
    /// The states that are one legal person with the party; `None` for the treaty as a whole.
    pub(super) continuity: Option<&'a [PartyId]>,
    /// The states among which the party was divided: their succession ends its participation.
    pub(super) successor_states: &'a [PartyId],
    /// Whether the party is listed among the treaty's parties, so that joint acts are its acts too.
    pub(super) is_listed: bool,
}

impl<'a> Subject<'a> {
    pub(super) fn of(record: &'a Record, id: TreatyId, party: Option<PartyId>) -> Self {
        let treaty = record.treaty(id);
        let continuity = party.map(|party| record.legal_continuity(party));
        Self {
            terms: &treaty.terms,
            is_political: treaty.nature == Nature::Political,
            is_incomplete: treaty.is_incomplete,
            is_bilateral: record.is_bilateral(id),
            successor_states: party.map_or(&[], |party| record.successor_states(party)),
            is_listed: party.is_some_and(|party| record.is_listed(id, party)),
            continuity,
        }
    }

    /// Whether the subject is the treaty as a whole.
    pub(super) fn is_whole(&self) -> bool {
        self.continuity.is_none()
    }

    /// Whether the subject is the party that acts.
    pub(super) fn is_own_transition(&self, transition: &Transition) -> bool {
        match (self.continuity, transition.actor) {
            (Some(states), Some(actor)) => states.contains(&actor),
            _ => false,
        }
    }

    /// Those of a treaty's transitions on which the state can depend, so that nothing else is gone through for it: of a treaty with
    /// two hundred parties, each has a handful.
    pub(super) fn transitions_among(&self, transitions: &Transitions) -> Transitions {
        match self.continuity {
            Some(states) if !self.is_bilateral => {
                let parties = states.iter().chain(self.successor_states).copied();
                transitions.of_actors(std::iter::once(None).chain(parties.map(Some)))
            }
            _ => transitions.clone(),
        }
    }

    /// The transitions of a treaty without the acts of lists that cannot concern the subject.
    pub(super) fn transitions_nearby(&self, record: &Record, treaty: TreatyId) -> Transitions {
        match self.continuity {
            Some(states) if !self.is_bilateral => {
                let parties = states.iter().chain(self.successor_states);
                let acts = parties.flat_map(|&party| record.acts_of_party(treaty, party));
                Transitions::with_acts(record, treaty, acts)
            }
            _ => Transitions::of_whole(record, treaty),
        }
    }

    /// The transitions that may affect the subject: for a party to a multilateral treaty, its own, those of its successor
    /// states and those of the treaty as a whole; otherwise all.
    pub(super) fn relevant_transitions(&self, transitions: &Transitions) -> Vec<Transition> {
        let Some(states) = self.continuity.filter(|_| !self.is_bilateral) else {
            return transitions.list().to_vec();
        };
        let parties = states.iter().chain(self.successor_states).copied();
        transitions.by_actors(std::iter::once(None).chain(parties.map(Some)))
    }

    /// How the subject joins the treaty, as far as its relevant transitions tell, whatever their days.
    pub(super) fn joining(&self, relevant: &[Transition]) -> Joining {
        let mut joining = Joining::default();
        let mut is_closed = false;
        let mut signs_alone = false;
        let (mut enters, mut ends) = (false, false);
        for transition in relevant.iter().filter(|transition| transition.kind.is_act_of_law()) {
            if transition.actor.is_none() || self.is_own_transition(transition) {
                enters |= matches!(
                    transition.kind,
                    EventKind::EnteredIntoForce | EventKind::ProvisionallyApplied | EventKind::Extended
                );
                ends |= transition.kind.ends_treaty();
            }
            if transition.actor.is_none() {
                is_closed |= transition.kind == EventKind::Signed
                    || (self.is_political && transition.kind == EventKind::Adopted);
                continue;
            }
            if !self.is_own_transition(transition) {
                continue;
            }
            joining.first_act.get_or_insert(transition.kind);
            // Who signs or accedes alone was not among those who signed together.
            signs_alone |= matches!(transition.kind, EventKind::Signed | EventKind::Acceded);
            match transition.kind {
                EventKind::Succeeded => joining.succeeds = true,
                EventKind::EnteredIntoForce
                | EventKind::WithdrawalEffective
                | EventKind::SignatureWithdrawn => joining.entries_and_exits.push(*transition),
                kind if kind.is_consent() => joining.consents_itself = true,
                _ => {}
            }
        }
        joining.lacks_entry = self.is_incomplete && ends && !enters;
        joining.is_covered = self.is_listed && (is_closed || joining.succeeds) && !signs_alone;
        joining
    }
}

/// How a party joins a treaty, as far as the record tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Joining {
    /// The first act of law of its own.
    first_act: Option<EventKind>,
    /// Whether it joined by succession, so that joint acts cover it from that day.
    pub(super) succeeds: bool,
    /// Whether it has an instrument of its own: without that, the treaty's entry into force does not bind it.
    pub(super) consents_itself: bool,
    /// Whether the parties' joint acts are its acts too.
    pub(super) is_covered: bool,
    /// Whether an end is recorded of what is not recorded to have entered into force, in a record that may lack events.
    pub(super) lacks_entry: bool,
    /// Its own, in order of date.
    entries_and_exits: Vec<Transition>,
}

impl Joining {
    /// Whether the record says anything about the party in this treaty.
    pub(super) fn is_recorded(&self) -> bool {
        self.is_covered || self.first_act.is_some()
    }

    /// Whether the party's first recorded act shows that it had not signed before: signature, accession and succession do; a
    /// ratification presupposes a signature.
    pub(super) fn begins_on_record(&self) -> bool {
        let begins = |kind| matches!(kind, EventKind::Signed | EventKind::Acceded | EventKind::Succeeded);
        self.is_covered || self.first_act.is_some_and(begins)
    }

    /// The party's own entry into force, where it joined on `day` and entered after that on a day of its own instead of
    /// the treaty's.
    pub(super) fn entry_after(&self, day: Moment) -> Option<Transition> {
        let next = self.entries_and_exits.partition_point(|transition| transition.day < day);
        self.entries_and_exits
            .get(next)
            .filter(|transition| transition.kind == EventKind::EnteredIntoForce)
            .copied()
    }
}
