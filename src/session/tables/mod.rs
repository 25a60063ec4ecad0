//! The record as tables: events, statements, treaties, sources, and the law matrix.
//!
//! A table has the rows that the filter shows, sorted by a column. They are recomputed when something changes that they
//! depend on, never in a frame; the text of a cell is computed when it is drawn. A table can be copied as CSV or
//! Markdown.

mod apply;
mod cells;
pub(super) mod columns;
pub(super) mod command;
pub(super) mod copy;
pub(super) mod ranks;
mod selection;
mod sort;
pub(super) mod state;
