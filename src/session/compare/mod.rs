//! The comparison of the open dataset with another one, usually an earlier version: a list of differences, and the
//! former dates of moved events on the timeline.

pub(super) mod command;
pub(super) mod state;
