//! Dates as programs of the web write them, read as the civil day that is written: no zone moves it.

use chrono::{DateTime, Datelike as _, NaiveDate};

use crate::domain::EdtfDate;

/// A date in EDTF, and the time of day if one is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Civil {
    /// A day, a month, a year, or whatever else EDTF can say.
    pub(super) date: String,
    /// As `hh:mm:ss`; nothing at midnight, which programs write where they know no time.
    pub(super) time: Option<String>,
}

/// Why a text is no date that can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoCivil {
    /// It is none.
    NoDate,
    /// It counts in units of geology, or lies beyond the years that can be shown.
    DeepTime,
}

/// Units of dates that are no years of a calendar.
const DEEP_UNITS: [&str; 12] = [
    "ma",
    "mya",
    "ga",
    "gya",
    "bya",
    "ka",
    "kya",
    "myr",
    "million years ago",
    "billion years ago",
    "my bp",
    "bp",
];

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl Civil {
    /// A date without a time of day.
    pub(super) fn of_date(date: String) -> Self {
        Self { date, time: None }
    }

    /// The EDTF of a single point in time.
    pub(super) fn point(&self) -> String {
        let timed = self.time.as_ref().map(|time| format!("{}T{time}", self.date));
        timed.filter(|timed| EdtfDate::parse(timed).is_ok()).unwrap_or_else(|| self.date.clone())
    }

    /// Reads a date as it is written: ISO 8601, padded or not, as a browser prints it, or in words.
    pub(super) fn parse(text: &str) -> Result<Self, NoCivil> {
        const MAX_LEN: usize = 120;
        let text = text.trim();
        if text.is_empty() || text.len() > MAX_LEN {
            return Err(NoCivil::NoDate);
        }
        if let Some(read) = iso(text) {
            return read;
        }
        let lower = text.to_lowercase();
        let unit = lower
            .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '~' | ' '));
        if unit.len() < lower.len() && DEEP_UNITS.contains(&unit) {
            return Err(NoCivil::DeepTime);
        }
        if let Some(read) = in_words(&lower) {
            return read;
        }
        let date = EdtfDate::parse_typed(text).map_err(|_err| NoCivil::NoDate)?;
        let edtf = date.text();
        // Intervals and sets hold no times, so a time is at the end.
        match edtf.split_once('T') {
            Some((date, time)) if !edtf.contains(['/', ',']) => {
                Ok(Self { date: date.to_owned(), time: clock(time) })
            }
            _ => Ok(Self::of_date(edtf.to_owned())),
        }
    }

    /// Milliseconds since 1970 in UTC, as programs keep them.
    pub(super) fn of_millis(millis: i64) -> Result<Self, NoCivil> {
        let at = DateTime::from_timestamp_millis(millis).ok_or(NoCivil::DeepTime)?.naive_utc();
        let day = at.date();
        let date = edtf_of(day.year().into(), Some(day.month()), Some(day.day())).ok_or(NoCivil::DeepTime)?;
        Ok(Self { date, time: clock(&at.time().format("%H:%M:%S").to_string()) })
    }
}

/// The EDTF of a year, a month or a day; `None` for what is in no calendar or beyond the years that can be shown. A month
/// or day of zero is not known.
pub(super) fn edtf_of(year: i64, month: Option<u32>, day: Option<u32>) -> Option<String> {
    if !(-9999..=9999).contains(&year) {
        return None;
    }
    let year = if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") };
    let edtf = match (month.filter(|&month| month > 0), day.filter(|&day| day > 0)) {
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year}-{month:02}"),
        (None, _) => year,
    };
    EdtfDate::parse(&edtf).is_ok().then_some(edtf)
}

/// A date in numbers, the year first; `None` if it is written otherwise.
fn iso(text: &str) -> Option<Result<Civil, NoCivil>> {
    let (is_negative, rest) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (day, time) = match rest.find(['T', 't', ' ']) {
        Some(at) => (rest.get(..at)?, rest.get(at + 1..)?.trim()),
        None => (rest, ""),
    };
    let is_clock = time.is_empty() || (time.starts_with(|c: char| c.is_ascii_digit()) && time.contains(':'));
    let separator = if day.contains('/') { '/' } else { '-' };
    let parts: Vec<&str> = day.split(separator).collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_clock || parts.len() > 3 || !parts.iter().all(is_number) {
        return None;
    }
    let (year, others) = parts.split_first()?;
    let [month, day] = [others.first(), others.get(1)];
    // 12-08-1987 and 12/08/1987 do not begin with the year, and 91 may be 1991.
    let is_year_first = year.len() >= 3 || is_negative;
    if !is_year_first || others.iter().any(|part| part.len() > 2) {
        return None;
    }
    if others.is_empty() && year.len() == 8 && !is_negative {
        let whole = year.parse::<u32>().ok()?;
        let edtf = edtf_of((whole / 10000).into(), Some(whole / 100 % 100), Some(whole % 100));
        return Some(edtf.map(Civil::of_date).ok_or(NoCivil::NoDate));
    }
    if year.len() > 15 {
        return Some(Err(NoCivil::DeepTime));
    }
    let year: i64 = year.parse().ok()?;
    let year = if is_negative { -year } else { year };
    if !(-9999..=9999).contains(&year) {
        return Some(Err(NoCivil::DeepTime));
    }
    let number = |part: Option<&&str>| {
        let part = part?;
        part.parse::<u32>().ok()
    };
    let edtf = edtf_of(year, number(month), number(day));
    Some(edtf.map(|date| Civil { date, time: clock(time) }).ok_or(NoCivil::NoDate))
}

/// A time of day as `hh:mm:ss`; nothing if it is midnight or none.
fn clock(text: &str) -> Option<String> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(text.len());
    let mut parts = text.get(..end)?.split(':');
    let mut next = || parts.next().map_or(Some(0), |part| part.parse::<u32>().ok());
    let (hour, minute, second) = (next()?, next()?, next()?);
    let is_time = hour < 24 && minute < 60 && second < 61 && hour + minute + second > 0;
    is_time.then(|| format!("{hour:02}:{minute:02}:{second:02}"))
}

/// A date as a browser prints it, in lower case: `sat may 20 1961 00:00:00 gmt-0600`, `nov 22, 1963`; `None` if it is
/// written otherwise.
fn in_words(text: &str) -> Option<Result<Civil, NoCivil>> {
    let (mut year, mut month, mut day, mut time) = (None, None, None, None);
    let (mut is_before, mut is_since) = (false, false);
    for word in text.split([' ', ',']).filter(|word| !word.is_empty()) {
        let begins = |names: &[&str]| names.iter().position(|name| word.starts_with(name));
        if word.contains(':') {
            time = clock(word);
        } else if word.starts_with("gmt") || word.starts_with("utc") || word.starts_with('(') {
            break;
        } else if matches!(word, "bc" | "bce" | "b.c.") {
            is_before = true;
        } else if matches!(word, "ad" | "ce" | "a.d.") {
            is_since = true;
        } else if let Some(index) = begins(&MONTHS) {
            month = u32::try_from(index + 1).ok();
        } else if begins(&WEEKDAYS).is_none() {
            let number = word.parse::<u32>().ok()?;
            match (day, year) {
                (None, _) if word.len() <= 2 && number <= 31 => day = Some(number),
                (_, None) => year = Some(i64::from(number)),
                _ => return None,
            }
        }
    }
    month?;
    let year = match year? {
        year if is_before => 1 - year,
        // 61 may be 1961.
        0..100 if !is_since => return None,
        year => year,
    };
    Some(edtf_of(year, month, day).map(|date| Civil { date, time }).ok_or(NoCivil::NoDate))
}

/// What begins or ends between two dates, as one date for an end of an interval: a unit of the calendar if they span one,
/// or else `otherwise` with a sign that it is approximate.
pub(super) fn fuzzy_end(earliest: &str, latest: &str, otherwise: &str) -> String {
    if earliest == latest {
        return earliest.to_owned();
    }
    unit(earliest, latest).unwrap_or_else(|| format!("{}~", otherwise.trim_end_matches('~')))
}

/// Some moment between two dates: a unit of the calendar if they span one, or else one of the days between.
pub(super) fn between(earliest: &str, latest: &str) -> Option<String> {
    if earliest == latest {
        return Some(earliest.to_owned());
    }
    let edtf = unit(earliest, latest).unwrap_or_else(|| format!("[{earliest}..{latest}]"));
    EdtfDate::parse(&edtf).is_ok().then_some(edtf)
}

/// The month, the third, quarter or half of a year, the year, decade or century that lasts from the first day of one date
/// to the last of another. The codes are those of ISO 8601-2.
fn unit(earliest: &str, latest: &str) -> Option<String> {
    let (first, last) = (EdtfDate::parse(earliest).ok()?, EdtfDate::parse(latest).ok()?);
    let (first, last) = (first.earliest().date(), last.latest_day().date());
    if first.year() < 0 || first.day() != 1 || last.succ_opt()?.day() != 1 || last < first {
        return None;
    }
    let months = months_of(last) - months_of(first) + 1;
    let (year, index) = (first.year(), first.month0());
    let code = |base: u32, len: u32| (index % len == 0).then(|| format!("{year:04}-{}", base + index / len));
    match months {
        1 => Some(format!("{year:04}-{:02}", index + 1)),
        3 => code(33, 3),
        4 => code(37, 4),
        6 => code(40, 6),
        12 if index == 0 => Some(format!("{year:04}")),
        120 if index == 0 && year % 10 == 0 => Some(format!("{:03}X", year / 10)),
        1200 if index == 0 && year % 100 == 0 => Some(format!("{:02}XX", year / 100)),
        _ => None,
    }
}

fn months_of(day: NaiveDate) -> i32 {
    day.year() * 12 + day.month0() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        match Civil::parse(text) {
            Ok(civil) => civil.point(),
            Err(why) => format!("{why:?}"),
        }
    }

    #[test]
    fn the_day_that_is_written_is_read_whatever_the_zone() {
        for (text, expected) in [
            ("1961-05-20T00:00:00-06:00", "1961-05-20"),
            ("1961-05-20T00:00:00.000Z", "1961-05-20"),
            ("1961-05-20T23:30:00+14:00", "1961-05-20T23:30:00"),
            ("1961-05-20 09:30", "1961-05-20T09:30:00"),
            ("Sat May 20 1961 00:00:00 GMT-0600", "1961-05-20"),
            ("Sun Dec 06 2026 23:59:59 GMT+0000 (Coordinated Universal Time)", "2026-12-06T23:59:59"),
            ("Nov 22, 1963", "1963-11-22"),
            ("May 20 1961", "1961-05-20"),
            ("January 1963", "1963-01"),
            ("Mar 15 44 BC", "-0043-03-15"),
            ("May 20 61", "NoDate"),
            ("61", "NoDate"),
            ("44 BC", "-0043"),
            ("1961", "1961"),
            ("-44", "-0044"),
            ("-0044-03-15", "-0044-03-15"),
            ("476", "0476"),
            ("1961-5-2", "1961-05-02"),
            ("1961/05/20", "1961-05-20"),
            ("+1883-00-00T00:00:00Z", "1883"),
            ("19610520", "1961-05-20"),
            ("1961~", "1961~"),
            ("1961-13", "NoDate"),
            ("1961-02-30", "NoDate"),
            ("05/20/1961", "NoDate"),
            ("65 Ma", "DeepTime"),
            ("-65000000", "DeepTime"),
            ("252 mya", "DeepTime"),
            ("soon", "NoDate"),
            ("", "NoDate"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn what_lies_between_two_days_is_a_unit_of_the_calendar_or_one_of_them() {
        for (first, last, expected) in [
            ("1961-09-01", "1961-09-30", "1961-09"),
            ("1961-01-01", "1961-12-31", "1961"),
            ("1961-09-01", "1961-12-31", "1961-39"),
            ("1960-01-01", "1969-12-31", "196X"),
            ("1900", "1999", "19XX"),
            ("1961-09-02", "1961-12-31", "[1961-09-02..1961-12-31]"),
            ("1961", "1961", "1961"),
        ] {
            assert_eq!(between(first, last).as_deref(), Some(expected), "{first} {last}");
        }
        assert_eq!(between("1962", "1961"), None);
        assert_eq!(fuzzy_end("1961-09-02", "1961-12-31", "1961-09-02"), "1961-09-02~");
    }

    #[test]
    fn milliseconds_are_those_of_utc() {
        assert_eq!(Civil::of_millis(-1_000).map(|civil| civil.point()), Ok("1969-12-31T23:59:59".to_owned()));
        assert_eq!(Civil::of_millis(565_920_000_000).map(|civil| civil.point()), Ok("1987-12-08".to_owned()));
        assert_eq!(Civil::of_millis(i64::MAX), Err(NoCivil::DeepTime));
    }
}
