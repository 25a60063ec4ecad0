//! Plans one lane of bulk events: as many as the window has points for, whatever their number.
//!
//! Each run of the columns (single days, a row of spans) is walked by binary search. A span that is wide enough is drawn
//! as itself; narrower ones are joined into runs on a grid of a power of two of seconds from the epoch, so that nothing
//! changes while panning. Costs O(points · log n).

use std::ops::Range;

use crate::domain::{BulkEvents, BulkId, BulkLane, DateUncertainty, Moment, Status, TreatyId};
use crate::timeline::edge_arrows::{EdgeArrow, edge_arrows};
use crate::timeline::geometry::{Pos, Rect};
use crate::timeline::lane_row::LaneRow;
use crate::timeline::mark::{Label, Selection};
use crate::timeline::measure::{Font, elided};
use crate::timeline::metrics::{BULK_LABEL_SIZE, NAME_SIZE, STATUS_SIZE, STRIP_HEIGHT};
use crate::timeline::palette::Ink;
use crate::timeline::plan_input::PlanInput;
use crate::timeline::scale::TimeScale;

use super::days::{day_clusters, days_with, half_of_days};
use super::overflow::{STRIP_STEP, bulk_rows};
use super::row::{BulkBar, BulkRow};

/// A span narrower than this is joined with its neighbours, in points.
const MIN_WIDTH: f64 = 3.0;
/// Maximum width of a step of the grid on which they are joined, in points.
const RUN_STEP: f64 = 6.0;
/// A bar narrower than this has no label, in points.
const MIN_LABEL_WIDTH: f32 = 34.0;
/// Width of the arrow at an open end, in points.
const ARROW_WIDTH: f32 = 9.0;
/// Minimum height of a row with labels, in points.
const MIN_LABEL_ROW: f32 = 10.5;

/// What the planning of one lane needs.
pub(in crate::timeline) struct BulkPlan<'a> {
    pub(in crate::timeline) input: &'a PlanInput<'a>,
    pub(in crate::timeline) bulk: &'a BulkEvents,
    pub(in crate::timeline) scale: &'a TimeScale,
    pub(in crate::timeline) plot: Rect,
    pub(in crate::timeline) rect: Rect,
}

impl BulkPlan<'_> {
    pub(in crate::timeline) fn plan(&self, treaty: TreatyId) -> LaneRow {
        let (input, bulk) = (self.input, self.bulk);
        let lane = &bulk.lanes()[treaty.index()];
        let row = self.row(treaty);
        let room = self.plot.left - 33.0;
        let standing = (input.strings.terms.events)(lane.len());
        let selection = input.selection;
        let selected = match selection {
            Selection::Bulk(id) => bulk.lane_of(id) == treaty.index(),
            Selection::Treaty(chosen) => chosen == treaty,
            _ => false,
        };
        LaneRow {
            treaty,
            party: None,
            expands: None,
            rect: self.rect,
            name: elided(&lane.name, room, NAME_SIZE, Font::Text, input.measure),
            status_text: elided(&standing, room, STATUS_SIZE, Font::Text, input.measure),
            status: Status::InForce,
            selected,
            bars: Vec::new(),
            notices: Vec::new(),
            spans: Vec::new(),
            bands: Vec::new(),
            alternative_dates: Vec::new(),
            events: Vec::new(),
            statements: Vec::new(),
            arrows: self.arrows(lane, &row),
            bulk: Some(row),
            found: Vec::new(),
            is_found: input.hits.is_some_and(|hits| hits.has_treaty(treaty)),
            labels: Vec::new(),
            entering_label: None,
            end_label: None,
            numbers: Vec::new(),
        }
    }

    /// The arrows to the nearest events, if the lane has nothing in the window.
    fn arrows(&self, lane: &BulkLane, row: &BulkRow) -> Vec<EdgeArrow> {
        let has_any = row.rows.iter().any(|bars| !bars.is_empty())
            || !row.days.is_empty()
            || !row.overflow.is_empty()
            || row.selected.is_some();
        if has_any {
            return Vec::new();
        }
        let (start, _) = self.window();
        let y = f32::midpoint(self.rect.top, self.rect.bottom);
        edge_arrows(self.input, &self.plot, &self.rect, y, self.bulk.starts_around(lane, start))
    }

    /// How many rows of spans there is room for, and how high each is.
    fn rows(&self) -> (usize, f32) {
        let height = self.rect.height() - STRIP_HEIGHT - 1.0;
        let count = bulk_rows(self.input.rows.lane_height());
        (count, height / count as f32)
    }

    fn row(&self, treaty: TreatyId) -> BulkRow {
        let lane = &self.bulk.lanes()[treaty.index()];
        let (count, height) = self.rows();
        let band = |row: usize| {
            let top = self.rect.top + 0.5 + row as f32 * height;
            (top, top + height - 1.0)
        };
        let strip = (self.rect.bottom - STRIP_HEIGHT - 0.5, self.rect.bottom - 0.5);
        let mut row = BulkRow {
            rows: (0..count).map(|i| self.spans(&lane.rows[i], band(i), RUN_STEP)).collect(),
            days: self.days(lane, band(0)),
            strip,
            ..BulkRow::default()
        };
        for hidden in &lane.rows[count..] {
            let bars = self.spans(hidden, strip, STRIP_STEP);
            row.overflow.extend(bars.iter().map(|bar| (bar.rect.left, bar.rect.right, 0.25)));
        }
        self.overflow(treaty, &mut row.overflow);
        self.label(&mut row, height);
        row.selected = self.selected(lane, band, count, strip);
        row
    }

    /// The window in moments.
    fn window(&self) -> (Moment, Moment) {
        let (left, right) = (f64::from(self.plot.left), f64::from(self.plot.right));
        (self.scale.moment_at(left), self.scale.moment_at(right).plus(1))
    }

    fn x(&self, at: Moment) -> f64 {
        self.scale.x_of(at)
    }

    fn bar(&self, id: u32, count: u32, left: f64, right: f64, (top, bottom): (f32, f32)) -> BulkBar {
        // Positions far outside are clamped: `f32` would lose precision.
        let (low, high) = (f64::from(self.plot.left) - 4.0, f64::from(self.plot.right) + 4.0);
        let (left, right) = (left.clamp(low, high) as f32, right.clamp(low, high) as f32);
        let id = BulkId::new(id as usize);
        let doubt = if count == 1 { self.bulk.date_uncertainty(id) } else { DateUncertainty::default() };
        BulkBar { id, count, rect: Rect { left, top, right, bottom }, doubt }
    }

    /// Left and right edge of an event: an open end reaches to the edge of the plot. No other span of its row is in the way,
    /// since in the columns an open end extends as far as the data.
    fn edges(&self, id: BulkId) -> (f64, f64) {
        let doubt = self.bulk.date_uncertainty(id);
        let left = if doubt.opens_start { f64::from(self.plot.left) } else { self.x(self.bulk.start(id)) };
        let right = if doubt.opens_end { f64::from(self.plot.right) } else { self.x(self.bulk.end(id)) };
        (left, right)
    }

    fn spans(&self, run: &Range<u32>, band: (f32, f32), step: f64) -> Vec<BulkBar> {
        let (start, end) = self.window();
        let step = self.scale.grid_secs(step);
        let mut bars: Vec<BulkBar> = Vec::new();
        let mut next = self.bulk.first_ending_after(run, start);
        while next < run.end {
            let id = BulkId::new(next as usize);
            let first = self.bulk.start(id);
            if first >= end {
                break;
            }
            let (left, right) = self.edges(id);
            if right - left >= MIN_WIDTH {
                bars.push(self.bar(next, 1, left, right, band));
                next += 1;
                continue;
            }
            let edge = first.secs().div_euclid(step).saturating_add(1).saturating_mul(step);
            let mut after = self.bulk.starting_before(next, run.end, Moment::from_secs(edge));
            // Only the last of them can be wide, since they do not overlap: it is drawn alone.
            let last = BulkId::new(after as usize - 1);
            let (last_left, last_right) = self.edges(last);
            if after - next > 1 && last_right - last_left >= MIN_WIDTH {
                after -= 1;
            }
            let last = BulkId::new(after as usize - 1);
            let right = self.x(self.bulk.end(last)).max(left + 1.0);
            let bar = self.bar(next, after - next, left, right, band);
            match bars.last_mut() {
                // Runs that touch are drawn as one: no gap between them could be seen.
                Some(before) if before.count > 1 && bar.rect.left - before.rect.right < 0.7 => {
                    before.rect.right = bar.rect.right;
                    before.count += bar.count;
                }
                _ => bars.push(bar),
            }
            next = after;
        }
        bars
    }

    fn days(&self, lane: &BulkLane, (top, bottom): (f32, f32)) -> Vec<BulkBar> {
        let middle = f32::midpoint(top, bottom);
        let clusters = day_clusters(self.bulk, lane, self.scale, self.window());
        let bars = clusters.iter().map(|cluster| {
            let count = cluster.days.len();
            // A single day is a square; several are a column, the more the higher.
            let half = match count {
                1 => 2.5,
                _ => (2.0 + 0.5 * (count as f32).log2()).min(bottom - middle),
            };
            let (x, wide) = (self.x(cluster.at), half_of_days(count));
            self.bar(cluster.days.start, count as u32, x - wide, x + wide, (middle - half, middle + half))
        });
        bars.collect()
    }

    /// How many spans fit into no row, for each step: on a logarithmic scale, so that ten and ten thousand differ.
    fn overflow(&self, treaty: TreatyId, overflow: &mut Vec<(f32, f32, f32)>) {
        let lane = &self.bulk.lanes()[treaty.index()];
        if lane.overflow.is_empty() {
            return;
        }
        let (start, end) = self.window();
        let step = self.scale.grid_secs(STRIP_STEP);
        let mut edge = start.secs().div_euclid(step).saturating_mul(step);
        for count in self.bulk.overflow_by(lane, Moment::from_secs(edge), step) {
            if edge >= end.secs() {
                break;
            }
            let (from, to) = (Moment::from_secs(edge), Moment::from_secs(edge.saturating_add(step)));
            if count > 0 {
                let strength = (0.3 + 0.1 * (count as f32).log2()).min(1.0);
                let rect = self.bar(0, 1, self.x(from), self.x(to), (0.0, 0.0)).rect;
                match overflow.last_mut() {
                    Some((_, right, before)) if *before == strength && rect.left - *right < 0.5 => {
                        *right = rect.right;
                    }
                    _ => overflow.push((rect.left, rect.right, strength)),
                }
            }
            edge = edge.saturating_add(step);
        }
    }

    /// Labels in spans that are wide enough, and beside single days where enough room follows.
    fn label(&self, row: &mut BulkRow, height: f32) {
        if height < MIN_LABEL_ROW {
            return;
        }
        let mut labels = Vec::new();
        for (place, bars) in row.rows.iter().enumerate() {
            // Single days cover the first row only.
            let days: &[BulkBar] = if place == 0 { &row.days } else { &[] };
            for bar in bars.iter().filter(|bar| bar.count == 1) {
                let arrow = |opens| if opens { ARROW_WIDTH } else { 0.0 };
                let left = bar.rect.left.max(self.plot.left) + arrow(bar.doubt.opens_start);
                let right = bar.rect.right.min(self.plot.right) - arrow(bar.doubt.opens_end);
                if let Some((from, to)) = room_between(days, left, right) {
                    labels.extend(self.words(bar.id, from + 3.0, to - from - 6.0, &bar.rect));
                }
            }
        }
        for (i, day) in row.days.iter().enumerate().filter(|(_, day)| day.count == 1) {
            let left = day.rect.right + 2.0;
            let next_day = row.days.get(i + 1).map_or(self.plot.right, |next| next.rect.left);
            let spans = &row.rows[0];
            let next_span = spans.partition_point(|bar| bar.rect.right <= day.rect.left);
            let next_span = spans.get(next_span).map_or(self.plot.right, |bar| bar.rect.left);
            let room = next_day.min(next_span).min(self.plot.right) - left - 4.0;
            if room >= MIN_LABEL_WIDTH && left >= self.plot.left {
                labels.extend(self.words(day.id, left, room, &day.rect));
            }
        }
        row.labels = labels;
    }

    fn words(&self, id: BulkId, left: f32, room: f32, rect: &Rect) -> Option<Label> {
        let (_, label) = self.bulk.texts(id);
        let text = elided(&label, room, BULK_LABEL_SIZE, Font::Text, self.input.measure);
        let at = Pos { x: left, y: f32::midpoint(rect.top, rect.bottom) + 3.6 };
        (!text.is_empty()).then_some(Label { at, text, width: room, ink: Ink::Muted, dimmed: false })
    }

    fn selected(
        &self,
        lane: &BulkLane,
        band: impl Fn(usize) -> (f32, f32),
        count: usize,
        strip: (f32, f32),
    ) -> Option<Rect> {
        let Selection::Bulk(id) = self.input.selection else { return None };
        let index = id.index() as u32;
        let (left, right) = self.edges(id);
        if right < f64::from(self.plot.left) || left > f64::from(self.plot.right) {
            return None;
        }
        if lane.days.contains(&index) {
            let middle = f64::midpoint(left, right);
            let (top, bottom) = band(0);
            return Some(self.bar(index, 1, middle - 5.0, middle + 5.0, (top, bottom)).rect);
        }
        let row = lane.rows.iter().position(|row| row.contains(&index));
        let is_in_lane = row.is_some() || lane.overflow.contains(&index);
        let band = row.filter(|&row| row < count).map_or(strip, band);
        is_in_lane.then(|| self.bar(index, 1, left, right.max(left + 3.0), band).rect)
    }
}

/// The widest part of a span that no single day covers, if a label fits into it. Among more than a few days it could not be
/// read.
fn room_between(days: &[BulkBar], left: f32, right: f32) -> Option<(f32, f32)> {
    const MANY: usize = 3;
    let first = days.partition_point(|day| day.rect.right < left);
    let over = days.get(first..).unwrap_or_default();
    let over = over.iter().take_while(|day| day.rect.left < right).take(MANY);
    let (mut from, mut widest, mut seen) = (left, (left, left), 0);
    for day in over {
        if day.rect.left - from > widest.1 - widest.0 {
            widest = (from, day.rect.left);
        }
        from = day.rect.right;
        seen += 1;
    }
    if right - from > widest.1 - widest.0 {
        widest = (from, right);
    }
    (seen < MANY && widest.1 - widest.0 >= MIN_LABEL_WIDTH).then_some(widest)
}

/// The events of its row that are drawn as one with this one, itself included: by their indices in the columns.
pub fn bulk_run(bulk: &BulkEvents, id: BulkId, scale: &TimeScale) -> Range<usize> {
    let alone = id.index()..id.index() + 1;
    let index = id.index() as u32;
    let lane = &bulk.lanes()[bulk.lane_of(id)];
    let edges = |step: i64| {
        let first = bulk.start(id).secs().div_euclid(step).saturating_mul(step);
        (Moment::from_secs(first), Moment::from_secs(first.saturating_add(step)))
    };
    if lane.days.contains(&index) {
        return days_with(bulk, lane, scale, id);
    }
    let is_narrow = |id: BulkId| {
        let width = scale.x_of(bulk.end(id)) - scale.x_of(bulk.start(id));
        width < MIN_WIDTH && !bulk.date_uncertainty(id).opens()
    };
    let row = lane.rows.iter().find(|row| row.contains(&index)).filter(|_| is_narrow(id));
    let Some(row) = row else { return alone };
    let (from, to) = edges(scale.grid_secs(RUN_STEP));
    // A span that began before the step, or is wide enough to be drawn alone, is no part of the run.
    let is_part = |id: BulkId| bulk.start(id) >= from && is_narrow(id);
    let mut first = bulk.first_ending_after(row, from);
    while first < index && !is_part(BulkId::new(first as usize)) {
        first += 1;
    }
    let after = bulk.starting_before(index, row.end, to) as usize;
    // Only the last of them can be wide, since they do not overlap: it is drawn alone.
    let last = after.saturating_sub(1).max(index as usize);
    let after = if is_narrow(BulkId::new(last)) { last + 1 } else { last };
    first as usize..after
}
