//! The overview strip: the density of events over the whole dataset, and which part of it is in the window.

use crate::domain::{BulkEvents, Moment};
use crate::language::Strings;
use crate::levels::{Index, SearchHits};

use super::geometry::{Pos, Rect, Size};
use super::measure::Font;
use super::palette::Ink;
use super::scale::TimeScale;
use super::shape::{Align, Shape, faint, solid};
use super::ticks::ticks;
use super::view::{Limits, TimeView};

/// Room at the bottom for the years.
const LABELS_HEIGHT: f32 = 16.0;
/// Minimum width of a density column, in points.
const MIN_COLUMN_WIDTH: f64 = 4.0;
/// Minimum width at which the window is drawn, in points, so that it can still be dragged.
const MIN_WINDOW_WIDTH: f32 = 8.0;

/// The whole dataset in one strip.
#[derive(Debug)]
pub struct Overview {
    /// The size of the strip.
    pub size: Size,
    /// From time to positions in the strip, over the whole dataset.
    pub scale: TimeScale,
    /// The part that is in the window.
    pub window: Rect,
    columns: Vec<Rect>,
    /// Where hits of a search are.
    found: Vec<f32>,
    labels: Vec<(f32, String)>,
}

/// What the strip shows the density of.
#[derive(Clone, Copy)]
pub struct Density<'a> {
    /// The index of what is shown.
    pub index: &'a Index,
    /// The bulk events, in a dataset of bulk lanes.
    pub bulk: Option<&'a BulkEvents>,
    /// The hits of a search, to be marked.
    pub found: Option<&'a SearchHits>,
}

/// Plans the strip. Costs O(points · log n), whatever the number of events.
pub fn overview(
    Density { index, bulk, found }: Density<'_>,
    limits: &Limits,
    time: TimeView,
    size: Size,
    strings: &Strings,
) -> Overview {
    let whole = TimeView::fit(limits);
    let scale = TimeScale::new(whole, 0.0, size.width);
    let bottom = (size.height - LABELS_HEIGHT).max(1.0);
    let secs = (whole.span / f64::from(size.width.max(1.0)) * MIN_COLUMN_WIDTH).max(1.0) as i64;
    let step = (secs as u64).next_power_of_two() as i64;
    let (start, end) = whole.moments();
    // The first second of each bucket in which something begins, and how much does.
    let buckets: Vec<(i64, usize)> = match bulk {
        None => {
            let buckets = index.all().buckets(start, end, step);
            buckets.map(|bucket| (bucket.first.secs().div_euclid(step) * step, bucket.count)).collect()
        }
        Some(bulk) => {
            let firsts = (start.secs().div_euclid(step)..=end.secs().div_euclid(step)).map(|i| i * step);
            let at = Moment::from_secs;
            let counted = firsts.map(|first| (first, bulk.beginning_within(at(first), at(first + step))));
            counted.filter(|&(_, count)| count > 0).collect()
        }
    };
    let most = buckets.iter().map(|&(_, count)| count).max().unwrap_or(1).max(1);
    let columns = buckets
        .iter()
        .map(|&(first, count)| {
            let (left, right) =
                (scale.x_of(Moment::from_secs(first)), scale.x_of(Moment::from_secs(first + step)));
            // Square root, so that a single event is visible beside a thousand.
            let share = (count as f32 / most as f32).sqrt();
            let top = bottom - (share * (bottom - 6.0)).max(1.5);
            Rect { left: left as f32, right: (right as f32 - 1.0).max(left as f32 + 1.0), top, bottom }
        })
        .collect();
    let found = found.map_or_else(Vec::new, |found| {
        found.all().buckets(start, end, step).map(|bucket| scale.x_of(bucket.at) as f32).collect()
    });
    let labels = ticks(whole, &scale, strings).into_iter().filter_map(|tick| Some((tick.x, tick.label?)));
    let x = |secs: f64| scale.x_of(Moment::from_secs(secs as i64)) as f32;
    let left = x(time.start).clamp(0.0, size.width - MIN_WINDOW_WIDTH);
    let right = x(time.end()).clamp(left + MIN_WINDOW_WIDTH, size.width.max(left + MIN_WINDOW_WIDTH));
    Overview {
        window: Rect { left, right, top: 0.0, bottom },
        columns,
        found,
        labels: labels.collect(),
        scale,
        size,
    }
}

impl Overview {
    /// The strip as shapes.
    pub fn shapes(&self) -> Vec<Shape> {
        let mut shapes = Vec::new();
        // Not drawn where nearly everything is in the window: it would set nothing apart, and a large filled area is slow
        // to draw.
        if self.window.width() < 0.95 * self.size.width {
            shapes.push(Shape::Fill { rect: self.window, radius: 2.0, paint: faint(Ink::Select, 0.16) });
        }
        for column in &self.columns {
            let is_inside = column.right > self.window.left && column.left < self.window.right;
            let paint = faint(Ink::Force, if is_inside { 0.85 } else { 0.4 });
            shapes.push(Shape::Fill { rect: *column, radius: 0.0, paint });
        }
        for &x in &self.found {
            let rect = Rect { left: x - 1.0, right: x + 1.0, top: 1.0, bottom: 7.0 };
            shapes.push(Shape::Fill { rect, radius: 0.0, paint: solid(Ink::Select) });
        }
        for x in [self.window.left, self.window.right] {
            let rect = Rect { left: x - 1.5, right: x + 1.5, top: 8.0, bottom: self.window.bottom - 8.0 };
            shapes.push(Shape::Fill { rect, radius: 1.5, paint: solid(Ink::Select) });
        }
        let frame = faint(Ink::Select, 0.6);
        shapes.push(Shape::Frame { rect: self.window, radius: 2.0, width: 1.0, paint: frame });
        // A year label that the edge would cut is left out.
        let fits = |x: f32| x >= 16.0 && x <= self.size.width - 16.0;
        for (x, label) in self.labels.iter().filter(|(x, _)| fits(*x)) {
            shapes.push(Shape::Text {
                at: Pos { x: *x, y: self.size.height - 4.0 },
                align: Align::Middle,
                text: label.clone(),
                size: 11.0,
                font: Font::Text,
                paint: solid(Ink::Muted),
            });
        }
        shapes
    }
}
