//! The chart under the lanes: which unit it shows, which series of that unit, on which scale.

pub(super) mod command;
pub(super) mod state;
