//! The only "now" in the program.

use crate::domain::Moment;

/// Today's date in the user's time zone.
#[expect(clippy::disallowed_methods, reason = "this is the clock that everything else must ask")]
pub fn today() -> Moment {
    Moment::from_date(chrono::Local::now().date_naive())
}

/// A moment to measure durations from.
#[expect(clippy::disallowed_methods, reason = "the one place where a stopwatch is started")]
pub(super) fn now() -> std::time::Instant {
    std::time::Instant::now()
}

/// Seconds since 1970-01-01 UTC, to compare with the clocks of other programs.
#[expect(clippy::disallowed_methods, reason = "the one place where the system's clock is read")]
pub(super) fn unix_secs() -> f64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.unwrap_or_default().as_secs_f64()
}
