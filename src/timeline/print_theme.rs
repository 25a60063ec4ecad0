//! The timeline in black on white, for printers without colours: what only colours tell apart gets stripes.

use super::geometry::{Pos, Rect};
use super::palette::Ink;
use super::shape::{Shape, solid};

/// Distance between the stripes of a treaty that was extended, and their width, in points.
const STRIPES: [f32; 2] = [5.0, 1.2];
/// A rectangle narrower than this is a mark, not a bar.
const MIN_BAR: f32 = 4.0;

/// Shapes with stripes over the bars that would differ from others by their colour alone.
pub fn with_stripes(shapes: Vec<Shape>) -> Vec<Shape> {
    let mut striped = Vec::with_capacity(shapes.len());
    for shape in shapes {
        let bar = match &shape {
            Shape::Fill { rect, paint, .. } if paint.ink == Ink::ForceStrong => Some(*rect),
            _ => None,
        };
        striped.push(shape);
        if let Some(rect) = bar.filter(|rect| rect.width() >= MIN_BAR) {
            stripes(&rect, &mut striped);
        }
    }
    striped
}

/// White stripes that lean to the right, inside a rectangle.
fn stripes(rect: &Rect, shapes: &mut Vec<Shape>) {
    let [step, width] = STRIPES;
    let height = rect.height();
    let mut left = rect.left + step / 2.0;
    while left + height + width <= rect.right {
        let at = |x: f32, y: f32| Pos { x, y };
        let points = vec![
            at(left, rect.bottom),
            at(left + width, rect.bottom),
            at(left + width + height, rect.top),
            at(left + height, rect.top),
        ];
        shapes.push(Shape::Polygon { points, fill: solid(Ink::Paper), line: None });
        left += step;
    }
}
