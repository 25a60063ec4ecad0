//! The figures under the lanes.

pub(super) mod command;
pub(super) mod state;
