//! The broken ring around an event that is to be taken with care. Whole rings are those of a selection.

use crate::domain::Attestation;

use super::geometry::Pos;
use super::palette::Ink;
use super::shape::{Shape, faint, solid};

/// From the edge of the glyph to the middle of the ring, in points.
const GAP: f32 = 2.6;
/// Width of the line, and of what lies under it so that it is seen on a bar, in points.
const LINE: f32 = 1.3;
const UNDER: f32 = 3.0;
/// Corners of a whole ring.
const CORNERS: i32 = 24;

/// The ring around a glyph of this radius: the lower half of one for a single source, dashes where nothing was checked, dots
/// where no source is named. The signs in the details are like them.
pub(super) fn paint_attestation(
    attestation: Attestation,
    at: Pos,
    radius: f32,
    alpha: f32,
    shapes: &mut Vec<Shape>,
) {
    let radius = radius + GAP;
    let corner = |step: i32| {
        let angle = std::f32::consts::TAU * step as f32 / CORNERS as f32;
        Pos { x: at.x + radius * angle.cos(), y: at.y + radius * angle.sin() }
    };
    let ink = faint(Ink::Text, alpha);
    let arc = |from: i32, to: i32| (from..=to).map(corner).collect::<Vec<Pos>>();
    let line = |points: Vec<Pos>, width, paint| Shape::Line { points, width, dash: None, paint };
    match attestation {
        Attestation::SingleSource => {
            // From the right over the foot to the left.
            shapes.push(line(arc(0, CORNERS / 2), UNDER, solid(Ink::Paper)));
            shapes.push(line(arc(0, CORNERS / 2), LINE, ink));
        }
        Attestation::Unverified => {
            for from in (0..CORNERS).step_by(4) {
                shapes.push(line(arc(from, from + 2), UNDER, solid(Ink::Paper)));
                shapes.push(line(arc(from, from + 2), LINE, ink));
            }
        }
        Attestation::Unsourced => {
            for step in (0..CORNERS).step_by(3) {
                let dot =
                    |radius, paint| Shape::Circle { at: corner(step), radius, fill: Some(paint), line: None };
                shapes.push(dot(UNDER / 2.0, solid(Ink::Paper)));
                shapes.push(dot(LINE * 0.7, ink));
            }
        }
    }
}
