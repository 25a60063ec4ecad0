//! What is on the axis beside its ticks: the status date, the selected time range.

use super::geometry::Rect;

/// The status date: a line through the plot with its date on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct StatusDateLine {
    /// Where the day is, in the window or beside it.
    pub x: f32,
    /// The day in words.
    pub words: String,
    /// How wide the words are.
    pub width: f32,
}

impl StatusDateLine {
    /// Where the date is written on the axis: over the line, and inside the plot.
    pub fn tag(&self, plot: &Rect) -> Rect {
        tag_at(self.x, self.width, plot)
    }
}

/// Room for words on the axis: in the middle over `x`, and inside the plot.
fn tag_at(x: f32, width: f32, plot: &Rect) -> Rect {
    let half = width / 2.0 + 7.0;
    let middle = x.clamp(plot.left + half, (plot.right - half).max(plot.left + half));
    Rect { left: middle - half, right: middle + half, top: plot.top - 17.0, bottom: plot.top - 1.0 }
}

/// The selected time range.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeRange {
    /// Left edge, in the window or beside it.
    pub left: f32,
    /// Right edge.
    pub right: f32,
    /// How long it is, in words.
    pub words: String,
    /// How wide the words are.
    pub width: f32,
}

impl TimeRange {
    /// The part that is in the plot, from left to right, if any is.
    pub fn within(&self, plot: &Rect) -> Option<(f32, f32)> {
        let (left, right) = (self.left.max(plot.left), self.right.min(plot.right));
        (right > left).then_some((left, right))
    }

    /// Where the words stand on the axis: over the part that is in the plot.
    pub fn tag(&self, plot: &Rect) -> Option<Rect> {
        self.within(plot).map(|(left, right)| tag_at(f32::midpoint(left, right), self.width, plot))
    }
}
