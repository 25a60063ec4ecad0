//! Positions, sizes and rectangles in the window, in points.

/// A position in the window, in points from its top left.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pos {
    /// Rightwards.
    pub x: f32,
    /// Downwards.
    pub y: f32,
}

/// A size in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// A rectangle in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f32,
    /// Top edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Bottom edge.
    pub bottom: f32,
}

impl Rect {
    /// Width in points.
    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    /// Height in points.
    pub fn height(&self) -> f32 {
        self.bottom - self.top
    }

    /// Whether a position lies inside.
    pub fn contains(&self, pos: Pos) -> bool {
        pos.x >= self.left && pos.x < self.right && pos.y >= self.top && pos.y < self.bottom
    }

    /// The intersection with another rectangle; of negative width or height if they do not overlap.
    pub fn within(&self, other: &Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }
}
