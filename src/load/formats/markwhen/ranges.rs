//! The dates of markwhen: `2012/2013`, `Dec 7 1941 - now`, `12/7/2012`, `after !id / 6 months`, `2019 every 2 years x5`.

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};

use crate::domain::EdtfDate;

use super::super::entries::edtf;

/// What stands before the colon of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::load) struct Range {
    pub(super) from: Point,
    pub(super) to: Option<Point>,
    /// What follows the word `every`.
    pub(super) every: Option<String>,
}

/// One end of a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Point {
    Date(EdtfDate),
    /// The day on which the file is looked at.
    Now,
    Relative(Relative),
}

/// So long after another entry, or before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Relative {
    pub(super) is_before: bool,
    /// Its id; the entry above if absent.
    pub(super) of: Option<String>,
    /// Whether it is counted from its end; what `is_before` says if absent.
    pub(super) from_end: Option<bool>,
    amounts: Vec<(i64, Unit)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// Less than a day.
    Hours,
    Days,
    WorkDays,
    Weeks,
    Months,
    Years,
}

/// No range is longer, in bytes.
const MAX_LEN: usize = 120;
/// Nor has it more places where it may be parted: hyphens, slashes.
const MAX_JOINTS: usize = 5;

impl Range {
    /// Reads a range; `day_first` where the header says `dateFormat: d/M/y`.
    pub(in crate::load) fn parse(text: &str, day_first: bool) -> Option<Self> {
        let text = text.trim();
        if text.is_empty() || text.len() > MAX_LEN {
            return None;
        }
        // `to_ascii_lowercase` keeps the places of bytes.
        let lower = text.to_ascii_lowercase();
        let (text, every) = match lower.find(" every ") {
            Some(at) => (text.get(..at)?, Some(lower.get(at + 7..)?.trim().to_owned())),
            None => (text, None),
        };
        if let Some(from) = point(text, day_first) {
            return Some(Self { from, to: None, every });
        }
        for joint in ["/", " - ", " to ", " – ", " — ", "-", "–"] {
            for (at, _) in text.match_indices(joint).take(MAX_JOINTS) {
                let (first, last) = (text.get(..at)?, text.get(at + joint.len()..)?);
                if let (Some(from), Some(to)) = (point(first, day_first), point(last, day_first)) {
                    return Some(Self { from, to: Some(to), every });
                }
            }
        }
        None
    }

    /// Whether it begins with a date of its own.
    pub(in crate::load) fn has_date(&self) -> bool {
        matches!(self.from, Point::Date(_))
    }
}

fn point(text: &str, day_first: bool) -> Option<Point> {
    let text = text.trim();
    if text.eq_ignore_ascii_case("now") {
        return Some(Point::Now);
    }
    if let Some(relative) = Relative::parse(text) {
        return Some(Point::Relative(relative));
    }
    let text = without_time(text);
    let date =
        week(text).or_else(|| slashed(text, day_first)).or_else(|| EdtfDate::parse_typed(text).ok())?;
    Some(Point::Date(date))
}

/// A date without the time behind it: `2012-05-01T08:00:00Z`, `5/1/2012 8am`, `May 1 2012 18:30`.
fn without_time(text: &str) -> &str {
    if let Some((day, time)) = text.split_once('T')
        && day.len() >= 10
        && time.starts_with(|c: char| c.is_ascii_digit())
    {
        return day;
    }
    let Some((day, last)) = text.rsplit_once(char::is_whitespace) else { return text };
    let lower = last.to_ascii_lowercase();
    let is_half = lower.ends_with("am") || lower.ends_with("pm");
    let digits = lower.trim_end_matches(['a', 'p', 'm']);
    let is_clock = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == ':')
        && (is_half || digits.contains(':'));
    if is_clock { day.trim_end().trim_end_matches(',') } else { text }
}

/// `2024-W05`, `2024-W05-3`.
fn week(text: &str) -> Option<EdtfDate> {
    let (year, rest) = text.split_once(['W', 'w'])?;
    let year = year.trim_end_matches('-').parse().ok()?;
    let (week, day) = match rest.split_once('-') {
        Some((week, day)) => (week, Some(day.parse::<u8>().ok()?)),
        None => (rest, None),
    };
    let week = week.parse().ok()?;
    let monday = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
    let text = match day {
        Some(day @ 1..=7) => edtf(monday.checked_add_days(Days::new(u64::from(day) - 1))?),
        Some(_) => return None,
        None => format!("{}/{}", edtf(monday), edtf(monday.checked_add_days(Days::new(6))?)),
    };
    EdtfDate::parse(&text).ok()
}

/// `12/2012`, `12/7/2012`: the month first unless the header says otherwise, or no month has that number.
fn slashed(text: &str, day_first: bool) -> Option<EdtfDate> {
    let parts: Vec<&str> = text.split('/').collect();
    let number = |part: &str| {
        part.parse::<u32>().ok().filter(|_| part.len() <= 2 && part.bytes().all(|c| c.is_ascii_digit()))
    };
    let year = |part: &&str| part.len() == 4 && part.bytes().all(|c| c.is_ascii_digit());
    let text = match *parts.as_slice() {
        [month, year_text] if year(&year_text) => format!("{year_text}-{:02}", number(month)?),
        [first, second, year_text] if year(&year_text) => {
            let (first, second) = (number(first)?, number(second)?);
            let is_day_first = if day_first { second <= 12 } else { first > 12 };
            let (month, day) = if is_day_first { (second, first) } else { (first, second) };
            format!("{year_text}-{month:02}-{day:02}")
        }
        _ => return None,
    };
    EdtfDate::parse(&text).ok()
}

impl Relative {
    fn parse(text: &str) -> Option<Self> {
        let mut relative = Self { is_before: false, of: None, from_end: None, amounts: Vec::new() };
        let mut rest = text;
        for (word, is_before) in [("after", false), ("before", true), ("by", true)] {
            if let Some((head, tail)) = rest.split_at_checked(word.len())
                && head.eq_ignore_ascii_case(word)
                && !tail.starts_with(char::is_alphanumeric)
            {
                (relative.is_before, rest) = (is_before, tail.trim_start());
                break;
            }
        }
        if let Some(tail) = rest.strip_prefix('!') {
            let end = tail.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(tail.len());
            let (id, tail) = tail.split_at_checked(end)?;
            relative.of = Some(id.to_owned()).filter(|id| !id.is_empty());
            relative.of.as_ref()?;
            rest = tail;
            for (side, is_end) in [(".start", false), (".end", true)] {
                if let Some(tail) = rest.strip_prefix(side) {
                    (relative.from_end, rest) = (Some(is_end), tail);
                }
            }
        }
        rest = rest.trim_start();
        rest = rest.strip_prefix("plus").or_else(|| rest.strip_prefix('+')).unwrap_or(rest).trim_start();
        while !rest.is_empty() {
            let (amount, tail) = amount(rest)?;
            relative.amounts.push(amount);
            rest = tail.trim_start_matches([' ', ',', '\t']);
        }
        (relative.of.is_some() || !relative.amounts.is_empty()).then_some(relative)
    }

    /// Whether it says no length.
    pub(super) fn is_bare(&self) -> bool {
        self.amounts.is_empty()
    }

    /// The day so much later than another, or earlier.
    pub(super) fn after(&self, day: NaiveDate, is_earlier: bool) -> Option<NaiveDate> {
        self.amounts.iter().try_fold(day, |day, &(count, unit)| {
            moved(day, if is_earlier { count.checked_neg()? } else { count }, unit)
        })
    }
}

/// A number and its unit: `6 months`, `3d`; and what follows.
fn amount(text: &str) -> Option<((i64, Unit), &str)> {
    let (is_negative, rest) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let end = rest.find(|c: char| !c.is_ascii_digit())?;
    let (digits, rest) = rest.split_at_checked(end)?;
    let count: i64 = digits.parse().ok().filter(|&count| count < 1_000_000)?;
    let rest = rest.trim_start();
    let (rest, is_work) =
        match ["week ", "work ", "business "].iter().find_map(|word| rest.strip_prefix(word)) {
            Some(tail) if tail.trim_start().starts_with('d') => (tail.trim_start(), true),
            _ => (rest, false),
        };
    let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
    let (unit, rest) = rest.split_at_checked(end)?;
    let unit = unit_of(&unit.to_ascii_lowercase())?;
    let unit = if is_work && unit == Unit::Days { Unit::WorkDays } else { unit };
    Some(((if is_negative { -count } else { count }, unit), rest))
}

fn unit_of(word: &str) -> Option<Unit> {
    match word {
        "ms" | "milliseconds" | "s" | "sec" | "secs" | "second" | "seconds" | "min" | "mins" | "minute"
        | "minutes" | "h" | "hour" | "hours" => Some(Unit::Hours),
        "d" | "day" | "days" => Some(Unit::Days),
        "w" | "week" | "weeks" => Some(Unit::Weeks),
        "month" | "months" => Some(Unit::Months),
        "y" | "year" | "years" => Some(Unit::Years),
        _ => None,
    }
}

/// The day so many units later, or earlier where the count is negative.
fn moved(day: NaiveDate, count: i64, unit: Unit) -> Option<NaiveDate> {
    let size = count.unsigned_abs();
    let days = |days: u64| {
        if count < 0 { day.checked_sub_days(Days::new(days)) } else { day.checked_add_days(Days::new(days)) }
    };
    let months = |months: u64| {
        let months = Months::new(u32::try_from(months).ok()?);
        if count < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
    };
    let moved = match unit {
        // Hours do not move a day; entries have days only.
        Unit::Hours => Some(day),
        Unit::Days => days(size),
        Unit::Weeks => days(size.checked_mul(7)?),
        Unit::Months => months(size),
        Unit::Years => months(size.checked_mul(12)?),
        Unit::WorkDays => {
            // Five in a week, and what is left one by one over the weekends.
            let mut day = days(size / 5 * 7)?;
            for _ in 0..size % 5 {
                loop {
                    day = if count < 0 { day.pred_opt()? } else { day.succ_opt()? };
                    if !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
                        break;
                    }
                }
            }
            Some(day)
        }
    }?;
    // No date of the timeline is later or earlier.
    (-9999..=9999).contains(&moved.year()).then_some(moved)
}

/// The rule of recurrence (RFC 5545) for what follows `every`, of an entry that begins on `start`; nothing if it is not
/// understood.
pub(super) fn rule(every: &str, start: NaiveDate, day_first: bool) -> Option<String> {
    let mut words = every.split_whitespace().peekable();
    let mut interval = 1;
    if let Some(count) =
        words.peek().and_then(|word| if *word == "other" { Some(2) } else { word.parse::<u32>().ok() })
    {
        interval = count;
        words.next();
    }
    let frequency = match unit_of(words.next()?)? {
        Unit::Days => "DAILY",
        Unit::Weeks if words.peek().is_none_or(|word| !word.starts_with("day")) => "WEEKLY",
        Unit::Months => "MONTHLY",
        Unit::Years => "YEARLY",
        Unit::Weeks | Unit::WorkDays | Unit::Hours => return None,
    };
    let rule = format!("FREQ={frequency};INTERVAL={interval}");
    let Some(word) = words.next() else { return Some(rule) };
    let rest = words.collect::<Vec<_>>().join(" ");
    let until = |day: NaiveDate| format!("{rule};UNTIL={:04}{:02}{:02}", day.year(), day.month(), day.day());
    match word {
        "until" | "til" | "till" | "to" | "|" => match point(&rest, day_first)? {
            Point::Now => Some(rule),
            Point::Date(date) => Some(until(date.latest_day().date())),
            Point::Relative(_) => None,
        },
        "for" => match rest.strip_suffix(" times") {
            Some(count) => Some(format!("{rule};COUNT={}", count.trim().parse::<u32>().ok()?)),
            None => Some(until(Relative::parse(&rest)?.after(start, false)?.pred_opt()?)),
        },
        _ => {
            let count = word.strip_prefix('x')?;
            let count = if count.is_empty() { rest.as_str() } else { count };
            Some(format!("{rule};COUNT={}", count.parse::<u32>().ok()?))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, day_first: bool) -> String {
        let show = |point: &Point| match point {
            Point::Date(date) => date.text().to_owned(),
            Point::Now => "now".to_owned(),
            Point::Relative(relative) => format!(
                "{}{} {:?}",
                if relative.is_before { "before " } else { "" },
                relative.of.as_deref().unwrap_or("-"),
                relative.amounts
            ),
        };
        let Some(range) = Range::parse(text, day_first) else { return "none".to_owned() };
        let to = range.to.as_ref().map(|to| format!(" | {}", show(to))).unwrap_or_default();
        format!("{}{to}", show(&range.from))
    }

    #[test]
    fn each_way_to_write_a_range_is_read() {
        for (text, expected) in [
            ("1931", "1931"),
            ("1988-06-01 / 2019-08-02", "1988-06-01 | 2019-08-02"),
            ("2012-05/2013", "2012-05/2013"),
            ("2025 - 2026", "2025/2026"),
            ("dec 2 1989 - now", "1989-12-02 | now"),
            ("12/2012", "2012-12"),
            ("12/7/2012", "2012-12-07"),
            ("25/12/2012", "2012-12-25"),
            ("5/1/2012 8am - 5/3/2012 18:30", "2012-05-01 | 2012-05-03"),
            ("2012-05-01T08:00:00Z", "2012-05-01"),
            ("500 BCE to 480 BCE", "-0499/-0479"),
            ("2024-W05", "2024-01-29/2024-02-04"),
            ("after !inf / 1 month", "inf [] | - [(1, Months)]"),
            ("by !corn / 3 days", "before corn [] | - [(3, Days)]"),
            ("!first 3 years 8 days, 1 month", "first [(3, Years), (8, Days), (1, Months)]"),
            ("after !mae - 5 weeks", "mae [] | - [(5, Weeks)]"),
            ("5 work days", "- [(5, WorkDays)]"),
            ("2025 / 5 months", "2025 | - [(5, Months)]"),
            ("2023-02-30", "none"),
            ("chapter 12", "none"),
            ("by", "none"),
            ("10 people", "none"),
            ("key", "none"),
        ] {
            assert_eq!(shown(text, false), expected, "{text}");
        }
        assert_eq!(shown("3/4/1992", true), "1992-04-03");
        assert_eq!(shown("3/4/1992", false), "1992-03-04");
    }

    #[test]
    fn what_repeats_becomes_a_rule() {
        let start = NaiveDate::from_ymd_opt(2025, 2, 6).unwrap();
        for (every, expected) in [
            ("day until 2025-02-28", Some("FREQ=DAILY;INTERVAL=1;UNTIL=20250228")),
            ("12 months x30", Some("FREQ=MONTHLY;INTERVAL=12;COUNT=30")),
            ("other year", Some("FREQ=YEARLY;INTERVAL=2")),
            ("3 days for 9 times", Some("FREQ=DAILY;INTERVAL=3;COUNT=9")),
            ("3 days for 2 weeks", Some("FREQ=DAILY;INTERVAL=3;UNTIL=20250219")),
            ("day | now", Some("FREQ=DAILY;INTERVAL=1")),
            ("12 week days for 9 times", None),
            ("hour", None),
            ("now and then", None),
        ] {
            assert_eq!(rule(every, start, false).as_deref(), expected, "{every}");
        }
    }

    #[test]
    fn lengths_move_days_and_never_leave_the_calendar() {
        let day = NaiveDate::from_ymd_opt(2025, 2, 6).unwrap();
        assert_eq!(moved(day, 3, Unit::WorkDays), NaiveDate::from_ymd_opt(2025, 2, 11));
        assert_eq!(moved(day, -1, Unit::Months), NaiveDate::from_ymd_opt(2025, 1, 6));
        assert_eq!(moved(day, 999_999, Unit::Years), None);
        assert_eq!(moved(day, i64::MIN, Unit::Weeks), None);
    }
}
