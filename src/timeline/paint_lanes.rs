//! The shapes of what happens in lanes: phases, bands, links, marks, labels.

use crate::domain::{EventKind, PhaseKind};

use super::bulk::paint_bulk;
use super::geometry::{Pos, Rect};
use super::labels::ends_treaty;
use super::lane_row::{Bar, LaneRow, NoticePeriod};
use super::mark::{BADGE_HALF, Emphasis, Label, Look, Mark, short_count};
use super::measure::Font;
use super::metrics::{BAR_HALF, LABEL_SIZE, NUMBER_SIZE, RowMetrics};
use super::paint_attestation::paint_attestation;
use super::paint_dates::{paint_alternative_date, paint_band, paint_span};
use super::paint_glyph::paint_glyph;
use super::palette::Ink;
use super::scene::{Link, Scene};
use super::shape::{Align, Paint, Shape, faint, solid};

/// Opacity of what is dimmed.
const DIMMED: f32 = 0.35;
/// Opacity of dimmed text, which must stay legible.
const DIMMED_TEXT: f32 = 0.65;
/// Distance between the hatching lines of a suspended phase, in points.
const HATCH: f32 = 6.0;
/// Gap between the line after a treaty's end and a label on it, in points.
const LINE_GAP: f32 = 4.0;

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
            for bar in without_labels(bar, &lane.labels) {
                paint_bar(&bar, half, alpha, &mut shapes);
            }
        }
        for period in &lane.notices {
            paint_notice_period(period, half, alpha, &mut shapes);
        }
        for span in &lane.spans {
            paint_span(span, alpha, &mut shapes);
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
        for date in &lane.alternative_dates {
            paint_alternative_date(date, &mut shapes);
        }
        for mark in by_emphasis(lane) {
            paint_mark(mark, metrics, &mut shapes);
        }
        for at in &lane.found {
            let rect = Rect { left: at.x - 6.0, right: at.x + 6.0, top: at.y - 1.25, bottom: at.y + 1.25 };
            shapes.push(Shape::Fill { rect, radius: 0.0, paint: solid(Ink::Select) });
        }
        let labels = lane.labels.iter().chain(&lane.entering_label).chain(&lane.end_label);
        shapes.extend(labels.map(|label| label_text(label, LABEL_SIZE)));
        shapes.extend(lane.numbers.iter().map(|number| label_text(number, NUMBER_SIZE)));
    }
    shapes
}

fn label_text(label: &Label, size: f32) -> Shape {
    Shape::Text {
        at: label.at,
        align: Align::Start,
        text: label.text.clone(),
        size,
        font: Font::Text,
        paint: faint(label.ink, if label.dimmed { DIMMED_TEXT } else { 1.0 }),
    }
}

fn is_part_of_focus(lane: &LaneRow) -> bool {
    let mut marks = lane.events.iter().chain(&lane.statements);
    let is_part =
        |emphasis| matches!(emphasis, Emphasis::Linked | Emphasis::MultiSelected | Emphasis::Selected);
    lane.selected || marks.any(|mark| is_part(mark.emphasis))
}

/// A lane's marks in order of rank, then what is linked with the selection, then the end of the treaty, which nothing
/// must cover but the selected mark.
fn by_emphasis(lane: &LaneRow) -> Vec<&Mark> {
    let mut marks: Vec<&Mark> = lane.events.iter().chain(&lane.statements).collect();
    marks.sort_by_key(|mark| {
        let (rank, is_end) = match mark.look {
            Look::Event(kind) => {
                (kind.sign_rank(), ends_treaty(kind) || kind == EventKind::WithdrawalEffective)
            }
            Look::Quote(_) => (0, false),
        };
        let step = match mark.emphasis {
            Emphasis::Selected => 3,
            Emphasis::Normal | Emphasis::Linked | Emphasis::MultiSelected if is_end => 2,
            Emphasis::Linked | Emphasis::MultiSelected => 1,
            Emphasis::Dimmed | Emphasis::Normal => 0,
        };
        (step, rank)
    });
    marks
}

/// The parts of a bar that no label stands on: only the thin line after a treaty's end has any.
fn without_labels(bar: &Bar, labels: &[Label]) -> Vec<Bar> {
    let mut left = bar.left;
    let mut parts = Vec::with_capacity(1);
    if bar.kind == PhaseKind::Ended {
        for rect in labels.iter().map(Label::rect).filter(|rect| (rect.top..rect.bottom).contains(&bar.y)) {
            let right = (rect.left - LINE_GAP).min(bar.right);
            if right > left {
                parts.push(Bar { left, right, ..*bar });
            }
            left = left.max(rect.right + LINE_GAP);
        }
    }
    if bar.right > left {
        parts.push(Bar { left, ..*bar });
    }
    parts
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
    let ring = match mark.emphasis {
        Emphasis::Selected => Some((2.5, Ink::Select)),
        Emphasis::MultiSelected => Some((2.5, Ink::Accent)),
        Emphasis::Linked => Some((1.5, Ink::Select)),
        Emphasis::Normal | Emphasis::Dimmed => None,
    };
    let has_badge = mark.count > 1 && metrics.tick_half.is_none();
    match mark.look {
        Look::Event(_) => {
            if let Some(rect) = mark.count_rect() {
                paint_badge(mark, &rect, ring, alpha, shapes);
            }
            if let Some(glyph) = mark.look.glyph() {
                paint_glyph(&glyph, mark.at, radius_of(mark, metrics), alpha, shapes);
            }
            if let Some(attestation) = mark.attestation {
                paint_attestation(attestation, mark.at, metrics.glyph_radius, alpha, shapes);
            }
        }
        Look::Quote(ink) => match metrics.tick_half {
            Some(half) => paint_tick(mark, ink, half, alpha, shapes),
            None => paint_quote(mark, ink, ring.filter(|_| has_badge), alpha, shapes),
        },
    }
    // A ring would cross the count of a cluster: there the edge of the badge takes its place.
    if let Some((width, ink)) = ring.filter(|_| !has_badge) {
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

/// The badge of a cluster, with room for the glyph at its left end and the count at its right. Its edge is that of a ring,
/// where one is to be drawn. Discs and straight edges cost a fraction of a rounded outline.
fn paint_badge(mark: &Mark, count: &Rect, ring: Option<(f32, Ink)>, alpha: f32, shapes: &mut Vec<Shape>) {
    let (width, ink) = ring.unwrap_or((1.0, Ink::Muted));
    let (paper, line) = (solid(Ink::Paper), faint(ink, alpha));
    let half = BADGE_HALF - 1.0 + width;
    let (x, y) = (mark.at.x, mark.at.y);
    let right = count.right - BADGE_HALF;
    for x in [x, right] {
        let at = Pos { x, y };
        shapes.push(Shape::Circle { at, radius: half, fill: Some(line), line: None });
    }
    let edge = Rect { left: x, top: y - half, right, bottom: y + half };
    shapes.push(Shape::Fill { rect: edge, radius: 0.0, paint: line });
    for x in [x, right] {
        let at = Pos { x, y };
        shapes.push(Shape::Circle { at, radius: BADGE_HALF - 1.0, fill: Some(paper), line: None });
    }
    let inside = Rect { top: edge.top + width, bottom: edge.bottom - width, ..edge };
    shapes.push(Shape::Fill { rect: inside, radius: 0.0, paint: paper });
    let at = Pos { x: count.left, y: y + 3.2 };
    let (text, paint) =
        (short_count(mark.count), faint(Ink::Text, if alpha < 1.0 { DIMMED_TEXT } else { 1.0 }));
    shapes.push(Shape::Text { at, align: Align::Start, text, size: 9.0, font: Font::Strong, paint });
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

/// A statement: two closing quotation marks on a background of the speaker's colour, with the edge of a ring, where one is
/// to be drawn.
fn paint_quote(mark: &Mark, ink: Ink, ring: Option<(f32, Ink)>, alpha: f32, shapes: &mut Vec<Shape>) {
    let count = if mark.count > 1 { short_count(mark.count) } else { String::new() };
    let half_width = 6.5 + 3.0 * count.chars().count() as f32;
    let (x, y) = (mark.at.x, mark.at.y);
    let rect = Rect { left: x - half_width, top: y - 6.0, right: x + half_width, bottom: y + 6.0 };
    let (width, edge_ink) = ring.unwrap_or((1.0, Ink::Paper));
    let edge = Rect {
        left: rect.left - width,
        top: rect.top - width,
        right: rect.right + width,
        bottom: rect.bottom + width,
    };
    shapes.push(Shape::Fill { rect: edge, radius: 1.0, paint: solid(edge_ink) });
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
            font: Font::Strong,
            paint: white,
        });
    }
}
