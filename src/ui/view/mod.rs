//! The timeline itself: lanes, axis and overview, drawn from one scene; pointer, keyboard and screen reader on it.

pub(super) mod access;
pub(super) mod clicks;
pub(super) mod drag;
pub(super) mod input;
pub(super) mod legend;
pub(super) mod motion;
pub(super) mod overview_strip;
pub(super) mod paint;
pub(super) mod panel;
pub(super) mod scene_cache;
pub(super) mod tooltip;
