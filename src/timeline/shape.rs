//! The shapes that every painter and exporter draws.

use super::geometry::{Pos, Rect};
use super::measure::Font;
use super::palette::Ink;

/// An ink and how much of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    /// What it means.
    pub ink: Ink,
    /// From 0, nothing, to 1, solid.
    pub alpha: f32,
}

/// How a text is aligned to its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

/// A shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle with round corners.
    Fill {
        /// Its rectangle.
        rect: Rect,
        /// Radius of its corners.
        radius: f32,
        /// Its colour.
        paint: Paint,
    },
    /// The outline of a rectangle, inside its edges.
    Frame {
        /// Its rectangle.
        rect: Rect,
        /// Radius of its corners.
        radius: f32,
        /// Width of the line.
        width: f32,
        /// Its colour.
        paint: Paint,
    },
    /// A line through two or more positions.
    Line {
        /// The positions.
        points: Vec<Pos>,
        /// Width of the line.
        width: f32,
        /// Lengths of dash and gap.
        dash: Option<[f32; 2]>,
        /// Its colour.
        paint: Paint,
    },
    /// A circle.
    Circle {
        /// Its middle.
        at: Pos,
        /// Its radius.
        radius: f32,
        /// What it is filled with.
        fill: Option<Paint>,
        /// Its outline.
        line: Option<(f32, Paint)>,
    },
    /// A convex polygon.
    Polygon {
        /// Its corners.
        points: Vec<Pos>,
        /// What it is filled with.
        fill: Paint,
        /// Its outline.
        line: Option<(f32, Paint)>,
    },
    /// A cubic curve.
    Curve {
        /// Its ends and, between them, its two handles.
        points: [Pos; 4],
        /// Width of the line.
        width: f32,
        /// Its colour.
        paint: Paint,
    },
    /// A text on one line.
    Text {
        /// Where its baseline begins, ends or is centred.
        at: Pos,
        /// Which of those.
        align: Align,
        /// The text.
        text: String,
        /// Its size.
        size: f32,
        /// Its font.
        font: Font,
        /// Its colour.
        paint: Paint,
    },
}

impl Shape {
    /// The shape moved to the right and down.
    pub(super) fn moved(&self, by: Pos) -> Self {
        let at = |p: &Pos| Pos { x: p.x + by.x, y: p.y + by.y };
        let all = |points: &[Pos]| points.iter().map(at).collect();
        let shifted = |rect: &Rect| Rect {
            left: rect.left + by.x,
            right: rect.right + by.x,
            top: rect.top + by.y,
            bottom: rect.bottom + by.y,
        };
        let mut moved = self.clone();
        match &mut moved {
            Self::Fill { rect, .. } | Self::Frame { rect, .. } => *rect = shifted(rect),
            Self::Line { points, .. } | Self::Polygon { points, .. } => *points = all(points),
            Self::Circle { at: middle, .. } | Self::Text { at: middle, .. } => *middle = at(middle),
            Self::Curve { points, .. } => *points = points.each_ref().map(at),
        }
        moved
    }
}

/// An ink at full strength.
pub(super) fn solid(ink: Ink) -> Paint {
    Paint { ink, alpha: 1.0 }
}

/// An ink at a part of its strength.
pub(super) fn faint(ink: Ink, alpha: f32) -> Paint {
    Paint { ink, alpha }
}
