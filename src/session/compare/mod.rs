//! What differs from another dataset.

pub(super) mod state;
