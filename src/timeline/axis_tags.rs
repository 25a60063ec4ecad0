//! The tags on the axis: the status date and the selected time range.

use super::geometry::Rect;

/// The status date: a line through the plot with its date on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct StatusDateLine {
    /// Its horizontal position, inside or outside the window.
    pub x: f32,
    /// The date in words.
    pub words: String,
    /// How wide the words are.
    pub width: f32,
}

impl StatusDateLine {
    /// Left and right edge of the date on the axis: centred over the line, but inside the plot.
    pub fn tag(&self, plot: &Rect) -> Rect {
        tag_at(self.x, self.width, plot)
    }
}

/// Left and right edge of words on the axis: centred over `x`, but inside the plot.
fn tag_at(x: f32, width: f32, plot: &Rect) -> Rect {
    let half = width / 2.0 + 7.0;
    let middle = x.clamp(plot.left + half, (plot.right - half).max(plot.left + half));
    Rect { left: middle - half, right: middle + half, top: plot.top - 17.0, bottom: plot.top - 1.0 }
}

/// The selected time range.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeRange {
    /// Left edge, inside or outside the window.
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

    /// Left and right edge of the words on the axis: over the part that is in the plot.
    pub fn tag(&self, plot: &Rect) -> Option<Rect> {
        self.within(plot).map(|(left, right)| tag_at(f32::midpoint(left, right), self.width, plot))
    }
}
