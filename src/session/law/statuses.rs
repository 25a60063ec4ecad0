//! The legal status of every treaty on one day, computed once for that day, with the treaties that are shown in groups.

use crate::domain::{Dataset, Moment, State, Status, TreatyId};

/// The legal status of every treaty on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statuses {
    /// The day, at midnight.
    pub day: Moment,
    /// Number of shown treaties by status.
    pub counts: StatusCounts,
    /// The shown treaties by status, what is in force first; no group is empty.
    pub groups: Vec<(Status, Vec<TreatyId>)>,
    states: Vec<State>,
    statuses: Vec<Status>,
}

/// Number of treaties by status. Treaties that nobody had signed yet are not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StatusCounts {
    /// In force, also during a notice period, or provisionally applied.
    pub in_force: usize,
    /// Political documents that are in effect.
    pub in_effect: usize,
    /// Suspended.
    pub suspended: usize,
    /// Ended, or never in force.
    pub ended: usize,
    /// Signed and not in force.
    pub signed: usize,
}

impl Statuses {
    /// The statuses at the beginning of a day, all treaties being shown.
    pub(in crate::session) fn new(dataset: &Dataset, day: Moment) -> Self {
        let day = Moment::from_date(day.date());
        let treaties = (0..dataset.treaties().len()).map(TreatyId::new);
        let states: Vec<State> = treaties.map(|treaty| dataset.whole_state_on(treaty, day)).collect();
        let statuses = std::iter::zip(dataset.treaties(), &states);
        let statuses = statuses.map(|(treaty, &state)| Status::of_state(state, treaty.nature)).collect();
        let mut all = Self { day, counts: StatusCounts::default(), groups: Vec::new(), states, statuses };
        all.count(|_| true);
        all
    }

    /// The statuses today, or where there is no today at the end of the record.
    pub(in crate::session) fn of_today(dataset: &Dataset, today: Option<Moment>) -> Self {
        Self::new(dataset, dataset.current_day(today).unwrap_or(Moment::MIN))
    }

    /// Counts and groups the treaties that are shown.
    pub(in crate::session) fn count(&mut self, shows: impl Fn(TreatyId) -> bool) {
        let mut groups: Vec<(Status, Vec<TreatyId>)> =
            Status::ALL.into_iter().map(|status| (status, Vec::new())).collect();
        for (index, status) in self.statuses.iter().enumerate() {
            let treaty = TreatyId::new(index);
            if let Some((_, group)) = groups.iter_mut().find(|(other, _)| other == status)
                && shows(treaty)
            {
                group.push(treaty);
            }
        }
        let count = |status: Status| {
            groups.iter().find(|(other, _)| *other == status).map_or(0, |(_, group)| group.len())
        };
        self.counts = StatusCounts {
            in_force: count(Status::InForce),
            in_effect: count(Status::InEffect),
            suspended: count(Status::Suspended),
            ended: count(Status::Ended),
            signed: count(Status::Signed),
        };
        groups.retain(|(_, group)| !group.is_empty());
        self.groups = groups;
    }

    /// The state of one treaty.
    pub fn state(&self, treaty: TreatyId) -> State {
        self.states[treaty.index()]
    }

    /// The states of all treaties, by their index in the dataset.
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// The statuses of all treaties, by their index in the dataset.
    pub fn statuses(&self) -> &[Status] {
        &self.statuses
    }
}
