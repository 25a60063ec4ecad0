//! The shapes of the bands behind the lanes, and of their names in front.

use super::background_bands::BackgroundBand;
use super::geometry::{Pos, Rect};
use super::measure::Font;
use super::metrics::LABEL_SIZE;
use super::palette::Ink;
use super::scene::Scene;
use super::shape::{Align, Shape, faint, solid};

/// Opacity of a band: what is in the lanes keeps its contrast.
const FILL: f32 = 0.11;
/// Opacity of the edges of a band.
const EDGE: f32 = 0.55;
/// Opacity of the background of a name.
const GROUND: f32 = 0.86;
/// The radius of the point at which a band without a name can be reached.
const POINT: f32 = 3.0;

/// The bands from back to front: grey, with edges where they begin and end. They are told apart by their names and edges,
/// not by colours.
pub(super) fn bands(scene: &Scene) -> Vec<Shape> {
    let (top, bottom) = (scene.plot.top, scene.plot.bottom);
    let mut shapes = Vec::new();
    let edge = |x: f32, ink, dash| Shape::Line {
        points: vec![Pos { x, y: top }, Pos { x, y: bottom }],
        width: 1.0,
        dash,
        paint: faint(ink, EDGE),
    };
    for band in &scene.context {
        let ink = ink(band);
        if band.is_day {
            shapes.push(edge(band.left, ink, Some([1.5, 3.0])));
            continue;
        }
        let rect = Rect { left: band.left, right: band.right, top, bottom };
        shapes.push(Shape::Fill { rect, radius: 0.0, paint: faint(ink, FILL) });
        if !band.opens.0 {
            shapes.push(edge(band.left, ink, None));
        }
        if !band.opens.1 {
            shapes.push(edge(band.right, ink, None));
        }
    }
    shapes
}

/// The names of the bands, and a point where there is no room for one.
pub(super) fn names(scene: &Scene) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for band in &scene.context {
        let Some(label) = &band.label else {
            if let Some(rect) = band.handle {
                let at = Pos { x: band.left, y: f32::midpoint(rect.top, rect.bottom) };
                let (fill, line) = (Some(solid(Ink::Paper)), Some((1.5, solid(ink(band)))));
                shapes.push(Shape::Circle { at, radius: POINT, fill, line });
            }
            continue;
        };
        shapes.push(Shape::Fill { rect: label.rect, radius: 2.0, paint: faint(Ink::Paper, GROUND) });
        let (at, text) = (BackgroundBand::baseline(label), label.text.clone());
        let paint = solid(if band.is_selected { Ink::Text } else { Ink::Muted });
        shapes.push(Shape::Text { at, align: Align::Start, text, size: LABEL_SIZE, font: Font::Text, paint });
    }
    shapes
}

fn ink(band: &BackgroundBand) -> Ink {
    if band.is_selected { Ink::Select } else { Ink::Muted }
}
