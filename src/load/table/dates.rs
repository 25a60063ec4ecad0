//! Dates as tables hold them. How a column writes its dates is decided by the whole column, never by a cell.

use crate::domain::{EdtfDate, EventKind};

use super::column_dates::{DateColumn, Parts, ShortYear, parts};
use super::date_cells::{between, clock_of, tidied, without_act};
use super::written_dates;

/// What a cell of dates says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DateCell {
    /// A date.
    Date(ReadDate),
    /// Nothing, or a sign that nothing is known or has happened: `NA`, `-`, `..`, `n.d.`.
    Nothing,
    /// The day that spreadsheets and databases write where there is none: `1900-01-01`.
    Default,
    /// Still going on: `9999-12-31`, `present`.
    StillOpen,
    /// Day and month may be either, and nothing in the column tells.
    Ambiguous,
    /// No date.
    Unreadable,
}

/// A date that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ReadDate {
    /// In EDTF.
    pub(super) edtf: String,
    /// How it was understood, where that is worth telling.
    pub(super) how: How,
    /// The act that a letter behind the date names, as in the tables of the UN: `12 Mar 1990 a` is an accession.
    pub(super) act: Option<EventKind>,
}

/// How a date was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum How {
    /// As it is written.
    Plain,
    /// A number of days, as spreadsheets count them.
    Serial,
    /// The century was added to a year of two digits.
    ShortYear,
}

/// Words for “nothing” in the tables of the field.
const NOTHING: &[&str] = &[
    "na",
    "n/a",
    "n.a.",
    "n.a",
    "nan",
    "null",
    "none",
    "nil",
    "unknown",
    "unk",
    "missing",
    "pending",
    "tbd",
    "tba",
    "nat",
    "n.d.",
    "n.d",
    "nd",
    "[n.d.]",
    "(n.d.)",
    "no date",
    "undated",
    "not applicable",
    "not available",
    "s.d.",
    "s.d",
    "[s.d.]",
    "sans date",
    "inconnu",
    "o.d.",
    "o.d",
    "ohne datum",
    "unbekannt",
    "s.f.",
    "s/f",
    "sin fecha",
    "desconocido",
    "нет",
    "б.д.",
    "б.д",
    "б/д",
    "[б.д.]",
    "без даты",
    "неизвестно",
];
/// Words for “still going on”.
const OPEN: &[&str] = &[
    "present",
    "ongoing",
    "on-going",
    "on going",
    "current",
    "now",
    "today",
    "in force",
    "still in force",
    "to date",
    "open",
    "continuing",
    "active",
    "н.в.",
    "н. в.",
    "по настоящее время",
    "настоящее время",
    "действует",
    "продолжается",
    "en cours",
    "en vigueur",
    "aujourd'hui",
    "aujourd’hui",
    "heute",
    "laufend",
    "in kraft",
    "vigente",
    "en vigor",
    "actualidad",
];

/// Whether a cell is one of these words in small letters, in whichever case.
fn is_one_of(cell: &str, words: &[&str]) -> bool {
    // Letters keep their length in the scripts of the lists, so that few cells are looked at twice.
    let is_same =
        |word: &&str| word.len() == cell.len() && cell.chars().flat_map(char::to_lowercase).eq(word.chars());
    words.iter().any(is_same)
}

/// Whether a cell says that nothing is known or has happened.
pub(super) fn is_nothing(cell: &str) -> bool {
    let cell = cell.trim();
    let is_sign = |c: char| matches!(c, '-' | '–' | '—' | '.' | '…' | '?' | '*' | '/' | '#');
    if cell.chars().all(is_sign) || matches!(cell, "0" | "00" | "-9" | "-99" | "-999" | "-9999") {
        return true;
    }
    // The errors of a spreadsheet: #N/A, #REF!.
    let is_error = cell.starts_with('#') && cell.ends_with(['!', '?', 'A']);
    is_error || is_one_of(cell, NOTHING)
}

/// Whether a cell says that something is still going on.
pub(super) fn is_still_open(cell: &str) -> bool {
    let cell = cell.trim();
    let is_last_day = ["9999-12-31", "31/12/9999", "31.12.9999", "12/31/9999", "99991231"];
    cell == "9999" || is_last_day.iter().any(|day| cell.starts_with(day)) || is_one_of(cell, OPEN)
}

impl DateColumn {
    /// What a cell says.
    pub(super) fn read(&self, cell: &str) -> DateCell {
        // Most dates are days as computers write them, and a table may have millions.
        if is_plain_day(cell) && !self.has_defaults() {
            return plain(cell);
        }
        let cell = tidied(cell);
        if is_nothing(&cell) {
            return DateCell::Nothing;
        }
        if is_still_open(&cell) {
            return DateCell::StillOpen;
        }
        if self.is_default(&cell) {
            return DateCell::Default;
        }
        let (bare, act) = without_act(&cell);
        let read = self.read_bare(bare);
        match read {
            DateCell::Date(date) => DateCell::Date(ReadDate { act, ..date }),
            // The letter may have been something else.
            _ if act.is_some() => self.read_bare(&cell),
            read => read,
        }
    }

    fn read_bare(&self, cell: &str) -> DateCell {
        if let Some(read) = parts(cell).map(|parts| self.read_parts(&parts)) {
            return read;
        }
        if let Some(read) = self.digits(cell) {
            return read;
        }
        // A scholar's brackets; with commas or full stops inside they are EDTF's.
        if cell.starts_with('[') && !cell.contains(',') && !cell.contains("..") {
            return self.written(cell);
        }
        // What other programs write between two dates of which either may be meant.
        if let Some(edtf) = between(cell).or_else(|| self.years(cell)) {
            return plain(&edtf);
        }
        if let Ok(date) = EdtfDate::parse(cell) {
            let is_stray = (cell.starts_with('-') || cell.starts_with("0000")) && !self.is_ancient;
            return if is_stray { DateCell::Unreadable } else { plain(date.text()) };
        }
        self.written(cell)
    }

    /// A date in three numbers.
    fn read_parts(&self, parts: &Parts<'_>) -> DateCell {
        let Parts { first, second, third, separator, clock } = *parts;
        let mut how = How::Plain;
        let (year, month, day) = match (first.len, third.len) {
            (4, _) => (first.number, second.number, third.number),
            (1..=2, 1..=2) => {
                let (short, [one, two]) = match self.short_year {
                    ShortYear::First => (first.number, [second.number, third.number]),
                    ShortYear::Last => (third.number, [first.number, second.number]),
                    ShortYear::Unknown => return DateCell::Ambiguous,
                };
                how = How::ShortYear;
                let is_day_first = self.short_year == ShortYear::Last;
                let ordered = if is_day_first { self.ordered(one, two, separator) } else { Some((two, one)) };
                let Some((day, month)) = ordered else { return DateCell::Ambiguous };
                (self.full_year(short), month, day)
            }
            _ => {
                let Some((day, month)) = self.ordered(first.number, second.number, separator) else {
                    return DateCell::Ambiguous;
                };
                (third.number, month, day)
            }
        };
        // Databases write zeros where a part is not known.
        let edtf = match (month, day) {
            (0, _) => format!("{year:04}"),
            (_, 0) => format!("{year:04}-{month:02}"),
            _ => format!("{year:04}-{month:02}-{day:02}{}", clock_of(clock).unwrap_or_default()),
        };
        if !clock.is_empty() && clock_of(clock).is_none() {
            return DateCell::Unreadable;
        }
        date(&edtf, how)
    }

    /// Day and month of two numbers; `None` if either may be either. Where people write dates with dots, the day comes
    /// first; a column that tells otherwise is believed.
    fn ordered(&self, one: i32, two: i32, separator: char) -> Option<(i32, i32)> {
        match self.day_first {
            Some(true) => Some((one, two)),
            Some(false) => Some((two, one)),
            None if one == two || one > 12 => Some((one, two)),
            None if two > 12 => Some((two, one)),
            None if separator == '.' => Some((one, two)),
            None => None,
        }
    }

    /// A date in digits alone: a year, a day without separators, a number of days.
    fn digits(&self, cell: &str) -> Option<DateCell> {
        let whole = cell.strip_suffix(".0").unwrap_or(cell);
        let (digits, fraction) = whole.split_once('.').unwrap_or((whole, ""));
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        // A month and a year with a full stop between them are no number.
        let is_month = digits.len() <= 2 && fraction.len() == 4;
        if digits.is_empty() || !is_number(digits) || !is_number(fraction) || is_month {
            return None;
        }
        let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
        let (year, month, day) = (part(0, 4), part(4, 6), part(6, 8));
        Some(match digits.len() {
            4 if fraction.is_empty() && (digits != "0000" || self.is_ancient) => plain(digits),
            5 => self.serial(digits),
            6 if self.has_months && fraction.is_empty() => plain(&format!("{year}-{month}")),
            8 if fraction.is_empty() => match (month, day) {
                ("00", _) => plain(year),
                (_, "00") => plain(&format!("{year}-{month}")),
                _ => plain(&format!("{year}-{month}-{day}")),
            },
            12 | 14 => {
                let clock = format!(
                    "{}:{}:{}",
                    part(8, 10),
                    part(10, 12),
                    if digits.len() == 14 { part(12, 14) } else { "00" }
                );
                let clock = clock_of(&clock).unwrap_or_default();
                plain(&format!("{year}-{month}-{day}{clock}"))
            }
            3 => plain(&format!("0{digits}")),
            // Among them the middle and the end of a year: quarters in decimals are another thing.
            _ => DateCell::Unreadable,
        })
    }

    /// The day that a spreadsheet shows for a number.
    fn serial(&self, digits: &str) -> DateCell {
        // Excel counts from 1900 as if that had been a leap year, so that from March 1900 on its days count from
        // 30 December 1899; old Macintosh workbooks count from 1904.
        let epoch = if self.is_1904 { (1904, 1, 1) } else { (1899, 12, 30) };
        let day = crate::domain::Moment::from_ymd(epoch.0, epoch.1, epoch.2)
            .zip(digits.parse::<i64>().ok())
            .map(|(epoch, days)| epoch.plus(days * crate::domain::SECS_PER_DAY).date().to_string());
        day.map_or(DateCell::Unreadable, |day| date(&day, How::Serial))
    }

    /// Two years of which the second is short: `1992-93`, `1985/99`.
    fn years(&self, cell: &str) -> Option<String> {
        let at = cell.find(['-', '/', '–', '—']).filter(|&at| at == 4)?;
        let (first, rest) = cell.split_at_checked(at)?;
        let sign = rest.chars().next()?;
        let last = rest.get(sign.len_utf8()..)?;
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(first) || !is_number(last) || !matches!(last.len(), 2 | 4) {
            return None;
        }
        let (start, end): (i32, i32) = (first.parse().ok()?, last.parse().ok()?);
        if last.len() == 4 {
            return (end > start).then(|| format!("{first}/{last}"));
        }
        let is_next = end == (start + 1) % 100;
        let is_later = end > start % 100 || is_next;
        let full = start / 100 * 100 + end + if end > start % 100 { 0 } else { 100 };
        let is_span = match (sign, end) {
            ('-', 1..=12) => false,
            ('-', 13..=41) => self.has_spans,
            ('/', 1..=12) if !is_next => return Some(format!("{first}-{last}")),
            _ => true,
        };
        (is_span && is_later).then(|| format!("{first}/{full:04}"))
    }

    fn written(&self, cell: &str) -> DateCell {
        let Some((edtf, has_short_year)) = written_dates::read(cell, self) else {
            return DateCell::Unreadable;
        };
        date(&edtf, if has_short_year { How::ShortYear } else { How::Plain })
    }
}

/// Whether a cell is `1992-03-24` and no day with a meaning of its own.
fn is_plain_day(cell: &str) -> bool {
    let is_digit_or_hyphen = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    cell.len() == 10
        && cell.bytes().enumerate().all(is_digit_or_hyphen)
        && !cell.starts_with("9999")
        && !cell.starts_with("0000")
        && !cell.contains("-00")
}

fn plain(edtf: &str) -> DateCell {
    date(edtf, How::Plain)
}

fn date(edtf: &str, how: How) -> DateCell {
    EdtfDate::parse(edtf).map_or(DateCell::Unreadable, |date| {
        DateCell::Date(ReadDate { edtf: date.text().to_owned(), how, act: None })
    })
}

#[cfg(test)]
#[path = "dates_test.rs"]
mod tests;
