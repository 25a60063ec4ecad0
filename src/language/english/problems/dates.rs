//! English: texts that are not dates, and what to write instead.

use crate::diagnostics::DateAdvice;
use crate::domain::EdtfError;

use super::date;

/// Why a text is not a date, as a predicate.
pub(super) fn date_error(error: EdtfError) -> &'static str {
    match error {
        EdtfError::Malformed => "is not a date that this program reads",
        EdtfError::NoSuchDay => "names a day, month or hour that does not exist",
        EdtfError::OutOfRange => "is outside the years -9999 to 9999",
        EdtfError::Unplaceable => {
            "is EDTF level 2 with a year whose first digit is unknown, so it has no place on a timeline"
        }
        EdtfError::Backwards => "ends before it begins",
    }
}

pub(in crate::language) fn date_advice(advice: &DateAdvice) -> String {
    const RANGE: &str = "the timeline goes from -9999 to 9999";
    let year = |year: i32| super::super::dates::year(year);
    match advice {
        DateAdvice::Examples => "write year-month-day: 2019-08-02, 2019-08, 2019, 1984~, 198X, 2011-02-05/2026-02-04 or [2019-02-01,2019-02-02]".to_owned(),
        DateAdvice::DidYouMean(meant) => format!("did you mean \"{meant}\"?"),
        DateAdvice::EitherOf(first, second) => {
            let written = [first, second].map(|either| format!("\"{}\" for {}", either.text(), date(either)));
            format!("write {}", written.join(" or "))
        }
        DateAdvice::NoYearZero => "there is no year 0: write 0000 for 1 BCE, or 0001 for 1 CE".to_owned(),
        DateAdvice::FourDigits(year) => format!("a year has four digits: write {year:04}"),
        DateAdvice::FourDigitsBce(1) => {
            "a year has four digits, and 1 BCE is 0000: write 0000".to_owned()
        }
        DateAdvice::FourDigitsBce(year) => format!(
            "a year has four digits, and 1 BCE is 0000: write -{:04} for {year} BCE",
            year.saturating_sub(1)
        ),
        DateAdvice::NameTheYears => {
            "write the possible years, as in 19XX for a century or 1900/1999 from one year to another"
                .to_owned()
        }
        DateAdvice::EarlierFirst => "write the earlier date first".to_owned(),
        DateAdvice::ClockRange => {
            "hours go from 00 to 23, minutes and seconds from 00 to 59, zones from -14:00 to +14:00".to_owned()
        }
        DateAdvice::MonthRange => {
            "months go from 01 to 12, seasons and other parts of a year from 21 to 41, without a day".to_owned()
        }
        DateAdvice::MonthLength(month, days) => format!("{} has {days} days", date(month)),
        DateAdvice::NoLeapYear(of) => format!("{} is not a leap year: its February has 28 days", year(*of)),
        DateAdvice::JulianLeapYear { year: of, march } => format!(
            "{} was not a leap year in the Gregorian calendar, which EDTF uses for all dates; 29 February of the Julian calendar is \"{of:04}-03-{march:02}\"",
            year(*of)
        ),
        DateAdvice::YearRange => RANGE.to_owned(),
        DateAdvice::LongYear(written) => format!(
            "EDTF writes a year of more than four digits as {written}, without a month, but {RANGE}"
        ),
    }
}
