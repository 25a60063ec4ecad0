//! The state machine: reads steps in order and keeps what is in effect, for a whole treaty or for one party.

use std::collections::BTreeSet;

use crate::domain::event::EventKind;
use crate::domain::ids::EventId;
use crate::domain::moment::{Moment, SECS_PER_DAY};
use crate::domain::probes::probe;

use super::answer::Basis;
use super::state::State;
use super::step::{Step, Steps};
use super::subject::{Joining, Subject};

/// What is in effect after the steps up to a day. Each field names the step it rests on.
#[derive(Clone, Debug, Default)]
pub(super) struct Register {
    signed: Option<Step>,
    /// In a treaty of two, the signature of one side while the other's is missing.
    half_signed: Option<Step>,
    consent: Option<Step>,
    revoked: Option<Step>,
    provisional: Option<Step>,
    /// Entry into force of the treaty as a whole.
    force_of_all: Option<Step>,
    /// Entry into force for this party alone.
    own_force: Option<Step>,
    /// The first and the last act of suspension by each actor that suspends.
    suspended: Vec<Step>,
    notice: Option<Notice>,
    /// In a treaty of two, the notice of the other side.
    other_notice: Option<Notice>,
    left: Option<Exit>,
    end: Option<Exit>,
}

/// A notice of withdrawal.
#[derive(Clone, Copy, Debug)]
struct Notice {
    step: Step,
    /// The step that brings it to its effect, if one is recorded.
    effect: Option<Step>,
    /// The first day out: that step's, or the one that the treaty's clause gives.
    runs_out: Option<Moment>,
}

/// The end of a party's part, or of a treaty: the day, and the step it rests on.
#[derive(Clone, Copy, Debug)]
struct Exit {
    day: Moment,
    step: Step,
    /// The notice that led to it.
    notice: Option<Step>,
}

/// What the machine makes of the steps up to a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Judgement {
    pub(super) state: State,
    /// The events the state rests on, in order of date.
    pub(super) grounds: Vec<EventId>,
    /// What took the place of a step, if anything did.
    pub(super) basis: Basis,
}

/// Judges the subject on `day`.
pub(super) fn judge(steps: &Steps, subject: &Subject<'_>, day: Moment) -> Judgement {
    let touching = steps.touching(subject);
    let joining = subject.joining(&touching);
    let mut register = Register::default();
    for step in touching.iter().take_while(|step| step.day <= day) {
        register.take(step, steps, subject, &joining);
    }
    register.run_out(subject, day);
    register.judgement(subject, &joining, day)
}

/// Sees a life go by.
pub(super) trait Visitor {
    /// Before an act of law that touches the subject: the judgement on that day without it.
    fn before_step(&mut self, _step: &Step, _judgement: &Judgement) {}

    /// After a day on which something may have changed, by steps or by a clause.
    fn after_day(&mut self, _day: Moment, _judgement: &Judgement) {}
}

/// Goes through the subject's life once.
pub(super) fn walk(steps: &Steps, subject: &Subject<'_>, visitor: &mut impl Visitor) {
    let touching = steps.touching(subject);
    let joining = subject.joining(&touching);
    let mut register = Register::default();
    // Days on which a clause changes something: a late party's entry, the end of a notice.
    let mut clause_days = BTreeSet::new();
    for steps_of_day in touching.chunk_by(|a, b| a.day == b.day) {
        let Some(day) = steps_of_day.first().map(|step| step.day) else { continue };
        while let Some(at) = clause_days.first().copied().filter(|&at| at < day) {
            clause_days.remove(&at);
            register.run_out(subject, at);
            visitor.after_day(at, &register.judgement(subject, &joining, at));
        }
        for step in steps_of_day {
            if step.kind.is_act_of_law() {
                visitor.before_step(step, &register.judgement(subject, &joining, day));
                register.take(step, steps, subject, &joining);
            }
        }
        visitor.after_day(day, &register.judgement(subject, &joining, day));
        clause_days.extend(register.clause_days(subject, &joining).filter(|&at| at > day));
    }
    for at in clause_days {
        register.run_out(subject, at);
        visitor.after_day(at, &register.judgement(subject, &joining, at));
    }
}

impl Register {
    fn take(&mut self, step: &Step, steps: &Steps, subject: &Subject<'_>, joining: &Joining) {
        probe();
        self.run_out(subject, step.day);
        let is_own = subject.took(step);
        let is_whole = step.actor.is_none();
        // In a treaty of two sides what one does, the treaty undergoes.
        let is_felt = is_own || is_whole || (subject.is_whole() && subject.is_bilateral);
        // What all do together counts for who is with them by the signature of all, or by succession.
        let signs = matches!(step.kind, EventKind::Signed | EventKind::Adopted) && !joining.succeeds;
        let is_with_all = joining.is_covered && (signs || self.signed.is_some());
        let joins = is_own || (is_whole && (subject.is_whole() || is_with_all));
        if is_own && is_joining(step.kind) {
            self.come_back();
        }
        match step.kind {
            EventKind::OpenedForSignature if subject.is_whole() => {
                self.signed.get_or_insert(*step);
            }
            EventKind::Adopted if subject.is_political && joins => {
                self.signed.get_or_insert(*step);
            }
            EventKind::Signed if !is_whole && subject.is_whole() && subject.is_bilateral => {
                match self.half_signed {
                    Some(first) if first.actor != step.actor => {
                        self.signed.get_or_insert(*step);
                    }
                    _ => self.half_signed = Some(*step),
                }
            }
            EventKind::Signed if joins || subject.is_whole() => {
                self.signed.get_or_insert(*step);
            }
            EventKind::Succeeded if is_own => {
                self.signed.get_or_insert(*step);
                // A successor steps into what there is: a treaty in force, or no more than a signature.
                if self.force_of_all.is_some() {
                    self.consent = Some(*step);
                }
            }
            EventKind::Succeeded if step.actor.is_some_and(|heir| subject.heirs.contains(&heir)) => {
                self.leave(step, step.day);
            }
            kind if kind.is_consent() && joins && !subject.is_whole() => {
                self.consent = Some(*step);
                self.revoked = None;
            }
            EventKind::RatificationRevoked if is_own => {
                self.consent = None;
                self.revoked = Some(*step);
            }
            EventKind::SignatureWithdrawn if subject.is_bilateral && self.force_of_all.is_none() => {
                self.finish(step, step.day);
            }
            EventKind::ProvisionallyApplied if joins => {
                self.provisional = Some(*step);
                // Who applies it anew has taken up what it had suspended.
                self.suspended.retain(|earlier| earlier.actor != step.actor);
            }
            EventKind::EnteredIntoForce if is_whole => {
                self.force_of_all.get_or_insert(*step);
            }
            EventKind::EnteredIntoForce if is_own => {
                self.own_force.get_or_insert(*step);
            }
            EventKind::Suspended if is_felt => self.suspend(step),
            EventKind::SuspensionLifted if is_felt => {
                self.suspended.retain(|earlier| !is_whole && earlier.actor != step.actor);
            }
            EventKind::WithdrawalNotified if is_own || (is_felt && subject.is_whole()) => {
                self.notice = Some(notice(step, steps, subject));
            }
            EventKind::WithdrawalNotified if subject.is_bilateral && !is_whole => {
                self.other_notice = Some(notice(step, steps, subject));
            }
            EventKind::WithdrawalSuspended if is_felt => self.notice = None,
            EventKind::WithdrawalSuspended => self.other_notice = None,
            EventKind::SignatureWithdrawn | EventKind::WithdrawalEffective if is_own => {
                self.leave(step, step.day);
            }
            EventKind::WithdrawalEffective if is_felt || subject.is_bilateral => self.finish(step, step.day),
            kind if kind.ends_treaty() && is_whole => self.finish(step, step.day),
            kind if kind.ends_treaty() && is_own => self.leave(step, step.day),
            _ => {}
        }
    }

    /// Keeps the first and the last act of an actor: a decree, and the law that followed it.
    fn suspend(&mut self, step: &Step) {
        let mut same = self.suspended.iter_mut().filter(|earlier| earlier.actor == step.actor);
        match (same.next(), same.next()) {
            (Some(_), Some(last)) => *last = *step,
            _ => self.suspended.push(*step),
        }
    }

    /// Lets a notice run out by the treaty's own clause where no step is recorded for it.
    fn run_out(&mut self, subject: &Subject<'_>, day: Moment) {
        let is_over =
            |notice: &Notice| notice.effect.is_none() && notice.runs_out.is_some_and(|end| end <= day);
        if let Some(Notice { step, runs_out: Some(end), .. }) = self.notice.filter(is_over) {
            if subject.is_whole() {
                self.finish(&step, end);
            } else {
                self.leave(&step, end);
            }
        }
        if let Some(Notice { step, runs_out: Some(end), .. }) = self.other_notice.filter(is_over) {
            self.other_notice = None;
            self.finish(&step, end);
        }
    }

    /// The notice that runs out on `day`, which is spent by it.
    fn spend_notice(&mut self, day: Moment) -> Option<Step> {
        let leads_here = |notice: &Notice| notice.runs_out.is_none_or(|end| end <= day);
        self.notice.take_if(|notice| leads_here(notice)).map(|notice| notice.step)
    }

    fn leave(&mut self, step: &Step, day: Moment) {
        let notice = self.spend_notice(day);
        self.left = Some(Exit { day, step: *step, notice });
    }

    /// Whoever left and comes back does so by a new signature or instrument; the old ones no longer count.
    fn come_back(&mut self) {
        if self.left.take().is_some() {
            (self.signed, self.consent, self.revoked) = (None, None, None);
            (self.provisional, self.own_force, self.notice) = (None, None, None);
            self.suspended.retain(|earlier| earlier.actor.is_none());
        }
    }

    fn finish(&mut self, step: &Step, day: Moment) {
        let notice = self.spend_notice(day);
        match &mut self.end {
            None => self.end = Some(Exit { day, step: *step, notice }),
            // The end of the treaty says more than the withdrawal that brought it about on the same day.
            Some(end) if end.day == day && !end.step.kind.ends_treaty() => end.step = *step,
            Some(_) => {}
        }
    }

    /// The first day on which the treaty binds the subject, and what stood in for a step.
    fn force(&self, subject: &Subject<'_>, joining: &Joining) -> Option<(Moment, Basis)> {
        let whole = self.force_of_all.map(|step| step.day);
        if subject.is_whole() {
            return Some((whole?, Basis::Steps));
        }
        if let Some(own) = self.own_force {
            return Some((own.day, Basis::Steps));
        }
        let joined = self.consent.or(self.signed)?.day;
        let whole = whole.filter(|_| joining.entry_after(joined).is_none())?;
        let Some(consent) = self.consent else {
            // The record has no instrument of this party. Where two sides are all there are, or what all did it did
            // too, it went the way of the whole.
            let follows = subject.is_bilateral || joining.is_covered;
            return (follows && !joining.consents_itself).then_some((whole, Basis::Steps));
        };
        if consent.kind == EventKind::Succeeded {
            return Some((consent.day, Basis::Steps));
        }
        let by_clause = subject.terms.entry.as_ref().map(|clause| clause.after(consent.day));
        Some(match by_clause {
            _ if consent.day <= whole && !subject.terms.entry_counts_early => (whole, Basis::Steps),
            Some(entry) if entry <= whole => (whole, Basis::Steps),
            Some(entry) => (entry, Basis::EntryClause),
            None if consent.day <= whole => (whole, Basis::Steps),
            None => (consent.day, Basis::DayOfDeposit),
        })
    }

    fn judgement(&self, subject: &Subject<'_>, joining: &Joining, day: Moment) -> Judgement {
        let force = self.force(subject, joining);
        let in_force = force.filter(|&(from, _)| from <= day);
        let entry = [self.half_signed, self.signed, self.consent, self.force_of_all, self.own_force];
        let mut grounds: Vec<Step> = Vec::new();
        let mut basis = in_force.map_or(Basis::Steps, |(_, basis)| basis);
        let exit_basis = |exit: &Exit| match exit.step.kind {
            EventKind::WithdrawalNotified => Basis::WithdrawalClause,
            _ => Basis::Steps,
        };
        let outlives_end = |left: &Exit| self.end.is_none_or(|end| left.day < end.day);
        let state = if let Some(left) = self.left.filter(outlives_end) {
            grounds.extend(left.notice);
            grounds.push(left.step);
            basis = exit_basis(&left);
            grounds.extend(entry.into_iter().flatten());
            State::Out
        } else if let Some(end) = self.end {
            grounds.extend(end.notice);
            grounds.push(end.step);
            basis = exit_basis(&end);
            grounds.extend(entry.into_iter().flatten());
            if self.force_of_all.is_some() || self.own_force.is_some() {
                State::Ended
            } else {
                State::NeverInForce
            }
        } else if in_force.is_some() || self.provisional.is_some() {
            if in_force.is_some() {
                grounds.extend(entry.into_iter().flatten());
            } else {
                // The treaty may be in force for others: that is no ground of what is applied provisionally.
                grounds.extend(
                    [self.half_signed, self.signed, self.consent, self.provisional].into_iter().flatten(),
                );
            }
            grounds.extend(&self.suspended);
            let is_suspended = !self.suspended.is_empty();
            if let Some(notice) = self.notice {
                grounds.push(notice.step);
                grounds.extend(notice.effect);
                if notice.effect.is_none() && notice.runs_out.is_some() {
                    basis = Basis::WithdrawalClause;
                }
                let days = |until: Moment| (until.secs() - day.secs()).div_euclid(SECS_PER_DAY);
                let days_left = notice.runs_out.map(|until| days(until).max(0) as u32);
                State::NoticeRunning { days_left, is_suspended }
            } else if is_suspended {
                State::Suspended
            } else if in_force.is_some() {
                State::InForce
            } else {
                State::ProvisionallyApplied
            }
        } else if self.signed.is_some() || self.consent.is_some() {
            grounds.extend([self.half_signed, self.signed, self.consent, self.revoked].into_iter().flatten());
            // That succession was consent rests on the treaty having been in force, and that it did not bind at once
            // on the party's own entry, which is still to come.
            if let Some(consent) = self.consent.filter(|consent| consent.kind == EventKind::Succeeded) {
                grounds.extend(self.force_of_all);
                grounds.extend(joining.entry_after(consent.day));
            }
            State::Signed { is_ratified: self.consent.is_some() }
        } else {
            State::NotSigned
        };
        grounds.sort_by_key(Step::order);
        grounds.dedup();
        let grounds = grounds.into_iter().map(|step| step.event).collect();
        Judgement { state, grounds, basis }
    }

    /// The days on which something changes without a step: a late party's entry, the end of a notice.
    fn clause_days(&self, subject: &Subject<'_>, joining: &Joining) -> impl Iterator<Item = Moment> {
        let force = self.force(subject, joining).map(|(from, _)| from);
        let ends =
            [self.notice, self.other_notice].into_iter().flatten().filter_map(|notice| notice.runs_out);
        force.into_iter().chain(ends)
    }
}

fn is_joining(kind: EventKind) -> bool {
    kind.is_consent()
        || matches!(
            kind,
            EventKind::Signed
                | EventKind::Succeeded
                | EventKind::ProvisionallyApplied
                | EventKind::EnteredIntoForce
        )
}

/// A notice with its end: the withdrawal it leads to, or the treaty's clause.
fn notice(step: &Step, steps: &Steps, subject: &Subject<'_>) -> Notice {
    let effect = steps.effect_of(step).copied();
    let by_clause = subject.terms.withdrawal.as_ref().map(|clause| clause.after(step.day));
    Notice { step: *step, effect, runs_out: effect.map(|effect| effect.day).or(by_clause) }
}
