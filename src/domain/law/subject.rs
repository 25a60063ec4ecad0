//! Of whom the law is asked: a treaty as a whole, or one party with the states whose place it took.

use crate::domain::dataset::Dataset;
use crate::domain::event::EventKind;
use crate::domain::ids::{PartyId, TreatyId};
use crate::domain::moment::Moment;
use crate::domain::treaty::Nature;

use super::step::Step;
use super::terms::Terms;

/// Everything but the steps that an answer depends on.
#[derive(Clone, Debug)]
pub(super) struct Subject<'a> {
    pub(super) terms: &'a Terms,
    /// Whether the document is a political one, which nobody signs: its adoption is what signature is to a treaty.
    pub(super) is_political: bool,
    /// Whether it stands or falls with each of two sides.
    pub(super) is_bilateral: bool,
    /// The party and its predecessors and successors in title; `None` for the treaty as a whole.
    pub(super) person: Option<&'a [PartyId]>,
    /// The states among which the party was divided: their succession is the end of its part.
    pub(super) heirs: &'a [PartyId],
    /// Whether the party is listed among the treaty's parties, so that what all did together it did too.
    pub(super) is_listed: bool,
}

impl<'a> Subject<'a> {
    pub(super) fn of(dataset: &'a Dataset, treaty: TreatyId, party: Option<PartyId>) -> Self {
        let record = dataset.treaty(treaty);
        let person = party.map(|party| dataset.person(party));
        let listed = |person: &[PartyId]| record.parties.iter().any(|party| person.contains(party));
        Self {
            terms: &record.terms,
            is_political: record.nature == Nature::Political,
            is_bilateral: dataset.is_bilateral(treaty),
            heirs: party.map_or(&[], |party| dataset.heirs(party)),
            is_listed: person.is_some_and(listed),
            person,
        }
    }

    pub(super) fn is_whole(&self) -> bool {
        self.person.is_none()
    }

    /// Whether the step is the subject's own.
    pub(super) fn took(&self, step: &Step) -> bool {
        match (self.person, step.actor) {
            (Some(person), Some(actor)) => person.contains(&actor),
            _ => false,
        }
    }

    /// What the steps that touch the subject say of how it joins, on whatever day.
    pub(super) fn joining(&self, touching: &[Step]) -> Joining {
        let mut joining = Joining::default();
        let mut is_closed = false;
        let mut signs_itself = false;
        for step in touching.iter().filter(|step| step.kind.is_act_of_law()) {
            if step.actor.is_none() {
                is_closed |=
                    step.kind == EventKind::Signed || (self.is_political && step.kind == EventKind::Adopted);
                continue;
            }
            if !self.took(step) {
                continue;
            }
            joining.first_act.get_or_insert(step.kind);
            match step.kind {
                EventKind::Signed => signs_itself = true,
                EventKind::Succeeded => joining.succeeds = true,
                EventKind::EnteredIntoForce
                | EventKind::WithdrawalEffective
                | EventKind::SignatureWithdrawn => joining.borders.push(*step),
                kind if kind.is_consent() => joining.consents_itself = true,
                _ => {}
            }
        }
        joining.is_covered = self.is_listed && (is_closed || joining.succeeds) && !signs_itself;
        joining
    }
}

/// How a party joins a treaty, as far as the record tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Joining {
    /// The first act of law of its own.
    first_act: Option<EventKind>,
    /// It took the place of another state, so that it is with all from that day.
    pub(super) succeeds: bool,
    /// It has an instrument of its own, so the entry into force of the whole does not bind it without that.
    pub(super) consents_itself: bool,
    /// What the parties did together it did with them.
    pub(super) is_covered: bool,
    /// Its own entries into force and exits, in order.
    borders: Vec<Step>,
}

impl Joining {
    /// Whether the record knows anything of the party and this treaty.
    pub(super) fn is_recorded(&self) -> bool {
        self.is_covered || self.first_act.is_some()
    }

    /// Whether *not signed* is known before the party's first act, and not only not recorded: its first act is one
    /// that begins a life with the treaty, and does not follow on a signature that the record lacks.
    pub(super) fn begins_on_record(&self) -> bool {
        let begins = |kind| matches!(kind, EventKind::Signed | EventKind::Acceded | EventKind::Succeeded);
        self.is_covered || self.first_act.is_some_and(begins)
    }

    /// The treaty's entry into force for it on a day of its own after it joined on `day`, so that the day of the whole
    /// is not its day.
    pub(super) fn entry_after(&self, day: Moment) -> Option<Step> {
        let next = self.borders.partition_point(|border| border.day < day);
        self.borders.get(next).filter(|border| border.kind == EventKind::EnteredIntoForce).copied()
    }
}
