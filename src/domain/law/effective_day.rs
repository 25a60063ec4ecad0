//! The day from which a date counts in law.

use crate::domain::edtf_date::EdtfDate;
use crate::domain::event::{DateClaim, DateRole};
use crate::domain::moment::{Moment, SECS_PER_DAY};

/// The first day on which a claim certainly holds: the last day of the month, year or interval that its source gives.
/// A claim to a last day in force stands for the day after.
pub(super) fn day_of(claim: &DateClaim) -> Moment {
    let day = day_of_date(&claim.date);
    if claim.role == DateRole::LastDay { day.plus(SECS_PER_DAY) } else { day }
}

/// The first day on which something of this date has certainly happened.
pub(super) fn day_of_date(date: &EdtfDate) -> Moment {
    if date.is_spread() { date.latest_day() } else { Moment::from_date(date.anchor().date()) }
}
