//! The shapes of rows: grid, headings, and lane headers.

use crate::domain::Status;

use super::geometry::{Pos, Rect};
use super::group_density::DensityStroke;
use super::lane_row::LaneRow;
use super::measure::Font;
use super::metrics::{
    EXPAND_WIDTH, HEADING_LEFT, HEADING_SIZE, NAME_LEFT, NAME_SIZE, PARTY_INDENT, STATUS_SIZE,
};
use super::palette::Ink;
use super::scene::{GroupRow, Scene};
use super::shape::{Align, Paint, Shape, faint, solid};

/// What lies behind everything in these rows: the stripes of headings, the selected lane, rules and the grid.
pub(super) fn rows(scene: &Scene, groups: &[GroupRow], lanes: &[LaneRow]) -> Vec<Shape> {
    let plot = scene.plot;
    let mut shapes = Vec::new();
    if let Some(span) = &scene.chosen
        && let Some((left, right)) = span.within(&plot)
    {
        let rect = Rect { left, right, top: plot.top, bottom: plot.bottom };
        shapes.push(Shape::Fill { rect, radius: 0.0, paint: faint(Ink::Accent, 0.14) });
        let inside = |x: &f32| (plot.left..=plot.right).contains(x);
        for x in [span.left, span.right].into_iter().filter(inside) {
            let points = vec![Pos { x, y: plot.top }, Pos { x, y: plot.bottom }];
            shapes.push(Shape::Line { points, width: 1.0, dash: None, paint: faint(Ink::Accent, 0.7) });
        }
    }
    for group in groups {
        let rect = Rect { right: plot.left, ..group.rect };
        shapes.push(Shape::Fill { rect, radius: 0.0, paint: solid(Ink::Panel) });
    }
    for lane in lanes.iter().filter(|lane| lane.selected) {
        shapes.push(Shape::Fill { rect: lane.rect, radius: 0.0, paint: faint(Ink::Select, 0.13) });
        let edge = Rect { right: 3.0, ..lane.rect };
        shapes.push(Shape::Fill { rect: edge, radius: 0.0, paint: solid(Ink::Select) });
    }
    for tick in scene.ticks.iter().filter(|tick| tick.label.is_some()) {
        let points = vec![Pos { x: tick.x, y: plot.top }, Pos { x: tick.x, y: plot.bottom }];
        shapes.push(Shape::Line { points, width: 1.0, dash: None, paint: solid(Ink::Line) });
    }
    for group in groups {
        let middle = f32::midpoint(group.rect.top, group.rect.bottom);
        if group.category.is_some() && scene.has_controls {
            shapes.push(triangle(Pos { x: 15.5, y: middle }, group.is_collapsed));
        }
        let at = Pos { x: HEADING_LEFT, y: middle + 4.0 };
        shapes.push(Shape::Text {
            at,
            align: Align::Start,
            text: group.text.clone(),
            size: HEADING_SIZE,
            font: Font::Strong,
            paint: solid(Ink::Muted),
        });
        shapes.extend(group.density.iter().map(|stroke| density_stroke(stroke, &group.rect)));
    }
    for lane in lanes {
        let y = lane.rect.bottom;
        let points = vec![Pos { x: plot.left, y }, Pos { x: plot.right, y }];
        shapes.push(Shape::Line { points, width: 1.0, dash: None, paint: faint(Ink::Line, 0.6) });
    }
    shapes
}

/// A stroke where events of a collapsed group lie: the more, the higher and the stronger.
fn density_stroke(stroke: &DensityStroke, row: &Rect) -> Shape {
    let middle = f32::midpoint(row.top, row.bottom);
    let half = (0.5 + 0.5 * stroke.strength) * (row.height() / 2.0 - 6.0);
    let rect =
        Rect { left: stroke.x - 0.75, right: stroke.x + 0.75, top: middle - half, bottom: middle + half };
    Shape::Fill { rect, radius: 0.0, paint: faint(Ink::Force, 0.45 + 0.55 * stroke.strength) }
}

/// The headers of these lanes.
pub(super) fn headers(scene: &Scene, lanes: &[LaneRow]) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for lane in lanes {
        if lane.is_found {
            let rect =
                Rect { left: 6.0, right: 9.0, top: lane.rect.top + 6.0, bottom: lane.rect.bottom - 6.0 };
            shapes.push(Shape::Fill { rect, radius: 0.0, paint: solid(Ink::Select) });
        }
        if lane.party.is_some() {
            party_header(lane, scene, &mut shapes);
        } else {
            header(lane, scene, &mut shapes);
        }
        if let Some(is_expanded) = lane.expands.filter(|_| scene.has_controls) {
            shapes.push(triangle(middle_of(&lane.expand_button(&scene.plot)), !is_expanded));
        }
    }
    shapes
}

/// The triangle of a heading: it points down to its lanes, or right where they are collapsed.
fn triangle(at: Pos, is_collapsed: bool) -> Shape {
    let corners = [(-4.0, -2.5), (4.0, -2.5), (0.0, 3.0)];
    let points = corners.map(|(x, y)| {
        if is_collapsed { Pos { x: at.x + y, y: at.y + x } } else { Pos { x: at.x + x, y: at.y + y } }
    });
    Shape::Polygon { points: points.to_vec(), fill: solid(Ink::Muted), line: None }
}

fn middle_of(rect: &Rect) -> Pos {
    Pos { x: f32::midpoint(rect.left, rect.right), y: f32::midpoint(rect.top, rect.bottom) }
}

/// A party's name and state in one line, under the treaty's and further in; a rule leads down to it.
fn party_header(lane: &LaneRow, scene: &Scene, shapes: &mut Vec<Shape>) {
    let middle = f32::midpoint(lane.rect.top, lane.rect.bottom);
    let points = vec![Pos { x: 15.5, y: lane.rect.top }, Pos { x: 15.5, y: lane.rect.bottom }];
    shapes.push(Shape::Line { points, width: 1.0, dash: None, paint: solid(Ink::Line) });
    shapes.push(status_dot(lane.status, Pos { x: 15.5 + PARTY_INDENT, y: middle }));
    let size = scene.metrics.party.name_size;
    let baseline = middle + 4.0 * size / STATUS_SIZE;
    let left = NAME_LEFT + PARTY_INDENT;
    shapes.push(text(Pos { x: left, y: baseline }, lane.name.clone(), size, solid(Ink::Text)));
    if !lane.status_text.is_empty() {
        let at = Pos { x: scene.plot.left - 8.0, y: baseline };
        shapes.push(status_beside(lane, at, size));
    }
}

/// The status at the right end of the line, beside the name.
fn status_beside(lane: &LaneRow, at: Pos, size: f32) -> Shape {
    let (text, paint) = (lane.status_text.clone(), solid(Ink::Muted));
    Shape::Text { at, align: Align::End, text, size, font: Font::Text, paint }
}

fn header(lane: &LaneRow, scene: &Scene, shapes: &mut Vec<Shape>) {
    let (top, metrics) = (lane.rect.top, &scene.metrics);
    if !metrics.has_two_lines {
        let middle = f32::midpoint(top, lane.rect.bottom);
        if lane.bulk.is_some() {
            // In a low lane only the name fits.
            let at = Pos { x: NAME_LEFT, y: middle + 4.0 };
            shapes.push(text(at, lane.name.clone(), STATUS_SIZE, solid(Ink::Text)));
            return;
        }
        let size = metrics.lane.name_size;
        shapes.push(status_dot(lane.status, Pos { x: 15.5, y: middle }));
        let baseline = middle + 0.36 * size;
        shapes.push(text(Pos { x: NAME_LEFT, y: baseline }, lane.name.clone(), size, solid(Ink::Text)));
        if !lane.status_text.is_empty() {
            let at = Pos { x: scene.plot.left - EXPAND_WIDTH, y: baseline };
            shapes.push(status_beside(lane, at, metrics.standing_size));
        }
        return;
    }
    shapes.push(status_dot(lane.status, Pos { x: 15.5, y: top + 16.0 }));
    shapes.push(text(Pos { x: 25.0, y: top + 20.5 }, lane.name.clone(), NAME_SIZE, solid(Ink::Text)));
    shapes.push(text(
        Pos { x: 25.0, y: top + 36.0 },
        lane.status_text.clone(),
        STATUS_SIZE,
        solid(Ink::Muted),
    ));
}

/// The state of a treaty as a dot: full in force (lighter where it is political and in effect), hollow not yet, square suspended, diamond over; so that
/// colour is never alone.
pub fn status_dot(status: Status, at: Pos) -> Shape {
    let circle = |fill, line| Shape::Circle { at, radius: 3.5, fill, line };
    match status {
        Status::InForce => circle(Some(solid(Ink::Force)), None),
        Status::InEffect => circle(Some(solid(Ink::Signed)), None),
        Status::Signed => circle(None, Some((1.5, solid(Ink::Signed)))),
        Status::Pending => circle(None, Some((1.5, solid(Ink::Muted)))),
        Status::Suspended => {
            let rect = Rect { left: at.x - 3.5, top: at.y - 3.5, right: at.x + 3.5, bottom: at.y + 3.5 };
            Shape::Fill { rect, radius: 1.0, paint: solid(Ink::Suspended) }
        }
        // A topic has no status: a dash keeps the names of all lanes under each other.
        Status::Topic => Shape::Line {
            points: vec![Pos { x: at.x - 3.0, ..at }, Pos { x: at.x + 3.0, ..at }],
            width: 1.5,
            dash: None,
            paint: solid(Ink::Muted),
        },
        Status::Ended => Shape::Polygon {
            points: vec![
                Pos { x: at.x, y: at.y - 4.2 },
                Pos { x: at.x + 4.2, y: at.y },
                Pos { x: at.x, y: at.y + 4.2 },
                Pos { x: at.x - 4.2, y: at.y },
            ],
            fill: solid(Ink::End),
            line: None,
        },
    }
}

fn text(at: Pos, text: String, size: f32, paint: Paint) -> Shape {
    Shape::Text { at, align: Align::Start, text, size, font: Font::Text, paint }
}
