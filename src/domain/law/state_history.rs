//! The states of a treaty, or of one party in it, one after the other.

use crate::domain::moment::{Moment, SECS_PER_DAY};

use super::state::State;
use super::state_machine::{Visitor, walk};
use super::state_with_grounds::StateWithGrounds;
use super::subject::Subject;
use super::transition::Transitions;

/// A run of days in one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StateSpan {
    /// The first day; `None` for the time before every event.
    pub from: Option<Moment>,
    /// The state on the first day.
    pub state: State,
}

impl StateSpan {
    /// The state on a day of the run: the days left of a running notice are counted down.
    pub fn on(&self, day: Moment) -> State {
        match (self.state, self.from) {
            (State::NoticeRunning { days_left: Some(left), is_suspended }, Some(from)) => {
                let passed = (day.secs() - from.secs()).div_euclid(SECS_PER_DAY);
                let left = i64::from(left).saturating_sub(passed).clamp(0, i64::from(u32::MAX));
                State::NoticeRunning { days_left: Some(left as u32), is_suspended }
            }
            (state, _) => state,
        }
    }
}

/// The states in order. The first is the one before every transition.
pub(super) fn state_history(transitions: &Transitions, subject: &Subject<'_>) -> Vec<StateSpan> {
    let mut history = StateHistory(vec![StateSpan { from: None, state: State::NotSigned }]);
    walk(transitions, subject, &mut history);
    history.0
}

struct StateHistory(Vec<StateSpan>);

impl Visitor for StateHistory {
    fn after_day(&mut self, day: Moment, judgement: &StateWithGrounds) {
        let state = judgement.state;
        if self.0.last().is_none_or(|last| !last.state.is_same_condition(state)) {
            self.0.push(StateSpan { from: Some(day), state });
        }
    }
}
