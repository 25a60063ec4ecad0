//! The shapes of bulk events: rectangles parallel to the axes, which painters put into one mesh.

use crate::timeline::geometry::Rect;
use crate::timeline::lane_row::{Band, BandLook};
use crate::timeline::measure::Font;
use crate::timeline::metrics::BULK_LABEL_SIZE;
use crate::timeline::paint_dates::{paint_arrows, paint_band_of};
use crate::timeline::palette::Ink;
use crate::timeline::shape::{Align, Shape, faint, solid};

use super::row::{BulkBar, BulkRow};

/// Everything of one lane, from back to front.
pub(in crate::timeline) fn paint_bulk(row: &BulkRow, shapes: &mut Vec<Shape>) {
    for bar in row.rows.iter().flatten() {
        if bar.doubt.is_some() {
            paint_doubtful(bar, shapes);
            continue;
        }
        // A run is darker than a span: it stands for many, and has no label.
        let paint = if bar.count > 1 { faint(Ink::Force, 0.85) } else { faint(Ink::Force, 0.3) };
        shapes.push(Shape::Fill { rect: bar.rect, radius: 0.0, paint });
        if bar.count == 1 {
            let edge = Rect { right: bar.rect.left + 1.5, ..bar.rect };
            shapes.push(Shape::Fill { rect: edge, radius: 0.0, paint: solid(Ink::Force) });
        }
    }
    let (top, bottom) = row.strip;
    for &(left, right, strength) in &row.overflow {
        let rect = Rect { left, top, right, bottom };
        shapes.push(Shape::Fill { rect, radius: 0.0, paint: faint(Ink::ForceStrong, strength) });
    }
    for day in &row.days {
        let (rect, ink) = (day.rect, Ink::ForceStrong);
        shapes.push(if day.doubt.is_uncertain {
            Shape::Frame { rect, radius: 0.0, width: 1.0, paint: solid(ink) }
        } else {
            let paint = if day.doubt.is_approximate { faint(ink, 0.5) } else { solid(ink) };
            Shape::Fill { rect, radius: 0.0, paint }
        });
    }
    if let Some(rect) = row.selected {
        shapes.push(Shape::Frame { rect, radius: 2.0, width: 2.0, paint: solid(Ink::Select) });
    }
    for label in &row.labels {
        shapes.push(Shape::Text {
            at: label.at,
            align: Align::Start,
            text: label.text.clone(),
            size: BULK_LABEL_SIZE,
            font: Font::Text,
            paint: solid(Ink::Text),
        });
    }
}

/// A span with an open or uncertain end, drawn as a treaty's dates are: an arrow where it goes on, soft ends where it is
/// approximate, hollow where it is uncertain.
fn paint_doubtful(bar: &BulkBar, shapes: &mut Vec<Shape>) {
    let (rect, doubt) = (bar.rect, bar.doubt);
    let look = match (doubt.is_uncertain, doubt.is_approximate) {
        (true, _) => BandLook::Hollow,
        (false, true) => BandLook::Soft,
        (false, false) => BandLook::Firm,
    };
    let band = Band {
        left: rect.left,
        right: rect.right,
        y: f32::midpoint(rect.top, rect.bottom),
        look,
        opens_left: doubt.opens_start,
        opens_right: doubt.opens_end,
        ink: Ink::Force,
    };
    let half = rect.height() / 2.0;
    if look != BandLook::Firm {
        return paint_band_of(&band, half, 1.0, shapes);
    }
    shapes.push(Shape::Fill { rect, radius: 0.0, paint: faint(Ink::Force, 0.3) });
    if !doubt.opens_start {
        let edge = Rect { right: rect.left + 1.5, ..rect };
        shapes.push(Shape::Fill { rect: edge, radius: 0.0, paint: solid(Ink::Force) });
    }
    paint_arrows(&band, half, 1.0, shapes);
}
