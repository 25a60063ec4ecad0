//! The law on one day: the state of every treaty as a whole, computed once when the day is chosen.

use crate::domain::{Dataset, Moment, State, TreatyId};

/// A day with the states of all treaties on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The day.
    pub day: Moment,
    /// How many stand how.
    pub counts: Counts,
    states: Vec<State>,
}

/// How many treaties stand how on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// In force, also with notice running, or applied provisionally.
    pub in_force: usize,
    /// Suspended.
    pub suspended: usize,
    /// Ended, or never in force.
    pub ended: usize,
    /// Signed and not in force.
    pub signed: usize,
}

impl AsOf {
    /// The states on `day`.
    pub(in crate::session) fn new(dataset: &Dataset, day: Moment) -> Self {
        let day = Moment::from_date(day.date());
        let treaties = (0..dataset.treaties().len()).map(TreatyId::new);
        let states: Vec<State> = treaties.map(|treaty| dataset.whole_state_on(treaty, day)).collect();
        Self { day, counts: Counts::of(&states), states }
    }

    /// The state of a treaty.
    pub fn state(&self, treaty: TreatyId) -> State {
        self.states[treaty.index()]
    }

    /// The states of all treaties, in the order of the dataset.
    pub fn states(&self) -> &[State] {
        &self.states
    }
}

impl Counts {
    fn of(states: &[State]) -> Self {
        let mut counts = Self::default();
        for state in states {
            match state {
                State::Suspended | State::NoticeRunning { is_suspended: true, .. } => counts.suspended += 1,
                State::InForce | State::NoticeRunning { .. } | State::ProvisionallyApplied => {
                    counts.in_force += 1;
                }
                State::Ended | State::NeverInForce => counts.ended += 1,
                State::Signed { .. } => counts.signed += 1,
                // Nobody had signed these yet: on that day they were not there to be counted.
                State::NotSigned | State::Out => {}
            }
        }
        counts
    }
}
