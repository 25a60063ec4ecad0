//! The bands of layers that stand behind the lanes: wars, terms of office, whatever happened meanwhile.

use crate::domain::{Dataset, EventId, Moment, Nature, PhaseKind, Precision, TreatyId};

use super::geometry::{Pos, Rect};
use super::mark::Selection;
use super::measure::{Font, elided};
use super::metrics::LABEL_SIZE;
use super::plan_input::PlanInput;
use super::scale::TimeScale;

/// Maximum number of bands in a window; of more, those that begin first.
const MAX_BANDS: usize = 300;
/// Maximum number of events of one lane that are looked at in a frame.
const MAX_EXAMINED: usize = 2_000;
/// Rows of labels at the top of the plot. A label that has room in none of them is not drawn. Below them is a row for handles.
const MAX_LABEL_ROWS: usize = 3;
/// The height of a row of labels, in points.
const ROW_HEIGHT: f32 = 14.0;
/// Between a label and the edge of its background, in points.
const PAD: f32 = 3.0;
/// A label with less room than this is not drawn.
const MIN_LABEL: f32 = 16.0;
/// The same for the label of a single day, which is not bounded by an end.
const MIN_DAY_LABEL: f32 = 48.0;
/// The label of a single day is cut at this width.
const MAX_DAY_LABEL: f32 = 170.0;
/// Half the width of the handle of a band without a label, in points.
const HANDLE: f32 = 6.0;

/// A period of a layer behind the lanes, over the full height of the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct BackgroundBand {
    /// The lane that it would be in.
    pub treaty: TreatyId,
    /// The event that lasts; `None` for the time in which a treaty is in force.
    pub event: Option<EventId>,
    /// Its left edge, inside the plot.
    pub left: f32,
    /// Its right edge, inside the plot.
    pub right: f32,
    /// Whether it is a single day, which is a line with its label beside it.
    pub is_day: bool,
    /// Whether it goes on beyond the window, or has no known end there.
    pub opens: (bool, bool),
    /// Whether it is selected.
    pub is_selected: bool,
    /// Its name, cut to the room that there is, with its background.
    pub label: Option<ContextLabel>,
    /// Where there is no room for its name: a point at the top of the plot, under which it can be read and selected.
    pub handle: Option<Rect>,
}

/// The name of a band at the top of the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct ContextLabel {
    /// The text.
    pub text: String,
    /// The background that keeps it legible over what is in the lanes.
    pub rect: Rect,
}

impl BackgroundBand {
    /// What it stands for.
    pub fn selection(&self) -> Selection {
        self.event.map_or(Selection::Treaty(self.treaty), Selection::Event)
    }

    /// Where it can be reached: its name, or its handle.
    pub(super) fn reached_at(&self) -> Option<Rect> {
        self.label.as_ref().map(|label| label.rect).or(self.handle)
    }

    /// Where its name begins.
    pub(super) fn baseline(label: &ContextLabel) -> Pos {
        Pos { x: label.rect.left + PAD, y: label.rect.bottom - 3.5 }
    }
}

/// The bands of the layers behind the lanes that reach into the window, in order of their beginning.
pub(super) fn background_bands(input: &PlanInput<'_>, scale: &TimeScale, plot: &Rect) -> Vec<BackgroundBand> {
    let mut bands = Vec::new();
    for &treaty in input.rows.behind() {
        let lane = Lane { input, scale, plot, treaty };
        lane.spans(&mut bands);
        lane.force(&mut bands);
        lane.days(&mut bands);
    }
    bands.sort_by(|a, b| a.left.total_cmp(&b.left).then(b.right.total_cmp(&a.right)));
    bands.truncate(MAX_BANDS);
    let mut taken: [Vec<Rect>; MAX_LABEL_ROWS + 1] = Default::default();
    // What lasts comes first: its name has no room but beside its beginning.
    for band in bands.iter_mut().filter(|band| !band.is_day) {
        label(band, &mut taken, input, plot);
    }
    for band in bands.iter_mut().filter(|band| band.is_day) {
        label(band, &mut taken, input, plot);
    }
    for band in bands.iter_mut().filter(|band| band.label.is_none()) {
        handle(band, &mut taken, plot);
    }
    bands
}

/// A lane that is drawn behind the others.
struct Lane<'a> {
    input: &'a PlanInput<'a>,
    scale: &'a TimeScale,
    plot: &'a Rect,
    treaty: TreatyId,
}

impl Lane<'_> {
    fn dataset(&self) -> &Dataset {
        self.input.dataset
    }

    fn is_shown(&self, event: EventId) -> bool {
        let at = self.dataset().event(event).at();
        self.input.index.lane(self.treaty).events.within(at, at).contains(&event)
    }

    fn band(&self, event: Option<EventId>, from: Moment, until: Moment) -> Option<BackgroundBand> {
        let x = |at: Moment| self.scale.x_of(at).clamp(-1e6, 1e6) as f32;
        let (from, until) = (x(from), x(until));
        if until < self.plot.left || from >= self.plot.right {
            return None;
        }
        let (left, right) = (from.max(self.plot.left), until.min(self.plot.right));
        let band = BackgroundBand {
            treaty: self.treaty,
            event,
            left,
            right: right.max(left + 1.0),
            is_day: false,
            opens: (from < self.plot.left, until > self.plot.right),
            is_selected: false,
            label: None,
            handle: None,
        };
        Some(BackgroundBand { is_selected: band.selection() == self.input.selection, ..band })
    }

    /// The events of a topic that last.
    fn spans(&self, bands: &mut Vec<BackgroundBand>) {
        let (start, end) = self.input.view.time.moments();
        let spans = self.dataset().topic_spans(self.treaty).between(start, end).take(MAX_EXAMINED);
        let shown = spans.filter(|span| self.is_shown(span.event));
        bands.extend(shown.filter_map(|span| self.band(Some(span.event), span.from, span.until)));
    }

    /// The time in which a treaty is in force or suspended.
    fn force(&self, bands: &mut Vec<BackgroundBand>) {
        let is_force = |kind| matches!(kind, PhaseKind::InForce | PhaseKind::Extended | PhaseKind::Suspended);
        let phases = self.dataset().phases(self.treaty);
        for run in phases.chunk_by(|a, b| is_force(a.kind) && is_force(b.kind)) {
            if let (Some(first), Some(last)) = (run.first(), run.last())
                && is_force(first.kind)
            {
                let until = last.end.or(self.input.today).unwrap_or(Moment::MAX);
                bands.extend(self.band(None, first.start, until));
            }
        }
    }

    /// The single days of a topic.
    fn days(&self, bands: &mut Vec<BackgroundBand>) {
        let dataset = self.dataset();
        if dataset.treaty(self.treaty).nature != Nature::Topic {
            return;
        }
        let (start, end) = self.input.view.time.moments();
        let events = self.input.index.lane(self.treaty).events.within(start, end);
        let is_day = |id: &&EventId| dataset.event(**id).date().precision() != Precision::Interval;
        let mut drawn_to = f32::NEG_INFINITY;
        for &event in events.iter().filter(is_day).take(MAX_EXAMINED) {
            let at = dataset.event(event).at();
            let band = self.band(Some(event), at, at).filter(|band| band.left >= drawn_to + 2.0);
            if let Some(band) = band {
                drawn_to = band.left;
                bands.push(BackgroundBand { is_day: true, ..band });
            }
        }
    }
}

/// The room from `left` to the right in a row, up to the next rectangle that is taken; `None` if `left` is taken itself.
fn room_in(row: &[Rect], left: f32, end: f32) -> Option<f32> {
    let is_taken = row.iter().any(|rect| rect.left <= left && left < rect.right + 2.0);
    let next = row.iter().map(|rect| rect.left - 2.0).filter(|&next| next >= left);
    (!is_taken).then(|| next.fold(end, f32::min) - left)
}

/// The top of a row of labels.
fn row_top(row: usize, plot: &Rect) -> f32 {
    plot.top + 1.0 + row as f32 * ROW_HEIGHT
}

/// Gives a band its name, where one of the rows has room for it.
fn label(
    band: &mut BackgroundBand,
    taken: &mut [Vec<Rect>; MAX_LABEL_ROWS + 1],
    input: &PlanInput<'_>,
    plot: &Rect,
) {
    let name = band
        .event
        .map_or_else(|| &*input.dataset.treaty(band.treaty).name, |event| &*input.dataset.event(event).title);
    let left = band.left + 2.0;
    let end = if band.is_day { left + MAX_DAY_LABEL } else { band.right }.min(plot.right);
    let full = input.measure.width(name, LABEL_SIZE, Font::Text) + 2.0 * PAD;
    let least = if band.is_day { full.min(MIN_DAY_LABEL) } else { MIN_LABEL + 2.0 * PAD };
    let rows = taken.iter().take(MAX_LABEL_ROWS).enumerate();
    let mut free = rows.filter_map(|(row, rects)| Some((row, room_in(rects, left, end)?)));
    let Some((row, room)) = free.find(|&(_, room)| room >= least) else { return };
    let text = elided(name, room - 2.0 * PAD, LABEL_SIZE, Font::Text, input.measure);
    if text.is_empty() {
        return;
    }
    let width = input.measure.width(&text, LABEL_SIZE, Font::Text) + 2.0 * PAD;
    let top = row_top(row, plot);
    let rect = Rect { left, right: left + width, top, bottom: top + ROW_HEIGHT - 1.0 };
    if let Some(rects) = taken.get_mut(row) {
        rects.push(rect);
    }
    band.label = Some(ContextLabel { text, rect });
}

/// Gives a band without a name a handle, where one of the rows has room for that.
fn handle(band: &mut BackgroundBand, taken: &mut [Vec<Rect>; MAX_LABEL_ROWS + 1], plot: &Rect) {
    let (left, right) = (band.left - HANDLE, band.left + HANDLE);
    let is_free = |rects: &Vec<Rect>| rects.iter().all(|rect| rect.right <= left || right <= rect.left);
    let Some(row) = taken.iter().position(is_free) else { return };
    let top = row_top(row, plot);
    let rect = Rect { left, right, top, bottom: top + ROW_HEIGHT - 1.0 };
    if let Some(rects) = taken.get_mut(row) {
        rects.push(rect);
    }
    band.handle = Some(rect);
}
