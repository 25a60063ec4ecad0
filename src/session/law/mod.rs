//! Legal status on a date: of every treaty, of every party, lane by lane.

pub(super) mod as_of;
pub(super) mod command;
pub(super) mod matrix;
pub(super) mod parties;
pub(super) mod state;
mod status_date;
