//! The part of the timeline in the window, and the arrangement of its lanes.

use crate::timeline::{Arrangement, PartyLanes, Rows, Size, TimeView, View};

use super::bookmark::Bookmark;
use super::details::NarrowDetails;
use super::lane_height::FilteredHeight;

/// The part of the timeline in the window, and the arrangement of its lanes.
#[derive(Debug)]
pub struct ViewState {
    /// The rows of the timeline, computed from the arrangement and the filter.
    pub rows: Rows,
    /// Which lanes are collapsed, hidden, pinned, expanded into parties.
    pub arrangement: Arrangement,
    /// The time and the lanes in the window.
    pub current: View,
    /// Number of changes of the view that were not made by hand on the timeline: these may be animated.
    pub jumps: u64,
    /// The size of the timeline as it was last drawn, in points.
    pub size: Size,
    /// Views to come back to, in the order in which they were added.
    pub bookmarks: Vec<Bookmark>,
    /// The details panel where the window is too narrow for it.
    pub narrow_details: NarrowDetails,
    /// Whether lanes are lower than preferred for the sake of what the filter leaves.
    pub(in crate::session) filtered_height: FilteredHeight,
    /// The period that was typed last: while the window shows it, centring the selection does not leave it.
    pub(in crate::session) typed_period: Option<TimeView>,
    /// The lanes of the parties of expanded treaties.
    pub(in crate::session) party_lanes: PartyLanes,
}
