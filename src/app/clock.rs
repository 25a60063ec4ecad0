//! The only "now" in the program.

use crate::domain::Moment;

/// Today's date where the reader is, as a civil day.
#[expect(clippy::disallowed_methods, reason = "this is the clock that everything else must ask")]
pub fn today() -> Moment {
    Moment::from_date(chrono::Local::now().date_naive())
}

/// A point in time to measure from.
#[expect(clippy::disallowed_methods, reason = "the one place where a stopwatch is started")]
pub(super) fn now() -> std::time::Instant {
    std::time::Instant::now()
}
