//! Days, times and durations of iCalendar (RFC 5545, 3.3) as civil time: the time that is written, in whatever zone.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// A day, and the time of day if there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::load::formats) struct Civil {
    pub(in crate::load::formats) day: NaiveDate,
    pub(in crate::load::formats) time: Option<NaiveTime>,
}

impl Civil {
    /// Reads `19870408`, `19870408T120000` and `19870408T120000Z`, also with hyphens and colons, as some programs write them.
    pub(in crate::load::formats) fn parse(text: &str) -> Option<Self> {
        let digits: String = text.trim().chars().filter(|c| !matches!(c, '-' | ':')).collect();
        let (day, time) = match digits.split_once(['T', 't', ' ']) {
            Some((day, time)) => (day, Some(time)),
            None => (digits.as_str(), None),
        };
        let day = NaiveDate::from_ymd_opt(
            i32::try_from(number(day, 0, 4)?).ok()?,
            number(day, 4, 6)?,
            number(day, 6, 8).filter(|_| day.len() == 8)?,
        )?;
        let Some(time) = time else { return Some(Self { day, time: None }) };
        // A zone behind the time says where it was that late; the day there is the one that is written.
        let time = time.trim_end_matches(['Z', 'z']);
        let time = time.split(['+', '.']).next().unwrap_or_default();
        let seconds = if time.len() > 4 { number(time, 4, 6)? } else { 0 };
        // A leap second is the last of its minute.
        let time = NaiveTime::from_hms_opt(number(time, 0, 2)?, number(time, 2, 4)?, seconds.min(59))?;
        Some(Self { day, time: Some(time) })
    }

    fn at(self) -> NaiveDateTime {
        self.day.and_time(self.time.unwrap_or_default())
    }

    /// The last day of what begins here and has ended at `end`; nothing if it ends before.
    ///
    /// The end is the first moment that is out (RFC 5545, 3.6.1). Programs that write the beginning as the end mean one day.
    pub(in crate::load::formats) fn last_day(self, end: Self) -> Option<NaiveDate> {
        let (start, end) = (self.at(), end.at());
        if end < start {
            return None;
        }
        let last = end.checked_sub_signed(TimeDelta::seconds(1))?;
        Some(last.date().max(self.day))
    }

    /// Where something ends that begins here and lasts so long.
    pub(in crate::load::formats) fn after(self, duration: TimeDelta) -> Option<Self> {
        let end = self.at().checked_add_signed(duration)?;
        Some(Self { day: end.date(), time: Some(end.time()) })
    }

    /// The same time, on another day.
    pub(in crate::load::formats) fn on(self, day: NaiveDate) -> Self {
        Self { day, time: self.time }
    }
}

/// Reads a duration: `P1W`, `P1DT2H30M`. A negative one is none that an event can have.
pub(in crate::load::formats) fn duration(text: &str) -> Option<TimeDelta> {
    let text = text.trim().to_ascii_uppercase();
    let text = text.strip_prefix('+').unwrap_or(&text).strip_prefix('P')?;
    let mut total = TimeDelta::zero();
    let mut count = String::new();
    let mut is_time = false;
    let mut has_part = false;
    for c in text.chars() {
        let unit = match c {
            '0'..='9' => {
                count.push(c);
                continue;
            }
            'T' if count.is_empty() => {
                is_time = true;
                continue;
            }
            'W' => TimeDelta::try_weeks(1)?,
            'D' => TimeDelta::try_days(1)?,
            'H' if is_time => TimeDelta::try_hours(1)?,
            'M' if is_time => TimeDelta::try_minutes(1)?,
            'S' if is_time => TimeDelta::try_seconds(1)?,
            _ => return None,
        };
        let part = unit.checked_mul(count.parse().ok()?)?;
        total = total.checked_add(&part)?;
        count.clear();
        has_part = true;
    }
    (has_part && count.is_empty()).then_some(total)
}

/// As many days later.
pub(in crate::load::formats) fn days_later(day: NaiveDate, days: u64) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(days))
}

/// The number that the digits from one to another byte write.
fn number(text: &str, from: usize, to: usize) -> Option<u32> {
    let digits = text.get(from..to)?;
    if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::super::super::entries::edtf;
    use super::*;

    fn last(start: &str, end: &str) -> Option<String> {
        Civil::parse(start).unwrap().last_day(Civil::parse(end).unwrap()).map(edtf)
    }

    #[test]
    fn an_end_is_the_first_moment_that_is_out() {
        for (start, end, expected) in [
            ("19311231", "19320101", Some("1931-12-31")),
            ("20110205", "20260205", Some("2026-02-04")),
            ("20110205", "20110205", Some("2011-02-05")),
            ("20110205", "20110204", None),
            ("20200229T233000", "20200301T000000", Some("2020-02-29")),
            ("20200229T233000Z", "20200301T003000Z", Some("2020-03-01")),
        ] {
            assert_eq!(last(start, end).as_deref(), expected, "{start} {end}");
        }
    }

    #[test]
    fn days_that_are_in_no_calendar_are_none() {
        for text in [
            "",
            "1931",
            "19311301",
            "20230229",
            "19310504T250000",
            "193105044",
            "1931-05-04T1",
            "neunzehn",
            "١٩٣١٠٥٠٤",
        ] {
            assert_eq!(Civil::parse(text), None, "{text}");
        }
        assert_eq!(Civil::parse("1931-05-04T12:30:00+02:00"), Civil::parse("19310504T123000"));
        assert_eq!(Civil::parse("20161231T235960Z"), Civil::parse("20161231T235959"));
    }

    #[test]
    fn durations_are_read_and_none_overflows() {
        assert_eq!(duration("P1DT2H30M"), TimeDelta::try_minutes(26 * 60 + 30));
        assert_eq!(duration("P2W"), TimeDelta::try_days(14));
        for text in ["", "P", "1D", "-P1D", "P1M", "PT99999999999999999999H", "P9999999999999999W", "P1DT5"] {
            assert_eq!(duration(text), None, "{text}");
        }
        assert!(Civil::parse("99991231").unwrap().after(TimeDelta::MAX).is_none());
    }
}
