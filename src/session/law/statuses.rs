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
    /// The same as lines of a list, in each status by category.
    pub lines: Vec<StatusLine>,
    states: Vec<State>,
    statuses: Vec<Status>,
    categories: Vec<usize>,
}

/// A line of the list of treaties by status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusLine {
    /// The heading of a status, with its number of treaties.
    Status(Status, usize),
    /// The heading of a category in it, by its index, with its number of treaties; none in a dataset of one category.
    Category(usize, usize),
    /// A treaty and its status.
    Treaty(TreatyId, Status),
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
        let categories = dataset.treaties().iter().map(|treaty| treaty.category).collect();
        let mut all = Self {
            day,
            counts: StatusCounts::default(),
            groups: Vec::new(),
            lines: Vec::new(),
            states,
            statuses,
            categories,
        };
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
        for (_, group) in &mut groups {
            group.sort_by_key(|treaty| self.category(*treaty));
        }
        self.groups = groups;
        self.lines = self.list();
    }

    fn category(&self, treaty: TreatyId) -> Option<usize> {
        self.categories.get(treaty.index()).copied()
    }

    fn list(&self) -> Vec<StatusLine> {
        let mut lines = Vec::new();
        let has_categories = self.categories.iter().any(|category| Some(category) != self.categories.first());
        for (status, group) in &self.groups {
            lines.push(StatusLine::Status(*status, group.len()));
            for alike in group.chunk_by(|a, b| self.category(*a) == self.category(*b)) {
                let category = alike.first().and_then(|treaty| self.category(*treaty));
                let heading = category.filter(|_| has_categories);
                lines.extend(heading.map(|category| StatusLine::Category(category, alike.len())));
                lines.extend(alike.iter().map(|treaty| StatusLine::Treaty(*treaty, *status)));
            }
        }
        lines
    }

    /// Number of treaties that are shown, and of all.
    pub fn shown_of_all(&self) -> (usize, usize) {
        (self.groups.iter().map(|(_, group)| group.len()).sum(), self.statuses.len())
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
