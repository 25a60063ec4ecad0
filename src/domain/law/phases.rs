//! The phases of a treaty, or of a party in it: the kinds of its states, with talks before and extensions in between.

use crate::domain::event::EventKind;
use crate::domain::ground::Ground;
use crate::domain::ids::{PartyId, TreatyId};
use crate::domain::moment::{Moment, SECS_PER_DAY};
use crate::domain::phase::{Notice, Phase, PhaseKind};
use crate::domain::record::Record;

use super::state::State;
use super::state_history::StateSpan;
use super::state_machine::{Visitor, walk};
use super::state_with_grounds::StateWithGrounds;
use super::subject::Subject;
use super::transition::{Transition, Transitions};

/// The life of a treaty, or of a party in it.
#[derive(Clone, Debug)]
pub(in crate::domain) struct Life {
    /// In order of time.
    pub(in crate::domain) phases: Vec<Phase>,
    /// The notices of withdrawal that took effect, in order of notice.
    pub(in crate::domain) notices: Vec<Notice>,
    /// In order of time, so that [`StateSpan::on`] gives the state of any day. Before the first it is
    /// [`State::NotSigned`].
    pub(in crate::domain) states: Vec<StateSpan>,
}

impl Life {
    /// The life of a treaty as a whole, or of `party` in it.
    ///
    /// One party's act changes the treaty's phase only where the treaty cannot stand without that party: a suspension
    /// by one of thirty parties affects that party alone. What happens after the end (a moratorium, a late offer)
    /// leaves the treaty ended. For a party, joint acts count where they cover it, talks do not, and the end is the
    /// end of its participation.
    pub(in crate::domain) fn of(record: &Record, treaty: TreatyId, party: Option<PartyId>) -> Self {
        if party.is_none() {
            Self::of_transitions(record, &Transitions::of_whole(record, treaty), (treaty, None))
        } else {
            let transitions = Subject::of(record, treaty, party).transitions_nearby(record, treaty);
            Self::of_transitions(record, &transitions, (treaty, party))
        }
    }

    /// The same, of the transitions of the treaty that are already known.
    pub(super) fn of_transitions(
        record: &Record,
        transitions: &Transitions,
        (treaty, party): (TreatyId, Option<PartyId>),
    ) -> Self {
        let subject = Subject::of(record, treaty, party);
        let transitions = subject.transitions_among(transitions);
        let is_whole = subject.is_whole();
        let mut phases = Phases {
            record,
            is_whole,
            list: Vec::new(),
            states: Vec::new(),
            is_negotiated: false,
            is_extended: false,
            causes: Vec::new(),
        };
        walk(&transitions, &subject, &mut phases);
        let notice = |transition: &Transition| {
            let effect = transitions.effect_of(transition).filter(|effect| effect.day > transition.day)?;
            // A list has the day out and no notice, so both are events or there is none.
            let (event, effect) = (transition.event()?, effect.event()?);
            Some(Notice { from: record.event(event).at(), until: record.event(effect).at(), event, effect })
        };
        let given =
            transitions.list().iter().filter(|transition| transition.kind == EventKind::WithdrawalNotified);
        let own = given.filter(|transition| {
            is_whole || transition.actor.is_none() || subject.is_own_transition(transition)
        });
        Self { phases: phases.list, notices: own.filter_map(notice).collect(), states: phases.states }
    }
}

struct Phases<'a> {
    record: &'a Record,
    is_whole: bool,
    list: Vec<Phase>,
    states: Vec<StateSpan>,
    is_negotiated: bool,
    is_extended: bool,
    /// The transitions of the last day that can have changed the state.
    causes: Vec<Transition>,
}

impl Visitor for Phases<'_> {
    fn before_transition(&mut self, transition: &Transition, _: &StateWithGrounds) {
        self.is_negotiated |= matches!(transition.kind, EventKind::NegotiationsBegan | EventKind::Adopted);
        self.is_extended |= transition.kind == EventKind::Extended && transition.actor.is_none();
        self.causes.retain(|cause| cause.day == transition.day);
        self.causes.push(*transition);
    }

    fn after_day(&mut self, day: Moment, judgement: &StateWithGrounds) {
        let before = self.states.last().map_or(State::NotSigned, |last| last.on(day));
        if before != judgement.state {
            self.states.push(StateSpan { from: Some(day), state: judgement.state });
        }
        let force = if self.is_extended { PhaseKind::Extended } else { PhaseKind::InForce };
        let kind = match judgement.state {
            State::NotSigned | State::Out | State::Replaced if self.is_whole && self.is_negotiated => {
                PhaseKind::Negotiated
            }
            State::Out | State::Replaced if !self.is_whole && !self.list.is_empty() => PhaseKind::Ended,
            State::NotSigned | State::Out | State::Replaced => return,
            State::Signed { .. } => PhaseKind::Signed,
            State::ProvisionallyApplied => PhaseKind::Provisional,
            State::InForce | State::NoticeRunning { is_suspended: false, .. } => force,
            State::Suspended | State::NoticeRunning { .. } => PhaseKind::Suspended,
            State::NeverInForce | State::Ended => PhaseKind::Ended,
        };
        if self.list.last().is_some_and(|last| last.kind == kind) {
            return;
        }
        let of_day = || self.causes.iter().rev().filter(|cause| cause.day == day);
        // On a day of several acts it is the one that says so: not a notice of withdrawal given with a suspension.
        let by_step = of_day().find(|cause| begins(cause.kind, kind)).or_else(|| of_day().next());
        let by_step = by_step.map(|cause| cause.ground);
        let Some(from) = by_step.or_else(|| judgement.grounds.last().copied()) else { return };
        let start = self.drawn_start(from, day);
        if let Some(last) = self.list.last_mut() {
            (last.end, last.until) = (Some(start), Some(from));
        }
        self.list.push(Phase { kind, day, start, end: None, from, until: None });
    }
}

/// Whether an event by its kind begins a phase.
fn begins(event: EventKind, phase: PhaseKind) -> bool {
    match phase {
        PhaseKind::Suspended => event == EventKind::Suspended,
        PhaseKind::Ended => {
            use EventKind::{Expired, Superseded, Terminated, WithdrawalEffective};
            matches!(event, WithdrawalEffective | Terminated | Expired | Superseded)
        }
        PhaseKind::InForce => matches!(event, EventKind::EnteredIntoForce | EventKind::SuspensionLifted),
        PhaseKind::Extended => event == EventKind::Extended,
        PhaseKind::Provisional => event == EventKind::ProvisionallyApplied,
        PhaseKind::Signed => matches!(event, EventKind::Signed | EventKind::OpenedForSignature),
        PhaseKind::Negotiated => event == EventKind::NegotiationsBegan,
    }
}

impl Phases<'_> {
    /// Where the bar of a phase that begins on `day` starts: at the mark of its event, so that bar and mark meet, or
    /// at noon where the law counts from another day than the mark's.
    fn drawn_start(&self, ground: Ground, day: Moment) -> Moment {
        let (mark, is_spread) = match ground {
            Ground::Event(event) => {
                let event = self.record.event(event);
                (event.at(), event.date().is_spread())
            }
            Ground::Act(act) => (self.record.act_date(act).anchor(), self.record.is_spread(ground)),
        };
        if is_spread || Moment::from_date(mark.date()) == day { mark } else { day.plus(SECS_PER_DAY / 2) }
    }
}
