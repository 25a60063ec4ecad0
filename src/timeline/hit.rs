//! What lies under a point, by search and not by scan.

use crate::domain::{Notice, TreatyId};

use super::plain_row::{PlainBar, PlainRow};
use super::scene::{Bar, LaneRow, Mark, Pos, RunUp, Scene};

/// How far from its middle a mark still answers, in points: half of the smallest target that WCAG 2.2 allows.
pub(super) const MARK_RADIUS: f32 = 12.0;
/// Half the height in which a bar answers.
const BAR_RADIUS: f32 = 7.0;

/// What lies under a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Hit<'a> {
    /// A mark.
    Mark(&'a Mark),
    /// A plain event, or a run of them.
    Plain(&'a PlainBar),
    /// The strip at the foot of a plain lane, of the spans that no row has room for.
    Overflow(TreatyId),
    /// A phase of a treaty, or of a party in it.
    Bar(TreatyId, &'a Bar),
    /// The time from a notice of withdrawal to its effect.
    Notice(TreatyId, &'a Notice),
    /// The head of a lane.
    Head(TreatyId),
    /// Nothing.
    Nothing,
}

impl Scene {
    /// What lies under a point.
    pub fn hit(&self, at: Pos) -> Hit<'_> {
        let Some(lane) = self.lane_at(at) else { return Hit::Nothing };
        if at.x < self.plot.left {
            return Hit::Head(lane.treaty);
        }
        if let Some(bar) = lane.plain.as_ref().and_then(|plain| plain_at(plain, at)) {
            return Hit::Plain(bar);
        }
        if lane.plain.as_ref().is_some_and(|plain| is_in_strip(plain, at)) {
            return Hit::Overflow(lane.treaty);
        }
        if let Some(mark) = count_at(lane, at).or_else(|| mark_at(lane, at)) {
            return Hit::Mark(mark);
        }
        // The rail runs under the bar. Notices may run side by side, and are few.
        let under = |rail: &&RunUp| (rail.y + 4.0..rail.y + 10.0).contains(&at.y);
        let notice =
            lane.notices.iter().rev().filter(under).find(|rail| (rail.left..rail.right).contains(&at.x));
        if let Some(notice) = notice.and_then(|rail| rail.notice.as_ref()) {
            return Hit::Notice(lane.treaty, notice);
        }
        let bar = lane.bars.partition_point(|bar| bar.right <= at.x);
        match lane.bars.get(bar) {
            Some(bar) if bar.left <= at.x && (bar.y - at.y).abs() <= BAR_RADIUS => Hit::Bar(lane.treaty, bar),
            _ => Hit::Nothing,
        }
    }

    /// The lane at a height, if the point is below the axis.
    pub fn lane_at(&self, at: Pos) -> Option<&LaneRow> {
        if at.y < self.plot.top || at.y >= self.plot.bottom {
            return None;
        }
        let index = self.lanes.partition_point(|lane| lane.rect.bottom <= at.y);
        self.lanes.get(index).filter(|lane| lane.rect.top <= at.y)
    }
}

/// The plain event at a point: the nearest single day, otherwise the span of the row there. By search: both are in
/// order from left to right.
fn plain_at(plain: &PlainRow, at: Pos) -> Option<&PlainBar> {
    const REACH: f32 = 5.0;
    let first = plain.days.partition_point(|day| day.rect.right < at.x - REACH);
    let days = plain.days[first..].iter().take_while(|day| day.rect.left <= at.x + REACH);
    let is_near = |day: &&PlainBar| at.y >= day.rect.top - 3.0 && at.y < day.rect.bottom + 3.0;
    let distance = |day: &PlainBar| (f32::midpoint(day.rect.left, day.rect.right) - at.x).abs();
    if let Some(day) = days.filter(is_near).min_by(|a, b| distance(a).total_cmp(&distance(b))) {
        return Some(day);
    }
    plain.rows.iter().find_map(|row| {
        let bar = row.get(row.partition_point(|bar| bar.rect.right <= at.x))?;
        bar.rect.contains(at).then_some(bar)
    })
}

/// Whether a point means the strip at a lane's foot. The strip is thin, so what is empty just above it means it too.
fn is_in_strip(plain: &PlainRow, at: Pos) -> bool {
    const AIR: f32 = 3.0;
    let is_near = |&(left, right, _): &(f32, f32, f32)| at.x >= left - 1.0 && at.x <= right + 1.0;
    at.y >= plain.foot.0 - AIR && plain.crowd.iter().any(is_near)
}

/// The mark whose count is written at a point.
fn count_at(lane: &LaneRow, at: Pos) -> Option<&Mark> {
    /// No count is wider, with what lies between a mark and its count.
    const REACH: f32 = 40.0;
    let first = lane.events.partition_point(|mark| mark.at.x < at.x - REACH);
    let mut marks = lane.events[first..].iter().take_while(|mark| mark.at.x <= at.x);
    marks.find(|mark| mark.count_rect().is_some_and(|rect| rect.contains(at)))
}

/// The mark nearest to a point, if one is near enough. Marks of a lane are in order of x.
fn mark_at(lane: &LaneRow, at: Pos) -> Option<&Mark> {
    let near = |marks: &'_ [Mark]| -> std::ops::Range<usize> {
        let first = marks.partition_point(|mark| mark.at.x < at.x - MARK_RADIUS);
        let last = marks.partition_point(|mark| mark.at.x <= at.x + MARK_RADIUS);
        first..last
    };
    let distance = |mark: &Mark| (mark.at.x - at.x).powi(2) + (mark.at.y - at.y).powi(2);
    let events = &lane.events[near(&lane.events)];
    let statements = &lane.statements[near(&lane.statements)];
    let nearest = events.iter().chain(statements).min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
    (distance(nearest) <= MARK_RADIUS.powi(2)).then_some(nearest)
}
