//! The timeline in black on white, for printers without colours: what only colours tell apart gets stripes.

use super::geometry::{Pos, Rect};
use super::palette::{Ink, Rgb};
use super::shape::{Shape, solid};

/// Distance between the stripes of a treaty that was extended, and their width, in points.
const STRIPES: [f32; 2] = [5.0, 1.2];
/// A rectangle narrower than this is a mark, not a bar.
const MIN_BAR: f32 = 4.0;

/// What an ink looks like: grey of a darkness of its own where two inks have the same form.
pub(super) fn grey(ink: Ink) -> Rgb {
    let level = match ink {
        Ink::Paper | Ink::Panel | Ink::OnStrong | Ink::OnSelect => 0xff,
        Ink::Text | Ink::ForceStrong | Ink::SpeakerRu | Ink::End | Ink::Suspended | Ink::Doubt => 0x00,
        Ink::Muted => 0x40,
        Ink::Line => 0xb4,
        Ink::Force => 0x70,
        Ink::Signed | Ink::Accent | Ink::Select => 0x30,
        Ink::SpeakerUs => 0x68,
        Ink::SpeakerOther => 0x96,
    };
    [level; 3]
}

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
