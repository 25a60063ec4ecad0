//! What a date says, taken apart so that each language can word it.

use chrono::Datelike as _;

use super::edtf_date::{EdtfDate, Precision, Single};
use super::moment::Moment;

/// What a date says, without its doubts. Years are astronomical: 0 is 1 BCE.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateForm<'a> {
    /// A second of a day, and its zone as it was written: empty, `Z`, `+14:00`.
    Time(Moment, &'a str),
    /// A calendar day.
    Day(Moment),
    /// A month of a year, from 1.
    Month {
        /// The year.
        year: i32,
        /// The month, from 1.
        month: u32,
    },
    /// A season, quarter, third or half of a year.
    PartOfYear {
        /// The year.
        year: i32,
        /// Which part of it.
        part: PartOfYear,
    },
    /// A year.
    Year(i32),
    /// A decade, a century or a millennium: a year of it, not known which.
    Years {
        /// Its first year.
        first: i32,
        /// Its last year.
        last: i32,
    },
    /// A year by estimate, as in `1950S2`, and the years that it can be.
    Estimate {
        /// The estimate.
        year: i32,
        /// The first year that it can be.
        first: i32,
        /// The last year that it can be.
        last: i32,
    },
    /// A day, month or part of one of several years, as in `156X-12-25`.
    InOneYear {
        /// What of the year.
        what: Yearly,
        /// The first of the years.
        first: i32,
        /// The last of the years.
        last: i32,
    },
    /// One of a few dates, as in `1984-X2`.
    Choice(Vec<EdtfDate>),
    /// Some date from the one to the other, as in `1984-1X`.
    Between(EdtfDate, EdtfDate),
    /// An interval: its first and its last date, where they are given.
    Interval(Option<&'a EdtfDate>, Option<&'a EdtfDate>),
    /// The members of a set, in order.
    Set(&'a [EdtfDate]),
}

/// A day or period that recurs every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Yearly {
    /// A day of a month.
    Day {
        /// The month, from 1.
        month: u32,
        /// The day, from 1.
        day: u32,
    },
    /// A month, from 1.
    Month(u32),
    /// A season, quarter, third or half.
    Part(PartOfYear),
}

/// A part of a year other than a month: codes 21 to 41 of EDTF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartOfYear {
    /// A season, and the hemisphere; where none is given, the months are those of the northern one.
    Season(Season, Option<Hemisphere>),
    /// A quarter, 1 to 4.
    Quarter(u32),
    /// Four months, 1 to 3.
    Third(u32),
    /// Six months, 1 or 2.
    Half(u32),
}

/// A season.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// Spring.
    Spring,
    /// Summer.
    Summer,
    /// Autumn.
    Autumn,
    /// Winter; in the north it ends in the following year.
    Winter,
}

/// A hemisphere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hemisphere {
    /// North of the equator.
    North,
    /// South of the equator.
    South,
}

impl PartOfYear {
    /// The part with this code of EDTF; `None` where the code is a month or unassigned.
    pub(super) fn of_code(code: u32) -> Option<Self> {
        let season = |from: u32| match code - from {
            0 => Season::Spring,
            1 => Season::Summer,
            2 => Season::Autumn,
            _ => Season::Winter,
        };
        Some(match code {
            21..=24 => Self::Season(season(21), None),
            25..=28 => Self::Season(season(25), Some(Hemisphere::North)),
            29..=32 => Self::Season(season(29), Some(Hemisphere::South)),
            33..=36 => Self::Quarter(code - 32),
            37..=39 => Self::Third(code - 36),
            40..=41 => Self::Half(code - 39),
            _ => return None,
        })
    }
}

/// A part of a date that can have a doubt of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatePart {
    /// The year.
    Year,
    /// The month, or the season.
    Month,
    /// The day.
    Day,
}

/// The doubt about one part of a date, as in `2004?-06-11`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartDoubt {
    /// The part.
    pub part: DatePart,
    /// Whether the source is not sure of it.
    pub is_uncertain: bool,
    /// Whether it is approximate.
    pub is_approximate: bool,
}

impl EdtfDate {
    /// What it says, without its doubts.
    pub fn form(&self) -> DateForm<'_> {
        match self.precision() {
            Precision::OneOf | Precision::AllOf => DateForm::Set(self.members()),
            Precision::Interval => DateForm::Interval(self.start(), self.last()),
            Precision::Time => {
                let clock = self.text().split_once('T').map_or("", |(_, clock)| clock);
                let zone = clock.find(['+', '-', 'Z']).and_then(|start| clock.get(start..));
                DateForm::Time(self.earliest(), zone.unwrap_or_default())
            }
            // Nearly every date is one of these, so the text is not parsed again.
            Precision::Day => DateForm::Day(self.earliest()),
            Precision::Month if !self.text().contains('X') => {
                let first = self.earliest().date();
                DateForm::Month { year: first.year(), month: first.month() }
            }
            Precision::Year if !self.text().contains('X') => DateForm::Year(self.earliest().year()),
            _ => Single::parse(self.text())
                .map_or_else(|_| DateForm::Year(self.earliest().year()), |single| single.form()),
        }
    }

    /// The parts with a doubt of their own; empty where the whole date has the same doubt.
    pub fn part_doubts(&self) -> Vec<PartDoubt> {
        match self.precision() {
            _ if !self.is_uncertain() && !self.is_approximate() => Vec::new(),
            Precision::OneOf | Precision::AllOf | Precision::Interval | Precision::Time => Vec::new(),
            _ => Single::parse(self.text()).map_or_else(|_| Vec::new(), |single| single.part_doubts()),
        }
    }
}
