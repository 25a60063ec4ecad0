//! What the law was on a day: the state, since when and until when, what it rests on, and what else is held.

use std::collections::{BTreeSet, HashSet};

use crate::domain::dataset::Dataset;
use crate::domain::ids::{EventId, PartyId, TreatyId};
use crate::domain::moment::{Moment, SECS_PER_DAY};
use crate::domain::phase::{Notice, Phase};
use crate::domain::probes::probe;

use super::alternatives::alternatives;
use super::phases::life_of;
use super::register::{Judgement, Visitor, judge, walk};
use super::state::State;
use super::step::{Step, Steps};
use super::subject::Subject;

/// The state of a treaty, as a whole or for one party, on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The state by the claims that the file prefers.
    pub state: State,
    /// The events it rests on, in order of date. Read alone, they give the same state.
    pub grounds: Vec<EventId>,
    /// What stood in for a step that the file does not record.
    pub basis: Basis,
    /// The first day of this state; `None` when it is the state before every step.
    pub since: Option<Moment>,
    /// The event whose date leaves [`since`](Self::since) open, if one does: the state began within that date, and
    /// certainly held from `since`.
    pub since_within: Option<EventId>,
    /// The last day of this state by the file's whole record; `None` while nothing in it ends the state.
    pub until: Option<Moment>,
    /// When force ended, or is to end by the file's whole record: asked of a day before, it looks ahead.
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

/// What an answer rests on beside the events of the record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// Nothing else.
    #[default]
    Steps,
    /// The treaty's clause on entry into force for late parties.
    EntryClause,
    /// No clause on late parties is recorded, so the day of deposit is taken.
    DayOfDeposit,
    /// The treaty's clause on withdrawal.
    WithdrawalClause,
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

impl StateSpan {
    /// The state on a day of the run: the days that a notice still runs grow fewer.
    pub fn on(&self, day: Moment) -> State {
        match (self.state, self.from) {
            (State::NoticeRunning { days_left: Some(left), is_suspended }, Some(from)) => {
                let gone = (day.secs() - from.secs()).div_euclid(SECS_PER_DAY);
                let left = i64::from(left).saturating_sub(gone).clamp(0, i64::from(u32::MAX));
                State::NoticeRunning { days_left: Some(left as u32), is_suspended }
            }
            (state, _) => state,
        }
    }
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
        let touching = steps.touching(&subject);
        let joining = subject.joining(&touching);
        let Judgement { state, grounds, basis } = judge(&steps, &subject, day);
        let is_known = joining.is_recorded() && (state != State::NotSigned || joining.begins_on_record());
        if !subject.is_whole() && !is_known {
            return None;
        }
        let course = course(&steps, &subject);
        let here = course.iter().rposition(|span| span.from.is_none_or(|from| from <= day));
        let since = here.and_then(|here| course.get(here)?.from);
        let next = course.get(here.map_or(0, |here| here + 1));
        let is_open = |step: &&Step| self.event(step.event).governing_claim().date.is_spread();
        let begins = touching.iter().filter(|step| step.kind.is_act_of_law() && Some(step.day) == since);
        Some(Answer {
            state,
            grounds,
            basis,
            since,
            since_within: begins.clone().find(is_open).map(|step| step.event),
            until: next.and_then(|next| next.from).map(|from| from.plus(-SECS_PER_DAY)),
            exit: exit(&course, day, state),
            alternatives: alternatives(self, &steps, &subject, day, state),
        })
    }

    /// The state on `day` of a treaty as a whole, without its grounds: what a lane shows. Found by search, so that a
    /// day can be dragged through time.
    pub fn whole_state_on(&self, treaty: TreatyId, day: Moment) -> State {
        let day = Moment::from_date(day.date());
        let states = self.states(treaty);
        let after = states.partition_point(|span| {
            probe();
            span.from.is_none_or(|from| from <= day)
        });
        let span = after.checked_sub(1).and_then(|last| states.get(last));
        span.map_or(State::NotSigned, |span| span.on(day))
    }

    /// The states of a treaty, or of `party` in it, one after the other.
    pub fn course_of(&self, treaty: TreatyId, party: Option<PartyId>) -> Vec<StateSpan> {
        let steps = self.steps_of(treaty);
        course(&steps, &Subject::of(self, treaty, party))
    }

    /// The same for several parties, with the treaty's steps put in order once.
    pub fn courses_of(&self, treaty: TreatyId, parties: &[PartyId]) -> Vec<Vec<StateSpan>> {
        let steps = self.steps_of(treaty);
        let of = |&party: &PartyId| course(&steps, &Subject::of(self, treaty, Some(party)));
        parties.iter().map(of).collect()
    }

    /// The phases of `party` in a treaty, and its notices of withdrawal that came to an effect: worked out when they
    /// are asked for, in O(steps · log steps).
    pub fn life_of_party(&self, treaty: TreatyId, party: PartyId) -> (Vec<Phase>, Vec<Notice>) {
        let life = life_of(self, treaty, Some(party));
        (life.phases, life.notices)
    }

    /// The parties of which the file records something on a treaty: those listed and those who acted, a successor
    /// in the place of its predecessor.
    pub fn parties_on_record(&self, treaty: TreatyId) -> Vec<PartyId> {
        self.first_parties_on_record(treaty, usize::MAX)
    }

    /// The same, and no more than `most` of them: each costs a look at every step of the treaty.
    pub fn first_parties_on_record(&self, treaty: TreatyId, most: usize) -> Vec<PartyId> {
        let steps = self.steps_of(treaty);
        let mut seen = HashSet::new();
        let mut parties = Vec::new();
        let acting: BTreeSet<PartyId> = steps.actors().flatten().collect();
        for party in self.treaty(treaty).parties.iter().copied().chain(acting) {
            let last = *self.person(party).last().unwrap_or(&party);
            let subject = Subject::of(self, treaty, Some(last));
            if parties.len() == most {
                break;
            }
            if seen.insert(last) && subject.joining(&steps.touching(&subject)).is_recorded() {
                parties.push(last);
            }
        }
        parties
    }

    /// The steps of a treaty in the order of the law.
    pub(super) fn steps_of(&self, treaty: TreatyId) -> Steps {
        Steps::new(self.events_of(treaty).iter().map(|&id| Step::of(id, self.event(id))).collect())
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
