//! A date as its source gives it: EDTF text with the earliest and the latest moment it can mean.

mod error;
mod parse;
mod set;
mod single;

pub use error::EdtfError;
pub(super) use single::Single;

use super::moment::{Moment, SECS_PER_DAY};

/// A date in the Extended Date/Time Format (ISO 8601-2:2019), levels 0 to 2.
///
/// Dates that no timeline can show are refused: years outside −9999 to 9999, and years whose first digit is open.
///
/// A year stays a year: it has a first and a last moment, and no day in it is preferred.
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
    /// The members of a set, or the dates that an interval begins and ends with.
    parts: Box<[Self]>,
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
    /// A season, quarter, third or half of a year (EDTF 21–41).
    Season,
    /// A year, or an unnamed day or month of it.
    Year,
    /// Ten years, as in `198X`.
    Decade,
    /// A hundred years, as in `19XX`.
    Century,
    /// A thousand years, as in `1XXX`.
    Millennium,
    /// From one date to another, either of which may be open or unknown.
    Interval,
    /// One of several dates: sources disagree, or the source itself leaves it open.
    OneOf,
    /// Several dates, all of them meant.
    AllOf,
}

impl EdtfDate {
    /// A calendar day as a date.
    pub fn of_day(day: Moment) -> Self {
        let date = day.date();
        let start = Moment::from_date(date);
        let text = date.format("%Y-%m-%d").to_string();
        Self::certain(&text, start, start.plus(SECS_PER_DAY), Precision::Day)
    }

    fn certain(text: &str, earliest: Moment, end: Moment, precision: Precision) -> Self {
        Self {
            text: text.into(),
            earliest,
            end,
            precision,
            uncertain: false,
            approximate: false,
            open_start: false,
            open_end: false,
            parts: Box::default(),
        }
    }

    /// The EDTF text, as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The first moment this date can mean; where the start is open, the first moment that is known.
    pub fn earliest(&self) -> Moment {
        self.earliest
    }

    /// The moment just after the last one this date can mean; where the end is open, after the last that is known.
    pub fn end(&self) -> Moment {
        self.end
    }

    /// The last calendar day this date can mean.
    pub fn latest_day(&self) -> Moment {
        Moment::from_date(self.end.plus(-1).date())
    }

    /// Where a mark for this date is drawn: in the middle of what it can mean, so that a year is not drawn as
    /// 1 January; for an interval at its start, or at its end where only that is known.
    pub fn anchor(&self) -> Moment {
        match self.precision {
            Precision::Interval if self.open_start => self.end.plus(-1),
            Precision::Interval => self.earliest,
            // A shortcut, since this is called for each mark of a frame: only years are estimated.
            Precision::Time | Precision::Day | Precision::Month => self.earliest.midpoint(self.end),
            _ => self.estimate().unwrap_or_else(|| self.earliest.midpoint(self.end)),
        }
    }

    /// How much of the calendar it pins down.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// Whether it is one calendar day of which the source is sure, so that days may be counted from it.
    pub fn is_one_day(&self) -> bool {
        let is_exact = matches!(self.precision, Precision::Day | Precision::Time);
        is_exact && !self.uncertain && !self.approximate && self.parts.is_empty()
    }

    /// Whether the source is not sure of it (`?` or `%`, or an unknown start or end).
    pub fn is_uncertain(&self) -> bool {
        self.uncertain
    }

    /// Whether the source gives it as approximate (`~` or `%`).
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

    /// Whether it is an interval with an unknown start, as in `/1985`.
    pub fn has_unknown_start(&self) -> bool {
        self.precision == Precision::Interval && self.text.starts_with('/')
    }

    /// Whether it is an interval with an unknown end, as in `1985/`.
    pub fn has_unknown_end(&self) -> bool {
        self.precision == Precision::Interval && self.text.ends_with('/')
    }

    /// The date that an interval begins with, where one is given.
    pub fn start(&self) -> Option<&Self> {
        let is_given = !self.text.starts_with('/') && !self.text.starts_with("../");
        self.parts.first().filter(|_| self.precision == Precision::Interval && is_given)
    }

    /// The date that an interval ends with, where one is given.
    pub fn last(&self) -> Option<&Self> {
        let is_given = !self.text.ends_with('/') && !self.text.ends_with("/..");
        self.parts.last().filter(|_| self.precision == Precision::Interval && is_given)
    }

    /// Whether it starts before the common era and ends in it, so that each year needs its era.
    pub fn crosses_eras(&self) -> bool {
        self.earliest.year() <= 0 && self.end.plus(-1).year() > 0
    }

    /// The middle of the year by estimate, as in `1950S2`.
    fn estimate(&self) -> Option<Moment> {
        let (year, _) = self.text.split_once('S')?;
        let year: i32 = year.parse().ok()?;
        Some(Moment::from_ymd(year, 1, 1)?.midpoint(Moment::from_ymd(year + 1, 1, 1)?))
    }

    /// Whether it can mean more than the one day of [`anchor`](Self::anchor), so that a span is drawn too.
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
    fn each_form_of_level_two_has_an_earliest_and_a_latest_day() {
        for (text, expected) in [
            // Qualified parts move no bounds.
            ("2004?-06-11", "2004-06-11 to 2004-06-11 (Day)"),
            ("?2004-06-~11", "2004-06-11 to 2004-06-11 (Day)"),
            ("2004-06~-11", "2004-06-11 to 2004-06-11 (Day)"),
            ("2004-%06", "2004-06-01 to 2004-06-30 (Month)"),
            ("2004-06-~01/2004-06-~20", "2004-06-01 to 2004-06-20 (Interval)"),
            // Open digits stand for all that they can be.
            ("156X-12-25", "1560-12-25 to 1569-12-25 (Decade)"),
            ("156X-12", "1560-12-01 to 1569-12-31 (Decade)"),
            ("15XX-12-XX", "1500-12-01 to 1599-12-31 (Century)"),
            ("1XXX", "1000-01-01 to 1999-12-31 (Millennium)"),
            ("1XX3", "1003-01-01 to 1993-12-31 (Millennium)"),
            ("19X3", "1903-01-01 to 1993-12-31 (Century)"),
            ("1984-1X", "1984-10-01 to 1984-12-31 (Year)"),
            ("1560-X2", "1560-02-01 to 1560-12-31 (Year)"),
            ("1984-XX-31", "1984-01-31 to 1984-12-31 (Year)"),
            ("1984-04-1X", "1984-04-10 to 1984-04-19 (Month)"),
            ("1984-02-3X/1985", "refused"),
            ("000X", "0000-01-01 to 0009-12-31 (Decade)"),
            // Digits that are sure.
            ("1950S2", "1900-01-01 to 1999-12-31 (Century)"),
            ("1950S3", "1950-01-01 to 1959-12-31 (Decade)"),
            ("1950S4", "1950-01-01 to 1950-12-31 (Year)"),
            ("-0440S3", "-0449-01-01 to -0440-12-31 (Decade)"),
            // Seasons, in the months of each half of the earth, quarters, thirds and halves.
            ("2001-21", "2001-03-01 to 2001-05-31 (Season)"),
            ("2001-28", "2001-12-01 to 2002-02-28 (Season)"),
            ("2001-29", "2001-09-01 to 2001-11-30 (Season)"),
            ("2001-30", "2001-12-01 to 2002-02-28 (Season)"),
            ("2001-31", "2001-03-01 to 2001-05-31 (Season)"),
            ("2001-32", "2001-06-01 to 2001-08-31 (Season)"),
            ("2001-33", "2001-01-01 to 2001-03-31 (Season)"),
            ("2001-34", "2001-04-01 to 2001-06-30 (Season)"),
            ("2001-36", "2001-10-01 to 2001-12-31 (Season)"),
            ("2001-37", "2001-01-01 to 2001-04-30 (Season)"),
            ("2001-39", "2001-09-01 to 2001-12-31 (Season)"),
            ("2001-40", "2001-01-01 to 2001-06-30 (Season)"),
            ("2001-41", "2001-07-01 to 2001-12-31 (Season)"),
            // Sets, and intervals with ends that may be further out.
            ("[1667,1668,1670..1672]", "1667-01-01 to 1672-12-31 (OneOf)"),
            ("{1960, 1961-12}", "1960-01-01 to 1961-12-31 (AllOf)"),
            ("{..1983-12-31,1984-11-05..}", "1983-12-31 to 1984-11-05 (AllOf)"),
            ("[1984~..1986]", "1984-01-01 to 1986-12-31 (OneOf)"),
            ("..2004-06-01/2004-06-20..", "2004-06-01 to 2004-06-20 (Interval)"),
            ("1984?/2004-06~", "1984-01-01 to 2004-06-30 (Interval)"),
            // Before the common era, where EDTF has no open digits but other programs write them.
            ("-0043-03-15", "-0043-03-15 to -0043-03-15 (Day)"),
            ("-004X", "-0049-01-01 to -0040-12-31 (Decade)"),
            ("-01XX", "-0199-01-01 to -0100-12-31 (Century)"),
            ("-00XX", "-0099-01-01 to 0000-12-31 (Century)"),
        ] {
            let found = EdtfDate::parse(text).map_or_else(|_| "refused".to_owned(), |_| days(text));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn doubt_and_openness_are_kept() {
        let both = EdtfDate::parse("1984%").unwrap();
        assert!(both.is_uncertain() && both.is_approximate());
        let open = EdtfDate::parse("1970-03-05/..").unwrap();
        assert!(open.has_open_end() && !open.has_open_start() && !open.is_uncertain());
        let unknown = EdtfDate::parse("1985-04/").unwrap();
        assert!(unknown.has_open_end() && unknown.is_uncertain());
        assert!(unknown.has_unknown_end() && !open.has_unknown_end());
        assert!(EdtfDate::parse("/1985").unwrap().has_unknown_start());
        assert!(EdtfDate::parse("[..1960]").unwrap().has_open_start());
        let parts = EdtfDate::parse("2004?-06-~11").unwrap();
        assert!(parts.is_uncertain() && parts.is_approximate());
    }

    #[test]
    fn a_year_is_anchored_in_its_middle_and_a_time_of_day_at_its_second() {
        assert_eq!(EdtfDate::parse("1992").unwrap().anchor().date().to_string(), "1992-07-02");
        let time = EdtfDate::parse("2001-12-13T09:30:00Z").unwrap();
        assert_eq!(time.anchor().secs_of_day(), 9 * 3600 + 30 * 60);
        // An offset is part of the text, not a reason to move the day.
        let east = EdtfDate::parse("2019-08-02T01:00:00+14:00").unwrap();
        assert_eq!(east.anchor().date().to_string(), "2019-08-02");
        let leap = EdtfDate::parse("2016-12-31T23:59:60Z").unwrap();
        assert_eq!(leap.anchor().date().to_string(), "2016-12-31");
        // An estimate stands where it is estimated.
        assert_eq!(EdtfDate::parse("1910S2").unwrap().anchor().year(), 1910);
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
