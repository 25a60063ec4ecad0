//! A [`Picture`] as egui shapes.

use egui::epaint::{CubicBezierShape, PathStroke};
use egui::{Align2, CornerRadius, Pos2, Rect, Stroke, StrokeKind, Vec2, pos2};

use crate::timeline::{Align, Face, Palette, Picture, Pos, Shape};

use super::theme;

/// Paints a picture whose origin is at `origin`.
pub(super) fn paint_picture(ui: &egui::Ui, origin: Pos2, picture: &Picture, palette: Palette) {
    for layer in &picture.layers {
        let clip = rect_at(origin, &layer.clip).intersect(ui.clip_rect());
        let painter = ui.painter().with_clip_rect(clip);
        paint_shapes(&painter, origin.to_vec2(), &layer.shapes, palette);
    }
}

/// Paints shapes moved by `offset`.
pub(super) fn paint_shapes(painter: &egui::Painter, offset: Vec2, shapes: &[Shape], palette: Palette) {
    let place = |p: &Pos| pos2(p.x, p.y) + offset;
    let colour = |paint| theme::paint(palette, paint);
    for shape in shapes {
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
            Shape::Line { points, width, dash, paint } => {
                let stroke = Stroke::new(*width, colour(*paint));
                let points: Vec<Pos2> = points.iter().map(place).collect();
                match dash {
                    Some([on, off]) => painter.extend(egui::Shape::dashed_line(&points, stroke, *on, *off)),
                    None => {
                        painter.add(egui::Shape::line(points, PathStroke::from(stroke)));
                    }
                }
            }
            Shape::Circle { at, radius, fill, line } => {
                painter.add(egui::epaint::CircleShape {
                    center: place(at),
                    radius: *radius,
                    fill: fill.map(colour).unwrap_or_default(),
                    stroke: line.map_or(Stroke::NONE, |(width, paint)| Stroke::new(width, colour(paint))),
                });
            }
            Shape::Polygon { points, fill, line } => {
                let stroke = line.map_or(Stroke::NONE, |(width, paint)| Stroke::new(width, colour(paint)));
                let points = points.iter().map(place).collect();
                painter.add(egui::Shape::convex_polygon(points, colour(*fill), PathStroke::from(stroke)));
            }
            Shape::Curve { points, width, paint } => {
                let stroke = PathStroke::from(Stroke::new(*width, colour(*paint)));
                let points = [place(&points[0]), place(&points[1]), place(&points[2]), place(&points[3])];
                let fill = egui::Color32::TRANSPARENT;
                painter.add(CubicBezierShape { points, closed: false, fill, stroke });
            }
            Shape::Text { at, align, text, size, face, paint } => {
                // egui places the middle of a row of text; a picture names its baseline.
                let middle = place(at) - egui::vec2(0.0, size * baseline_below_middle(*face));
                let anchor = match align {
                    Align::Start => Align2::LEFT_CENTER,
                    Align::Middle => Align2::CENTER_CENTER,
                    Align::End => Align2::RIGHT_CENTER,
                };
                painter.text(middle, anchor, text, theme::font(*face, *size), colour(*paint));
            }
        }
    }
}

/// How far below the middle of a row its baseline is, in ems: half of ascent less descent, as the faces give them.
fn baseline_below_middle(face: Face) -> f32 {
    match face {
        Face::Text | Face::Strong => (0.969 - 0.242) / 2.0,
        Face::Serif => (1.036 - 0.335) / 2.0,
    }
}

fn corners(radius: f32) -> CornerRadius {
    CornerRadius::same(radius.round() as u8)
}

/// A rectangle of the scene in the window.
pub(super) fn rect_at(origin: Pos2, rect: &crate::timeline::Rect) -> Rect {
    let offset = origin.to_vec2();
    Rect::from_min_max(pos2(rect.left, rect.top) + offset, pos2(rect.right, rect.bottom) + offset)
}
