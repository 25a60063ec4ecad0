//! From when until when a treaty was in force, for the line under its name.

use chrono::Datelike as _;

use crate::domain::{Dataset, EventId, Moment, Phase, PhaseKind, SECS_PER_DAY, TreatyId};

/// From when until when a treaty was in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InForce {
    /// The first day.
    pub first_day: Moment,
    /// The event that began it, where its date is that of the first day and may be inexact.
    pub begun_by: Option<EventId>,
    /// The last day; `None` while it is in force.
    pub last_day: Option<Moment>,
    /// The event that ended it, where its date leaves the last day open.
    pub ended_within: Option<EventId>,
    /// Since when its operation is suspended, if it is.
    pub suspended_since: Option<Moment>,
    /// Whole years, until today while it is in force; `None` if a date is inexact or today is not known.
    pub years: Option<usize>,
}

impl InForce {
    /// `None` if a treaty was never in force.
    pub(super) fn of(dataset: &Dataset, treaty: TreatyId, today: Option<Moment>) -> Option<Self> {
        let is_force = |phase: &&Phase| {
            matches!(phase.kind, PhaseKind::InForce | PhaseKind::Extended | PhaseKind::Suspended)
        };
        let phases = dataset.phases(treaty);
        let first = phases.iter().find(is_force)?;
        let last = phases.last().filter(|phase| phase.kind == PhaseKind::Ended);
        let history = dataset.state_history(treaty, None);
        let ends = std::iter::zip(&history, history.iter().skip(1));
        let first_day_out = last.and_then(|last| {
            let mut out = ends.filter(|(bound, free)| bound.state.is_bound() && !free.state.is_bound());
            out.next_back().and_then(|(_, free)| free.from).or(Some(last.start))
        });
        let begin = dataset.event(first.from).date();
        let begun_by = (begin.anchor() == first.start).then_some(first.from);
        let is_open = |phase: &&Phase| dataset.event(phase.from).governing_claim().date.is_spread();
        let ended_within = last.filter(is_open).map(|last| last.from);
        let is_inexact = (begun_by.is_some() && begin.is_spread()) || ended_within.is_some();
        let end = first_day_out.or_else(|| today.map(|today| today.plus(SECS_PER_DAY)));
        let suspended = phases.last().filter(|phase| phase.kind == PhaseKind::Suspended);
        Some(Self {
            first_day: first.start,
            begun_by,
            last_day: first_day_out.map(|day| day.plus(-SECS_PER_DAY)),
            ended_within,
            suspended_since: suspended.map(|phase| phase.start),
            years: end.filter(|_| !is_inexact).and_then(|end| whole_years(first.start, end)),
        })
    }
}

/// The whole years from one day to another; `None` if there is not one.
fn whole_years(from: Moment, to: Moment) -> Option<usize> {
    let (from, to) = (from.date(), to.date());
    let is_short = (to.month(), to.day()) < (from.month(), from.day());
    let years = to.year() - from.year() - i32::from(is_short);
    usize::try_from(years).ok().filter(|&years| years > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_counted_when_they_are_full() {
        let day = |year, month, day| Moment::from_ymd(year, month, day).unwrap();
        for (from, to, years) in [
            (day(2011, 2, 5), day(2026, 2, 5), Some(15)),
            (day(2011, 2, 5), day(2026, 2, 4), Some(14)),
            (day(2011, 2, 5), day(2012, 2, 4), None),
            (day(2012, 2, 29), day(2013, 2, 28), None),
            (day(2012, 2, 29), day(2013, 3, 1), Some(1)),
            (day(2012, 2, 29), day(2011, 3, 1), None),
        ] {
            assert_eq!(whole_years(from, to), years);
        }
    }
}
