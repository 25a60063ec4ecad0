//! Of whom the law is asked: a treaty as a whole, or one party with the states whose place it took.

use crate::domain::dataset::Dataset;
use crate::domain::event::EventKind;
use crate::domain::ids::{PartyId, TreatyId};
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

    /// Whether the step is about the subject at all: its own, the treaty's, or the other side's of two.
    pub(super) fn is_touched_by(&self, step: &Step) -> bool {
        step.actor.is_none() || self.is_whole() || self.is_bilateral || self.took(step)
    }

    /// What the subject's own steps say of how it joins, on whatever day.
    pub(super) fn joining(&self, steps: &[Step]) -> Joining {
        let mut joining = Joining::default();
        for step in steps.iter().filter(|step| self.took(step)) {
            match step.kind {
                EventKind::Signed | EventKind::Succeeded => joining.signs_itself = true,
                EventKind::EnteredIntoForce => joining.enters_itself = true,
                kind if is_consent(kind) => joining.consents_itself = true,
                _ => {}
            }
            joining.is_recorded = true;
        }
        let whole = |kind| steps.iter().any(|step| step.actor.is_none() && step.kind == kind);
        let is_closed = whole(EventKind::Signed) || (self.is_political && whole(EventKind::Adopted));
        joining.is_covered = self.is_listed && is_closed && !joining.signs_itself;
        joining.is_recorded |= joining.is_covered;
        joining
    }
}

/// How a party joins a treaty, as far as the record tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Joining {
    /// It has a signature or a succession of its own, so the signature of all is not its own.
    pub(super) signs_itself: bool,
    /// It has an instrument of its own, so the entry into force of the whole does not bind it without that.
    pub(super) consents_itself: bool,
    /// The treaty entered into force for it on a day of its own, so that of the whole is not its day.
    pub(super) enters_itself: bool,
    /// What the parties did together it did with them.
    pub(super) is_covered: bool,
    /// Whether the record knows anything of it and this treaty.
    pub(super) is_recorded: bool,
}

/// Whether the step expresses consent to be bound (VCLT art. 11) by an instrument.
pub(super) fn is_consent(kind: EventKind) -> bool {
    matches!(kind, EventKind::Ratified | EventKind::Accepted | EventKind::Approved | EventKind::Acceded)
}
