//! Finds events in a treaty's record that contradict each other or the treaty's own clauses.

use std::collections::BTreeSet;

use crate::domain::event::EventKind;
use crate::domain::ids::{EventId, PartyId, TreatyId};
use crate::domain::record::Record;

use super::state::State;
use super::state_machine::{Visitor, walk};
use super::state_with_grounds::StateWithGrounds;
use super::subject::Subject;
use super::transition::{Transition, Transitions};

/// An event that does not fit the events before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The event.
    pub event: EventId,
    /// In what way it does not fit.
    pub fault: Fault,
    /// The event it does not fit, where there is one.
    pub against: Option<EventId>,
}

/// In what way an event does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// A treaty enters into force once; for one party, once until it leaves.
    InForceTwice,
    /// A treaty ends once.
    EndedTwice,
    /// A treaty that has ended can be neither joined nor suspended nor left.
    AfterEnd,
    /// A party that is not bound can neither suspend nor leave.
    NotBound,
    /// The treaty requires notice before withdrawal, and none is recorded.
    WithoutNotice,
    /// The withdrawal takes effect before the notice period that the treaty requires is over.
    NoticeTooShort,
    /// A suspension is lifted that is not recorded, or a notice halted that is not.
    NothingToLift,
    /// A ratification is revoked that is not recorded.
    NothingToRevoke,
}

/// The contradictions in the events of one treaty, in order of date.
pub fn contradictions(record: &Record, treaty: TreatyId) -> Vec<Contradiction> {
    let transitions = Transitions::of(record, treaty);
    let last_name = |actor: PartyId| record.legal_continuity(actor).last().copied().unwrap_or(actor);
    // Only events are examined, so a party of which a list alone tells is passed over.
    let events = transitions.list().iter().filter(|transition| transition.event().is_some());
    let actors: BTreeSet<Option<PartyId>> =
        events.map(|transition| transition.actor.map(last_name)).collect();
    let mut found = Vec::new();
    for actor in actors {
        let subject = Subject::of(record, treaty, actor);
        let transitions = if actor.is_none() {
            Transitions::of_whole(record, treaty)
        } else {
            subject.transitions_among(&transitions)
        };
        let mut examiner = Examiner {
            record,
            transitions: &transitions,
            subject: &subject,
            earlier: Vec::new(),
            found: Vec::new(),
        };
        walk(&transitions, &subject, &mut examiner);
        found.append(&mut examiner.found);
    }
    found.sort_by_key(|contradiction| contradiction.event);
    found
}

/// Compares each of a subject's own transitions with the state before it.
struct Examiner<'a> {
    record: &'a Record,
    transitions: &'a Transitions,
    subject: &'a Subject<'a>,
    /// The transitions so far that a later one may contradict.
    earlier: Vec<Transition>,
    found: Vec<Contradiction>,
}

impl Visitor for Examiner<'_> {
    fn before_transition(&mut self, transition: &Transition, before: &StateWithGrounds) {
        let is_own = if self.subject.is_whole() {
            transition.actor.is_none()
        } else {
            self.subject.is_own_transition(transition)
        };
        // What a list says is not held against it: it gives way to events.
        if is_own
            && let Some(event) = transition.event()
            && let Some((fault, against)) = self.fault_of(transition, before.state)
        {
            self.found.push(Contradiction { event, fault, against });
        }
        if has_legal_effect(transition.kind) && (is_own || transition.actor.is_none()) {
            self.earlier.push(*transition);
        }
    }
}

impl Examiner<'_> {
    fn fault_of(&self, transition: &Transition, before: State) -> Option<(Fault, Option<EventId>)> {
        let has_ended = matches!(before, State::Ended | State::NeverInForce);
        let is_joining = transition.kind.is_consent() || transition.kind == EventKind::EnteredIntoForce;
        let is_act = matches!(
            transition.kind,
            EventKind::Suspended | EventKind::WithdrawalNotified | EventKind::WithdrawalEffective
        );
        // Both parties to a bilateral treaty may leave or suspend it on one day; their order means nothing then.
        let ended_before = |ending: &&Transition| ending.day < transition.day;
        match transition.kind {
            kind if kind.ends_treaty() && transition.actor.is_none() => {
                self.ending().map(|ending| (Fault::EndedTwice, ending.event()))
            }
            _ if (is_joining || is_act) && has_ended => {
                self.ending().filter(ended_before).map(|ending| (Fault::AfterEnd, ending.event()))
            }
            EventKind::EnteredIntoForce => {
                let first = self.last(transition.kind, transition)?;
                let was_bound = before.is_bound() && before != State::ProvisionallyApplied;
                was_bound.then_some((Fault::InForceTwice, first.event()))
            }
            EventKind::SuspensionLifted if self.last(EventKind::Suspended, transition).is_none() => {
                Some((Fault::NothingToLift, None))
            }
            EventKind::WithdrawalSuspended
                if self.last(EventKind::WithdrawalNotified, transition).is_none() =>
            {
                Some((Fault::NothingToLift, None))
            }
            EventKind::RatificationRevoked if self.consent().is_none() => {
                Some((Fault::NothingToRevoke, None))
            }
            // By the clause the notice may have run out just before the withdrawal that it led to.
            EventKind::WithdrawalEffective if before == State::Out => self.notice_fault(transition),
            _ if is_act && !before.is_bound() => Some((Fault::NotBound, None)),
            EventKind::WithdrawalEffective => self.notice_fault(transition),
            _ => None,
        }
    }

    /// The last earlier transition of this kind by the same actor.
    fn last(&self, kind: EventKind, transition: &Transition) -> Option<&Transition> {
        self.earlier.iter().rev().find(|other| other.kind == kind && other.actor == transition.actor)
    }

    /// The transition that ended the treaty as a whole.
    fn ending(&self) -> Option<&Transition> {
        self.earlier.iter().find(|transition| transition.kind.ends_treaty() && transition.actor.is_none())
    }

    fn consent(&self) -> Option<&Transition> {
        self.earlier.iter().find(|transition| transition.kind.is_consent())
    }

    fn notice_fault(&self, transition: &Transition) -> Option<(Fault, Option<EventId>)> {
        let clause = self.subject.terms.withdrawal.as_ref()?;
        let Some(notice) = self.last(EventKind::WithdrawalNotified, transition) else {
            return Some((Fault::WithoutNotice, None));
        };
        // Where a source gives no exact day, there is nothing to count from.
        let is_exact = |transition: &Transition| !self.record.is_spread(transition.ground);
        let is_short = transition.day < clause.after(notice.day) && is_exact(transition) && is_exact(notice);
        let leads_here =
            self.transitions.effect_of(notice).is_none_or(|effect| effect.ground == transition.ground);
        (is_short && leads_here).then_some((Fault::NoticeTooShort, notice.event()))
    }
}

fn has_legal_effect(kind: EventKind) -> bool {
    kind.is_consent()
        || kind.ends_treaty()
        || matches!(
            kind,
            EventKind::EnteredIntoForce
                | EventKind::Suspended
                | EventKind::WithdrawalNotified
                | EventKind::WithdrawalEffective
        )
}
