//! What part of the timeline is in the window: time, scroll, jumps and their history, bookmarks, arrangement of lanes.

pub(super) mod bookmark;
pub(super) mod command;
pub(super) mod history;
mod lanes;
mod navigation;
pub(super) mod saved_view;
pub(super) mod state;
