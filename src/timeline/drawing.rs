//! A scene as plain shapes in layers: what every painter and exporter draws, so that all draw the same.

use super::axis_tags::{StatusDateLine, word_beside_tags};
use super::geometry::{Pos, Rect};
use super::lane_row::LaneRow;
use super::measure::Font;
use super::palette::Ink;
use super::scene::{GroupRow, Scene, Tick};
use super::shape::{Align, Paint, Shape, faint, solid};

/// Shapes in painting order.
#[derive(Debug, Default)]
pub struct Drawing {
    /// From back to front.
    pub layers: Vec<Layer>,
}

/// Shapes that are cut off at the edges of a rectangle.
#[derive(Debug)]
pub struct Layer {
    /// Nothing outside is drawn.
    pub clip: Rect,
    /// From back to front.
    pub shapes: Vec<Shape>,
}

impl Drawing {
    /// The picture of a scene, to be drawn on a background of [`Ink::Paper`]. The painter fills that once, and it is not
    /// filled again here: without a graphics card, filled pixels are most of what a frame costs.
    pub fn of(scene: &Scene) -> Self {
        let whole = Rect { left: 0.0, top: 0.0, right: scene.size.width, bottom: scene.size.height };
        let plot = scene.plot;
        let axis = Rect { top: 0.0, bottom: plot.top, left: plot.left, right: plot.right };
        let mut layers = Vec::new();
        if !scene.context.is_empty() {
            layers.push(Layer { clip: plot, shapes: super::paint_background::bands(scene) });
        }
        match &scene.pinned {
            None => part(scene, plot, &scene.groups, &scene.lanes, &mut layers),
            Some(pinned) => {
                let (above, below) = scene.lanes.split_at(pinned.lanes.min(scene.lanes.len()));
                let (headings, others) = scene.groups.split_at(pinned.groups.min(scene.groups.len()));
                part(scene, Rect { top: pinned.bottom, ..plot }, others, below, &mut layers);
                part(scene, Rect { bottom: pinned.bottom, ..plot }, headings, above, &mut layers);
                let points = vec![Pos { x: 0.0, y: pinned.bottom }, Pos { x: plot.right, y: pinned.bottom }];
                let line = Shape::Line { points, width: 1.0, dash: None, paint: solid(Ink::Muted) };
                layers.push(Layer { clip: Rect { left: 0.0, ..plot }, shapes: vec![line] });
            }
        }
        if !scene.context.is_empty() {
            layers.push(Layer { clip: plot, shapes: super::paint_background::names(scene) });
        }
        layers.push(Layer { clip: axis, shapes: axis_shapes(scene) });
        layers.push(Layer { clip: whole, shapes: corner(scene) });
        Self { layers }
    }
}

/// The rows in one part of the plot's height, with their headers.
fn part(scene: &Scene, plot: Rect, groups: &[GroupRow], lanes: &[LaneRow], layers: &mut Vec<Layer>) {
    let below_axis = Rect { left: 0.0, ..plot };
    let headers = Rect { right: plot.left, ..below_axis };
    layers.push(Layer { clip: below_axis, shapes: super::paint_rows::rows(scene, groups, lanes) });
    layers.push(Layer { clip: plot, shapes: super::paint_lanes::lanes(scene, lanes) });
    layers.push(Layer { clip: headers, shapes: super::paint_rows::headers(scene, lanes) });
}

fn vertical(x: f32, top: f32, bottom: f32, width: f32, dash: Option<[f32; 2]>, paint: Paint) -> Shape {
    Shape::Line { points: vec![Pos { x, y: top }, Pos { x, y: bottom }], width, dash, paint }
}

/// Half the width of a year on the axis, in points.
const HALF_YEAR_WIDTH: f32 = 15.0;
/// The baseline of the years above the end of the axis, in points: digits stay clear of the tags over them.
const YEAR_BASELINE: f32 = 11.5;
/// Half the width of the word for today, in points: enough for each language.
const HALF_TODAY_WIDTH: f32 = 25.0;

fn axis_shapes(scene: &Scene) -> Vec<Shape> {
    let bottom = scene.plot.top;
    let mut shapes = Vec::new();
    for tick in &scene.ticks {
        let length = if tick.label.is_some() { 9.0 } else { 5.0 };
        let paint = faint(Ink::Muted, if tick.label.is_some() { 1.0 } else { 0.7 * tick.strength });
        shapes.push(vertical(tick.x, bottom - length, bottom, 1.0, None, paint));
        // A label that the edge of the window would cut is not drawn, only its tick.
        let inside = scene.plot.left + HALF_YEAR_WIDTH..=scene.plot.right - HALF_YEAR_WIDTH;
        let is_whole = inside.contains(&tick.x);
        if let Some(label) = tick.label.as_ref().filter(|_| is_whole) {
            shapes.push(Shape::Text {
                at: Pos { x: tick.x, y: bottom - YEAR_BASELINE },
                align: Align::Middle,
                text: label.clone(),
                size: 11.0,
                font: Font::Text,
                paint: solid(Ink::Text),
            });
        }
    }
    let is_seen = |line: &&StatusDateLine| (scene.plot.left..scene.plot.right).contains(&line.x);
    let status_date = scene.as_of.as_ref().filter(is_seen);
    let range = scene.chosen.as_ref().and_then(|span| span.tag(&scene.plot));
    let tags: Vec<Rect> = status_date.map(|line| line.tag(&scene.plot)).into_iter().chain(range).collect();
    let today = scene.today.and_then(|x| word_beside_tags(x, HALF_TODAY_WIDTH, &scene.plot, &tags));
    if let Some(x) = today {
        shapes.push(Shape::Text {
            at: Pos { x, y: 11.0 },
            align: Align::Middle,
            text: scene.today_label.to_owned(),
            size: 11.0,
            font: Font::Text,
            paint: solid(Ink::End),
        });
    }
    let chosen = scene.chosen.as_ref().and_then(|span| Some((span.tag(&scene.plot)?, &span.words)));
    if let Some((rect, words)) = chosen {
        tag(rect, words, Ink::Accent, Ink::Paper, &mut shapes);
    }
    if let Some(line) = status_date {
        let rect = line.tag(&scene.plot);
        tag(rect, &line.words, Ink::Select, Ink::OnSelect, &mut shapes);
        // The line goes on up to its date unless it would strike through a year.
        let has_room = |tick: &Tick| tick.label.is_none() || (tick.x - line.x).abs() > HALF_YEAR_WIDTH;
        if scene.ticks.iter().all(has_room) {
            shapes.push(vertical(line.x, rect.bottom - 4.0, bottom, 1.5, None, solid(Ink::Select)));
        }
    }
    shapes
}

/// Text on a background, on the axis.
fn tag(rect: Rect, words: &str, ground: Ink, ink: Ink, shapes: &mut Vec<Shape>) {
    shapes.push(Shape::Fill { rect, radius: 4.0, paint: solid(ground) });
    shapes.push(Shape::Text {
        at: Pos { x: f32::midpoint(rect.left, rect.right), y: rect.bottom - 3.5 },
        align: Align::Middle,
        text: words.to_owned(),
        size: 11.0,
        font: Font::Text,
        paint: solid(ink),
    });
}

fn corner(scene: &Scene) -> Vec<Shape> {
    let plot = scene.plot;
    let rule = |points| Shape::Line { points, width: 1.0, dash: None, paint: solid(Ink::Line) };
    let mut shapes = vec![rule(vec![Pos { x: 0.0, y: plot.top }, Pos { x: plot.right, y: plot.top }])];
    shapes.push(rule(vec![Pos { x: plot.left, y: 0.0 }, Pos { x: plot.left, y: plot.bottom }]));
    shapes.push(Shape::Text {
        at: Pos { x: 12.0, y: plot.top - YEAR_BASELINE },
        align: Align::Start,
        text: scene.span_words.clone(),
        size: 11.0,
        font: Font::Text,
        paint: solid(Ink::Muted),
    });
    shapes
}
