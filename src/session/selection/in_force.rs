//! From when until when a treaty was in force, for the line under its name.

use chrono::Datelike as _;

use crate::domain::{Dataset, DateRole, EventId, Moment, PartyId, Phase, PhaseKind, SECS_PER_DAY, TreatyId};

/// From when until when a treaty was in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    /// The first day.
    pub from: LegalDay,
    /// When its operation was suspended, in order of time.
    pub suspensions: Vec<Suspension>,
    /// The first day on which it was in force no more, as everywhere in law; `None` while it is in force.
    pub ended: Option<LegalDay>,
    /// Whole years, until today while it is in force; `None` if a date is inexact or today is not known.
    pub years: Option<usize>,
}

/// A period in which the operation of a treaty was suspended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suspension {
    /// The first day.
    pub from: LegalDay,
    /// The first day on which it was in force as before; `None` if it stayed suspended.
    pub until: Option<LegalDay>,
}

/// A day on which the legal status changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LegalDay {
    /// The day.
    pub day: Moment,
    /// The event whose date is said in its place, because it is not one sure day.
    pub dated_by: Option<EventId>,
    /// Whose act changed it, if one party's did.
    pub party: Option<PartyId>,
}

impl LegalDay {
    /// The day on which a phase began.
    fn of(dataset: &Dataset, phase: &Phase) -> Self {
        // The life of a treaty as a whole rests on events; of two sides an act of a list is a day.
        let Some(event) = phase.from.event() else {
            return Self { day: phase.day, dated_by: None, party: None };
        };
        let claim = dataset.event(event).governing_claim();
        // Where the last day is on record, the day itself is another.
        let is_last_day = claim.role == DateRole::LastDay;
        let is_inexact = claim.date.is_spread() || (!claim.date.is_one_day() && !is_last_day);
        Self { day: phase.day, dated_by: is_inexact.then_some(event), party: dataset.event(event).party }
    }

    fn is_inexact(&self, dataset: &Dataset) -> bool {
        self.dated_by.is_some_and(|event| dataset.event(event).governing_claim().date.is_spread())
    }
}

impl InForce {
    /// `None` if a treaty was never in force.
    pub(super) fn of(dataset: &Dataset, treaty: TreatyId, today: Option<Moment>) -> Option<Self> {
        let is_force = |phase: &Phase| {
            matches!(phase.kind, PhaseKind::InForce | PhaseKind::Extended | PhaseKind::Suspended)
        };
        let phases = dataset.phases(treaty);
        let from = LegalDay::of(dataset, phases.iter().find(|phase| is_force(phase))?);
        let ended = phases.last().filter(|phase| phase.kind == PhaseKind::Ended);
        let ended = ended.map(|phase| LegalDay::of(dataset, phase));
        let suspended = phases.iter().enumerate().filter(|(_, phase)| phase.kind == PhaseKind::Suspended);
        let suspensions = suspended.map(|(index, phase)| Suspension {
            from: LegalDay::of(dataset, phase),
            until: phases
                .get(index + 1)
                .filter(|next| is_force(next))
                .map(|next| LegalDay::of(dataset, next)),
        });
        let suspensions: Vec<Suspension> = suspensions.collect();
        let is_inexact = from.is_inexact(dataset) || ended.is_some_and(|ended| ended.is_inexact(dataset));
        let end = ended.map(|ended| ended.day).or_else(|| today.map(|today| today.plus(SECS_PER_DAY)));
        let years = end.filter(|_| !is_inexact).and_then(|end| whole_years(from.day, end));
        Some(Self { from, suspensions, ended, years })
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
