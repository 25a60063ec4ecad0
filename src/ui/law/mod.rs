//! Legal status on a date: the control that sets the date, the matrix of parties and treaties, the answer in the panel.

pub(super) mod all_treaties;
mod calendar;
pub(super) mod matrix;
pub(super) mod status_cache;
pub(super) mod status_card;
pub(super) mod status_control;
