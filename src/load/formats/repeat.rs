//! Rules of recurrence (RFC 5545, 3.3.10): on which days an entry repeats.

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};

use super::calendar::dates::Civil;

/// How many times an entry is shown at most.
pub(super) const MAX_TIMES: usize = 2000;
/// How many days, weeks, months or years are looked at for them: a rule may hit none, as 30 February does.
const MAX_PERIODS: u32 = 40_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// A rule, as far as it is understood.
#[derive(Debug)]
pub(super) struct Repeat {
    frequency: Frequency,
    interval: u32,
    count: Option<usize>,
    until: Option<NaiveDate>,
    months: Vec<i32>,
    month_days: Vec<i32>,
    /// Weekdays, and which of them in the month or year; 0 for each.
    weekdays: Vec<(i32, Weekday)>,
    /// Which of the days of a period, counted from 1, or from -1 at its end.
    positions: Vec<i32>,
    week_start: Weekday,
}

/// The days of a rule.
pub(super) struct Times {
    /// In order; the first is that of the entry itself.
    pub(super) days: Vec<NaiveDate>,
    /// Whether there are more, which `horizon` has cut off.
    pub(super) is_endless: bool,
    /// Whether there are more than [`MAX_TIMES`].
    pub(super) is_cut_off: bool,
}

impl Repeat {
    /// Reads a rule; nothing if a part of it is not understood, since the rest would give other days.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut repeat = Self {
            frequency: Frequency::Daily,
            interval: 1,
            count: None,
            until: None,
            months: Vec::new(),
            month_days: Vec::new(),
            weekdays: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Mon,
        };
        let mut has_frequency = false;
        for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=')?;
            let (name, value) = (name.trim().to_ascii_uppercase(), value.trim().to_ascii_uppercase());
            match name.as_str() {
                "FREQ" => {
                    has_frequency = true;
                    repeat.frequency = match value.as_str() {
                        "DAILY" => Frequency::Daily,
                        "WEEKLY" => Frequency::Weekly,
                        "MONTHLY" => Frequency::Monthly,
                        "YEARLY" => Frequency::Yearly,
                        _ => return None,
                    };
                }
                "INTERVAL" => repeat.interval = value.parse().ok().filter(|&interval| interval > 0)?,
                "COUNT" => repeat.count = Some(value.parse().ok().filter(|&count| count > 0)?),
                "UNTIL" => repeat.until = Some(Civil::parse(&value)?.day),
                "BYMONTH" => {
                    repeat.months = numbers(&value, 12).filter(|list| list.iter().all(|&it| it > 0))?;
                }
                "BYMONTHDAY" => repeat.month_days = numbers(&value, 31)?,
                "BYSETPOS" => repeat.positions = numbers(&value, 366)?,
                "BYDAY" => repeat.weekdays = value.split(',').map(weekday).collect::<Option<_>>()?,
                "WKST" => repeat.week_start = weekday(&value)?.1,
                _ => return None,
            }
        }
        let has_ordinals = repeat.weekdays.iter().any(|&(ordinal, _)| ordinal != 0);
        let may_have_ordinals = matches!(repeat.frequency, Frequency::Monthly | Frequency::Yearly);
        (has_frequency && (may_have_ordinals || !has_ordinals)).then_some(repeat)
    }

    /// The days on which something repeats that is on `start` first. Without an end of its own it goes on until `horizon`.
    pub(super) fn days(&self, start: NaiveDate, horizon: NaiveDate) -> Times {
        let mut times = Times { days: vec![start], is_endless: false, is_cut_off: false };
        let is_bounded = self.count.is_some() || self.until.is_some();
        let last = match self.until {
            Some(until) => until,
            None if self.count.is_some() => NaiveDate::MAX,
            None => horizon,
        };
        for index in 0..MAX_PERIODS {
            let Some(days) = self.period(start, index) else { return times };
            for day in days.into_iter().filter(|&day| day > start) {
                if self.count.is_some_and(|count| times.days.len() >= count) {
                    return times;
                }
                if day > last {
                    times.is_endless = !is_bounded;
                    return times;
                }
                if times.days.len() >= MAX_TIMES {
                    times.is_cut_off = true;
                    return times;
                }
                times.days.push(day);
            }
            if self.first_of_period(start, index).is_none_or(|first| first > last) {
                times.is_endless = !is_bounded;
                return times;
            }
        }
        times
    }

    /// The first day of a period; nothing beyond the calendar.
    fn first_of_period(&self, start: NaiveDate, index: u32) -> Option<NaiveDate> {
        let count = index.checked_mul(self.interval)?;
        let first = match self.frequency {
            Frequency::Daily => start.checked_add_days(Days::new(u64::from(count)))?,
            Frequency::Weekly => {
                let into_week = start.weekday().days_since(self.week_start);
                let week = start.checked_sub_days(Days::new(u64::from(into_week)))?;
                week.checked_add_days(Days::new(7 * u64::from(count)))?
            }
            Frequency::Monthly => start.with_day(1)?.checked_add_months(Months::new(count))?,
            Frequency::Yearly => {
                NaiveDate::from_ymd_opt(start.year().checked_add(i32::try_from(count).ok()?)?, 1, 1)?
            }
        };
        // No date of the timeline is later.
        (first.year() <= 9999).then_some(first)
    }

    /// The days of the rule in a period, in order; nothing beyond the calendar.
    fn period(&self, start: NaiveDate, index: u32) -> Option<Vec<NaiveDate>> {
        let first = self.first_of_period(start, index)?;
        let in_months =
            |day: &NaiveDate| self.months.is_empty() || self.months.contains(&(day.month() as i32));
        let mut days = match self.frequency {
            Frequency::Daily => vec![first]
                .into_iter()
                .filter(|&day| self.is_of_month_day(day) && self.is_of_weekday(day))
                .collect(),
            Frequency::Weekly => {
                let is_meant = |day: &NaiveDate| {
                    if self.weekdays.is_empty() {
                        day.weekday() == start.weekday()
                    } else {
                        self.is_of_weekday(*day)
                    }
                };
                first.iter_days().take(7).filter(is_meant).collect::<Vec<_>>()
            }
            Frequency::Monthly => self.days_of_month(first, start.day()),
            Frequency::Yearly => self.days_of_year(first, start),
        };
        days.retain(in_months);
        days.sort_unstable();
        days.dedup();
        if self.positions.is_empty() {
            return Some(days);
        }
        let mut chosen: Vec<NaiveDate> =
            self.positions.iter().filter_map(|&position| nth(&days, position)).collect();
        chosen.sort_unstable();
        chosen.dedup();
        Some(chosen)
    }

    fn days_of_month(&self, first: NaiveDate, day: u32) -> Vec<NaiveDate> {
        let all: Vec<NaiveDate> =
            first.iter_days().take_while(|day| day.month() == first.month()).take(31).collect();
        if !self.month_days.is_empty() {
            return all
                .into_iter()
                .filter(|&day| self.is_of_month_day(day) && self.is_of_weekday(day))
                .collect();
        }
        if self.weekdays.is_empty() {
            return all.into_iter().filter(|it| it.day() == day).collect();
        }
        self.weekdays_of(&all)
    }

    fn days_of_year(&self, first: NaiveDate, start: NaiveDate) -> Vec<NaiveDate> {
        let firsts = (1..=12).filter_map(|month| first.with_month(month));
        if self.months.is_empty() && self.month_days.is_empty() {
            if self.weekdays.is_empty() {
                return NaiveDate::from_ymd_opt(first.year(), start.month(), start.day())
                    .into_iter()
                    .collect();
            }
            let all: Vec<NaiveDate> =
                first.iter_days().take_while(|day| day.year() == first.year()).take(366).collect();
            return self.weekdays_of(&all);
        }
        let is_meant =
            |first: &NaiveDate| self.months.is_empty() || self.months.contains(&(first.month() as i32));
        firsts.filter(is_meant).flat_map(|first| self.days_of_month(first, start.day())).collect()
    }

    /// The days that the list of weekdays means, of a month or a year.
    fn weekdays_of(&self, all: &[NaiveDate]) -> Vec<NaiveDate> {
        let mut days = Vec::new();
        for &(ordinal, weekday) in &self.weekdays {
            let of_weekday: Vec<NaiveDate> =
                all.iter().copied().filter(|day| day.weekday() == weekday).collect();
            if ordinal == 0 {
                days.extend(of_weekday);
            } else {
                days.extend(nth(&of_weekday, ordinal));
            }
        }
        days
    }

    fn is_of_weekday(&self, day: NaiveDate) -> bool {
        self.weekdays.is_empty() || self.weekdays.iter().any(|&(_, weekday)| weekday == day.weekday())
    }

    fn is_of_month_day(&self, day: NaiveDate) -> bool {
        let from_end = || {
            let next = day.with_day(1).and_then(|first| first.checked_add_months(Months::new(1)));
            next.map_or(0, |next| (day - next).num_days() as i32)
        };
        self.month_days.is_empty()
            || self.month_days.iter().any(|&it| it == day.day() as i32 || (it < 0 && it == from_end()))
    }
}

/// The day at a position that counts from 1, or from -1 at the end.
fn nth(days: &[NaiveDate], position: i32) -> Option<NaiveDate> {
    let index = position.unsigned_abs() as usize;
    let index = if position > 0 { index.checked_sub(1)? } else { days.len().checked_sub(index)? };
    days.get(index).copied()
}

/// Numbers that commas part, none of them 0 or further from it than `max`.
fn numbers(text: &str, max: i32) -> Option<Vec<i32>> {
    text.split(',')
        .map(|number| number.trim().parse().ok().filter(|&number: &i32| number != 0 && number.abs() <= max))
        .collect()
}

/// A weekday, and which of them: `MO`, `1MO`, `-1FR`.
fn weekday(text: &str) -> Option<(i32, Weekday)> {
    let text = text.trim();
    let (ordinal, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let weekday = match name {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    };
    let ordinal = if ordinal.is_empty() {
        0
    } else {
        ordinal.parse().ok().filter(|&it: &i32| it != 0 && it.abs() <= 53)?
    };
    Some((ordinal, weekday))
}

#[cfg(test)]
mod tests {
    use super::super::entries::edtf;
    use super::*;

    fn day(text: &str) -> NaiveDate {
        Civil::parse(text).unwrap().day
    }

    fn days(rule: &str, start: &str) -> Vec<String> {
        let times = Repeat::parse(rule).unwrap().days(day(start), day("20301231"));
        times.days.into_iter().map(edtf).collect()
    }

    #[test]
    fn rules_give_the_days_that_the_standard_gives() {
        for (rule, start, expected) in [
            ("FREQ=DAILY;COUNT=3", "19970902", "1997-09-02 1997-09-03 1997-09-04"),
            ("FREQ=DAILY;INTERVAL=10;UNTIL=19970922T000000Z", "19970902", "1997-09-02 1997-09-12 1997-09-22"),
            (
                "FREQ=WEEKLY;COUNT=4;BYDAY=TU,TH;WKST=SU",
                "19970902",
                "1997-09-02 1997-09-04 1997-09-09 1997-09-11",
            ),
            (
                "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
                "19970805",
                "1997-08-05 1997-08-10 1997-08-19 1997-08-24",
            ),
            (
                "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
                "19970805",
                "1997-08-05 1997-08-17 1997-08-19 1997-08-31",
            ),
            ("FREQ=MONTHLY;COUNT=3;BYDAY=1FR", "19970905", "1997-09-05 1997-10-03 1997-11-07"),
            ("FREQ=MONTHLY;COUNT=3;BYMONTHDAY=-3", "19970928", "1997-09-28 1997-10-29 1997-11-28"),
            ("FREQ=MONTHLY;COUNT=3", "19970131", "1997-01-31 1997-03-31 1997-05-31"),
            ("FREQ=MONTHLY;COUNT=2;BYDAY=FR;BYMONTHDAY=13", "19980213", "1998-02-13 1998-03-13"),
            (
                "FREQ=MONTHLY;COUNT=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                "19970930",
                "1997-09-30 1997-10-31 1997-11-28",
            ),
            ("FREQ=YEARLY;COUNT=3;BYMONTH=6,7", "19970610", "1997-06-10 1997-07-10 1998-06-10"),
            ("FREQ=YEARLY;COUNT=2;BYDAY=20MO", "19970519", "1997-05-19 1998-05-18"),
            ("FREQ=YEARLY;COUNT=2;BYMONTH=11;BYDAY=-1TH", "19971127", "1997-11-27 1998-11-26"),
            ("FREQ=YEARLY;UNTIL=20300101", "20200229", "2020-02-29 2024-02-29 2028-02-29"),
        ] {
            assert_eq!(days(rule, start).join(" "), expected, "{rule}");
        }
    }

    #[test]
    fn no_rule_goes_on_for_ever() {
        let endless = Repeat::parse("FREQ=YEARLY").unwrap().days(day("20200101"), day("20221231"));
        assert_eq!((endless.days.len(), endless.is_endless, endless.is_cut_off), (3, true, false));
        let many =
            Repeat::parse("FREQ=DAILY;COUNT=999999999").unwrap().days(day("20200101"), day("20201231"));
        assert_eq!((many.days.len(), many.is_cut_off), (MAX_TIMES, true));
        let never = Repeat::parse("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5").unwrap();
        assert_eq!(never.days(day("20200101"), day("20201231")).days.len(), 1);
        let far = Repeat::parse("FREQ=YEARLY;INTERVAL=4294967295;COUNT=5").unwrap();
        assert_eq!(far.days(day("20200101"), day("20201231")).days.len(), 1);
    }

    #[test]
    fn what_is_not_understood_is_no_rule() {
        for rule in [
            "",
            "FREQ=HOURLY",
            "FREQ=YEARLY;BYWEEKNO=20",
            "FREQ=DAILY;COUNT=0",
            "FREQ=WEEKLY;BYDAY=1MO",
            "FREQ=MONTHLY;BYDAY=XX",
            "FREQ=MONTHLY;BYMONTHDAY=32",
            "FREQ=DAILY;BYDAY=é",
            "DAILY",
        ] {
            assert!(Repeat::parse(rule).is_none(), "{rule}");
        }
    }
}
