//! What the reader looks at: one thing, several, a stretch of time; moving from one event to the next.

mod apply;
pub(super) mod bulk_steps;
pub(super) mod cluster;
pub(super) mod command;
pub(super) mod multi_selection;
pub(super) mod navigate;
pub(super) mod state;
