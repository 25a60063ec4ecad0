//! The part of the timeline in the window: which time, scrolled how far, with its lanes in which arrangement.
//!
//! The user moves it directly, or jumps: to the selection, a date, a bookmark, a saved view of the last run. Jumps go
//! into a history. The arrangement of lanes says which are collapsed into their group, hidden, pinned, or expanded into
//! a lane for each party; the rows of the timeline are computed from it and from the filter.

pub(super) mod bookmark;
pub(super) mod command;
pub(super) mod details;
mod ids;
pub(super) mod lane_height;
mod lanes;
mod link_period;
pub(super) mod link_text;
mod navigation;
pub(super) mod open_link;
mod parties;
mod period;
mod resolve_link;
pub(super) mod saved_view;
pub(super) mod state;
pub(super) mod write_link;
