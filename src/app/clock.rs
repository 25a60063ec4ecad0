//! The only "now" in the program.

use crate::domain::Moment;

/// Today's date in the user's time zone.
#[expect(clippy::disallowed_methods, reason = "this is the clock that everything else must ask")]
pub fn today() -> Moment {
    Moment::from_date(chrono::Local::now().date_naive())
}

/// A time of another clock as that of the user: hours and minutes, with the day before them if that is not today.
#[expect(clippy::disallowed_methods, reason = "this is the clock that everything else must ask")]
pub(super) fn local_time(time: std::time::SystemTime) -> String {
    let local = chrono::DateTime::<chrono::Local>::from(time);
    let is_today = local.date_naive() == chrono::Local::now().date_naive();
    local.format(if is_today { "%H:%M" } else { "%Y-%m-%d %H:%M" }).to_string()
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
