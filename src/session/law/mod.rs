//! Legal status on a date that the user sets, the status date.
//!
//! The status of every treaty on it, and without one today's, is known to the whole session: the timeline marks it,
//! filters, counts and tables use it. The law matrix is a table of treaties by parties on the status date; it can be stepped
//! from change to change, year by year, or played.

pub(super) mod command;
pub(super) mod matrix;
pub(super) mod state;
mod status_date;
pub(super) mod statuses;
pub(super) mod treaty_status;
