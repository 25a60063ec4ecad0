//! A planned lane of bulk events.

use crate::domain::{BulkId, DateUncertainty};
use crate::timeline::geometry::Rect;
use crate::timeline::mark::Label;

/// The bulk events of a lane, as many as can be told apart.
#[derive(Debug, Default)]
pub struct BulkRow {
    /// Rows of spans from top to bottom, each from left to right.
    pub rows: Vec<Vec<BulkBar>>,
    /// Single days from left to right.
    pub days: Vec<BulkBar>,
    /// The spans that fit into no row: left and right edge, and how strongly they are drawn, from 0 to 1.
    pub overflow: Vec<(f32, f32, f32)>,
    /// Top and bottom of the strip that shows it.
    pub strip: (f32, f32),
    /// The labels in and beside them.
    pub labels: Vec<Label>,
    /// Where the selected event is, drawn alone or not.
    pub selected: Option<Rect>,
}

/// A bulk event, or a run of them too short to be told apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BulkBar {
    /// The event; of a run the first.
    pub id: BulkId,
    /// How many it stands for.
    pub count: u32,
    /// Its rectangle.
    pub rect: Rect,
    /// What is open or uncertain in its dates; nothing for a run.
    pub doubt: DateUncertainty,
}
