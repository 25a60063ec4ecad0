//! What formats without EDTF can say of a date: its first and its last day, or a year, a month or a day by itself.

use chrono::{Datelike as _, NaiveDate};

use crate::domain::{EdtfDate, Precision};

/// The first and the last calendar day that a date can mean; where it is open, the ones that are known.
pub(super) fn first_and_last(date: &EdtfDate) -> (NaiveDate, NaiveDate) {
    (date.earliest().date(), date.latest_day().date())
}

/// The day after, or the last there is.
pub(super) fn next(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

/// Year, month and day as far as a date names them, for one that is a year, a month, a day or a time of day.
pub(super) struct Calendar {
    pub(super) year: i32,
    pub(super) month: Option<u32>,
    pub(super) day: Option<u32>,
}

impl Calendar {
    /// The parts of a date that names no more than one year, month or day; `None` for any other.
    pub(super) fn of(date: &EdtfDate) -> Option<Self> {
        let first = date.earliest().date();
        // `1984-XX-31` has the precision of a year and is not simply that year.
        let is_plain = |digits: usize| date.text().trim_end_matches(['?', '~', '%']).len() == digits;
        let signed = usize::from(date.text().starts_with('-'));
        let (month, day) = match date.precision() {
            Precision::Time | Precision::Day => (Some(first.month()), Some(first.day())),
            Precision::Month => (Some(first.month()), None),
            Precision::Year if is_plain(4 + signed) => (None, None),
            _ => return None,
        };
        Some(Self { year: first.year(), month, day })
    }

    /// In the form of ISO 8601, with as many parts as there are.
    pub(super) fn iso(&self) -> String {
        let two = |part: Option<u32>| part.map_or_else(String::new, |part| format!("-{part:02}"));
        format!("{}{}{}", iso_year(self.year), two(self.month), two(self.day))
    }
}

/// A day as ISO 8601 and JavaScript have it, also before the common era.
pub(super) fn iso(day: NaiveDate) -> String {
    format!("{}-{:02}-{:02}", iso_year(day.year()), day.month(), day.day())
}

/// Four digits, or a sign and six for years that have no four.
fn iso_year(year: i32) -> String {
    if (0..=9999).contains(&year) { format!("{year:04}") } else { format!("{year:+07}") }
}

/// Whether what a date says is more than year, month and day can say, so that its EDTF is worth having beside.
pub(super) fn needs_edtf(date: &EdtfDate) -> bool {
    Calendar::of(date).is_none_or(|parts| parts.iso() != date.text())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_the_parts_that_it_names() {
        for (text, parts) in [
            ("1987-12-08", Some("1987-12-08")),
            ("1987-12", Some("1987-12")),
            ("1987", Some("1987")),
            ("1987~", Some("1987")),
            ("-0043-03-15", Some("-000043-03-15")),
            ("2001-12-13T09:30:00Z", Some("2001-12-13")),
            ("198X", None),
            ("1984-XX-31", None),
            ("2011-02-05/2026-02-04", None),
            ("2001-21", None),
        ] {
            let date = EdtfDate::parse(text).unwrap();
            assert_eq!(Calendar::of(&date).map(|parts| parts.iso()).as_deref(), parts, "{text}");
            assert_eq!(needs_edtf(&date), parts != Some(text), "{text}");
        }
    }
}
