//! The legal status on a day: the state, since when and until when, what it rests on, and the alternatives.

use crate::domain::event::EventKind;
use crate::domain::ground::Ground;
use crate::domain::ids::{EventId, PartyId, TreatyId};
use crate::domain::moment::{Moment, SECS_PER_DAY};
use crate::domain::record::Record;

use super::alternatives::{Alternative, alternatives};
use super::grounds::grounds;
use super::state::{Basis, State};
use super::state_history::{StateSpan, state_history};
use super::state_machine::judge;
use super::subject::Subject;
use super::transition::{Transition, Transitions};

/// The state of a treaty, as a whole or for one party, on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalStatus {
    /// The state by the claims that the file prefers.
    pub state: State,
    /// The events and listed acts it rests on, in order of date. Read alone, they give the same state and extension by the same course;
    /// without any one of them they do not.
    pub grounds: Vec<Ground>,
    /// The extension by which the treaty is in force beyond its first term.
    pub extension: Option<Extension>,
    /// What stood in for an event that the file does not record.
    pub basis: Basis,
    /// The first day of this state; `None` when it is the state before every event.
    pub since: Option<Moment>,
    /// The event or listed act whose date leaves [`since`](Self::since) open, if one does: the state began within that date, and
    /// certainly held from `since`.
    pub since_within: Option<Ground>,
    /// The last day of this state by the file's whole record; `None` while nothing in it ends the state.
    pub until: Option<Moment>,
    /// When force ended; on a day before that, when it will end by the file's whole record.
    pub exit: Option<Exit>,
    /// The states that follow if a contested event is not counted, or a disputed or open date fell on another day.
    pub alternatives: Vec<Alternative>,
}

/// An extension of a treaty's term that is in effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extension {
    /// The event by which it took effect.
    pub event: EventId,
    /// The day on which the extended term runs out, where the file's whole record has it run out.
    pub to: Option<Moment>,
}

impl Extension {
    /// `None` for a transition that is no event: lists know no extensions.
    pub(super) fn of(transitions: &Transitions, extension: &Transition) -> Option<Self> {
        let later = transitions
            .list()
            .iter()
            .filter(|transition| transition.actor.is_none() && transition.order() > extension.order());
        let mut ends =
            later.filter(|transition| matches!(transition.kind, EventKind::Extended | EventKind::Expired));
        // An extension that another one followed ended on a day that is not recorded.
        let end = ends.next().filter(|end| end.kind == EventKind::Expired);
        Some(Self { event: extension.event()?, to: end.map(|end| end.day) })
    }
}

/// The two days between which force ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exit {
    /// The last day on which the treaty binds.
    pub last_day_in_force: Moment,
    /// The first day on which it does not.
    pub first_day_out: Moment,
}

impl LegalStatus {
    /// `transitions` are those of the treaty, or of the subject.
    pub(super) fn of(
        record: &Record,
        transitions: &Transitions,
        (treaty, party): (TreatyId, Option<PartyId>),
        day: Moment,
    ) -> Option<Self> {
        let day = Moment::from_date(day.date());
        let subject = Subject::of(record, treaty, party);
        let transitions = subject.transitions_among(transitions);
        let relevant = subject.relevant_transitions(&transitions);
        let joining = subject.joining(&relevant);
        let judgement = judge(&transitions, &subject, day);
        let (state, basis) = (judgement.state, judgement.basis);
        let is_known = joining.is_recorded() && (state != State::NotSigned || joining.begins_on_record());
        if !subject.is_whole() && !is_known {
            return None;
        }
        let history = state_history(&transitions, &subject);
        let current = history.iter().rposition(|span| span.from.is_none_or(|from| from <= day));
        let since = current.and_then(|current| history.get(current)?.from);
        let next = history.get(current.map_or(0, |current| current + 1));
        let is_open = |transition: &&Transition| record.is_spread(transition.ground);
        let mut begins = relevant
            .iter()
            .filter(|transition| transition.kind.is_act_of_law() && Some(transition.day) == since);
        Some(Self {
            state,
            grounds: grounds(&transitions, &subject, day, &judgement),
            extension: judgement.extension.and_then(|extension| Extension::of(&transitions, &extension)),
            basis,
            since,
            since_within: begins.find(is_open).map(|transition| transition.ground),
            until: next.and_then(|next| next.from).map(|from| from.plus(-SECS_PER_DAY)),
            exit: exit(&history, day, state),
            alternatives: alternatives(record, &transitions, &subject, day, state),
        })
    }
}

/// The last end of force up to `day`; where `state` still binds, the next one after it.
fn exit(history: &[StateSpan], day: Moment, state: State) -> Option<Exit> {
    let ends = history.windows(2).filter_map(|pair| {
        let ends = pair[0].state.is_bound() && !pair[1].state.is_bound();
        pair[1].from.filter(|_| ends)
    });
    let first_day_out = if state.is_bound() {
        ends.into_iter().find(|&end| end > day)
    } else {
        ends.into_iter().take_while(|&end| end <= day).last()
    }?;
    Some(Exit { last_day_in_force: first_day_out.plus(-SECS_PER_DAY), first_day_out })
}
