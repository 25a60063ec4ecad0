//! Why a text is not a date.

use std::fmt;

/// Why a text is not a date this program can place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdtfError {
    /// Not EDTF at all.
    Malformed,
    /// EDTF, but no such day (30 February) or month.
    NoSuchDay,
    /// Outside the years −9999 to 9999.
    OutOfRange,
    /// EDTF, but a year of which not even the first digit is given: nowhere on a timeline.
    Unplaceable,
    /// An interval that ends before it begins.
    Backwards,
}

impl fmt::Display for EdtfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "is not a date that this program reads",
            Self::NoSuchDay => "names a day, month or hour that there is not",
            Self::OutOfRange => "lies outside the years -9999 to 9999",
            Self::Unplaceable => {
                "is EDTF of level 2 with a year open from its first digit, which has no place on a timeline"
            }
            Self::Backwards => "ends before it begins",
        })
    }
}
