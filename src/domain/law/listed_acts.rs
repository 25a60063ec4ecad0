//! Which acts of depositaries' lists count: those of which the record has no event.

use std::collections::{HashMap, HashSet};

use crate::domain::acts::ActDate;
use crate::domain::event::EventKind;
use crate::domain::ids::{ActId, PartyId, TreatyId};
use crate::domain::moment::Moment;
use crate::domain::record::Record;

use super::effective_day::day_of;

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
    /// The days on which each party acted, under the last of the names that it had.
    own: HashMap<(PartyId, Class), Vec<Moment>>,
    /// What all did together.
    joint: HashSet<Class>,
    /// The day of the treaty's own entry into force.
    entry: Option<Moment>,
    /// Whether an instrument binds later than the treaty although it was deposited before, by the treaty's clause.
    counts_early: bool,
}

/// The acts of a treaty's lists that count in law. An event of the record wins over a listed act of the same kind by the
/// same party, whatever their dates: it has been looked into, and may have sources that disagree. Then it also decides when
/// the party was bound, unless the list agrees on the day.
pub(super) fn acts_that_count(
    record: &Record,
    treaty: TreatyId,
    acts: impl Iterator<Item = ActId>,
) -> Vec<ActId> {
    let mut acts: Vec<ActId> = acts.collect();
    if acts.is_empty() {
        return acts;
    }
    let recorded = Recorded::of(record, treaty);
    acts.retain(|&id| {
        !recorded.has_event_like(record, treaty, id)
            && !recorded.is_entry_with_treaty(record, id)
            && !recorded.is_entry_by_other_day(record, treaty, id)
            && !recorded.is_entry_at_once(record, treaty, id)
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
            own: HashMap::new(),
            joint: HashSet::new(),
            entry: None,
            counts_early: record.treaty(treaty).terms.entry_counts_early,
        };
        for &id in record.events_of(treaty) {
            let event = record.event(id);
            let Some(class) = Class::of(event.kind) else { continue };
            match event.party {
                Some(party) => {
                    let days = recorded.own.entry((last_name(record, party), class)).or_default();
                    days.push(day_of(event.governing_claim()));
                }
                None if class == Class::Entry => {
                    recorded.entry.get_or_insert_with(|| day_of(event.governing_claim()));
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
        self.own.contains_key(&(last_name(record, act.party), class))
            || (is_of_all && record.is_listed(treaty, act.party))
    }

    /// Whether the party entered by an instrument for which the record has another day than the list: the list's entry follows
    /// from its own day, and the record's from the treaty's clause.
    fn is_entry_by_other_day(&self, record: &Record, treaty: TreatyId, id: ActId) -> bool {
        let act = record.act(id);
        if act.kind != EventKind::EnteredIntoForce {
            return false;
        }
        let mut others = record.acts_of_party(treaty, act.party).map(|other| record.act(other));
        others.any(|other| {
            let class = Class::of(other.kind);
            let class = class.filter(|class| matches!(class, Class::Consent | Class::Succession));
            let days = class
                .and_then(|class| self.own.get(&(last_name(record, act.party), class)))
                .filter(|_| other.part == act.part);
            days.is_some_and(|days| !days.iter().any(|&day| other.date == ActDate::Day(day)))
        })
    }

    /// Whether the party entered on the day of its instrument: then the instrument is what its status rests on.
    fn is_entry_at_once(&self, record: &Record, treaty: TreatyId, id: ActId) -> bool {
        let act = record.act(id);
        if act.kind != EventKind::EnteredIntoForce {
            return false;
        }
        let days_of_events = [Class::Consent, Class::Succession]
            .into_iter()
            .filter_map(|class| self.own.get(&(last_name(record, act.party), class)));
        let mut acts = record.acts_of_party(treaty, act.party).map(|other| record.act(other));
        days_of_events.flatten().any(|&day| act.date == ActDate::Day(day))
            || acts.any(|other| {
                matches!(Class::of(other.kind), Some(Class::Consent | Class::Succession))
                    && (other.date, other.part) == (act.date, act.part)
            })
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

/// Whether the list says of a consent that it bound the party on its own day.
pub(super) fn binds_at_once(record: &Record, id: ActId) -> bool {
    let act = record.act(id);
    let mut others = record.acts_of_party(act.treaty, act.party).map(|other| record.act(other));
    act.kind.is_consent()
        && others.any(|other| {
            other.kind == EventKind::EnteredIntoForce && (other.date, other.part) == (act.date, act.part)
        })
}

/// The last name of the state that acted, so that the Soviet Union's signature is Russia's.
fn last_name(record: &Record, party: PartyId) -> PartyId {
    record.legal_continuity(party).last().copied().unwrap_or(party)
}
