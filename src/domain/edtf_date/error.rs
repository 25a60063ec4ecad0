//! Why a text is not a date.

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
