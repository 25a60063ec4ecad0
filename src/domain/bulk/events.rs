//! Bulk events on lanes, by column, and the searches that a frame makes in them.

use std::ops::Range;

use crate::domain::cost_counter::probe;
use crate::domain::moment::{Moment, SECS_PER_DAY};

use super::date_uncertainty::DateUncertainty;
use super::day_counts::DayCounts;
use super::lane::{BulkLane, Ends, LaneColumns};
use super::search::{exponential_search, partition_point};

/// A bulk event: an index into the columns of [`BulkEvents`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BulkId(u32);

impl BulkId {
    /// The id of the `index`-th event.
    pub const fn new(index: usize) -> Self {
        Self(index as u32)
    }

    /// Its index in the columns.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Bulk events on lanes, by column.
#[derive(Debug, Default)]
pub struct BulkEvents {
    lanes: Vec<BulkLane>,
    /// First day, in days since 1970-01-01.
    start: Vec<i32>,
    /// Day after the last one; the first day itself for a single day.
    end: Vec<i32>,
    /// Index in the file, which leads to the texts.
    file_index: Vec<u32>,
    texts: Box<dyn Texts>,
    /// Of all first days.
    day_counts: DayCounts,
    /// By index in the columns, in order; only events with an open or uncertain date.
    doubts: Box<[(u32, DateUncertainty)]>,
}

/// A bulk event as it is read: days are counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BulkRecord {
    /// The index of its lane.
    pub lane: u32,
    /// The first day.
    pub start: i32,
    /// The day after the last one; `start` for a single day.
    pub end: i32,
}

/// The texts of bulk events, however they are stored.
pub trait Texts: std::fmt::Debug + Send + Sync {
    /// The id in the file and the label of the event with this index in the file.
    fn get(&self, file_index: u32) -> (String, String);

    /// What else the file says of it, each under the name of its column.
    fn fields(&self, _file_index: u32) -> Vec<(String, String)> {
        Vec::new()
    }
}

/// Ids are indices, and labels empty.
#[derive(Debug)]
struct NoTexts;

impl Texts for NoTexts {
    fn get(&self, file_index: u32) -> (String, String) {
        (file_index.to_string(), String::new())
    }
}

impl Default for Box<dyn Texts> {
    fn default() -> Self {
        Box::new(NoTexts)
    }
}

impl BulkEvents {
    /// Joins lanes, each with its name, into one set of columns.
    pub fn new(lanes: impl IntoIterator<Item = (Box<str>, LaneColumns)>, texts: Box<dyn Texts>) -> Self {
        let lanes: Vec<(Box<str>, LaneColumns)> = lanes.into_iter().collect();
        let len = lanes.iter().map(|(_, columns)| columns.start.len()).sum();
        let mut bulk = Self { texts, ..Self::default() };
        // Growing by doubling would leave up to half of the memory unused for good.
        bulk.lanes.reserve_exact(lanes.len());
        for column in [&mut bulk.start, &mut bulk.end] {
            column.reserve_exact(len);
        }
        bulk.file_index.reserve_exact(len);
        for (name, columns) in lanes {
            let mut next_index = bulk.start.len() as u32;
            let mut next = |len: usize| {
                let range = next_index..next_index + len as u32;
                next_index = range.end;
                range
            };
            let LaneColumns { days, rows, day_counts, started, finished, .. } = columns;
            let overflow = columns.start.len() - days - rows.iter().sum::<usize>();
            let (days, rows, overflow) = (next(days), rows.map(&mut next), next(overflow));
            bulk.lanes.push(BulkLane { name, days, rows, overflow, day_counts, started, finished });
            bulk.start.extend(columns.start);
            bulk.end.extend(columns.end);
            bulk.file_index.extend(columns.file_index);
        }
        bulk.day_counts = DayCounts::new(&bulk.start);
        bulk
    }

    /// Adds doubts, each with its event's index in the file, sorted by that index.
    pub fn with_doubts(mut self, by_file_index: &[(u32, DateUncertainty)]) -> Self {
        if by_file_index.is_empty() {
            return self;
        }
        let uncertainty_of = |file_index: &u32| {
            let found = by_file_index.binary_search_by_key(file_index, |&(index, _)| index).ok()?;
            by_file_index.get(found).map(|&(_, uncertainty)| uncertainty)
        };
        let events = self.file_index.iter().enumerate();
        self.doubts = events
            .filter_map(|(index, file_index)| Some((index as u32, uncertainty_of(file_index)?)))
            .collect();
        self
    }

    /// What is open or uncertain in the dates of an event.
    pub fn date_uncertainty(&self, id: BulkId) -> DateUncertainty {
        let found = self.doubts.binary_search_by_key(&id.0, |&(index, _)| index);
        found
            .ok()
            .and_then(|found| self.doubts.get(found))
            .map(|&(_, uncertainty)| uncertainty)
            .unwrap_or_default()
    }

    /// The doubts of all events that have one.
    pub fn doubts(&self) -> impl Iterator<Item = DateUncertainty> {
        self.doubts.iter().map(|&(_, uncertainty)| uncertainty)
    }

    /// Its lanes, in the order of the columns.
    pub fn lanes(&self) -> &[BulkLane] {
        &self.lanes
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.start.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.start.is_empty()
    }

    /// The first moment of an event.
    pub fn start(&self, id: BulkId) -> Moment {
        moment(self.start[id.index()])
    }

    /// The moment after an event's last day.
    pub fn end(&self, id: BulkId) -> Moment {
        let (start, end) = (self.start[id.index()], self.end[id.index()]);
        moment(end.max(start + 1))
    }

    /// Whether an event is a single day and not a span.
    pub fn is_day(&self, id: BulkId) -> bool {
        self.start[id.index()] == self.end[id.index()]
    }

    /// An event's id in the file, and its label.
    pub fn texts(&self, id: BulkId) -> (String, String) {
        self.texts.get(self.file_index[id.index()])
    }

    /// What the file says of an event besides, each under the name of its column.
    pub fn fields(&self, id: BulkId) -> Vec<(String, String)> {
        self.texts.fields(self.file_index[id.index()])
    }

    /// The first moment of all events and the moment after the last; `None` if there are none.
    pub fn span(&self) -> Option<(Moment, Moment)> {
        let first = self.start.iter().min()?;
        let last = std::iter::zip(&self.start, &self.end).map(|(start, end)| (*end).max(start + 1)).max()?;
        Some((moment(*first), moment(last)))
    }

    /// The index of an event's lane, by binary search: lanes follow each other in the columns.
    pub fn lane_of(&self, id: BulkId) -> usize {
        self.lanes.partition_point(|lane| {
            probe();
            lane.overflow.end as usize <= id.index()
        })
    }

    /// The first single day of a lane at or after `from`, an index into the columns, that does not lie before `at`.
    pub fn day_from(&self, lane: &BulkLane, from: u32, at: Moment) -> u32 {
        let day = day_of(at);
        if let Some(counts) = &lane.day_counts {
            from.max(lane.days.start + counts.before(day))
        } else {
            let starts = &self.start[..lane.days.end as usize];
            exponential_search(starts, from as usize, |start| start < day) as u32
        }
    }

    /// The first event at or after `next`, in a run that ends before `end`, whose first day is not before `at`; at least
    /// `next + 1`. Found by exponential search, since it is near.
    pub fn starting_before(&self, next: u32, end: u32, at: Moment) -> u32 {
        let day = day_of(at);
        let starts = &self.start[..end as usize];
        let after = exponential_search(starts, next as usize, |start| start < day) as u32;
        after.max(next + 1)
    }

    /// The first event of a row that ends after `from`. The events of a row do not overlap, so their ends are sorted too.
    pub fn first_ending_after(&self, row: &Range<u32>, from: Moment) -> u32 {
        let ends = &self.end[row.start as usize..row.end as usize];
        let day = from.secs().div_euclid(SECS_PER_DAY) as i32;
        row.start + partition_point(ends, |end| end <= day) as u32
    }

    /// For each period of `step` seconds from `from` on: how many spans of a lane's overflow overlap it.
    ///
    /// That is the number of spans that start before its end, less those that finish by its beginning; both searches
    /// continue from where those for the previous period ended.
    pub fn overflow_by(&self, lane: &BulkLane, from: Moment, step: i64) -> impl Iterator<Item = usize> {
        let starts = &self.start[lane.overflow.start as usize..lane.overflow.end as usize];
        let (mut started, mut finished) = (0, 0);
        let mut next = from;
        std::iter::from_fn(move || {
            let (beginning, end) = (next, next.plus(step.max(1)));
            next = end;
            started = match &lane.started {
                Some(counts) => counts.before(day_of(end)) as usize,
                None => exponential_search(starts, started, |start| start < day_of(end)),
            };
            let day = beginning.secs().div_euclid(SECS_PER_DAY) as i32;
            finished = match &lane.finished {
                Ends::Counted(counts) => counts.before(day.saturating_add(1)) as usize,
                Ends::Sorted(ends) => exponential_search(ends, finished, |end| end <= day),
            };
            Some(started.saturating_sub(finished))
        })
    }

    /// How many events of all lanes start in `from..to`.
    pub fn beginning_within(&self, from: Moment, to: Moment) -> usize {
        (self.day_counts.before(day_of(to)) - self.day_counts.before(day_of(from))) as usize
    }

    /// How many events of one lane start in `from..to`, by binary search.
    pub fn beginning_in_lane(&self, lane: &BulkLane, from: Moment, to: Moment) -> usize {
        let (from, to) = (day_of(from), day_of(to));
        let runs = lane.rows.iter().chain([&lane.days, &lane.overflow]);
        let within = |run: &Range<u32>| {
            let starts = self.start.get(run.start as usize..run.end as usize).unwrap_or_default();
            let before = |day: i32| partition_point(starts, |start| start < day);
            before(to).saturating_sub(before(from))
        };
        runs.map(within).sum()
    }

    /// When the last event of a lane that starts before `at` starts, and the first that does not: by binary search in each
    /// of its runs.
    pub fn starts_around(&self, lane: &BulkLane, at: Moment) -> (Option<Moment>, Option<Moment>) {
        let at = day_of(at);
        let runs = lane.rows.iter().chain([&lane.days, &lane.overflow]);
        let around = runs.map(|run| {
            let starts = self.start.get(run.start as usize..run.end as usize).unwrap_or_default();
            let after = partition_point(starts, |start| start < at);
            (after.checked_sub(1).and_then(|before| starts.get(before)), starts.get(after))
        });
        let (before, after): (Vec<_>, Vec<_>) = around.unzip();
        let last = before.into_iter().flatten().max();
        let first = after.into_iter().flatten().min();
        (last.map(|&day| moment(day)), first.map(|&day| moment(day)))
    }

    /// Bytes in memory, without the texts.
    pub fn columns_bytes(&self) -> usize {
        12 * self.start.len() + self.day_counts.bytes() + size_of_val(&*self.doubts)
    }
}

fn moment(day: i32) -> Moment {
    Moment::from_secs(i64::from(day) * SECS_PER_DAY)
}

/// The first day that begins at or after a moment.
fn day_of(at: Moment) -> i32 {
    (-(-at.secs()).div_euclid(SECS_PER_DAY)) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bulk(events: &[(i32, i32)]) -> BulkEvents {
        let events = events.iter().enumerate().map(|(i, &(start, end))| (start, end, i as u32)).collect();
        BulkEvents::new([("A".into(), LaneColumns::new(events))], Box::default())
    }

    #[test]
    fn spans_go_to_the_first_free_row_and_the_rest_overflows() {
        let overlapping: Vec<(i32, i32)> = (0..6).map(|i| (i, 10 + i)).chain([(10, 12), (3, 3)]).collect();
        let bulk = bulk(&overlapping);
        let lane = &bulk.lanes()[0];
        assert_eq!(lane.days.len(), 1);
        let rows: Vec<usize> = lane.rows.iter().map(ExactSizeIterator::len).collect();
        assert_eq!(rows, [2, 1, 1, 1], "the one from day 10 follows the one that ends there");
        assert_eq!(lane.overflow.len(), 2);
        let overflow: Vec<usize> = bulk.overflow_by(lane, moment(3), SECS_PER_DAY).take(13).collect();
        assert_eq!(
            overflow,
            [0, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 0],
            "from day 4 and from day 5 on, ten days each"
        );
        assert_eq!(bulk.span(), Some((moment(0), moment(15))));
    }

    #[test]
    fn counts_agree_with_a_walk() {
        let events: Vec<(i32, i32)> =
            (0..300).map(|i| (i * 37 % 91 - 40, i * 37 % 91 - 40 + i % 5)).collect();
        let bulk = bulk(&events);
        for from in -50..60 {
            for to in from..60 {
                let walked = events.iter().filter(|&&(start, _)| (from..to).contains(&start)).count();
                assert_eq!(bulk.beginning_within(moment(from), moment(to)), walked);
            }
        }
        let lane = &bulk.lanes()[0];
        for index in 0..bulk.len() {
            assert_eq!(bulk.lane_of(BulkId::new(index)), 0);
        }
        let day_from = |day| bulk.day_from(lane, lane.days.start, moment(day));
        let within = day_from(-3)..day_from(8);
        assert!(within.clone().all(|i| (-3..8).contains(&bulk.start[i as usize])));
        let walked = events.iter().filter(|&&(s, e)| s == e && (-3..8).contains(&s)).count();
        assert_eq!(within.len(), walked);
    }
}
