//! Series of figures as steps on the time axis of the lanes: what was declared, what was estimated, and the limits that
//! treaties set, each drawn only while it held.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::domain::{Dataset, FigureBasis, Moment, Series};
use crate::language::Strings;

use super::chart_line::{LineStyle, styles};
use super::chart_scale::ChartScale;
use super::geometry::{Pos, Rect, Size};
use super::measure::{Font, TextMeasure, elided};
use super::palette::Ink;
use super::scale::TimeScale;
use super::shape::{Align, Shape, faint, solid};
use super::view::TimeView;

/// Room above the highest figure, and under the lowest.
const TOP: f32 = 16.0;
const BOTTOM: f32 = 10.0;
/// Text size of figures and names.
const SIZE: f32 = 11.0;
/// From one line of the legend to the next.
const LINE: f32 = 16.0;
/// Where names begin in the legend, and where they end before the plot.
const NAMES_LEFT: f32 = 40.0;
const NAMES_MARGIN: f32 = 12.0;
/// How high the figures of a label are above its baseline, and how much of what is behind it its background hides.
const LABEL_HEIGHT: f32 = 9.5;
const LABEL_GROUND: f32 = 0.9;
/// How strong the other lines are while one is emphasised.
const DIMMED: f32 = 0.25;

/// The input of [`chart`].
#[derive(Clone, Copy)]
pub struct ChartInput<'a> {
    /// The dataset.
    pub dataset: &'a Dataset,
    /// The series that are drawn, by index into the dataset's; all of one unit.
    pub series: &'a [usize],
    /// The least and the greatest of all their figures, in the window or not, so that the scale is steady while panning.
    pub range: (f64, f64),
    /// Whether the scale is logarithmic.
    pub is_logarithmic: bool,
    /// The period in the window.
    pub time: TimeView,
    /// The size of the chart, lane headers included.
    pub size: Size,
    /// The width of the lane headers over it.
    pub headers_width: f32,
    /// The texts in the language of the interface.
    pub strings: &'static Strings,
    /// Measures the width of texts.
    pub measure: &'a dyn TextMeasure,
}

/// A chart, ready to be drawn.
#[derive(Debug)]
pub struct Chart {
    /// The size of the chart.
    pub size: Size,
    /// The area in which figures are drawn.
    pub plot: Rect,
    /// The gridlines: their heights and labels.
    pub gridlines: Vec<(f32, String)>,
    /// One line for each series, even where nothing of it is in the window.
    pub lines: Vec<ChartLine>,
    /// How each series of the unit looks, shown or not.
    pub styles: BTreeMap<usize, LineStyle>,
    unit: String,
    today: Option<f32>,
    /// The width of the label of each gridline.
    label_widths: Vec<f32>,
}

/// A series as it is drawn.
#[derive(Debug)]
pub struct ChartLine {
    /// Its index among the dataset's series.
    pub series: usize,
    /// Its colour.
    pub ink: Ink,
    /// Whether it was estimated by others.
    pub is_estimate: bool,
    /// Whether it is a limit.
    pub is_limit: bool,
    /// Its name.
    pub name: String,
    /// Its name in the legend of an exported chart, in as many lines as it needs.
    pub name_lines: Vec<String>,
    /// Runs of steps, each from left to right.
    pub runs: Vec<Vec<Pos>>,
    /// Figures that hold for a single day only.
    pub dots: Vec<Pos>,
}

/// The index of the point of a series that holds at a moment.
pub fn figure_at(series: &Series, at: Moment) -> Option<usize> {
    let after = series.points.partition_point(|point| point.date.earliest() <= at);
    let index = after.checked_sub(1)?;
    // After the last figure, and outside the days of a limit, nothing is known.
    let is_open = series.limit_of.is_none() && index + 1 < series.points.len();
    (is_open || at < series.points[index].date.end()).then_some(index)
}

/// Plans a chart. Costs O(points · log n), however many figures a series has.
pub fn chart(input: &ChartInput<'_>) -> Chart {
    let left = input.headers_width;
    let plot =
        Rect { left, top: TOP, right: input.size.width.max(left + 1.0), bottom: input.size.height - BOTTOM };
    let time = TimeScale::new(input.time, plot.left, plot.width());
    let heights = ChartScale::new(input.range, input.is_logarithmic, plot);
    let all = input.dataset.series();
    let unit = input.series.iter().find_map(|&index| all.get(index)).map_or("", |series| &*series.unit);
    let styles = styles(input.dataset, unit);
    let lines = input.series.iter().filter_map(|&index| {
        let series = all.get(index)?;
        let ink = styles.get(&index)?.ink;
        let (runs, dots) = steps(series, &time, plot, &heights);
        let party = series.party.map(|party| &*input.dataset.party(party).short);
        let treaty = series.limit_of.map(|treaty| &*input.dataset.treaty(treaty).name);
        let whose = party.or(treaty).unwrap_or_default();
        let full =
            if whose.is_empty() { series.name.to_string() } else { format!("{whose}: {}", series.name) };
        Some(ChartLine {
            series: index,
            ink,
            is_estimate: series.basis == FigureBasis::Estimate,
            is_limit: series.limit_of.is_some(),
            name_lines: wrapped(&full, plot.left - NAMES_LEFT - NAMES_MARGIN, input.measure),
            name: full,
            runs,
            dots,
        })
    });
    let lines: Vec<ChartLine> = lines.collect();
    let (unit, gridlines) = (unit.to_owned(), heights.gridlines(input.strings));
    let mut chart = Chart {
        size: input.size,
        plot,
        gridlines,
        lines,
        styles,
        unit,
        today: None,
        label_widths: Vec::new(),
    };
    let labels = 0..chart.gridlines.len();
    chart.label_widths =
        labels.map(|index| input.measure.width(&chart.label(index), SIZE, Font::Text)).collect();
    chart
}

/// A name in lines of a width. Only a word that is wider than that is cut.
fn wrapped(text: &str, width: f32, measure: &dyn TextMeasure) -> Vec<String> {
    let fits = |text: &str| measure.width(text, SIZE, Font::Text) <= width;
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if fits(&format!("{line} {word}")) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(elided(word, width, SIZE, Font::Text, measure)),
        }
    }
    lines
}

/// The steps of a series in the window. A figure holds until the next one; the last, and each of a limit, for its own
/// days only. Of several within half a point one is drawn: they could not be told apart.
fn steps(series: &Series, time: &TimeScale, plot: Rect, heights: &ChartScale) -> (Vec<Vec<Pos>>, Vec<Pos>) {
    let (left, right) = (f64::from(plot.left), f64::from(plot.right));
    let (start, end) = (time.moment_at(left), time.moment_at(right));
    let points = &series.points;
    let x = |at: Moment| time.x_of(at).clamp(left, right) as f32;
    let mut next = points.partition_point(|point| point.date.earliest() <= start).saturating_sub(1);
    let (mut runs, mut run, mut dots): (Vec<Vec<Pos>>, Vec<Pos>, Vec<Pos>) = Default::default();
    let mut flush = |run: &mut Vec<Pos>| {
        if run.len() > 1 {
            runs.push(std::mem::take(run));
        }
        run.clear();
    };
    while let Some(point) = points.get(next).filter(|point| point.date.earliest() < end) {
        let until = held(series, next);
        let y = heights.y(point.value);
        let (from, to) = (x(point.date.earliest()), x(until.end));
        if until.end > start && to > from {
            if run.last().is_some_and(|last| last.x < from - 0.01) {
                flush(&mut run);
            }
            run.extend([Pos { x: from, y }, Pos { x: to, y }]);
            if to - from < 3.0 && (series.limit_of.is_some() || next + 1 == points.len()) && run.len() == 2 {
                dots.push(Pos { x: from, y });
            }
        }
        let seen_from = time.moment_at(f64::from(to.max(from)) + 0.5).min(end);
        let skip = points[next..].partition_point(|point| point.date.earliest() < seen_from);
        next += if until.end > start { skip.saturating_sub(1).max(1) } else { 1 };
    }
    flush(&mut run);
    (runs, dots)
}

/// How long a figure holds.
fn held(series: &Series, index: usize) -> Range<Moment> {
    let date = &series.points[index].date;
    let next = series.points.get(index + 1).filter(|_| series.limit_of.is_none());
    date.earliest()..next.map_or_else(|| date.end(), |next| next.date.earliest())
}

impl Chart {
    /// Marks a day with a vertical line, as in the lanes.
    pub fn with_line_at(mut self, x: Option<f32>) -> Self {
        self.today = x.filter(|x| (self.plot.left..self.plot.right).contains(x));
        self
    }

    /// The shapes of the chart with its legend, all inside it.
    pub fn shapes(&self) -> Vec<Shape> {
        let mut shapes = self.plot_shapes(None, Ink::Paper);
        shapes.extend(self.legend());
        shapes
    }

    /// The shapes of the chart without its legend, on this background. Of all lines the emphasised one stands out, if there is
    /// one.
    pub fn plot_shapes(&self, emphasised: Option<usize>, background: Ink) -> Vec<Shape> {
        let plot = self.plot;
        let rule = |y: f32, alpha| Shape::Line {
            points: vec![Pos { x: plot.left, y }, Pos { x: plot.right, y }],
            width: 1.0,
            dash: None,
            paint: faint(Ink::Line, alpha),
        };
        let mut shapes = Vec::new();
        shapes.extend(self.gridlines.iter().map(|(y, _)| rule(*y, 0.8)));
        for line in &self.lines {
            let Some(style) = self.styles.get(&line.series) else { continue };
            let is_emphasised = emphasised == Some(line.series);
            let strength = if emphasised.is_none() || is_emphasised { 1.0 } else { DIMMED };
            let width = if is_emphasised { style.width + 1.0 } else { style.width };
            let style = LineStyle { width, ..*style };
            line.runs.iter().for_each(|run| style.run(run, strength, &mut shapes));
            shapes.extend(line.dots.iter().map(|&at| style.dot(at, strength)));
        }
        for (index, ((y, _), width)) in std::iter::zip(&self.gridlines, &self.label_widths).enumerate() {
            let at = Pos { x: plot.left + 4.0, y: y - 2.5 };
            // A line that runs through figures makes them unreadable.
            let (left, right) = (at.x - 2.0, at.x + width + 2.0);
            let rect = Rect { left, right, top: at.y - LABEL_HEIGHT, bottom: at.y + 1.5 };
            shapes.push(Shape::Fill { rect, radius: 2.0, paint: faint(background, LABEL_GROUND) });
            shapes.push(Shape::Text {
                at,
                align: Align::Start,
                text: self.label(index),
                size: SIZE,
                font: Font::Text,
                paint: solid(Ink::Muted),
            });
        }
        if let Some(x) = self.today {
            let points = vec![Pos { x, y: 0.0 }, Pos { x, y: self.size.height }];
            shapes.push(Shape::Line { points, width: 1.5, dash: None, paint: solid(Ink::Select) });
        }
        let edge = vec![Pos { x: plot.left, y: 0.0 }, Pos { x: plot.left, y: self.size.height }];
        shapes.push(Shape::Line { points: edge, width: 1.0, dash: None, paint: solid(Ink::Line) });
        shapes
    }

    /// The height that the legend needs beside the chart.
    pub fn legend_height(&self) -> f32 {
        let lines: usize = self.lines.iter().map(|line| line.name_lines.len().max(1)).sum();
        16.0 + lines as f32 * LINE
    }

    /// The names of the lines beside the chart, as many as fit.
    fn legend(&self) -> Vec<Shape> {
        let mut shapes = Vec::new();
        let mut y = 8.0 + LINE / 2.0;
        for line in &self.lines {
            let height = line.name_lines.len().max(1) as f32 * LINE;
            if y - LINE / 2.0 + height > self.size.height {
                break;
            }
            let style = self.styles.get(&line.series);
            shapes.extend(style.map(|style| style.sample(Pos { x: 12.0, y }, Pos { x: 34.0, y })));
            for (index, text) in line.name_lines.iter().enumerate() {
                shapes.push(Shape::Text {
                    at: Pos { x: NAMES_LEFT, y: y + 4.0 + index as f32 * LINE },
                    align: Align::Start,
                    text: text.clone(),
                    size: SIZE,
                    font: Font::Text,
                    paint: solid(Ink::Text),
                });
            }
            y += height;
        }
        shapes
    }

    /// The label of a gridline; the highest figure says of what.
    fn label(&self, index: usize) -> String {
        let words = self.gridlines.get(index).map_or("", |(_, words)| words);
        if index + 1 == self.gridlines.len() { format!("{words} {}", self.unit) } else { words.to_owned() }
    }

    /// The unit of the figures.
    pub fn unit(&self) -> &str {
        &self.unit
    }
}

impl std::fmt::Display for Chart {
    /// The chart as text, for tests and for people.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "chart of {}", self.unit)?;
        for (y, words) in &self.gridlines {
            writeln!(f, "  gridline {words} at {y:.0}")?;
        }
        for line in &self.lines {
            let kind = match (line.is_limit, line.is_estimate) {
                (true, _) => "limit",
                (false, true) => "estimated",
                (false, false) => "declared",
            };
            writeln!(f, "  {} ({kind}, {:?})", line.name, line.ink)?;
            for run in &line.runs {
                let corners: Vec<String> = run.iter().map(|at| format!("{:.0},{:.0}", at.x, at.y)).collect();
                writeln!(f, "    {}", corners.join(" "))?;
            }
            for at in &line.dots {
                writeln!(f, "    dot {:.0},{:.0}", at.x, at.y)?;
            }
        }
        Ok(())
    }
}
