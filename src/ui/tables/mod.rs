//! The dataset as a table.

pub(super) mod accessible;
pub(super) mod panel;
mod row_selection;
