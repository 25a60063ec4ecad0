//! The scene: everything that is in the window, with its position and its meaning.

use crate::domain::Moment;
use crate::language::Strings;

use super::axis_tags::{StatusDateLine, TimeRange};
use super::background_bands::BackgroundBand;
use super::geometry::{Pos, Rect, Size};
use super::group_density::DensityStroke;
use super::lane_row::LaneRow;
use super::metrics::{LaneMetrics, ONLY_BUTTON_WIDTH};
use super::view::TimeView;

/// Everything in the window of the timeline.
#[derive(Debug)]
pub struct Scene {
    /// The whole window.
    pub size: Size,
    /// Where marks are drawn: right of the lane headers, below the axis.
    pub plot: Rect,
    /// The title of the dataset, for exports.
    pub title: String,
    /// The period in the window, in words.
    pub span_words: String,
    /// The whole in a sentence, for screen readers and exports.
    pub description: String,
    /// The axis.
    pub ticks: Vec<Tick>,
    /// Where today is, if it is in the window.
    pub today: Option<f32>,
    /// Its label.
    pub today_label: &'static str,
    /// The status date, inside or outside the window.
    pub as_of: Option<StatusDateLine>,
    /// The selected time range, inside or outside the window.
    pub chosen: Option<TimeRange>,
    /// The measures of its rows.
    pub metrics: LaneMetrics,
    /// The rows at the top that stay while the others scroll beneath them.
    pub pinned: Option<PinnedRows>,
    /// Headings in the window.
    pub groups: Vec<GroupRow>,
    /// Lanes in the window, from top to bottom.
    pub lanes: Vec<LaneRow>,
    /// The bands of layers that stand behind the lanes, in order of their beginning.
    pub context: Vec<BackgroundBand>,
    /// Curves from the selection to what it is linked with.
    pub links: Vec<Link>,
    /// Whether an event or statement is selected, so that everything else is dimmed.
    pub has_focus: bool,
    /// Whether the signs that collapse and expand rows are drawn: not where there is nothing to click.
    pub has_controls: bool,
}

impl Scene {
    /// The part of the plot's height in which a row is seen: pinned rows lie over the others.
    pub(super) fn band_of(&self, row: &Rect) -> Rect {
        match &self.pinned {
            // A row that ends in the pinned part belongs to it: the others reach further down.
            Some(pinned) if row.bottom <= pinned.bottom + 0.01 => Rect { bottom: pinned.bottom, ..self.plot },
            Some(pinned) => Rect { top: pinned.bottom, ..self.plot },
            None => self.plot,
        }
    }

    /// The period of a view in words, at the precision that it shows.
    pub fn words_for_span(time: TimeView, strings: &Strings) -> String {
        use chrono::Datelike as _;
        let (start, end) = time.moments();
        let end = end.plus(-1);
        let (a, b) = (start.date(), end.date());
        let days = time.span / 86_400.0;
        let is_of_years = days > 3.0 * 366.0;
        if is_of_years && a.year() != b.year() && a.year() < 100 {
            return (strings.dates.years)(a.year(), b.year());
        }
        let said = |at: Moment| {
            let date = at.date();
            match days {
                _ if is_of_years => (strings.dates.year)(date.year()),
                d if d > 92.0 => (strings.dates.month_of_year)(date.month(), date.year()),
                _ => (strings.dates.day)(at),
            }
        };
        if a == b { said(start) } else { format!("{} – {}", said(start), said(end)) }
    }
}

/// A tick of the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// The moment.
    pub at: Moment,
    /// Where it is.
    pub x: f32,
    /// Its label, if it has one.
    pub label: Option<String>,
    /// From 0 to 1; ticks fade in as they move apart.
    pub strength: f32,
}

/// A heading over lanes.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupRow {
    /// Index into the dataset's categories; `None` over the pinned lanes.
    pub category: Option<usize>,
    /// Its rectangle, lane headers and plot.
    pub rect: Rect,
    /// Its text, cut to fit the lane headers.
    pub text: String,
    /// Whether its lanes are collapsed.
    pub is_collapsed: bool,
    /// Whether there is a button at its right end that shows only its lanes.
    pub has_only_button: bool,
    /// Where the events of its lanes lie, if they are collapsed.
    pub density: Vec<DensityStroke>,
}

impl GroupRow {
    /// The button that shows only this group, at the right edge of the lane headers.
    pub fn only_button(&self, plot: &Rect) -> Rect {
        Rect { left: plot.left - ONLY_BUTTON_WIDTH, right: plot.left, ..self.rect }
    }
}

/// The rows of pinned lanes that stay at the top of the plot. They come first among lanes and headings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PinnedRows {
    /// Their lower edge.
    pub bottom: f32,
    /// How many of the lanes are among them.
    pub lanes: usize,
    /// How many of the headings are among them.
    pub groups: usize,
}

/// A curve between two linked marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// From the selection.
    pub from: Pos,
    /// To what it is linked with.
    pub to: Pos,
}
