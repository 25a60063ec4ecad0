//! Which acts of depositaries' lists count: those of which the record has no event.

use std::collections::HashSet;

use crate::domain::acts::ActDate;
use crate::domain::event::EventKind;
use crate::domain::ids::{ActId, PartyId, TreatyId};
use crate::domain::moment::Moment;
use crate::domain::record::Record;

use super::step::day_of;

/// What an act is compared by: the instruments by which a party consents are of one kind, since sources call one act by
/// different names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Class {
    Signature,
    Consent,
    Succession,
    Entry,
    Exit,
}

impl Class {
    fn of(kind: EventKind) -> Option<Self> {
        match kind {
            EventKind::Signed => Some(Self::Signature),
            EventKind::Succeeded => Some(Self::Succession),
            EventKind::EnteredIntoForce => Some(Self::Entry),
            EventKind::WithdrawalEffective => Some(Self::Exit),
            kind if kind.is_consent() => Some(Self::Consent),
            _ => None,
        }
    }
}

/// The events of a treaty that listed acts give way to.
struct Recorded {
    /// What each party did, under the last of the names that it had.
    own: HashSet<(PartyId, Class)>,
    /// What all did together.
    joint: HashSet<Class>,
    /// The day of the treaty's own entry into force.
    entry: Option<Moment>,
    /// Whether an instrument binds later than the treaty although it was deposited before, by the treaty's clause.
    counts_early: bool,
}

/// The acts of a treaty's lists that count in law. An event of the record wins over a listed act of the same kind by the
/// same party, whatever their dates: it has been looked into, and may have sources that disagree.
pub(super) fn acts_that_count(record: &Record, treaty: TreatyId) -> Vec<ActId> {
    let mut acts: Vec<ActId> = record.acts_of(treaty).collect();
    if acts.is_empty() {
        return acts;
    }
    let recorded = Recorded::of(record, treaty);
    acts.retain(|&id| {
        !recorded.has_event_like(record, treaty, id) && !recorded.is_entry_with_treaty(record, id)
    });
    acts
}

/// The acts of a treaty's lists that no event tells: those that count, and the entry into force of those who entered with the
/// treaty.
pub(super) fn acts_without_event(record: &Record, treaty: TreatyId) -> Vec<ActId> {
    let mut acts: Vec<ActId> = record.acts_of(treaty).collect();
    let recorded = Recorded::of(record, treaty);
    acts.retain(|&id| !recorded.has_event_like(record, treaty, id));
    acts
}

impl Recorded {
    fn of(record: &Record, treaty: TreatyId) -> Self {
        let mut recorded = Self {
            own: HashSet::new(),
            joint: HashSet::new(),
            entry: None,
            counts_early: record.treaty(treaty).terms.entry_counts_early,
        };
        for &id in record.events_of(treaty) {
            let event = record.event(id);
            let Some(class) = Class::of(event.kind) else { continue };
            match event.party {
                Some(party) => {
                    recorded.own.insert((last_name(record, party), class));
                }
                None if class == Class::Entry => {
                    recorded.entry.get_or_insert(day_of(event.governing_claim()));
                }
                None => {
                    recorded.joint.insert(class);
                }
            }
        }
        recorded
    }

    /// Whether an event tells the act: one of the same party, or of all together where the party is among those listed.
    fn has_event_like(&self, record: &Record, treaty: TreatyId, id: ActId) -> bool {
        let act = record.act(id);
        let Some(class) = Class::of(act.kind) else { return true };
        let is_of_all = !matches!(class, Class::Entry | Class::Exit) && self.joint.contains(&class);
        self.own.contains(&(last_name(record, act.party), class))
            || (is_of_all && record.is_listed(treaty, act.party))
    }

    /// Whether the party entered with the treaty, on a day that is on record. Where the treaty's clause makes who deposits
    /// early wait, the list's day decides.
    fn is_entry_with_treaty(&self, record: &Record, id: ActId) -> bool {
        let act = record.act(id);
        act.kind == EventKind::EnteredIntoForce
            && !self.counts_early
            && self.entry.is_some_and(|day| act.date == ActDate::Day(day))
    }
}

/// The last name of the state that acted, so that the Soviet Union's signature is Russia's.
fn last_name(record: &Record, party: PartyId) -> PartyId {
    record.legal_continuity(party).last().copied().unwrap_or(party)
}
