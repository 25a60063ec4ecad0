//! The time from one date to another, no more exactly than both are known.

use super::clauses::Period;
use super::edtf_date::EdtfDate;
use super::moment::SECS_PER_DAY;

/// The longest that a date known to the month can be, in days; and one known to the year.
const MONTH: i64 = 31;
const YEAR: i64 = 366;

/// The time from one date to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elapsed {
    /// Between two sure days: calendar months and days.
    Exact(Period),
    /// Where a date is known to the month or the year only, or is not sure: rounded to whole months or years, and not zero.
    About(Period),
    /// A date is open or known less exactly than to the year, or the time is shorter than what is not known of the dates.
    Unknown,
}

impl Elapsed {
    /// The time between two dates, in whichever order they come.
    pub fn between(one: &EdtfDate, other: &EdtfDate) -> Self {
        let (first, last) = if one.anchor() <= other.anchor() { (one, other) } else { (other, one) };
        if first.is_one_day() && last.is_one_day() {
            return Self::Exact(Period::between(first.earliest(), last.earliest()));
        }
        let is_open = |date: &EdtfDate| date.has_open_start() || date.has_open_end();
        if is_open(first) || is_open(last) {
            return Self::Unknown;
        }
        let days = |date: &EdtfDate| (date.end().secs() - date.earliest().secs()) / SECS_PER_DAY;
        let between = Period::between(first.anchor(), last.anchor());
        let longest = days(first).max(days(last));
        let months = if longest <= MONTH {
            between.months + u32::from(between.days >= 15)
        } else if longest <= YEAR {
            (between.months + 6) / 12 * 12
        } else {
            0
        };
        if months == 0 { Self::Unknown } else { Self::About(Period { months, days: 0 }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_only_where_both_dates_are_days() {
        let exact = |period| Elapsed::Exact(Period::parse(period).unwrap());
        let about = |period| Elapsed::About(Period::parse(period).unwrap());
        for (from, to, elapsed) in [
            ("1988-06-01", "2019-08-02", exact("P31Y2M1D")),
            ("2019-08-02", "1988-06-01", exact("P31Y2M1D")),
            ("2019-02-02", "2019-02-02", exact("P0D")),
            ("1988-06", "2019-08-02", about("P31Y2M")),
            ("1988-06-01?", "2019-08-02", about("P31Y2M")),
            ("1988", "2019-08-02", about("P31Y")),
            ("2019-07", "2019-07-20", Elapsed::Unknown),
            ("2019", "2019-08-02", Elapsed::Unknown),
            ("198X", "2019-08-02", Elapsed::Unknown),
            ("../1988-06-01", "2019-08-02", Elapsed::Unknown),
        ] {
            let dates = [from, to].map(|text| EdtfDate::parse(text).unwrap());
            assert_eq!(Elapsed::between(&dates[0], &dates[1]), elapsed, "{from} {to}");
        }
    }
}
