//! The figures under the lanes.

pub(super) mod state;
