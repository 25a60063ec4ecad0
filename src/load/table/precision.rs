//! Codes that say how precise a date is, as collections of events give them in a column of its own.

use crate::domain::{EdtfDate, Precision, SECS_PER_DAY};

use super::header_words::folded;

/// Which collection the codes are from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PrecisionCodes {
    /// ACLED: 1 a day, 2 a week, 3 a month.
    Acled,
    /// UCDP GED: 1 a day, 2 up to six days, 3 a week, 4 a month, 5 a longer time, at most a year.
    Ucdp,
    /// Wikidata: 11 a day, 10 a month, 9 a year, 8 a decade, 7 a century.
    Wikidata,
}

impl PrecisionCodes {
    /// The collection, by the name of the column and its highest code.
    pub(super) fn of<'c>(header: &str, cells: impl Iterator<Item = &'c str>) -> Self {
        let highest = cells.filter_map(|cell| cell.parse::<u32>().ok()).max().unwrap_or_default();
        let header = folded(header);
        if highest > 5 {
            Self::Wikidata
        } else if highest > 3 || header.contains("prec") && !header.contains("time") {
            Self::Ucdp
        } else {
            Self::Acled
        }
    }

    /// A day widened to what it is known to; other dates, and a day that is exact, as they are.
    pub(super) fn widened(self, edtf: &str, code: &str) -> Option<String> {
        let date = EdtfDate::parse(edtf).ok().filter(|date| date.precision() == Precision::Day)?;
        let day = |days: i64| date.earliest().plus(days * SECS_PER_DAY).date();
        let around = |days: i64| Some(format!("[{}..{}]", day(-days), day(days)));
        let part = |len: usize| edtf.get(..len).map(str::to_owned);
        let code: u32 = code.trim().parse().ok()?;
        match (self, code) {
            (Self::Acled, 2) | (Self::Ucdp, 3) => around(3),
            (Self::Ucdp, 2) => around(2),
            (Self::Acled, 3) | (Self::Ucdp, 4) | (Self::Wikidata, 10) => part(7),
            (Self::Ucdp, 5) | (Self::Wikidata, 9) => part(4),
            (Self::Wikidata, 8) => Some(format!("{}X", part(3)?)),
            (Self::Wikidata, 7) => Some(format!("{}XX", part(2)?)),
            _ => None,
        }
    }

    /// Whether the codes belong to bounds: what begins and ends in such a row is one day between them.
    pub(super) fn is_between(self) -> bool {
        self == Self::Ucdp
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_widened_to_what_the_code_says() {
        for (header, codes, edtf, code, expected) in [
            ("time_precision", "1 2 3", "1992-03-24", "1", None),
            ("time_precision", "1 2 3", "1992-03-24", "2", Some("[1992-03-21..1992-03-27]")),
            ("time_precision", "1 2 3", "1992-03-24", "3", Some("1992-03")),
            ("date_prec", "1 2 3", "1992-03-24", "2", Some("[1992-03-22..1992-03-26]")),
            ("date_prec", "1 4 5", "1992-03-24", "4", Some("1992-03")),
            ("date_prec", "1 4 5", "1992-03-24", "5", Some("1992")),
            ("precision", "9 11", "1992-01-01", "9", Some("1992")),
            ("precision", "9 11", "1992-01-01", "8", Some("199X")),
            ("precision", "9 11", "1992-01-01", "7", Some("19XX")),
            ("date_prec", "1 4 5", "1992", "4", None),
            ("date_prec", "1 4 5", "1992-03-24", "x", None),
        ] {
            let codes = PrecisionCodes::of(header, codes.split(' '));
            assert_eq!(codes.widened(edtf, code).as_deref(), expected, "{header} {edtf} {code}");
        }
    }
}
