//! What the law was on a day: the state, since when and until when, what it rests on, and what else is held.

use crate::domain::dataset::Dataset;
use crate::domain::ids::{EventId, PartyId, TreatyId};
use crate::domain::moment::{Moment, SECS_PER_DAY};

use super::register::{Judgement, Visitor, judge, walk};
use super::state::State;
use super::step::{Step, Steps, other_days};
use super::subject::Subject;

/// The state of a treaty, as a whole or for one party, on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The state by the claims that the file prefers.
    pub state: State,
    /// The events it rests on, in order of date. Read alone, they give the same state.
    pub grounds: Vec<EventId>,
    /// Whether a clause of the treaty stood in for a step that the file does not record.
    pub rests_on_terms: bool,
    /// The first day of this state; `None` when it is the state before every step.
    pub since: Option<Moment>,
    /// The last day of this state, known or foreseen; `None` while nothing ends it.
    pub until: Option<Moment>,
    /// When force came or comes to its end, if it does: also foreseen, while notice runs.
    pub exit: Option<Exit>,
    /// The states that follow if a contested event is not counted, or a disputed or open date fell on another day.
    pub alternatives: Vec<Alternative>,
}

/// The two days between which force ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exit {
    /// The last day on which the treaty binds.
    pub last_day_in_force: Moment,
    /// The first day on which it does not.
    pub first_day_out: Moment,
}

/// Another state, and why it may be the true one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The state.
    pub state: State,
    /// Why.
    pub reason: Reason,
}

/// Why a state is not the only one that is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Some hold that the event had no such effect: see [`Event::contested`](crate::domain::Event::contested).
    Contested(EventId),
    /// A claim to the event's date, given by its place in [`Event::dates`](crate::domain::Event::dates), gives
    /// another day, or leaves it open.
    OtherDate(EventId, usize),
}

impl Reason {
    /// The event it is about.
    pub fn event(self) -> EventId {
        match self {
            Self::Contested(event) | Self::OtherDate(event, _) => event,
        }
    }
}

/// A run of days in one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StateSpan {
    /// The first day; `None` for the time before every step.
    pub from: Option<Moment>,
    /// The state on the first day.
    pub state: State,
}

impl Dataset {
    /// The state on `day` of a treaty as a whole, or for `party`.
    ///
    /// `None` where the file records no step of the party and does not list it with those who acted together: what
    /// is not recorded is not known. A day is a civil day; the state is that of the whole day, so the first day out
    /// is out.
    pub fn state_on(&self, treaty: TreatyId, party: Option<PartyId>, day: Moment) -> Option<Answer> {
        let day = Moment::from_date(day.date());
        let steps = self.steps_of(treaty);
        let subject = Subject::of(self, treaty, party);
        if !subject.is_whole() && !subject.joining(steps.list()).is_recorded {
            return None;
        }
        let Judgement { state, grounds, rests_on_terms } = judge(&steps, &subject, day);
        let course = course(&steps, &subject);
        let here = course.iter().rposition(|span| span.from.is_none_or(|from| from <= day));
        let next = course.get(here.map_or(0, |here| here + 1));
        Some(Answer {
            state,
            grounds,
            rests_on_terms,
            since: here.and_then(|here| course.get(here)?.from),
            until: next.and_then(|next| next.from).map(|from| from.plus(-SECS_PER_DAY)),
            exit: exit(&course, day, state),
            alternatives: self.alternatives(treaty, &steps, &subject, day, state),
        })
    }

    /// The states of a treaty, or of `party` in it, one after the other.
    pub fn course_of(&self, treaty: TreatyId, party: Option<PartyId>) -> Vec<StateSpan> {
        let steps = self.steps_of(treaty);
        course(&steps, &Subject::of(self, treaty, party))
    }

    /// The parties of which the file records something on a treaty: those listed and those who acted, a successor
    /// in the place of its predecessor.
    pub fn parties_on_record(&self, treaty: TreatyId) -> Vec<PartyId> {
        let steps = self.steps_of(treaty);
        let actors = steps.list().iter().filter_map(|step| step.actor);
        let mut parties: Vec<PartyId> = Vec::new();
        for party in self.treaty(treaty).parties.iter().copied().chain(actors) {
            let last = *self.person(party).last().unwrap_or(&party);
            if !parties.contains(&last)
                && Subject::of(self, treaty, Some(last)).joining(steps.list()).is_recorded
            {
                parties.push(last);
            }
        }
        parties
    }

    /// The steps of a treaty in the order of the law.
    pub(super) fn steps_of(&self, treaty: TreatyId) -> Steps {
        Steps::new(self.events_of(treaty).iter().map(|&id| Step::of(id, self.event(id))).collect())
    }

    fn alternatives(
        &self,
        treaty: TreatyId,
        steps: &Steps,
        subject: &Subject<'_>,
        day: Moment,
        state: State,
    ) -> Vec<Alternative> {
        let mut alternatives: Vec<Alternative> = Vec::new();
        let mut consider = |other: State, reason: Reason| {
            if !other.is_same_condition(state)
                && !alternatives.iter().any(|a| a.state.is_same_condition(other))
            {
                alternatives.push(Alternative { state: other, reason });
            }
        };
        // Who contests one step of a withdrawal contests the withdrawal.
        let is_contested =
            |step: &Step| step.kind.is_act_of_law() && !self.event(step.event).contested.is_empty();
        let holds = |step: &&Step| is_contested(step) && subject.is_touched_by(step) && step.day <= day;
        if let Some(step) = steps.list().iter().rev().find(holds) {
            let uncontested = steps.changed(|step| (!is_contested(&step)).then_some(step));
            consider(judge(&uncontested, subject, day).state, Reason::Contested(step.event));
        }
        for &id in self.events_of(treaty) {
            for (claim, other_day) in other_days(self.event(id)) {
                let day_of = |step: &Step| if step.event == id { other_day } else { step.day };
                let moved = steps.changed(|step| Some(Step { day: day_of(&step), ..step }));
                consider(judge(&moved, subject, day).state, Reason::OtherDate(id, claim));
            }
        }
        alternatives
    }
}

/// The states in order. The first is the one before every step.
fn course(steps: &Steps, subject: &Subject<'_>) -> Vec<StateSpan> {
    let mut course = Course(vec![StateSpan { from: None, state: State::NotSigned }]);
    walk(steps, subject, &mut course);
    course.0
}

struct Course(Vec<StateSpan>);

impl Visitor for Course {
    fn after_day(&mut self, day: Moment, judgement: &Judgement) {
        let state = judgement.state;
        if self.0.last().is_none_or(|last| !last.state.is_same_condition(state)) {
            self.0.push(StateSpan { from: Some(day), state });
        }
    }
}

/// The end of force that the state on `day` looks back on, or forward to.
fn exit(course: &[StateSpan], day: Moment, state: State) -> Option<Exit> {
    let ends = course.windows(2).filter_map(|pair| {
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
