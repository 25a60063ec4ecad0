//! The timeline itself: lanes, axis and overview, drawn from one scene; pointer, keyboard and screen reader on it.

pub(super) mod clicks;
pub(super) mod drag;
pub(super) mod guide;
pub(super) mod motion;
pub(super) mod overview_strip;
pub(super) mod paint;
pub(super) mod scene_cache;
pub(super) mod target_widgets;
pub(super) mod timeline;

mod headers_edge;
mod lane_height;
mod navigation;
mod scroll_bar;
mod status_date;
mod tooltip;
mod wheel_hint;
