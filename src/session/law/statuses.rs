//! The legal status of every treaty on one day, computed once when the status date is set.

use crate::domain::{Dataset, Moment, State, TreatyId};

/// The legal status of every treaty on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statuses {
    /// The status date, at midnight.
    pub day: Moment,
    /// Number of treaties by status.
    pub counts: StatusCounts,
    states: Vec<State>,
}

/// Number of treaties by status. Treaties that nobody had signed yet are not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StatusCounts {
    /// In force, also during a notice period, or provisionally applied.
    pub in_force: usize,
    /// Suspended.
    pub suspended: usize,
    /// Ended, or never in force.
    pub ended: usize,
    /// Signed and not in force.
    pub signed: usize,
}

impl Statuses {
    /// The statuses at the beginning of a day.
    pub(in crate::session) fn new(dataset: &Dataset, day: Moment) -> Self {
        let day = Moment::from_date(day.date());
        let treaties = (0..dataset.treaties().len()).map(TreatyId::new);
        let states: Vec<State> = treaties.map(|treaty| dataset.whole_state_on(treaty, day)).collect();
        Self { day, counts: StatusCounts::of(&states), states }
    }

    /// The state of one treaty.
    pub fn state(&self, treaty: TreatyId) -> State {
        self.states[treaty.index()]
    }

    /// The states of all treaties, by their index in the dataset.
    pub fn states(&self) -> &[State] {
        &self.states
    }
}

impl StatusCounts {
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
                State::NotSigned | State::Out => {}
            }
        }
        counts
    }
}
