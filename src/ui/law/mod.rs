//! Legal status on a date: the control that sets the date, and the matrix of parties and treaties.

pub(super) mod answer_cache;
mod calendar;
pub(super) mod matrix;
pub(super) mod status_control;
