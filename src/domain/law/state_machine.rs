//! The state machine: takes transitions in order and keeps what is in effect, for a treaty as a whole or for one party.

use std::collections::BTreeSet;

use crate::domain::cost_counter::probe;
use crate::domain::event::EventKind;
use crate::domain::moment::{Moment, SECS_PER_DAY};

use super::notice::Notice;
use super::state::{Basis, State};
use super::state_with_grounds::StateWithGrounds;
use super::subject::{Joining, Subject};
use super::transition::{Transition, Transitions};

/// What is in effect after the transitions up to a day: each field holds the transition that brought it about.
#[derive(Clone, Debug, Default)]
pub(super) struct LegalMachine {
    signed: Option<Transition>,
    /// In a bilateral treaty, the signature of one side while the other's is missing.
    signed_by_one_side: Option<Transition>,
    consent: Option<Transition>,
    revoked: Option<Transition>,
    provisional: Option<Transition>,
    treaty_entry_into_force: Option<Transition>,
    /// The entry into force for this party alone, on a day of its own.
    party_entry_into_force: Option<Transition>,
    /// The last extension of the treaty's term.
    extended: Option<Transition>,
    /// The first and the last act of suspension by each actor.
    suspended: Vec<Transition>,
    /// The last suspension that was lifted or notice that was halted, with the act that did so.
    taken_back: Vec<Transition>,
    notice: Option<Notice>,
    /// In a bilateral treaty, the notice of the other side.
    other_notice: Option<Notice>,
    exit: Option<LegalEnd>,
    end: Option<LegalEnd>,
}

/// The end of a party's participation, or of a treaty.
#[derive(Clone, Copy, Debug)]
struct LegalEnd {
    day: Moment,
    /// What it rests on.
    transition: Transition,
    /// The notice that led to it.
    notice: Option<Transition>,
}

/// The subject's state on `day`.
pub(super) fn judge(transitions: &Transitions, subject: &Subject<'_>, day: Moment) -> StateWithGrounds {
    let relevant = subject.relevant_transitions(transitions);
    let joining = subject.joining(&relevant);
    let mut machine = LegalMachine::default();
    for transition in relevant.iter().take_while(|transition| transition.day <= day) {
        machine.apply(transition, transitions, subject, &joining);
    }
    machine.expire_notices(subject, day);
    machine.judgement(subject, &joining, day)
}

/// Is shown the subject's whole legal history, transition by transition.
pub(super) trait Visitor {
    /// Before an act of law that is relevant to the subject: the judgement on that day without it.
    fn before_transition(&mut self, _transition: &Transition, _judgement: &StateWithGrounds) {}

    /// After a day on which something may have changed, by transitions or by a clause.
    fn after_day(&mut self, _day: Moment, _judgement: &StateWithGrounds) {}
}

/// Shows the subject's legal history to a visitor, from the first transition to the last.
pub(super) fn walk(transitions: &Transitions, subject: &Subject<'_>, visitor: &mut impl Visitor) {
    let relevant = subject.relevant_transitions(transitions);
    let joining = subject.joining(&relevant);
    let mut machine = LegalMachine::default();
    // Days on which a clause changes the state without a transition.
    let mut clause_days = BTreeSet::new();
    for transitions_of_day in relevant.chunk_by(|a, b| a.day == b.day) {
        let Some(day) = transitions_of_day.first().map(|transition| transition.day) else { continue };
        while let Some(clause_day) = clause_days.first().copied().filter(|&clause_day| clause_day < day) {
            clause_days.remove(&clause_day);
            machine.expire_notices(subject, clause_day);
            visitor.after_day(clause_day, &machine.judgement(subject, &joining, clause_day));
        }
        for transition in transitions_of_day {
            if transition.kind.is_act_of_law() {
                visitor.before_transition(transition, &machine.judgement(subject, &joining, day));
                machine.apply(transition, transitions, subject, &joining);
            }
        }
        visitor.after_day(day, &machine.judgement(subject, &joining, day));
        clause_days.extend(machine.clause_days(subject, &joining).filter(|&clause_day| clause_day > day));
    }
    for day in clause_days {
        machine.expire_notices(subject, day);
        visitor.after_day(day, &machine.judgement(subject, &joining, day));
    }
}

impl LegalMachine {
    fn apply(
        &mut self,
        transition: &Transition,
        transitions: &Transitions,
        subject: &Subject<'_>,
        joining: &Joining,
    ) {
        probe();
        self.expire_notices(subject, transition.day);
        let is_own = subject.is_own_transition(transition);
        let is_whole = transition.actor.is_none();
        // In a bilateral treaty one side's act affects the treaty.
        let affects = is_own || is_whole || (subject.is_whole() && subject.is_bilateral);
        // A joint act is also that of each party that shares the joint signature, or that succeeded to it.
        let signs = matches!(transition.kind, EventKind::Signed | EventKind::Adopted) && !joining.succeeds;
        let shares_joint_act = joining.is_covered && (signs || self.signed.is_some());
        let is_act_of_subject = is_own || (is_whole && (subject.is_whole() || shares_joint_act));
        if is_own && is_joining(transition.kind) {
            self.rejoin();
        }
        match transition.kind {
            EventKind::OpenedForSignature if subject.is_whole() => {
                self.signed.get_or_insert(*transition);
            }
            EventKind::Adopted if subject.is_political && is_act_of_subject => {
                self.signed.get_or_insert(*transition);
            }
            EventKind::Signed if !is_whole && subject.is_whole() && subject.is_bilateral => {
                match self.signed_by_one_side {
                    Some(first) if first.actor != transition.actor => {
                        self.signed.get_or_insert(*transition);
                    }
                    _ => self.signed_by_one_side = Some(*transition),
                }
            }
            EventKind::Signed if is_act_of_subject || subject.is_whole() => {
                self.signed.get_or_insert(*transition);
            }
            EventKind::Succeeded if is_own => {
                self.signed.get_or_insert(*transition);
                // A successor takes over what there is: consent once the treaty is in force, before that a signature.
                if self.treaty_entry_into_force.is_some() {
                    self.consent = Some(*transition);
                }
            }
            EventKind::Succeeded
                if transition.actor.is_some_and(|state| subject.successor_states.contains(&state)) =>
            {
                self.leave(transition, transition.day);
            }
            kind if kind.is_consent() && is_act_of_subject && !subject.is_whole() => {
                // A second instrument, to another protocol in the same record, does not move the day from which a party is bound.
                if self.consent.is_none() || self.treaty_entry_into_force.is_none() {
                    self.consent = Some(*transition);
                }
                self.revoked = None;
            }
            EventKind::RatificationRevoked if is_own => {
                self.consent = None;
                self.revoked = Some(*transition);
            }
            EventKind::SignatureWithdrawn
                if subject.is_bilateral && self.treaty_entry_into_force.is_none() =>
            {
                self.end_treaty(transition, transition.day);
            }
            EventKind::ProvisionallyApplied if is_act_of_subject => {
                self.provisional = Some(*transition);
                // To apply it again lifts the actor's own suspension.
                self.suspended.retain(|earlier| earlier.actor != transition.actor);
            }
            EventKind::EnteredIntoForce if is_whole => {
                self.treaty_entry_into_force.get_or_insert(*transition);
            }
            EventKind::EnteredIntoForce if is_own => {
                self.party_entry_into_force.get_or_insert(*transition);
            }
            EventKind::Extended if is_whole => self.extended = Some(*transition),
            EventKind::Suspended if affects => self.suspend(transition),
            EventKind::SuspensionLifted if affects => {
                let is_lifted = |earlier: &mut Transition| is_whole || earlier.actor == transition.actor;
                let lifted: Vec<Transition> = self.suspended.extract_if(.., is_lifted).collect();
                if !lifted.is_empty() {
                    self.taken_back = lifted;
                    self.taken_back.push(*transition);
                }
            }
            // A notice or a withdrawal of whom nobody says: that of one party ends no treaty of many.
            EventKind::WithdrawalNotified if is_own || (subject.is_whole() && subject.is_bilateral) => {
                self.notice = Some(Notice::of(transition, transitions, subject));
            }
            EventKind::WithdrawalNotified if subject.is_bilateral && !is_whole => {
                self.other_notice = Some(Notice::of(transition, transitions, subject));
            }
            EventKind::WithdrawalSuspended => {
                let notice = if affects { self.notice.take() } else { self.other_notice.take() };
                if let Some(Notice { transition: notice, effect, .. }) = notice {
                    self.taken_back =
                        [Some(notice), effect, Some(*transition)].into_iter().flatten().collect();
                }
            }
            EventKind::SignatureWithdrawn | EventKind::WithdrawalEffective if is_own => {
                self.leave(transition, transition.day);
            }
            EventKind::WithdrawalEffective if subject.is_bilateral => {
                self.end_treaty(transition, transition.day);
            }
            kind if kind.ends_treaty() && is_whole => self.end_treaty(transition, transition.day),
            kind if kind.ends_treaty() && is_own => self.leave(transition, transition.day),
            _ => {}
        }
    }

    /// Keeps the first and the last act of each actor: a decree, and the law that followed it.
    fn suspend(&mut self, transition: &Transition) {
        let mut same = self.suspended.iter_mut().filter(|earlier| earlier.actor == transition.actor);
        match (same.next(), same.next()) {
            (Some(_), Some(last)) => *last = *transition,
            _ => self.suspended.push(*transition),
        }
    }

    /// Gives effect to notices that expire by the treaty's clause where no withdrawal is recorded.
    fn expire_notices(&mut self, subject: &Subject<'_>, day: Moment) {
        let has_expired =
            |notice: &Notice| notice.effect.is_none() && notice.expires.is_some_and(|end| end <= day);
        if let Some(Notice { transition, expires: Some(end), .. }) = self.notice.filter(has_expired) {
            if subject.is_whole() {
                self.end_treaty(&transition, end);
            } else {
                self.leave(&transition, end);
            }
        }
        if let Some(Notice { transition, expires: Some(end), .. }) = self.other_notice.filter(has_expired) {
            self.other_notice = None;
            self.end_treaty(&transition, end);
        }
    }

    /// Removes the notice that leads to an exit on `day`.
    fn take_notice(&mut self, day: Moment) -> Option<Transition> {
        let leads_to_exit = |notice: &Notice| notice.expires.is_none_or(|end| end <= day);
        self.notice.take_if(|notice| leads_to_exit(notice)).map(|notice| notice.transition)
    }

    fn leave(&mut self, transition: &Transition, day: Moment) {
        let notice = self.take_notice(day);
        self.exit = Some(LegalEnd { day, transition: *transition, notice });
    }

    /// A party that left joins again by a new signature or instrument; the old ones no longer count.
    fn rejoin(&mut self) {
        if self.exit.take().is_some() {
            (self.signed, self.consent, self.revoked) = (None, None, None);
            (self.provisional, self.party_entry_into_force, self.notice) = (None, None, None);
            self.suspended.retain(|earlier| earlier.actor.is_none());
            self.taken_back.clear();
        }
    }

    fn end_treaty(&mut self, transition: &Transition, day: Moment) {
        let notice = self.take_notice(day);
        match &mut self.end {
            None => self.end = Some(LegalEnd { day, transition: *transition, notice }),
            // The end of the treaty takes precedence over the withdrawal that caused it on the same day.
            Some(end) if end.day == day && !end.transition.kind.ends_treaty() => end.transition = *transition,
            Some(_) => {}
        }
    }

    /// The first day on which the treaty binds the subject, and what stood in for a transition.
    fn force(&self, subject: &Subject<'_>, joining: &Joining) -> Option<(Moment, Basis)> {
        let whole = self.treaty_entry_into_force.map(|transition| transition.day);
        if subject.is_whole() {
            return Some((whole?, Basis::Events));
        }
        if let Some(own) = self.party_entry_into_force {
            return Some((own.day, Basis::Events));
        }
        let joined = self.consent.or(self.signed)?.day;
        let whole = whole.filter(|_| joining.entry_after(joined).is_none())?;
        let Some(consent) = self.consent else {
            // The record has no instrument of this party. In a bilateral treaty, or where joint acts cover it, it is
            // bound when the treaty enters into force as a whole.
            let follows = subject.is_bilateral || joining.is_covered;
            return (follows && !joining.consents_itself).then_some((whole, Basis::Events));
        };
        if consent.kind == EventKind::Succeeded {
            return Some((consent.day, Basis::Events));
        }
        if consent.binds_at_once {
            return Some((consent.day.max(whole), Basis::Events));
        }
        let by_clause = subject.terms.entry.as_ref().map(|clause| clause.after(consent.day));
        Some(match by_clause {
            _ if consent.day <= whole && !subject.terms.entry_counts_early => (whole, Basis::Events),
            Some(entry) if entry <= whole => (whole, Basis::Events),
            Some(entry) => (entry, Basis::EntryClause),
            None if consent.day <= whole => (whole, Basis::Events),
            None => (consent.day, Basis::DayOfDeposit),
        })
    }

    fn judgement(&self, subject: &Subject<'_>, joining: &Joining, day: Moment) -> StateWithGrounds {
        let force = self.force(subject, joining);
        let in_force = force.filter(|&(from, _)| from <= day);
        let consent = || [self.signed_by_one_side, self.signed, self.consent].into_iter().flatten();
        let entry = || [self.treaty_entry_into_force, self.party_entry_into_force].into_iter().flatten();
        let mut grounds: Vec<Transition> = Vec::new();
        let mut basis = in_force.map_or(Basis::Events, |(_, basis)| basis);
        let basis_of = |end: &LegalEnd| match end.transition.kind {
            EventKind::WithdrawalNotified => Basis::WithdrawalClause,
            _ => Basis::Events,
        };
        let is_before_end = |exit: &LegalEnd| self.end.is_none_or(|end| exit.day < end.day);
        let state = if let Some(exit) = self.exit.filter(is_before_end) {
            grounds.extend(exit.notice);
            grounds.push(exit.transition);
            basis = basis_of(&exit);
            grounds.extend(consent().chain(entry()));
            if exit.transition.kind == EventKind::Succeeded { State::Replaced } else { State::Out }
        } else if let Some(end) = self.end {
            grounds.extend(end.notice);
            grounds.push(end.transition);
            basis = basis_of(&end);
            grounds.extend(consent().chain(entry()));
            if self.treaty_entry_into_force.is_some() || self.party_entry_into_force.is_some() {
                State::Ended
            } else if joining.lacks_entry {
                basis = Basis::EntryNotRecorded;
                State::Ended
            } else {
                State::NeverInForce
            }
        } else if in_force.is_some() || self.provisional.is_some() {
            if in_force.is_some() {
                grounds.extend(consent().chain(entry()));
            } else {
                // The treaty may be in force for others, which is no ground for provisional application.
                grounds.extend(consent().chain(self.provisional));
            }
            grounds.extend(&self.suspended);
            let is_suspended = !self.suspended.is_empty();
            if let Some(notice) = self.notice {
                grounds.push(notice.transition);
                grounds.extend(notice.effect);
                if notice.effect.is_none() && notice.expires.is_some() {
                    basis = Basis::WithdrawalClause;
                }
                let days = |until: Moment| (until.secs() - day.secs()).div_euclid(SECS_PER_DAY);
                let days_left = notice.expires.map(|until| days(until).max(0) as u32);
                State::NoticeRunning { days_left, is_suspended }
            } else if is_suspended {
                State::Suspended
            } else if in_force.is_some() {
                State::InForce
            } else {
                State::ProvisionallyApplied
            }
        } else if self.signed.is_some() || self.consent.is_some() {
            grounds.extend(consent().chain(self.revoked));
            // Succession was consent because the treaty was in force, and does not bind yet because of the party's own
            // later entry into force.
            if let Some(consent) = self.consent.filter(|consent| consent.kind == EventKind::Succeeded) {
                grounds.extend(self.treaty_entry_into_force);
                grounds.extend(joining.entry_after(consent.day));
            }
            if joining.lacks_entry {
                basis = Basis::EntryNotRecorded;
            }
            State::Signed { is_ratified: self.consent.is_some() }
        } else {
            State::NotSigned
        };
        grounds.sort_by_key(Transition::order);
        grounds.dedup();
        let grounds = grounds.into_iter().map(|transition| transition.ground).collect();
        let is_bound = state.is_bound();
        let extension = self.extended.filter(|_| is_bound && in_force.is_some());
        let taken_back = if is_bound { self.taken_back.clone() } else { Vec::new() };
        StateWithGrounds { state, grounds, extension, taken_back, basis }
    }

    /// The days on which the state changes without a transition: a late party's entry into force, the end of a notice.
    fn clause_days(&self, subject: &Subject<'_>, joining: &Joining) -> impl Iterator<Item = Moment> {
        let force = self.force(subject, joining).map(|(from, _)| from);
        let ends = [self.notice, self.other_notice].into_iter().flatten().filter_map(|notice| notice.expires);
        force.into_iter().chain(ends)
    }
}

fn is_joining(kind: EventKind) -> bool {
    use EventKind::{EnteredIntoForce, ProvisionallyApplied, Signed, Succeeded};
    kind.is_consent() || matches!(kind, Signed | Succeeded | ProvisionallyApplied | EnteredIntoForce)
}
