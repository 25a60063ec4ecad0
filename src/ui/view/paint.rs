//! A [`Drawing`] as egui shapes.

use egui::epaint::{CubicBezierShape, PathStroke};
use egui::{Align2, CornerRadius, Mesh, Pos2, Rect, Stroke, StrokeKind, Vec2, pos2};

use crate::timeline::{Align, Drawing, Font, Palette, Pos, Shape};
use crate::ui::theme;

/// Paints a drawing whose origin is at `origin`.
pub(in crate::ui) fn paint_drawing(ui: &egui::Ui, origin: Pos2, drawing: &Drawing, palette: Palette) {
    for layer in &drawing.layers {
        let clip = rect_at(origin, &layer.clip).intersect(ui.clip_rect());
        let painter = ui.painter().with_clip_rect(clip);
        paint_shapes(&painter, origin.to_vec2(), &layer.shapes, palette);
    }
}

/// Paints shapes moved by `offset`.
///
/// Runs of shapes with straight edges along the axes go into one mesh, with two triangles each: egui's own rectangles and
/// lines have soft edges of a dozen triangles each, and without a graphics card a frame costs as much as its triangles
/// (measured: 22,000 of them took 10 ms of 20).
pub(in crate::ui) fn paint_shapes(painter: &egui::Painter, offset: Vec2, shapes: &[Shape], palette: Palette) {
    let to_window = |p: &Pos| pos2(p.x, p.y) + offset;
    let colour = |paint| theme::paint(palette, paint);
    let mut straight = StraightShapes { mesh: Mesh::default(), pixels_per_point: painter.pixels_per_point() };
    for shape in shapes {
        if straight.add_if_straight(shape, offset, palette) {
            continue;
        }
        straight.flush(painter);
        match shape {
            Shape::Fill { rect, radius, paint } => {
                painter.rect_filled(rect_at(offset.to_pos2(), rect), corners(*radius), colour(*paint));
            }
            Shape::Frame { rect, radius, width, paint } => {
                let stroke = Stroke::new(*width, colour(*paint));
                painter.rect_stroke(
                    rect_at(offset.to_pos2(), rect),
                    corners(*radius),
                    stroke,
                    StrokeKind::Inside,
                );
            }
            Shape::Line { points, width, paint, .. } => {
                let stroke = Stroke::new(*width, colour(*paint));
                let points = points.iter().map(to_window).collect();
                painter.add(egui::Shape::line(points, PathStroke::from(stroke)));
            }
            Shape::Circle { at, radius, fill, line } => {
                let fill = fill.map(colour);
                match (fill, line.map(|(width, paint)| (width, colour(paint)))) {
                    // Two discs instead of a disc with an outline: egui draws discs as textures with two triangles each,
                    // and an outline with a hundred. Half of a frame's time went there.
                    (Some(fill), Some((width, line))) => {
                        painter.circle_filled(to_window(at), radius + width / 2.0, line);
                        painter.circle_filled(to_window(at), radius - width / 2.0, fill);
                    }
                    (Some(fill), None) => {
                        painter.circle_filled(to_window(at), *radius, fill);
                    }
                    (None, Some((width, line))) => {
                        // egui draws an outline outside its circle.
                        painter.circle_stroke(to_window(at), radius - width / 2.0, Stroke::new(width, line));
                    }
                    (None, None) => {}
                }
            }
            Shape::Polygon { points, fill, line } => {
                let stroke = line.map_or(Stroke::NONE, |(width, paint)| Stroke::new(width, colour(paint)));
                let points = points.iter().map(to_window).collect();
                painter.add(egui::Shape::convex_polygon(points, colour(*fill), PathStroke::from(stroke)));
            }
            Shape::Curve { points, width, paint } => {
                let stroke = PathStroke::from(Stroke::new(*width, colour(*paint)));
                let points = [
                    to_window(&points[0]),
                    to_window(&points[1]),
                    to_window(&points[2]),
                    to_window(&points[3]),
                ];
                let fill = egui::Color32::TRANSPARENT;
                painter.add(CubicBezierShape { points, closed: false, fill, stroke });
            }
            Shape::Text { at, align, text, size, font, paint } => {
                // egui takes the middle of a row of text, a drawing its baseline.
                let middle = to_window(at) - egui::vec2(0.0, size * baseline_below_middle(*font));
                let anchor = match align {
                    Align::Start => Align2::LEFT_CENTER,
                    Align::Middle => Align2::CENTER_CENTER,
                    Align::End => Align2::RIGHT_CENTER,
                };
                painter.text(middle, anchor, text, theme::font(*font, *size), colour(*paint));
            }
        }
    }
    straight.flush(painter);
}

/// A run of rectangles and lines along the axes, aligned to whole pixels.
struct StraightShapes {
    mesh: Mesh,
    pixels_per_point: f32,
}

impl StraightShapes {
    /// Adds a shape if its edges are straight and along the axes.
    fn add_if_straight(&mut self, shape: &Shape, offset: Vec2, palette: Palette) -> bool {
        match shape {
            Shape::Fill { rect, radius, paint } if *radius < 1.5 => {
                self.add(rect_at(offset.to_pos2(), rect), theme::paint(palette, *paint));
                true
            }
            Shape::Line { points, width, dash, paint } => {
                let [a, b] = points[..] else { return false };
                if a.x != b.x && a.y != b.y {
                    return false;
                }
                let (a, b) = (pos2(a.x, a.y) + offset, pos2(b.x, b.y) + offset);
                let colour = theme::paint(palette, *paint);
                let (length, along) = (a.distance(b), (b - a).normalized());
                // More dashes than a window has pixels are drawn as a line.
                let [on, off] =
                    dash.filter(|[on, off]| length < 10_000.0 * (on + off)).unwrap_or([f32::INFINITY, 0.0]);
                let mut start = 0.0;
                while start < length {
                    let end = (start + on).min(length);
                    let rect = Rect::from_two_pos(a + along * start, a + along * end);
                    let half = width / 2.0 * egui::vec2(along.y.abs(), along.x.abs());
                    self.add(rect.expand2(half), colour);
                    start += on + off;
                }
                true
            }
            _ => false,
        }
    }

    fn add(&mut self, rect: Rect, colour: egui::Color32) {
        // Sizes are rounded, not edges: a line of one point is one pixel everywhere.
        let pixel = |points: f32| (points * self.pixels_per_point).round() / self.pixels_per_point;
        let size = egui::vec2(pixel(rect.width()), pixel(rect.height()));
        let least = egui::Vec2::splat(1.0 / self.pixels_per_point);
        let min = pos2(pixel(rect.left()), pixel(rect.top()));
        self.mesh.add_colored_rect(Rect::from_min_size(min, size.max(least)), colour);
    }

    fn flush(&mut self, painter: &egui::Painter) {
        if !self.mesh.is_empty() {
            painter.add(egui::Shape::mesh(std::mem::take(&mut self.mesh)));
        }
    }
}

/// How far the baseline is below the middle of a row, in ems: half of ascent minus descent, as in the fonts.
fn baseline_below_middle(font: Font) -> f32 {
    match font {
        Font::Text | Font::Strong => (0.969 - 0.242) / 2.0,
        Font::Serif => (1.036 - 0.335) / 2.0,
    }
}

fn corners(radius: f32) -> CornerRadius {
    CornerRadius::same(radius.round() as u8)
}

/// A rectangle of the scene in the window.
pub(in crate::ui) fn rect_at(origin: Pos2, rect: &crate::timeline::Rect) -> Rect {
    let offset = origin.to_vec2();
    Rect::from_min_max(pos2(rect.left, rect.top) + offset, pos2(rect.right, rect.bottom) + offset)
}
