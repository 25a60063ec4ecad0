//! What to write instead of a text that is no date.

use crate::domain::EdtfDate;

/// What to write instead of a text that is no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateAdvice {
    /// What dates look like, for texts that resemble none.
    Examples,
    /// The date that was probably meant.
    DidYouMean(String),
    /// The two dates that it can mean.
    EitherOf(EdtfDate, EdtfDate),
    /// There is no year 0.
    NoYearZero,
    /// A year needs four digits.
    FourDigits(u32),
    /// A year BCE needs four digits, and is counted from 0000.
    FourDigitsBce(u32),
    /// A year that is open from its first digit has no place on a timeline.
    NameTheYears,
    /// The earlier date comes first.
    EarlierFirst,
    /// The range of hours, minutes, seconds and time zones.
    ClockRange,
    /// The range of months and parts of a year.
    MonthRange,
    /// A month, and how many days it has.
    MonthLength(EdtfDate, u32),
    /// This year is no leap year.
    NoLeapYear(i32),
    /// This year was a leap year only in the Julian calendar, in which 29 February is this day of March in the Gregorian
    /// one.
    JulianLeapYear {
        /// The year.
        year: i32,
        /// The day of March.
        march: i32,
    },
    /// The range of the timeline.
    YearRange,
    /// The range of the timeline, and how EDTF writes such a year.
    LongYear(String),
}
