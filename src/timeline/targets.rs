//! What the pointer, the keyboard and a screen reader can reach: one list of targets for all three.

use crate::domain::Notice;

use super::background_bands::BackgroundBand;
use super::bulk::{BulkBar, BulkRow};
use super::edge_arrows::EdgeArrow;
use super::geometry::{Pos, Rect};
use super::lane_row::{Bar, LaneRow, SpanBar};
use super::mark::Mark;
use super::metrics::RowMetrics;
use super::scene::{GroupRow, Scene};

/// Half the size of a mark's target, in points: half of the minimum that WCAG 2.2 allows.
const MARK_RADIUS: f32 = 12.0;
/// Half the height of a bar's target, in points.
const BAR_RADIUS: f32 = 7.0;
/// How far the target of a single day of a bulk lane extends sideways, in points.
const DAY_MARGIN: f32 = 5.0;
/// How far targets of a bulk lane extend above and below what is drawn, in points.
const BULK_MARGIN: f32 = 3.0;

/// Something in the window that can be clicked, focused or described.
#[derive(Clone, Copy, Debug)]
pub enum Target<'a> {
    /// The heading of a category.
    Group(&'a GroupRow),
    /// The button in such a heading that shows only its group.
    Only(&'a GroupRow),
    /// The header of a lane.
    Header(&'a LaneRow),
    /// The button in a lane header that expands the treaty into its parties.
    Expand(&'a LaneRow),
    /// The strip at the foot of a bulk lane, for the spans that fit into no row.
    Overflow(&'a LaneRow),
    /// A bulk event, or a run of them.
    Bulk(&'a LaneRow, &'a BulkBar),
    /// A phase of a treaty, or of a party in it.
    Bar(&'a LaneRow, &'a Bar),
    /// An event of a topic that lasts.
    Span(&'a LaneRow, &'a SpanBar),
    /// The period from a notice of withdrawal to its effect.
    Notice(&'a LaneRow, &'a Notice),
    /// An arrow at the edge of a lane that has nothing in the window.
    Edge(&'a LaneRow, &'a EdgeArrow),
    /// A mark.
    Mark(&'a LaneRow, &'a Mark),
    /// A band behind the lanes, reached by its name.
    Context(&'a BackgroundBand),
    /// The count at a mark; [`Scene::hit`] answers with the mark.
    Count(&'a LaneRow, &'a Mark),
}

impl Scene {
    /// Every target in the window with the part of it that can be seen, from back to front: of two that overlap the
    /// later one lies above.
    pub fn targets(&self) -> impl Iterator<Item = (Rect, Target<'_>)> {
        let lanes = self.lanes.iter().flat_map(|lane| self.lane_targets(lane));
        self.group_targets().chain(lanes).chain(self.context_targets())
    }

    /// The uppermost target at a position.
    pub fn hit(&self, pos: Pos) -> Option<Target<'_>> {
        let lane = self.lane_at(pos).into_iter().flat_map(|lane| self.lane_targets(lane));
        let all = self.group_targets().chain(lane).chain(self.context_targets());
        let there = all.filter(|(rect, _)| rect.contains(pos));
        there.last().map(|(_, target)| match target {
            Target::Count(lane, mark) => Target::Mark(lane, mark),
            target => target,
        })
    }

    /// The lane at a height, if the position is below the axis.
    pub fn lane_at(&self, pos: Pos) -> Option<&LaneRow> {
        if pos.y < self.plot.top || pos.y >= self.plot.bottom {
            return None;
        }
        let index = self.lanes.partition_point(|lane| lane.rect.bottom <= pos.y);
        self.lanes.get(index).filter(|lane| lane.rect.top <= pos.y)
    }

    /// The column of lane headers.
    fn headers(&self) -> Rect {
        Rect { left: 0.0, right: self.plot.left, ..self.plot }
    }

    fn group_targets(&self) -> impl Iterator<Item = (Rect, Target<'_>)> {
        let groups = self.groups.iter().filter(|group| group.category.is_some());
        let seen = groups.flat_map(|group| {
            let rect = group.rect.within(&self.band_of(&group.rect));
            let rect = Rect { left: group.rect.left, ..rect };
            let button = group
                .has_only_button
                .then(|| (group.only_button(&self.plot).within(&rect), Target::Only(group)));
            std::iter::once((rect, Target::Group(group))).chain(button)
        });
        visible(seen, self.headers())
    }

    /// The names and handles of the bands stand before everything in the plot. A band without either is reached by its item.
    fn context_targets(&self) -> impl Iterator<Item = (Rect, Target<'_>)> {
        let names = self.context.iter().filter_map(|band| Some((band.reached_at()?, Target::Context(band))));
        visible(names, self.plot)
    }

    fn lane_targets<'a>(&'a self, lane: &'a LaneRow) -> impl Iterator<Item = (Rect, Target<'a>)> {
        let button = lane.expands.map(|_| (lane.expand_button(&self.plot), Target::Expand(lane)));
        let header = std::iter::once((lane.rect, Target::Header(lane))).chain(button);
        let bulk = lane.bulk.iter().flat_map(|row| bulk_targets(lane, row));
        let metrics = self.metrics.row(lane.party.is_some());
        let counts = lane.counts().filter(|_| metrics.tick_half.is_none());
        let counts = counts.map(move |(rect, mark)| (rect, Target::Count(lane, mark)));
        let arrows = lane.arrows.iter().map(move |arrow| (arrow.rect, Target::Edge(lane, arrow)));
        let plot =
            bulk.chain(phase_targets(lane)).chain(mark_targets(lane, metrics)).chain(counts).chain(arrows);
        // A row beneath the pinned ones is reached only where it is seen.
        let seen = lane.rect.within(&Rect { left: lane.rect.left, ..self.band_of(&lane.rect) });
        visible(header, self.headers().within(&seen)).chain(visible(plot, self.plot.within(&seen)))
    }
}

/// The part of each target that lies in an area, if there is any.
fn visible<'a>(
    targets: impl Iterator<Item = (Rect, Target<'a>)>,
    area: Rect,
) -> impl Iterator<Item = (Rect, Target<'a>)> {
    let cut = targets.map(move |(rect, target)| (rect.within(&area), target));
    cut.filter(|(rect, _)| rect.width() > 0.0 && rect.height() > 0.0)
}

fn bulk_targets<'a>(lane: &'a LaneRow, row: &'a BulkRow) -> impl Iterator<Item = (Rect, Target<'a>)> {
    // The strip is thin, so the empty space just above it belongs to its target.
    let strip = row.overflow.iter().map(move |&(left, right, _)| {
        let (top, bottom) = (row.strip.0 - BULK_MARGIN, lane.rect.bottom);
        (Rect { left: left - 1.0, right: right + 1.0, top, bottom }, Target::Overflow(lane))
    });
    let spans = row.rows.iter().flat_map(move |bars| {
        bars.iter().enumerate().map(move |(index, bar)| {
            // A run of spans is at least a point wide, and may reach into what follows.
            let before = index.checked_sub(1).map_or(f32::NEG_INFINITY, |before| bars[before].rect.right);
            (Rect { left: bar.rect.left.max(before), ..bar.rect }, Target::Bulk(lane, bar))
        })
    });
    let middle = |day: &BulkBar| f32::midpoint(day.rect.left, day.rect.right);
    let days = row.days.iter().enumerate().map(move |(index, day)| {
        let (left, right) = share(&row.days, index, day.rect.width() / 2.0 + DAY_MARGIN, middle);
        let (top, bottom) = (day.rect.top - BULK_MARGIN, day.rect.bottom + BULK_MARGIN);
        (Rect { left, top, right, bottom }, Target::Bulk(lane, day))
    });
    strip.chain(spans).chain(days)
}

fn phase_targets(lane: &LaneRow) -> impl Iterator<Item = (Rect, Target<'_>)> {
    let bars = lane.bars.iter().map(move |bar| {
        let rect =
            Rect { left: bar.left, right: bar.right, top: bar.y - BAR_RADIUS, bottom: bar.y + BAR_RADIUS };
        (rect, Target::Bar(lane, bar))
    });
    // The rail of a notice runs under the bar.
    let notices = lane.notices.iter().filter_map(move |rail| {
        let rect = Rect { left: rail.left, right: rail.right, top: rail.y + 4.0, bottom: rail.y + 10.0 };
        Some((rect, Target::Notice(lane, rail.notice.as_ref()?)))
    });
    let spans = lane.spans.iter().map(move |span| {
        let rect =
            Rect { left: span.left, right: span.right, top: span.y - span.half, bottom: span.y + span.half };
        (rect, Target::Span(lane, span))
    });
    bars.chain(spans).chain(notices)
}

/// Events, then the statements under them, each in order of time. The counts come after them: they are drawn over both.
fn mark_targets<'a>(
    lane: &'a LaneRow,
    metrics: &RowMetrics,
) -> impl Iterator<Item = (Rect, Target<'a>)> + use<'a> {
    let row = move |marks: &'_ [Mark], index: usize, above: f32| {
        let (left, right) = share(marks, index, MARK_RADIUS, |mark| mark.at.x);
        let y = marks[index].at.y;
        Rect { left, right, top: y - above, bottom: y + MARK_RADIUS }
    };
    let events = lane
        .events
        .iter()
        .enumerate()
        .map(move |(index, mark)| (row(&lane.events, index, MARK_RADIUS), Target::Mark(lane, mark)));
    // A position between an event and a statement belongs to the nearer of the two.
    let above = (metrics.quote_y - metrics.bar_y) / 2.0;
    let statements = lane
        .statements
        .iter()
        .enumerate()
        .map(move |(index, mark)| (row(&lane.statements, index, above), Target::Mark(lane, mark)));
    events.chain(statements)
}

/// Left and right edge of the target of an item in a row: at most `reach` from it, and no further than halfway to its
/// neighbours.
fn share<T>(row: &[T], index: usize, reach: f32, middle: impl Fn(&T) -> f32) -> (f32, f32) {
    let x = middle(&row[index]);
    // The selected mark may be exactly where its cluster is: then both have a target there, and it lies above.
    let before = row[..index].iter().rev().map(&middle).find(|&other| other < x);
    let after = row[index + 1..].iter().map(&middle).find(|&other| other > x);
    let left = before.map_or(x - reach, |other| f32::midpoint(other, x).max(x - reach));
    let right = after.map_or(x + reach, |other| f32::midpoint(x, other).min(x + reach));
    (left, right)
}
