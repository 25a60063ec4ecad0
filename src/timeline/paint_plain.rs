//! The shapes of plain events: rectangles on the axes' directions, which painters put into one mesh.

use super::measure::Face;
use super::palette::Ink;
use super::picture::{Align, Shape, faint, solid};
use super::plain_row::PlainRow;
use super::scene::Rect;

/// Text size of labels.
const LABEL_SIZE: f32 = 10.0;

/// Everything of one lane, from back to front.
pub(super) fn paint_plain(row: &PlainRow, shapes: &mut Vec<Shape>) {
    for bar in row.rows.iter().flatten() {
        // A run is darker than a span: it is many, and bears no label.
        let paint = if bar.count > 1 { faint(Ink::Force, 0.85) } else { faint(Ink::Force, 0.3) };
        shapes.push(Shape::Fill { rect: bar.rect, radius: 0.0, paint });
        if bar.count == 1 {
            let edge = Rect { right: bar.rect.left + 1.5, ..bar.rect };
            shapes.push(Shape::Fill { rect: edge, radius: 0.0, paint: solid(Ink::Force) });
        }
    }
    let (top, bottom) = row.foot;
    for &(left, right, strength) in &row.crowd {
        let rect = Rect { left, top, right, bottom };
        shapes.push(Shape::Fill { rect, radius: 0.0, paint: faint(Ink::ForceStrong, strength) });
    }
    for day in &row.days {
        shapes.push(Shape::Fill { rect: day.rect, radius: 0.0, paint: solid(Ink::ForceStrong) });
    }
    if let Some(rect) = row.selected {
        shapes.push(Shape::Frame { rect, radius: 2.0, width: 2.0, paint: solid(Ink::Select) });
    }
    for label in &row.labels {
        shapes.push(Shape::Text {
            at: label.at,
            align: Align::Start,
            text: label.text.clone(),
            size: LABEL_SIZE,
            face: Face::Text,
            paint: solid(Ink::Text),
        });
    }
}
