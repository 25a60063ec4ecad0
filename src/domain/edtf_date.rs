//! A date as its source gives it: EDTF text with the earliest and the latest moment it can mean.

use std::fmt;

use edtf::level_1::{Certainty, Date, Edtf, Precision as Level1, Season, Terminal};

use super::moment::{Moment, SECS_PER_DAY};

/// A date in the Extended Date/Time Format (Library of Congress, 2019): level 1 in full, and of level 2
/// the sets `[a,b]` (one of) and `{a,b}` (all of).
///
/// A year stays a year: it has a first and a last moment, and no day inside it is preferred.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EdtfDate {
    text: Box<str>,
    earliest: Moment,
    end: Moment,
    precision: Precision,
    uncertain: bool,
    approximate: bool,
    open_start: bool,
    open_end: bool,
    members: Box<[Self]>,
}

/// How much of the calendar a date pins down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// A time of day.
    Time,
    /// One calendar day.
    Day,
    /// A month, or an unnamed day of it.
    Month,
    /// A season (EDTF 21–24).
    Season,
    /// A year, or an unnamed day or month of it.
    Year,
    /// Ten years, as in `198X`.
    Decade,
    /// A hundred years, as in `19XX`.
    Century,
    /// From one date to another, either of which may be open or unknown.
    Interval,
    /// One of several dates: sources disagree, or the source itself leaves it open.
    OneOf,
    /// Several dates, all of them meant.
    AllOf,
}

/// Why a text is not a date this program can place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdtfError {
    /// Not EDTF at all.
    Malformed,
    /// EDTF, but no such day (30 February) or month.
    NoSuchDay,
    /// Outside the years −9999 to 9999.
    OutOfRange,
    /// An interval that ends before it begins.
    Backwards,
}

impl fmt::Display for EdtfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "is not a date that this program reads",
            Self::NoSuchDay => "names a day, month or hour that there is not",
            Self::OutOfRange => "lies outside the years -9999 to 9999",
            Self::Backwards => "ends before it begins",
        })
    }
}

impl EdtfDate {
    /// Reads an EDTF text.
    ///
    /// # Errors
    /// [`EdtfError`] says in which way `text` is no date.
    pub fn parse(text: &str) -> Result<Self, EdtfError> {
        // No EDTF of use here is longer, and the parser below should not be handed a megabyte.
        if text.len() > 512 || !text.is_ascii() {
            return Err(EdtfError::Malformed);
        }
        let between = |open: char, close: char| text.strip_prefix(open)?.strip_suffix(close);
        if let Some(inner) = between('[', ']') {
            return Self::parse_set(text, inner, Precision::OneOf);
        }
        if let Some(inner) = between('{', '}') {
            return Self::parse_set(text, inner, Precision::AllOf);
        }
        match Edtf::parse(text).map_err(|err| Self::explain(text, err))? {
            Edtf::Date(date) => Self::of_date(text, date),
            Edtf::DateTime(time) => {
                let (date, clock) = (time.date(), time.time());
                let midnight =
                    Moment::from_ymd(date.year(), date.month(), date.day()).ok_or(EdtfError::NoSuchDay)?;
                let secs = clock.hour() * 3600 + clock.minute() * 60 + clock.second();
                let at = midnight.plus(i64::from(secs));
                Ok(Self::plain(text, at, at.plus(1), Precision::Time))
            }
            Edtf::YYear(_) => Err(EdtfError::OutOfRange),
            Edtf::Interval(from, to) => {
                let (from, to) = (Self::of_date(text, from)?, Self::of_date(text, to)?);
                if to.end <= from.earliest {
                    return Err(EdtfError::Backwards);
                }
                let mut whole = Self::plain(text, from.earliest, to.end, Precision::Interval);
                whole.uncertain = from.uncertain || to.uncertain;
                whole.approximate = from.approximate || to.approximate;
                Ok(whole)
            }
            Edtf::IntervalFrom(from, terminal) => {
                let mut whole = Self::of_date(text, from)?;
                whole.precision = Precision::Interval;
                whole.open_end = true;
                whole.uncertain |= terminal == Terminal::Unknown;
                Ok(whole)
            }
            Edtf::IntervalTo(terminal, to) => {
                let mut whole = Self::of_date(text, to)?;
                whole.precision = Precision::Interval;
                whole.open_start = true;
                whole.uncertain |= terminal == Terminal::Unknown;
                Ok(whole)
            }
        }
    }

    /// A calendar day as a date.
    pub fn of_day(day: Moment) -> Self {
        let date = day.date();
        let start = Moment::from_date(date);
        let text = date.format("%Y-%m-%d").to_string();
        Self::plain(&text, start, start.plus(SECS_PER_DAY), Precision::Day)
    }

    fn plain(text: &str, earliest: Moment, end: Moment, precision: Precision) -> Self {
        Self {
            text: text.into(),
            earliest,
            end,
            precision,
            uncertain: false,
            approximate: false,
            open_start: false,
            open_end: false,
            members: Box::default(),
        }
    }

    fn explain(text: &str, err: edtf::ParseError) -> EdtfError {
        match err {
            edtf::ParseError::OutOfRange if text.starts_with('Y') => EdtfError::OutOfRange,
            edtf::ParseError::OutOfRange => EdtfError::NoSuchDay,
            _ => EdtfError::Malformed,
        }
    }

    fn of_date(text: &str, date: Date) -> Result<Self, EdtfError> {
        let day = |y, m, d| Moment::from_ymd(y, m, d).ok_or(EdtfError::NoSuchDay);
        // The start of the month that comes `count` months after the start of month `m` (1–12) of `y`.
        let month = |y: i32, m: u32, count: u32| {
            let at = m - 1 + count;
            day(y + (at / 12) as i32, at % 12 + 1, 1)
        };
        let (earliest, end, precision) = match date.precision() {
            Level1::Day(y, m, d) => (day(y, m, d)?, day(y, m, d)?.plus(SECS_PER_DAY), Precision::Day),
            Level1::Month(y, m) | Level1::DayOfMonth(y, m) => {
                (month(y, m, 0)?, month(y, m, 1)?, Precision::Month)
            }
            Level1::Season(y, season) => {
                // Northern seasons by whole months; winter runs into the year that follows.
                let first = match season {
                    Season::Spring => 3,
                    Season::Summer => 6,
                    Season::Autumn => 9,
                    Season::Winter => 12,
                };
                (month(y, first, 0)?, month(y, first, 3)?, Precision::Season)
            }
            Level1::Year(y) | Level1::MonthOfYear(y) | Level1::DayOfYear(y) => {
                (day(y, 1, 1)?, day(y + 1, 1, 1)?, Precision::Year)
            }
            Level1::Decade(y) => (day(y, 1, 1)?, day(y + 10, 1, 1)?, Precision::Decade),
            Level1::Century(y) => (day(y, 1, 1)?, day(y + 100, 1, 1)?, Precision::Century),
        };
        if earliest < Moment::MIN || end > Moment::MAX {
            return Err(EdtfError::OutOfRange);
        }
        let mut whole = Self::plain(text, earliest, end, precision);
        let certainty = date.certainty();
        whole.uncertain = matches!(certainty, Certainty::Uncertain | Certainty::ApproximateUncertain);
        whole.approximate = matches!(certainty, Certainty::Approximate | Certainty::ApproximateUncertain);
        Ok(whole)
    }

    /// `[..1960]`, `[1960..]` and `[1960..1962]` are read as their ends; a gap-filled run adds nothing on an axis.
    fn parse_set(text: &str, inner: &str, precision: Precision) -> Result<Self, EdtfError> {
        let (mut open_start, mut open_end) = (false, false);
        let mut members = Vec::new();
        for part in inner.split(',').map(str::trim) {
            let (first, last) = part.split_once("..").unwrap_or((part, part));
            let before = members.len();
            open_start |= first.is_empty();
            open_end |= last.is_empty();
            for end in [first, last] {
                let seen = members.iter().any(|m: &Self| &*m.text == end);
                if end.is_empty() || seen {
                    continue;
                }
                let date = Date::parse(end).map_err(|err| Self::explain(end, err))?;
                members.push(Self::of_date(end, date)?);
            }
            if let [first, last] = &members[before..]
                && last.end <= first.earliest
            {
                return Err(EdtfError::Backwards);
            }
        }
        members.sort_by_key(|m| (m.earliest, m.end));
        let earliest = members.first().ok_or(EdtfError::Malformed)?.earliest;
        let end = members.iter().map(|m| m.end).max().ok_or(EdtfError::Malformed)?;
        let mut whole = Self::plain(text, earliest, end, precision);
        whole.uncertain = members.iter().any(|m| m.uncertain);
        whole.approximate = members.iter().any(|m| m.approximate);
        (whole.open_start, whole.open_end) = (open_start, open_end);
        whole.members = members.into();
        Ok(whole)
    }

    /// The EDTF text, as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The first moment this date can mean; where the start is open, the first moment that is known.
    pub fn earliest(&self) -> Moment {
        self.earliest
    }

    /// The moment just after the last one this date can mean.
    pub fn end(&self) -> Moment {
        self.end
    }

    /// The last calendar day this date can mean.
    pub fn latest_day(&self) -> Moment {
        Moment::from_date(self.end.plus(-1).date())
    }

    /// Where a mark for this date stands: the middle of what it can mean, so that a year is not drawn as
    /// 1 January; for an interval its beginning, or its end where only that is known.
    pub fn anchor(&self) -> Moment {
        match self.precision {
            Precision::Interval if self.open_start => self.end.plus(-1),
            Precision::Interval => self.earliest,
            _ => self.earliest.midpoint(self.end),
        }
    }

    /// How much of the calendar is pinned down.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// Whether the source is unsure (`?` or `%`, or an unknown end).
    pub fn is_uncertain(&self) -> bool {
        self.uncertain
    }

    /// Whether the date is about right (`~` or `%`).
    pub fn is_approximate(&self) -> bool {
        self.approximate
    }

    /// Whether the interval or set has no first date.
    pub fn has_open_start(&self) -> bool {
        self.open_start
    }

    /// Whether the interval or set has no last date.
    pub fn has_open_end(&self) -> bool {
        self.open_end
    }

    /// The dates of a set, in order; empty for anything else.
    pub fn members(&self) -> &[Self] {
        &self.members
    }

    /// Whether a mark at [`anchor`](Self::anchor) says less than the whole truth, so that the span must be drawn too.
    pub fn is_spread(&self) -> bool {
        !matches!(self.precision, Precision::Time | Precision::Day) || self.open_start || self.open_end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> String {
        let date = EdtfDate::parse(text).unwrap();
        format!("{} to {} ({:?})", date.earliest().date(), date.latest_day().date(), date.precision())
    }

    #[test]
    fn each_form_has_an_earliest_and_a_latest_day() {
        assert_eq!(days("2019-08-02"), "2019-08-02 to 2019-08-02 (Day)");
        assert_eq!(days("2019-08"), "2019-08-01 to 2019-08-31 (Month)");
        assert_eq!(days("2019-08-XX"), "2019-08-01 to 2019-08-31 (Month)");
        assert_eq!(days("1992"), "1992-01-01 to 1992-12-31 (Year)");
        assert_eq!(days("1992-XX"), "1992-01-01 to 1992-12-31 (Year)");
        assert_eq!(days("198X"), "1980-01-01 to 1989-12-31 (Decade)");
        assert_eq!(days("19XX"), "1900-01-01 to 1999-12-31 (Century)");
        assert_eq!(days("2001-24"), "2001-12-01 to 2002-02-28 (Season)");
        assert_eq!(days("2011-02-05/2026-02-04"), "2011-02-05 to 2026-02-04 (Interval)");
        assert_eq!(days("[2019-02-02,2019-02-01]"), "2019-02-01 to 2019-02-02 (OneOf)");
        assert_eq!(days("{1960,1961-12}"), "1960-01-01 to 1961-12-31 (AllOf)");
        assert_eq!(days("[1667..1668]"), "1667-01-01 to 1668-12-31 (OneOf)");
        assert_eq!(days("-9999"), "-9999-01-01 to -9999-12-31 (Year)");
        assert_eq!(days("9999-12-31"), "9999-12-31 to 9999-12-31 (Day)");
        assert_eq!(days("0000"), "0000-01-01 to 0000-12-31 (Year)");
    }

    #[test]
    fn doubt_and_openness_are_kept() {
        let both = EdtfDate::parse("1984%").unwrap();
        assert!(both.is_uncertain() && both.is_approximate());
        let open = EdtfDate::parse("1970-03-05/..").unwrap();
        assert!(open.has_open_end() && !open.has_open_start() && !open.is_uncertain());
        let unknown = EdtfDate::parse("1985-04/").unwrap();
        assert!(unknown.has_open_end() && unknown.is_uncertain());
        assert!(EdtfDate::parse("[..1960]").unwrap().has_open_start());
    }

    #[test]
    fn a_year_is_anchored_in_its_middle_and_a_time_of_day_at_its_second() {
        assert_eq!(EdtfDate::parse("1992").unwrap().anchor().date().to_string(), "1992-07-02");
        let time = EdtfDate::parse("2001-12-13T09:30:00Z").unwrap();
        assert_eq!(time.anchor().secs_of_day(), 9 * 3600 + 30 * 60);
        // An offset is part of the text, not a reason to move the day.
        let east = EdtfDate::parse("2019-08-02T01:00:00+14:00").unwrap();
        assert_eq!(east.anchor().date().to_string(), "2019-08-02");
    }

    #[test]
    fn what_is_no_date_says_in_which_way() {
        for (text, err) in [
            ("2.8.2019", EdtfError::Malformed),
            ("02/08/2019", EdtfError::Malformed),
            ("", EdtfError::Malformed),
            ("[]", EdtfError::Malformed),
            ("2019-02-30", EdtfError::NoSuchDay),
            ("2019-13", EdtfError::NoSuchDay),
            ("Y170000002", EdtfError::OutOfRange),
            ("2026/2011", EdtfError::Backwards),
            ("[1932..1931]", EdtfError::Backwards),
            ("２０１９", EdtfError::Malformed),
        ] {
            assert_eq!(EdtfDate::parse(text), Err(err), "{text}");
        }
    }

    #[test]
    fn no_short_text_over_the_alphabet_of_edtf_makes_the_parser_panic() {
        let alphabet = b"0129-X?~%/.[],{}TYZ:+";
        let mut state = 0x2545_F491_4F6C_DD1D_u64;
        let mut accepted = 0;
        for _ in 0..200_000 {
            let mut text = String::new();
            for _ in 0..(state % 12) {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                text.push(alphabet[(state % alphabet.len() as u64) as usize] as char);
            }
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            if let Ok(date) = EdtfDate::parse(&text) {
                accepted += 1;
                assert!(date.earliest() < date.end(), "{text}");
            }
        }
        assert!(accepted > 0, "the generator never made a date");
    }
}
