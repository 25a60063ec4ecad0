//! What part of the timeline is in the window.

use crate::session::{Bookmark, History};
use crate::timeline::{Arrangement, Rows, Size, View};

/// What part of the timeline is in the window.
#[derive(Debug)]
pub struct ViewState {
    /// The rows of lanes, as the reader arranged them.
    pub rows: Rows,
    /// Which lanes are collapsed, hidden, pinned, expanded into parties.
    pub arrangement: Arrangement,
    /// The time and the lanes in the window.
    pub current: View,
    /// Number of changes of the view that were no direct manipulation: the painter may animate them.
    pub jumps: u64,
    /// The size of the timeline as it was last drawn, in points.
    pub size: Size,
    /// Earlier and later views, for going back and forward.
    pub history: History,
    /// Views to come back to, in the order in which they were added.
    pub bookmarks: Vec<Bookmark>,
}
