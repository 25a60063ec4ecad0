//! The signs of a page, drawn by the same code as those of the window and of its legend.

use crate::timeline::{Legend, LegendEntry, Paint, Pos, Shape};

use super::json::Json;

/// The shapes of a sign around the origin, as elements with their attributes.
pub(super) fn of_entry(entry: LegendEntry) -> Json {
    elements(&Legend::shapes(entry))
}

/// The marks of a quotation alone, without their background.
pub(super) fn quotation_marks() -> Json {
    const BACKGROUND: usize = 2;
    let shapes = Legend::shapes(LegendEntry::Quote(crate::timeline::Ink::SpeakerOther));
    elements(shapes.get(BACKGROUND..).unwrap_or_default())
}

fn elements(shapes: &[Shape]) -> Json {
    Json::List(shapes.iter().filter_map(element).collect())
}

/// A shape as an element; no sign has letters or curves.
fn element(shape: &Shape) -> Option<Json> {
    let (tag, mut attributes): (_, Vec<(&'static str, Json)>) = match shape {
        Shape::Fill { rect, radius, paint } => {
            let sides =
                [("x", rect.left), ("y", rect.top), ("width", rect.width()), ("height", rect.height())];
            let mut attributes: Vec<_> = sides.iter().map(|&(name, value)| (name, number(value))).collect();
            attributes.push(("rx", number(*radius)));
            attributes.extend(look(Some(*paint), None));
            ("rect", attributes)
        }
        Shape::Frame { rect, radius, width, paint } => {
            let half = width / 2.0;
            let sides = [
                ("x", rect.left + half),
                ("y", rect.top + half),
                ("width", rect.width() - width),
                ("height", rect.height() - width),
                ("rx", *radius),
            ];
            let mut attributes: Vec<_> = sides.iter().map(|&(name, value)| (name, number(value))).collect();
            attributes.extend(look(None, Some((*width, *paint))));
            ("rect", attributes)
        }
        Shape::Line { points, width, dash, paint } => {
            let mut attributes = vec![("points", corners(points))];
            attributes.extend(look(None, Some((*width, *paint))));
            attributes.extend(dash.map(|[on, off]| ("stroke-dasharray", format!("{on} {off}").into())));
            ("polyline", attributes)
        }
        Shape::Circle { at, radius, fill, line } => {
            let mut attributes = vec![("cx", number(at.x)), ("cy", number(at.y)), ("r", number(*radius))];
            attributes.extend(look(*fill, *line));
            ("circle", attributes)
        }
        Shape::Polygon { points, fill, line } => {
            let mut attributes = vec![("points", corners(points))];
            attributes.extend(look(Some(*fill), *line));
            ("polygon", attributes)
        }
        Shape::Curve { .. } | Shape::Text { .. } => return None,
    };
    attributes.retain(|(_, value)| *value != Json::Number(0.0) || tag == "circle");
    Some(Json::List(vec![tag.into(), Json::Map(attributes)]))
}

/// How a shape is filled and outlined.
fn look(fill: Option<Paint>, line: Option<(f32, Paint)>) -> Vec<(&'static str, Json)> {
    let classes =
        [fill.map(|paint| format!("f{:?}", paint.ink)), line.map(|(_, paint)| format!("s{:?}", paint.ink))];
    let mut attributes = vec![("class", classes.into_iter().flatten().collect::<Vec<_>>().join(" ").into())];
    if let Some(paint) = fill.filter(|paint| paint.alpha < 1.0) {
        attributes.push(("fill-opacity", number(paint.alpha)));
    }
    if let Some((width, paint)) = line {
        attributes.push(("stroke-width", number(width)));
        if paint.alpha < 1.0 {
            attributes.push(("stroke-opacity", number(paint.alpha)));
        }
    }
    attributes
}

fn corners(points: &[Pos]) -> Json {
    points.iter().map(|p| format!("{} {}", rounded(p.x), rounded(p.y))).collect::<Vec<_>>().join(" ").into()
}

fn number(value: f32) -> Json {
    rounded(value).into()
}

/// A number with hundredths of a point.
fn rounded(value: f32) -> f64 {
    (f64::from(value) * 100.0).round() / 100.0 + 0.0
}
