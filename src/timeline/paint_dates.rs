//! The shapes of inexact and disputed dates.

use super::geometry::{Pos, Rect};
use super::lane_row::{AlternativeDate, Band, BandLook, SpanBar};
use super::palette::Ink;
use super::shape::{Shape, faint, solid};

/// Half the height of a band.
const HALF: f32 = 9.0;
/// Maximum length over which a soft end fades, in points.
const FADE: f32 = 18.0;
/// Number of steps in which a soft end fades.
const STEPS: usize = 6;

/// A hollow point at the date that another source gives, joined to the mark by a dotted line.
pub(super) fn paint_alternative_date(date: &AlternativeDate, shapes: &mut Vec<Shape>) {
    let points = vec![date.from, date.to];
    shapes.push(Shape::Line { points, width: 1.0, dash: Some([1.5, 2.0]), paint: solid(date.ink) });
    let line = Some((1.2, solid(date.ink)));
    shapes.push(Shape::Circle { at: date.to, radius: 3.0, fill: Some(solid(Ink::Paper)), line });
}

/// The period that a date may mean: with firm ends, soft ends for an approximate date, hollow for an uncertain one,
/// and an arrow where it goes on without end. `scale` is the height of the lane's bar against that of a comfortable one.
pub(super) fn paint_band(band: &Band, scale: f32, alpha: f32, shapes: &mut Vec<Shape>) {
    paint_band_of(band, HALF * scale, alpha, shapes);
}

/// The same with `half` as half its height.
pub(super) fn paint_band_of(band: &Band, half: f32, alpha: f32, shapes: &mut Vec<Shape>) {
    let rect = Rect { left: band.left, top: band.y - half, right: band.right, bottom: band.y + half };
    let line = |points, dash| Shape::Line { points, width: 1.0, dash, paint: faint(band.ink, 0.8 * alpha) };
    let edge = |x: f32, dash| line(vec![Pos { x, y: rect.top }, Pos { x, y: rect.bottom }], dash);
    match band.look {
        BandLook::Firm => {
            shapes.push(Shape::Fill { rect, radius: 3.0, paint: faint(band.ink, 0.14 * alpha) });
            let firm = [(band.left, band.opens_left), (band.right, band.opens_right)];
            shapes.extend(firm.iter().filter(|(_, opens)| !opens).map(|&(x, _)| edge(x, None)));
        }
        BandLook::Soft => soft(&rect, band, alpha, shapes),
        BandLook::Hollow => {
            let dash = Some([3.0, 2.5]);
            for y in [rect.top, rect.bottom] {
                shapes.push(line(vec![Pos { x: rect.left, y }, Pos { x: rect.right, y }], dash));
            }
            let firm = [(band.left, band.opens_left), (band.right, band.opens_right)];
            shapes.extend(firm.iter().filter(|(_, opens)| !opens).map(|&(x, _)| edge(x, dash)));
        }
    }
    paint_arrows(band, half, alpha, shapes);
}

/// An event of a topic that lasts: a full bar with firm edges; pale where its dates are approximate, hollow and dashed
/// where they are uncertain, with an arrow where it goes on without end.
pub(super) fn paint_span(span: &SpanBar, alpha: f32, shapes: &mut Vec<Shape>) {
    let &SpanBar { left, right, y, half, look, opens_left, opens_right, ink, is_selected, .. } = span;
    let rect = Rect { left, top: y - half, right, bottom: y + half };
    let fill = match look {
        BandLook::Firm => Some(0.45),
        BandLook::Soft => Some(0.22),
        BandLook::Hollow => None,
    };
    shapes.extend(fill.map(|share| Shape::Fill { rect, radius: 1.0, paint: faint(ink, share * alpha) }));
    let dash = if look == BandLook::Hollow { Some([3.0, 2.5]) } else { None };
    let mut line = |from: Pos, to: Pos| {
        shapes.push(Shape::Line { points: vec![from, to], width: 1.0, dash, paint: faint(ink, 0.9 * alpha) });
    };
    let at = |x, y| Pos { x, y };
    line(at(left, rect.top), at(right, rect.top));
    line(at(left, rect.bottom), at(right, rect.bottom));
    for x in
        [(left, opens_left), (right, opens_right)].into_iter().filter_map(|(x, opens)| (!opens).then_some(x))
    {
        line(at(x, rect.top), at(x, rect.bottom));
    }
    if is_selected {
        shapes.push(Shape::Frame { rect, radius: 1.0, width: 2.5, paint: solid(Ink::Select) });
    }
    let band = Band { left, right, y, look, opens_left, opens_right, ink };
    paint_arrows(&band, half, alpha, shapes);
}

/// An arrow where a band goes on without end.
pub(super) fn paint_arrows(band: &Band, half: f32, alpha: f32, shapes: &mut Vec<Shape>) {
    let reach = half.min(5.0);
    for (opens, tip, back) in [(band.opens_left, band.left, reach), (band.opens_right, band.right, -reach)] {
        if opens {
            // Just inside the edge of the plot, so that the arrow is not cut off.
            let tip = tip + back / 2.5;
            let at = |x: f32, y: f32| Pos { x, y: band.y + y };
            let points = vec![at(tip + back, -reach), at(tip, 0.0), at(tip + back, reach)];
            shapes.push(Shape::Line { points, width: 2.0, dash: None, paint: faint(band.ink, alpha) });
        }
    }
}

/// A band that fades towards its ends.
fn soft(rect: &Rect, band: &Band, alpha: f32, shapes: &mut Vec<Shape>) {
    let paint = |share: f32| faint(band.ink, 0.38 * alpha * share);
    let fade = FADE.min(rect.width() / 2.0);
    let (inner_left, inner_right) = (
        if band.opens_left { rect.left } else { rect.left + fade },
        if band.opens_right { rect.right } else { rect.right - fade },
    );
    let inner = Rect { left: inner_left, right: inner_right, ..*rect };
    if inner.width() > 0.0 {
        shapes.push(Shape::Fill { rect: inner, radius: 0.0, paint: paint(1.0) });
    }
    let step = fade / STEPS as f32;
    for i in 0..STEPS {
        let share = (i as f32 + 0.5) / STEPS as f32;
        let strip = |left: f32| Rect { left, right: left + step, ..*rect };
        if !band.opens_left {
            let left = rect.left + i as f32 * step;
            shapes.push(Shape::Fill { rect: strip(left), radius: 0.0, paint: paint(share) });
        }
        if !band.opens_right {
            let left = rect.right - (i + 1) as f32 * step;
            shapes.push(Shape::Fill { rect: strip(left), radius: 0.0, paint: paint(share) });
        }
    }
}
