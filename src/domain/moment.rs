//! A point of civil time, in seconds, and its day in the calendar.

use chrono::{Datelike as _, NaiveDate, TimeDelta};

/// Seconds in a civil day: no leap seconds, no daylight saving, since a treaty day is a calendar day.
pub const SECS_PER_DAY: i64 = 86_400;

/// A point of civil time in seconds since 1970-01-01T00:00 of the proleptic Gregorian calendar.
///
/// A `Moment` has no time zone and is never converted from one: it is the local date and time of the place where the act
/// was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

const EPOCH: NaiveDate = NaiveDate::from_ymd_opt(1970, 1, 1).expect("1 January 1970 is a date");

impl Moment {
    /// The first moment the axis can show: year −9999.
    pub const MIN: Self = Self(-377_705_116_800);
    /// The moment after the last one the axis can show: the end of year 9999.
    pub const MAX: Self = Self(253_402_300_800);

    /// A moment from seconds since 1970-01-01T00:00.
    pub const fn from_secs(secs: i64) -> Self {
        Self(secs)
    }

    /// Seconds since 1970-01-01T00:00.
    pub const fn secs(self) -> i64 {
        self.0
    }

    /// Midnight at the start of a calendar day; `None` if there is no such day.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self::from_date)
    }

    /// Midnight at the start of `date`.
    pub fn from_date(date: NaiveDate) -> Self {
        Self((date - EPOCH).num_days() * SECS_PER_DAY)
    }

    /// The calendar day this moment lies in; 1970-01-01 far outside the axis, where `chrono` has no dates.
    pub fn date(self) -> NaiveDate {
        let days = self.0.div_euclid(SECS_PER_DAY);
        let days = TimeDelta::try_days(days).unwrap_or_default();
        EPOCH.checked_add_signed(days).unwrap_or(EPOCH)
    }

    /// The calendar year this moment lies in.
    pub fn year(self) -> i32 {
        self.date().year()
    }

    /// Seconds since midnight.
    pub const fn secs_of_day(self) -> i64 {
        self.0.rem_euclid(SECS_PER_DAY)
    }

    /// This moment moved by `secs`, which may be negative; saturating.
    pub const fn plus(self, secs: i64) -> Self {
        Self(self.0.saturating_add(secs))
    }

    /// The point halfway between two moments.
    pub const fn midpoint(self, other: Self) -> Self {
        Self(self.0 + (other.0 - self.0) / 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_the_axis_are_the_ends_of_four_digit_years() {
        assert_eq!(Moment::from_ymd(-9999, 1, 1), Some(Moment::MIN));
        assert_eq!(Moment::from_ymd(10_000, 1, 1), Some(Moment::MAX));
    }

    #[test]
    fn every_hundredth_day_of_the_axis_survives_the_way_to_the_calendar_and_back() {
        let mut at = Moment::MIN;
        while at < Moment::MAX {
            assert_eq!(Moment::from_date(at.date()), at);
            at = at.plus(SECS_PER_DAY * 100);
        }
    }

    #[test]
    fn a_time_of_day_stays_in_its_day() {
        let noon = Moment::from_ymd(1969, 12, 31).unwrap().plus(SECS_PER_DAY / 2);
        assert_eq!(noon.year(), 1969);
        assert_eq!(noon.secs_of_day(), SECS_PER_DAY / 2);
    }
}
