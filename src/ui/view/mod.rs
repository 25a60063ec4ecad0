//! The timeline itself: lanes, axis and overview, drawn from one scene; pointer, keyboard and screen reader on it.

pub(super) mod clicks;
pub(super) mod dataset_details;
pub(super) mod drag;
mod edge_arrows;
mod group_button;
pub(super) mod legend;
pub(super) mod legend_cache;
pub(super) mod motion;
mod move_event;
pub(super) mod overview_strip;
pub(super) mod paint;
pub(super) mod scene_cache;
pub(super) mod target_widgets;
pub(super) mod timeline;
pub(super) mod wheel_hint;

mod headers_edge;
mod lane_height;
mod navigation;
mod plot_menu;
mod scroll_bar;
mod status_date;
mod tooltip;
