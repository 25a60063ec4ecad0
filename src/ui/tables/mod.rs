//! The record as a table.

pub(super) mod panel;
