//! The dataset as a table.

pub(super) mod panel;
