//! The differences from another dataset, as a list.

pub(super) mod panel;
