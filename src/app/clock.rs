//! The only "now" in the program.

use crate::domain::Moment;

/// Today's date where the reader is, as a civil day.
#[expect(clippy::disallowed_methods, reason = "this is the clock that everything else must ask")]
pub fn today() -> Moment {
    Moment::from_date(chrono::Local::now().date_naive())
}
