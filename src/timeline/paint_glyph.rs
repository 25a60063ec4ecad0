//! The shapes of a glyph, with a thin rim of background by which it stands out from bars and hatching.

use super::geometry::Pos;
use super::glyph::{CUT_WIDTH, Glyph, HOLLOW_WIDTH, Part, RING_WIDTH, STROKE_WIDTH};
use super::palette::Ink;
use super::shape::{Paint, Shape, faint, solid};

/// Width of the rim, as a share of the glyph's radius: enough to be seen, too little to cut a bar in pieces.
const RIM: f32 = 0.16;

/// A glyph at a position. The rims of all its parts lie under all its ink.
pub(super) fn paint_glyph(glyph: &Glyph, at: Pos, radius: f32, alpha: f32, shapes: &mut Vec<Shape>) {
    let brush = Brush { at, radius };
    let (ink, paper) = (faint(glyph.ink, alpha), solid(Ink::Paper));
    shapes.extend(glyph.parts.iter().filter_map(|part| brush.rim(part, paper)));
    shapes.extend(glyph.parts.iter().filter_map(|part| brush.part(part, ink, paper)));
}

/// Where a glyph is painted, and how large.
struct Brush {
    at: Pos,
    radius: f32,
}

impl Brush {
    fn place(&self, p: &[f32; 2]) -> Pos {
        Pos { x: self.at.x + p[0] * self.radius, y: self.at.y + p[1] * self.radius }
    }

    fn circle(
        &self,
        middle: [f32; 2],
        radius: f32,
        fill: Option<Paint>,
        line: Option<(f32, Paint)>,
    ) -> Shape {
        let line = line.map(|(width, paint)| (width * self.radius, paint));
        Shape::Circle { at: self.place(&middle), radius: radius * self.radius, fill, line }
    }

    fn polygon(&self, corners: &[[f32; 2]], fill: Paint, line: Option<(f32, Paint)>) -> Shape {
        let line = line.map(|(width, paint)| (width * self.radius, paint));
        Shape::Polygon { points: corners.iter().map(|p| self.place(p)).collect(), fill, line }
    }

    fn line(&self, points: &[[f32; 2]], width: f32, paint: Paint) -> Shape {
        let points = points.iter().map(|p| self.place(p)).collect();
        Shape::Line { points, width: width * self.radius, dash: None, paint }
    }

    /// What is around a part, and behind all of them.
    fn rim(&self, part: &Part, paper: Paint) -> Option<Shape> {
        let line = |width: f32| Some((width + 2.0 * RIM, paper));
        Some(match *part {
            Part::Disc(radius) => self.circle([0.0; 2], radius + RIM, Some(paper), None),
            Part::Ring(radius) => self.circle([0.0; 2], radius + RING_WIDTH / 2.0 + RIM, Some(paper), None),
            Part::Dot(middle, radius) => self.circle(middle, radius + RIM, Some(paper), None),
            Part::Solid(corners) => self.polygon(corners, paper, line(0.0)),
            Part::Hollow(corners) => self.polygon(corners, paper, line(HOLLOW_WIDTH)),
            Part::Stroke(points) => self.line(points, STROKE_WIDTH + 2.0 * RIM, paper),
            Part::Plate(corners) => self.polygon(corners, paper, None),
            Part::Cut(_) => return None,
        })
    }

    fn part(&self, part: &Part, ink: Paint, paper: Paint) -> Option<Shape> {
        Some(match *part {
            Part::Disc(radius) => self.circle([0.0; 2], radius, Some(ink), None),
            Part::Ring(radius) => self.circle([0.0; 2], radius, Some(paper), Some((RING_WIDTH, ink))),
            Part::Dot(middle, radius) => self.circle(middle, radius, Some(ink), None),
            Part::Solid(corners) => self.polygon(corners, ink, None),
            Part::Hollow(corners) => self.polygon(corners, paper, Some((HOLLOW_WIDTH, ink))),
            Part::Stroke(points) => self.line(points, STROKE_WIDTH, ink),
            Part::Cut(points) => self.line(points, CUT_WIDTH, paper),
            Part::Plate(_) => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::EventKind;
    use crate::timeline::glyph::glyph_of;

    fn shapes_of(kind: EventKind) -> Vec<Shape> {
        let mut shapes = Vec::new();
        paint_glyph(&glyph_of(kind), Pos { x: 0.0, y: 0.0 }, 5.0, 1.0, &mut shapes);
        shapes
    }

    #[test]
    fn rims_lie_under_all_ink_and_are_thinner_than_a_pixel() {
        for &kind in EventKind::ALL {
            let is_ink = |shape: &Shape| match shape {
                Shape::Circle { fill, line, .. } => {
                    fill.iter().chain(line.iter().map(|(_, paint)| paint)).any(|p| p.ink != Ink::Paper)
                }
                Shape::Polygon { fill, line, .. } => {
                    fill.ink != Ink::Paper || line.is_some_and(|(_, paint)| paint.ink != Ink::Paper)
                }
                Shape::Line { paint, .. } => paint.ink != Ink::Paper,
                _ => false,
            };
            let shapes = shapes_of(kind);
            let first = shapes.iter().position(is_ink).expect("it has ink");
            assert!(first > 0, "{kind:?} has a rim");
            let parts = glyph_of(kind).parts.iter();
            let with_rims = parts.filter(|part| !matches!(part, Part::Cut(_))).count();
            assert_eq!(first, with_rims, "{kind:?}");
        }
        const { assert!(RIM * 5.6 < 1.0, "four meetings on a bar must not look like a torn bar") };
    }

    #[test]
    fn between_the_bars_of_a_suspension_there_is_background_and_no_hatching() {
        let shapes = shapes_of(EventKind::Suspended);
        let is_plate = |shape: &Shape| {
            let Shape::Polygon { points, fill, .. } = shape else { return false };
            fill.ink == Ink::Paper && points.iter().any(|p| p.x < -1.2) && points.iter().any(|p| p.x > 1.2)
        };
        assert!(shapes.iter().any(is_plate), "{shapes:?}");
    }
}
