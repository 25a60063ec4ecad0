//! What differs from another dataset.

pub(super) mod command;
pub(super) mod state;
