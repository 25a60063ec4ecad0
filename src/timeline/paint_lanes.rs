//! The shapes of what happens in lanes: phases, bands, links, marks, labels.

use crate::domain::PhaseKind;

use super::bulk::paint_bulk;
use super::geometry::{Pos, Rect};
use super::glyph::{Glyph, Part};
use super::lane_row::{Bar, LaneRow, NoticePeriod};
use super::mark::{Emphasis, Label, Look, Mark, short_count};
use super::measure::Face;
use super::metrics::{BAR_HALF, LABEL_SIZE, RowMetrics};
use super::paint_dates::{paint_band, paint_ghost};
use super::palette::Ink;
use super::scene::{Link, Scene};
use super::shape::{Align, Paint, Shape, faint, solid};

/// Opacity of what is dimmed.
const DIMMED: f32 = 0.35;
/// Opacity of dimmed text, which must stay legible.
const DIMMED_TEXT: f32 = 0.65;
/// Distance between the hatching lines of a suspended phase, in points.
const HATCH: f32 = 6.0;

/// Everything in the plot that belongs to these lanes, from back to front.
pub(super) fn lanes(scene: &Scene, lanes: &[LaneRow]) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for lane in lanes {
        let half = scene.metrics.row(lane.party.is_some()).bar_half;
        let alpha = if scene.has_focus && !is_part_of_focus(lane) { DIMMED } else { 1.0 };
        if let Some(row) = &lane.bulk {
            paint_bulk(row, &mut shapes);
        }
        for bar in &lane.bars {
            paint_bar(bar, half, alpha, &mut shapes);
        }
        for period in &lane.notices {
            paint_notice_period(period, half, alpha, &mut shapes);
        }
        for band in &lane.bands {
            paint_band(band, half / BAR_HALF, alpha, &mut shapes);
        }
    }
    if let Some(x) = scene.today {
        let points = vec![Pos { x, y: scene.plot.top }, Pos { x, y: scene.plot.bottom }];
        shapes.push(Shape::Line { points, width: 1.0, dash: Some([2.0, 3.0]), paint: solid(Ink::End) });
    }
    if let Some(line) = &scene.as_of {
        let points = vec![Pos { x: line.x, y: scene.plot.top }, Pos { x: line.x, y: scene.plot.bottom }];
        shapes.push(Shape::Line { points, width: 1.5, dash: None, paint: solid(Ink::Select) });
    }
    shapes.extend(scene.links.iter().map(curve));
    for lane in lanes {
        let metrics = scene.metrics.row(lane.party.is_some());
        for ghost in &lane.ghosts {
            paint_ghost(ghost, &mut shapes);
        }
        for mark in by_emphasis(lane) {
            paint_mark(mark, metrics, &mut shapes);
        }
        for at in &lane.found {
            let rect = Rect { left: at.x - 6.0, right: at.x + 6.0, top: at.y - 1.25, bottom: at.y + 1.25 };
            shapes.push(Shape::Fill { rect, radius: 0.0, paint: solid(Ink::Select) });
        }
        if metrics.tick_half.is_none() {
            paint_counts(lane, &mut shapes);
        }
        let labels = lane.labels.iter().chain(&lane.entering_label);
        shapes.extend(labels.map(|label| label_text(label, Ink::Muted)));
        shapes.extend(lane.end_label.iter().map(|label| label_text(label, Ink::End)));
    }
    shapes
}

fn label_text(label: &Label, ink: Ink) -> Shape {
    Shape::Text {
        at: label.at,
        align: Align::Start,
        text: label.text.clone(),
        size: LABEL_SIZE,
        face: Face::Text,
        paint: faint(ink, if label.dimmed { DIMMED_TEXT } else { 1.0 }),
    }
}

fn is_part_of_focus(lane: &LaneRow) -> bool {
    let mut marks = lane.events.iter().chain(&lane.statements);
    let is_part = |emphasis| matches!(emphasis, Emphasis::Linked | Emphasis::Picked | Emphasis::Selected);
    lane.selected || marks.any(|mark| is_part(mark.emphasis))
}

/// A lane's marks with the selected one last, the others in order of rank.
fn by_emphasis(lane: &LaneRow) -> Vec<&Mark> {
    let mut marks: Vec<&Mark> = lane.events.iter().chain(&lane.statements).collect();
    marks.sort_by_key(|mark| {
        let step = match mark.emphasis {
            Emphasis::Dimmed | Emphasis::Normal => 0,
            Emphasis::Linked | Emphasis::Picked => 1,
            Emphasis::Selected => 2,
        };
        let rank = match mark.look {
            Look::Event(kind) => kind.rank(),
            Look::Quote(_) => 0,
        };
        (step, rank)
    });
    marks
}

/// A phase; `half` is half the height of one in force.
pub(super) fn paint_bar(bar: &Bar, half: f32, alpha: f32, shapes: &mut Vec<Shape>) {
    let frame = 0.8 * half;
    let around =
        |half: f32| Rect { left: bar.left, top: bar.y - half, right: bar.right, bottom: bar.y + half };
    let line = |width, dash, ink, alpha| Shape::Line {
        points: vec![Pos { x: bar.left, y: bar.y }, Pos { x: bar.right, y: bar.y }],
        width,
        dash,
        paint: faint(ink, alpha),
    };
    match bar.kind {
        PhaseKind::Negotiated => shapes.push(line(2.0, Some([1.5, 3.5]), Ink::Muted, alpha)),
        PhaseKind::Signed => {
            shapes.push(Shape::Frame {
                rect: around(frame),
                radius: 1.0,
                width: 1.5,
                paint: faint(Ink::Signed, alpha),
            });
        }
        // Between signed and in force: the frame of the one around the fill of the other.
        PhaseKind::Provisional => {
            shapes.push(Shape::Fill {
                rect: around(0.4 * half),
                radius: 0.0,
                paint: faint(Ink::Force, alpha),
            });
            shapes.push(Shape::Frame {
                rect: around(frame),
                radius: 1.0,
                width: 1.5,
                paint: faint(Ink::Signed, alpha),
            });
        }
        PhaseKind::InForce => {
            shapes.push(Shape::Fill { rect: around(half), radius: 1.0, paint: faint(Ink::Force, alpha) });
        }
        PhaseKind::Extended => {
            shapes.push(Shape::Fill {
                rect: around(half),
                radius: 1.0,
                paint: faint(Ink::ForceStrong, alpha),
            });
        }
        PhaseKind::Suspended => {
            shapes.push(Shape::Fill {
                rect: around(half),
                radius: 1.0,
                paint: faint(Ink::Suspended, 0.25 * alpha),
            });
            hatch(around(half), faint(Ink::Suspended, alpha), shapes);
        }
        PhaseKind::Ended => shapes.push(line(1.0, None, Ink::Line, alpha)),
    }
}

/// Slanted stripes over a bar, cut off at its ends.
fn hatch(rect: Rect, paint: Paint, shapes: &mut Vec<Shape>) {
    let (height, stripe) = (rect.height(), HATCH / 2.0);
    let mut left = rect.left - height;
    while left < rect.right {
        // A stripe leans to the right: its bottom is at `left`, its top a height further on.
        let inside = |x: f32| x.clamp(rect.left, rect.right);
        let rise = |x: f32, foot: f32| (rect.bottom - (x - foot)).clamp(rect.top, rect.bottom);
        let (a, b, c, d) =
            (inside(left), inside(left + stripe), inside(left + stripe + height), inside(left + height));
        if c > a {
            let points = vec![
                Pos { x: a, y: rise(a, left) },
                Pos { x: b, y: rise(b, left + stripe) },
                Pos { x: c, y: rise(c, left + stripe) },
                Pos { x: d, y: rise(d, left) },
            ];
            shapes.push(Shape::Polygon { points, fill: paint, line: None });
        }
        left += HATCH;
    }
}

/// Notice running: a hatched rail under the bar, so that the phase meanwhile stays visible.
pub(super) fn paint_notice_period(period: &NoticePeriod, half: f32, alpha: f32, shapes: &mut Vec<Shape>) {
    let (top, bottom) = (period.y + half, period.y + 1.8 * half);
    let rect = Rect { left: period.left, right: period.right, top, bottom };
    shapes.push(Shape::Fill { rect, radius: 0.0, paint: faint(Ink::End, 0.25 * alpha) });
    hatch(rect, faint(Ink::End, alpha), shapes);
}

/// A link is a curve below the two marks it joins, or between their lanes, and covers neither.
fn curve(link: &Link) -> Shape {
    let (from, to) = (link.from, link.to);
    let across = (to.y - from.y).abs() > 40.0;
    let depth = ((to.x - from.x).abs() * 0.12).clamp(12.0, 26.0);
    let handle = |at: Pos, other: Pos| {
        if across {
            Pos { x: at.x, y: at.y + (other.y - at.y) * 0.5 }
        } else {
            Pos { x: at.x, y: at.y.max(other.y) + depth }
        }
    };
    Shape::Curve {
        points: [from, handle(from, to), handle(to, from), to],
        width: 1.8,
        paint: solid(Ink::Select),
    }
}

pub(super) fn paint_mark(mark: &Mark, metrics: &RowMetrics, shapes: &mut Vec<Shape>) {
    let alpha = if mark.emphasis == Emphasis::Dimmed { DIMMED } else { 1.0 };
    let is_selected = mark.emphasis == Emphasis::Selected;
    match mark.look {
        Look::Event(_) => {
            if let Some(glyph) = mark.look.glyph() {
                paint_glyph(&glyph, mark.at, radius_of(mark, metrics), alpha, shapes);
            }
        }
        Look::Quote(ink) => match metrics.tick_half {
            Some(half) => paint_tick(mark, ink, half, alpha, shapes),
            None => paint_quote(mark, ink, alpha, shapes),
        },
    }
    let ring = match mark.emphasis {
        Emphasis::Selected => Some((2.5, Ink::Select)),
        Emphasis::Picked => Some((2.5, Ink::Accent)),
        Emphasis::Linked => Some((1.5, Ink::Select)),
        Emphasis::Normal | Emphasis::Dimmed => None,
    };
    if let Some((width, ink)) = ring {
        let radius = match (metrics.tick_half, mark.look) {
            (None, _) if is_selected => 11.5,
            (None, _) => 9.5,
            (Some(half), Look::Quote(_)) => half + 2.5,
            (Some(_), Look::Event(_)) if is_selected => metrics.glyph_radius + 3.5,
            (Some(_), Look::Event(_)) => metrics.glyph_radius + 2.0,
        };
        let line = Some((width, solid(ink)));
        shapes.push(Shape::Circle { at: mark.at, radius, fill: None, line });
    }
}

/// The counts of marks, small at their upper right, over the marks beside them.
fn paint_counts(lane: &LaneRow, shapes: &mut Vec<Shape>) {
    for (rect, mark) in lane.counts() {
        let alpha = if mark.emphasis == Emphasis::Dimmed { DIMMED } else { 1.0 };
        shapes.push(Shape::Fill { rect, radius: 1.0, paint: faint(Ink::Paper, 0.85) });
        let at = Pos { x: rect.left + 1.0, y: rect.bottom - 1.0 };
        let (text, paint) = (short_count(mark.count), faint(Ink::Text, alpha));
        shapes.push(Shape::Text { at, align: Align::Start, text, size: 9.0, face: Face::Strong, paint });
    }
}

/// A glyph at a position, with a rim of background so that it stands out from the bar.
fn paint_glyph(glyph: &Glyph, at: Pos, radius: f32, alpha: f32, shapes: &mut Vec<Shape>) {
    let place = |p: &[f32; 2]| Pos { x: at.x + p[0] * radius, y: at.y + p[1] * radius };
    let places = |points: &[[f32; 2]]| points.iter().map(place).collect::<Vec<Pos>>();
    let (ink, paper) = (faint(glyph.ink, alpha), solid(Ink::Paper));
    // Strokes alone would be invisible on a bar of their own colour, so they are drawn on a disc of background; but not a
    // cross, which ends the bar and lies over its edge.
    let is_thin = glyph.parts.iter().all(|part| matches!(part, Part::Stroke(_))) && glyph.ink != Ink::End;
    if is_thin {
        shapes.push(Shape::Circle { at, radius: radius * 1.3, fill: Some(paper), line: None });
    }
    for part in glyph.parts {
        // A dimmed glyph lies on background: otherwise the bar would show through and change its colour.
        if alpha < 1.0 {
            match *part {
                Part::Disc(r) => {
                    shapes.push(Shape::Circle { at, radius: r * radius, fill: Some(paper), line: None });
                }
                Part::Solid(points) => {
                    shapes.push(Shape::Polygon { points: places(points), fill: paper, line: None });
                }
                Part::Ring(_) | Part::Hollow(_) | Part::Stroke(_) => {}
            }
        }
        let shape = match *part {
            Part::Disc(r) => Shape::Circle {
                at,
                radius: r * radius,
                fill: Some(ink),
                line: (r > 0.5).then_some((1.2, paper)),
            },
            Part::Ring(r) => {
                Shape::Circle { at, radius: r * radius, fill: Some(paper), line: Some((1.8, ink)) }
            }
            Part::Solid(points) => {
                Shape::Polygon { points: places(points), fill: ink, line: Some((1.0, paper)) }
            }
            Part::Hollow(points) => {
                Shape::Polygon { points: places(points), fill: paper, line: Some((1.6, ink)) }
            }
            Part::Stroke(points) => {
                // Background first, so that a stroke is visible on a bar of its own colour.
                let points = places(points);
                shapes.push(Shape::Line { points: points.clone(), width: 4.6, dash: None, paint: paper });
                Shape::Line { points, width: 2.4, dash: None, paint: ink }
            }
        };
        shapes.push(shape);
    }
}

/// The radius of an event's glyph. In a low lane the events of a treaty's life stand out from the others, which are as a
/// rule those without a label in a comfortable one.
fn radius_of(mark: &Mark, metrics: &RowMetrics) -> f32 {
    /// The rank below which an event is drawn smaller.
    const MIN_RANK: u8 = 45;
    /// How much smaller.
    const SMALLER: f32 = 0.68;
    let is_minor = matches!(mark.look, Look::Event(kind) if kind.rank() < MIN_RANK);
    let is_plain = matches!(mark.emphasis, Emphasis::Normal | Emphasis::Dimmed);
    let is_low = metrics.tick_half.is_some();
    if is_low && is_minor && is_plain { SMALLER * metrics.glyph_radius } else { metrics.glyph_radius }
}

/// A statement in a low lane: a tick in the speaker's colour, wider if it stands for several.
fn paint_tick(mark: &Mark, ink: Ink, half: f32, alpha: f32, shapes: &mut Vec<Shape>) {
    let half_width = if mark.count > 1 { 1.5 } else { 1.0 };
    let (x, y) = (mark.at.x, mark.at.y);
    let rect = Rect { left: x - half_width, top: y - half, right: x + half_width, bottom: y + half };
    shapes.push(Shape::Fill { rect, radius: 0.0, paint: faint(ink, alpha) });
}

/// A statement: two closing quotation marks on a background of the speaker's colour.
fn paint_quote(mark: &Mark, ink: Ink, alpha: f32, shapes: &mut Vec<Shape>) {
    let count = if mark.count > 1 { short_count(mark.count) } else { String::new() };
    let half_width = 6.5 + 3.0 * count.chars().count() as f32;
    let (x, y) = (mark.at.x, mark.at.y);
    let rect = Rect { left: x - half_width, top: y - 6.0, right: x + half_width, bottom: y + 6.0 };
    let edge = Rect {
        left: rect.left - 1.0,
        top: rect.top - 1.0,
        right: rect.right + 1.0,
        bottom: rect.bottom + 1.0,
    };
    shapes.push(Shape::Fill { rect: edge, radius: 1.0, paint: solid(Ink::Paper) });
    shapes.push(Shape::Fill { rect, radius: 3.0, paint: faint(ink, alpha) });
    let white = faint(Ink::OnStrong, if alpha < 1.0 { 0.7 } else { 1.0 });
    // The count begins where the quotation marks end.
    let left = if count.is_empty() { x } else { rect.left + 5.5 };
    for dx in [-2.4, 2.4] {
        let at = Pos { x: left + dx, y: y - 1.2 };
        shapes.push(Shape::Circle { at, radius: 1.6, fill: Some(white), line: None });
        let tail = [[1.6, 0.0], [0.2, 4.0], [-1.2, 4.0], [-0.2, 0.8]];
        let points = tail.iter().map(|p| Pos { x: at.x + p[0], y: at.y + p[1] }).collect();
        shapes.push(Shape::Polygon { points, fill: white, line: None });
    }
    if !count.is_empty() {
        shapes.push(Shape::Text {
            at: Pos { x: rect.right - 2.0, y: y + 3.2 },
            align: Align::End,
            text: count,
            size: 9.0,
            face: Face::Strong,
            paint: white,
        });
    }
}
