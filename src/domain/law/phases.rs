//! The phases of a treaty, or of a party in it: the course of its states, with talks before and extensions in it.

use crate::domain::dataset::Dataset;
use crate::domain::event::EventKind;
use crate::domain::ids::{EventId, PartyId, TreatyId};
use crate::domain::moment::{Moment, SECS_PER_DAY};
use crate::domain::phase::{Notice, Phase, PhaseKind};

use super::answer::StateSpan;
use super::register::{Judgement, Visitor, walk};
use super::state::State;
use super::step::Step;
use super::subject::Subject;

/// What a walk through a life with a treaty gives.
pub(in crate::domain) struct Life {
    /// The phases, in order.
    pub(in crate::domain) phases: Vec<Phase>,
    /// The notices of withdrawal that came to an effect, in order of notice.
    pub(in crate::domain) notices: Vec<Notice>,
    /// The states one after the other, so that [`StateSpan::on`] gives the state of any day. Before the first of them
    /// is [`State::NotSigned`].
    pub(in crate::domain) states: Vec<StateSpan>,
}

/// The life of a treaty as a whole, or of `party` with it.
///
/// A step by one party changes the treaty's phase only where the treaty cannot stand without that party: a
/// suspension by one of thirty parties is that party's affair. What happens after the end (a moratorium, a late
/// offer) leaves the treaty ended. For a party, what all do together counts where it is with them, talks are not its
/// own, and the end is that of its part.
pub(in crate::domain) fn life_of(dataset: &Dataset, treaty: TreatyId, party: Option<PartyId>) -> Life {
    let (steps, subject) = (dataset.steps_of(treaty), Subject::of(dataset, treaty, party));
    let is_whole = subject.is_whole();
    let mut phases = Phases {
        dataset,
        is_whole,
        list: Vec::new(),
        states: Vec::new(),
        is_negotiated: false,
        is_extended: false,
        cause: None,
    };
    walk(&steps, &subject, &mut phases);
    let notice = |step: &Step| {
        let effect = steps.effect_of(step).filter(|effect| effect.day > step.day)?;
        let (from, until) = (dataset.event(step.event).at(), dataset.event(effect.event).at());
        Some(Notice { from, until, event: step.event, effect: effect.event })
    };
    let given = steps.list().iter().filter(|step| step.kind == EventKind::WithdrawalNotified);
    let own = given.filter(|step| is_whole || step.actor.is_none() || subject.took(step));
    Life { phases: phases.list, notices: own.filter_map(notice).collect(), states: phases.states }
}

struct Phases<'a> {
    dataset: &'a Dataset,
    is_whole: bool,
    list: Vec<Phase>,
    states: Vec<StateSpan>,
    is_negotiated: bool,
    is_extended: bool,
    /// The last step that can have changed the state, with its day.
    cause: Option<Step>,
}

impl Visitor for Phases<'_> {
    fn before_step(&mut self, step: &Step, _: &Judgement) {
        self.is_negotiated |= matches!(step.kind, EventKind::NegotiationsBegan | EventKind::Adopted);
        self.is_extended |= step.kind == EventKind::Extended && step.actor.is_none();
        self.cause = Some(*step);
    }

    fn after_day(&mut self, day: Moment, judgement: &Judgement) {
        let before = self.states.last().map_or(State::NotSigned, |last| last.on(day));
        if before != judgement.state {
            self.states.push(StateSpan { from: Some(day), state: judgement.state });
        }
        let force = if self.is_extended { PhaseKind::Extended } else { PhaseKind::InForce };
        let kind = match judgement.state {
            State::NotSigned | State::Out if self.is_whole && self.is_negotiated => PhaseKind::Negotiated,
            State::Out if !self.is_whole && !self.list.is_empty() => PhaseKind::Ended,
            State::NotSigned | State::Out => return,
            State::Signed { .. } => PhaseKind::Signed,
            State::ProvisionallyApplied => PhaseKind::Provisional,
            State::InForce | State::NoticeRunning { is_suspended: false, .. } => force,
            State::Suspended | State::NoticeRunning { .. } => PhaseKind::Suspended,
            State::NeverInForce | State::Ended => PhaseKind::Ended,
        };
        if self.list.last().is_some_and(|last| last.kind == kind) {
            return;
        }
        let by_step = self.cause.filter(|cause| cause.day == day).map(|cause| cause.event);
        let Some(from) = by_step.or_else(|| judgement.grounds.last().copied()) else { return };
        let start = self.place(from, day);
        if let Some(last) = self.list.last_mut() {
            (last.end, last.until) = (Some(start), Some(from));
        }
        self.list.push(Phase { kind, start, end: None, from, until: None });
    }
}

impl Phases<'_> {
    /// Where a phase that begins on `day` is drawn to begin: at the mark of its event, so that bar and mark meet, or
    /// at noon where the law counts from another day than the mark's.
    fn place(&self, event: EventId, day: Moment) -> Moment {
        let record = self.dataset.event(event);
        let mark = record.at();
        if record.date().is_spread() || Moment::from_date(mark.date()) == day {
            mark
        } else {
            day.plus(SECS_PER_DAY / 2)
        }
    }
}
