//! A treaty's own clauses: entry into force for late parties, notice of withdrawal, duration.

use chrono::{Datelike as _, Months, NaiveDate};

use super::ids::SourceId;
use super::moment::{Moment, SECS_PER_DAY};

/// The clauses that the law applies where no event is recorded. A clause not seen in the treaty's text is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clauses {
    /// From a party's deposit to the treaty's entry into force for it, once the treaty is in force.
    pub entry: Option<Clause>,
    /// Whether [`entry`](Self::entry) also counts for deposits made before the treaty is in force (Ottawa Convention,
    /// art. 17.2): a party that deposits in the months before is bound later than the others.
    pub entry_counts_early: bool,
    /// From notice to the first day on which the withdrawing party is out.
    pub withdrawal: Option<Clause>,
    /// From entry into force to the end, where the treaty has a term. Shown only: the end of a term is an event, since
    /// it may have been extended.
    pub duration: Option<Clause>,
}

/// A period fixed by an article of a treaty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// How long.
    pub period: Period,
    /// Where the count starts.
    pub counting: Counting,
    /// Article and paragraph, as in `XXI.2`.
    pub article: Box<str>,
    /// Where the article was seen.
    pub source: SourceId,
}

/// Where the count of a period starts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counting {
    /// On the day of the act.
    #[default]
    Day,
    /// In the month of the act: `P6M` ends on the first day of the sixth month after it (Ottawa Convention,
    /// art. 17.2).
    Month,
}

/// A length of civil time in whole months and days: an ISO 8601 duration without hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// Calendar months; a year is twelve of them.
    pub months: u32,
    /// Days beside the months; a week is seven of them.
    pub days: u32,
}

impl Period {
    /// Reads `P5Y`, `P6M`, `P90D`, `P2W` or several of these in that order; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut rest = text.strip_prefix('P').filter(|rest| !rest.is_empty())?;
        let mut period = Self::default();
        let mut last = 0;
        while !rest.is_empty() {
            let digits = rest.find(|c: char| !c.is_ascii_digit())?;
            // Ten thousand of any unit is beyond the axis, and cannot overflow a sum.
            let count = rest[..digits].parse::<u32>().ok().filter(|&count| count <= 10_000)?;
            let unit = rest[digits..].chars().next()?;
            let rank = 1 + "YMWD".find(unit)?;
            if rank <= last {
                return None;
            }
            match unit {
                'Y' => period.months += 12 * count,
                'M' => period.months += count,
                'W' => period.days += 7 * count,
                _ => period.days += count,
            }
            (last, rest) = (rank, &rest[digits + 1..]);
        }
        Some(period)
    }

    /// The calendar months and days from one day to a later one: [`after`](Self::after) the first comes the second.
    pub fn between(from: Moment, to: Moment) -> Self {
        let (first, last) = (from.date(), to.date());
        let months = (last.year() - first.year()) * 12 + last.month() as i32 - first.month() as i32;
        let whole_months = Self { months: months.max(0) as u32, days: 0 };
        let before = Self { months: whole_months.months.saturating_sub(1), days: 0 };
        let months = if whole_months.after(from) <= Moment::from_date(last) { whole_months } else { before };
        let rest = Moment::from_date(last).secs() - months.after(Moment::from_date(first)).secs();
        Self { days: (rest / SECS_PER_DAY).max(0) as u32, ..months }
    }

    /// The days from one day to a later one.
    pub fn in_days(from: Moment, to: Moment) -> Self {
        let day = |moment: Moment| Moment::from_date(moment.date()).secs() / SECS_PER_DAY;
        Self { months: 0, days: (day(to) - day(from)).max(0) as u32 }
    }

    /// Its whole years.
    pub fn years(self) -> u32 {
        self.months / 12
    }

    /// The day that comes this period after `day`. A month is a calendar month: six months after 31 August is the last
    /// day of February.
    pub fn after(self, day: Moment) -> Moment {
        let date = day.date();
        let date = date.checked_add_months(Months::new(self.months)).unwrap_or(date);
        Moment::from_date(date).plus(i64::from(self.days) * SECS_PER_DAY)
    }
}

impl Period {
    /// The day that comes this period before `day`, by calendar months as in [`after`](Self::after).
    pub fn before(self, day: Moment) -> Moment {
        let date = day.date();
        let date = date.checked_sub_months(Months::new(self.months)).unwrap_or(date);
        Moment::from_date(date).plus(-i64::from(self.days) * SECS_PER_DAY)
    }
}

impl Clause {
    /// The day on which the period ends for an act of `day`.
    pub fn after(&self, day: Moment) -> Moment {
        match self.counting {
            Counting::Day => self.period.after(day),
            Counting::Month => {
                let date = day.date();
                let first = NaiveDate::from_ymd_opt(date.year(), date.month(), 1).unwrap_or(date);
                self.period.after(Moment::from_date(first))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(period: &str, day: (i32, u32, u32)) -> String {
        let day = Moment::from_ymd(day.0, day.1, day.2).unwrap();
        Period::parse(period).unwrap().after(day).date().to_string()
    }

    #[test]
    fn periods_are_calendar_months_and_days() {
        assert_eq!(after("P6M", (2019, 2, 2)), "2019-08-02");
        assert_eq!(after("P6M", (2019, 8, 31)), "2020-02-29");
        assert_eq!(after("P150D", (2007, 7, 15)), "2007-12-12");
        assert_eq!(after("P10Y", (2011, 2, 5)), "2021-02-05");
        assert_eq!(after("P0D", (2011, 2, 5)), "2011-02-05");
    }

    #[test]
    fn the_time_between_two_days_is_counted_in_calendar_months_and_days() {
        let day = |(year, month, day)| Moment::from_ymd(year, month, day).unwrap();
        for (from, to, period) in [
            ((2020, 5, 22), (2020, 11, 22), "P6M"),
            ((2019, 2, 2), (2019, 8, 2), "P6M"),
            ((2019, 8, 31), (2020, 2, 29), "P6M"),
            ((2001, 12, 13), (2002, 6, 13), "P6M"),
            ((2024, 8, 27), (2025, 2, 20), "P5M24D"),
            ((2020, 2, 1), (2020, 2, 1), "P0D"),
            ((1988, 6, 1), (2019, 8, 2), "P31Y2M1D"),
        ] {
            let between = Period::between(day(from), day(to));
            assert_eq!(between, Period::parse(period).unwrap(), "{from:?} {to:?}");
            assert_eq!(between.after(day(from)), day(to));
        }
        assert_eq!(Period::between(day((2020, 1, 2)), day((2020, 1, 1))), Period::default());
    }

    #[test]
    fn a_period_may_be_counted_from_the_month() {
        let clause = Clause {
            period: Period::parse("P6M").unwrap(),
            counting: Counting::Month,
            article: "17.2".into(),
            source: SourceId::new(0),
        };
        let deposit = Moment::from_ymd(2004, 5, 12).unwrap();
        assert_eq!(clause.after(deposit).date().to_string(), "2004-11-01");
    }

    #[test]
    fn malformed_periods_are_refused() {
        for bad in ["", "P", "6M", "P6", "PM", "P6M1Y", "P1M1M", "PT5H", "P-1D", "P99999D", "P1½D"] {
            assert_eq!(Period::parse(bad), None, "{bad}");
        }
    }
}
