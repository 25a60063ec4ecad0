//! Plain events on lanes: when, where and what each is called, and nothing else; in columns, since there may be ten
//! million of them.
//!
//! Within a lane the single days come first, then the spans row by row, so that no two spans of a row overlap; each
//! run is in order of time. What no row has room for is kept as the lane's crowd.

use std::ops::Range;

use super::day_counts::{DayCounts, gallop, sought};
use super::doubt::Doubt;
use super::moment::{Moment, SECS_PER_DAY};
use super::probes::probe;

/// How many rows of spans a lane has; what overlaps more deeply is counted, not drawn.
pub const ROWS: usize = 4;

/// The place of an event in the columns of [`Plain`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlainId(u32);

impl PlainId {
    /// The id of the `index`-th event.
    pub const fn new(index: usize) -> Self {
        Self(index as u32)
    }

    /// Its place in the columns.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Plain events on lanes.
#[derive(Debug, Default)]
pub struct Plain {
    lanes: Vec<PlainLane>,
    /// First day, counted from 1970-01-01.
    start: Vec<i32>,
    /// Day after the last one; the first day itself for a single day.
    end: Vec<i32>,
    /// Place in the file, which leads to the texts.
    place: Vec<u32>,
    texts: Box<dyn Texts>,
    days: DayCounts,
    /// What is open or not sure, by place in the columns, in order: of those events only that have something of it.
    doubts: Box<[(u32, Doubt)]>,
}

/// A lane: its name, and where its events are in the columns.
#[derive(Clone, Debug, Default)]
pub struct PlainLane {
    /// Its name.
    pub name: Box<str>,
    /// Its single days.
    pub days: Range<u32>,
    /// The rows of its spans.
    pub rows: [Range<u32>; ROWS],
    /// The spans that no row has room for, in order of their first day.
    pub crowd: Range<u32>,
    /// Where each day begins among the single days, where they lie close.
    day_table: Option<DayCounts>,
    /// The same of the crowd.
    begun: Option<DayCounts>,
    /// How many spans of the crowd are over: with those begun, how many there are at any time.
    over: Ends,
}

/// The ends of the spans of a crowd.
#[derive(Clone, Debug)]
enum Ends {
    /// In order.
    Sorted(Box<[i32]>),
    /// Counted, where they lie close.
    Counted(DayCounts),
}

impl Default for Ends {
    fn default() -> Self {
        Self::Sorted(Box::default())
    }
}

impl PlainLane {
    /// How many events it has.
    pub fn len(&self) -> usize {
        self.days.len() + self.rows.iter().map(ExactSizeIterator::len).sum::<usize>() + self.crowd.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// An event as it is handed in: the lane by its number, days from 1970-01-01, `end` the day after the last one and
/// equal to `start` for a single day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlainRecord {
    /// The lane.
    pub lane: u32,
    /// The first day.
    pub start: i32,
    /// The day after the last one; `start` for a single day.
    pub end: i32,
}

/// Gives the texts of an event by its place in the file: its id there and its label.
pub trait Texts: std::fmt::Debug + Send + Sync {
    /// The id and the label.
    fn get(&self, place: u32) -> (String, String);
}

/// No texts: events that nobody named.
#[derive(Debug)]
struct NoTexts;

impl Texts for NoTexts {
    fn get(&self, place: u32) -> (String, String) {
        (place.to_string(), String::new())
    }
}

impl Default for Box<dyn Texts> {
    fn default() -> Self {
        Box::new(NoTexts)
    }
}

/// One lane in the making: its events in order, to be joined with the others.
#[derive(Debug, Default)]
pub struct LaneColumns {
    start: Vec<i32>,
    end: Vec<i32>,
    place: Vec<u32>,
    days: usize,
    rows: [usize; ROWS],
    day_table: Option<DayCounts>,
    begun: Option<DayCounts>,
    over: Ends,
}

impl LaneColumns {
    /// Lays the events of one lane out: single days, rows of spans by interval partition (each span to the first row
    /// that is free), and the crowd. `events` are in the order of the file, each with its place there; the outcome
    /// does not depend on that order but for events that are equal.
    pub fn new(mut events: Vec<(i32, i32, u32)>) -> Self {
        events.sort_unstable();
        let mut columns = Self::default();
        let mut parts: [Vec<(i32, i32, u32)>; ROWS + 2] = Default::default();
        let mut ends = Vec::new();
        let mut row_ends = [i32::MIN; ROWS];
        for event in events {
            let (start, end, _) = event;
            let part = if end == start {
                0
            } else if let Some(row) = row_ends.iter().position(|&row_end| row_end <= start) {
                row_ends[row] = end;
                1 + row
            } else {
                ends.push(end);
                1 + ROWS
            };
            parts[part].push(event);
        }
        ends.sort_unstable();
        columns.over = DayCounts::if_dense(&ends).map_or_else(|| Ends::Sorted(ends.into()), Ends::Counted);
        columns.days = parts[0].len();
        for row in 0..ROWS {
            columns.rows[row] = parts[1 + row].len();
        }
        for (start, end, place) in parts.into_iter().flatten() {
            columns.start.push(start);
            columns.end.push(end);
            columns.place.push(place);
        }
        columns.day_table = DayCounts::if_dense(&columns.start[..columns.days]);
        let in_rows: usize = columns.rows.iter().sum();
        columns.begun = DayCounts::if_dense(&columns.start[columns.days + in_rows..]);
        columns
    }
}

impl Plain {
    /// Joins lanes, each with its name, into one set of columns.
    pub fn new(lanes: impl IntoIterator<Item = (Box<str>, LaneColumns)>, texts: Box<dyn Texts>) -> Self {
        let lanes: Vec<(Box<str>, LaneColumns)> = lanes.into_iter().collect();
        let len = lanes.iter().map(|(_, columns)| columns.start.len()).sum();
        let mut plain = Self { texts, ..Self::default() };
        // Growing by doubling would leave half of the room empty for good.
        plain.lanes.reserve_exact(lanes.len());
        for column in [&mut plain.start, &mut plain.end] {
            column.reserve_exact(len);
        }
        plain.place.reserve_exact(len);
        for (name, columns) in lanes {
            let mut at = plain.start.len() as u32;
            let mut next = |len: usize| {
                let range = at..at + len as u32;
                at = range.end;
                range
            };
            let LaneColumns { days, rows, day_table, begun, over, .. } = columns;
            let crowd = columns.start.len() - days - rows.iter().sum::<usize>();
            let (days, rows, crowd) = (next(days), rows.map(&mut next), next(crowd));
            plain.lanes.push(PlainLane { name, days, rows, crowd, day_table, begun, over });
            plain.start.extend(columns.start);
            plain.end.extend(columns.end);
            plain.place.extend(columns.place);
        }
        plain.days = DayCounts::new(&plain.start);
        plain
    }

    /// The same with what is open or not sure, by place in the file and in that order.
    pub fn with_doubts(mut self, of_places: &[(u32, Doubt)]) -> Self {
        if of_places.is_empty() {
            return self;
        }
        let doubt_of = |place: &u32| {
            let at = of_places.binary_search_by_key(place, |&(place, _)| place).ok()?;
            of_places.get(at).map(|&(_, doubt)| doubt)
        };
        let columns = self.place.iter().enumerate();
        self.doubts = columns.filter_map(|(at, place)| Some((at as u32, doubt_of(place)?))).collect();
        self
    }

    /// What is open or not sure in the dates of an event.
    pub fn doubt(&self, id: PlainId) -> Doubt {
        let at = self.doubts.binary_search_by_key(&id.0, |&(at, _)| at);
        at.ok().and_then(|at| self.doubts.get(at)).map(|&(_, doubt)| doubt).unwrap_or_default()
    }

    /// What is open or not sure in all events that have something of it.
    pub fn doubts(&self) -> impl Iterator<Item = Doubt> {
        self.doubts.iter().map(|&(_, doubt)| doubt)
    }

    /// Its lanes.
    pub fn lanes(&self) -> &[PlainLane] {
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
    pub fn start(&self, id: PlainId) -> Moment {
        moment(self.start[id.index()])
    }

    /// The moment after an event; a single day ends with its day.
    pub fn end(&self, id: PlainId) -> Moment {
        let (start, end) = (self.start[id.index()], self.end[id.index()]);
        moment(end.max(start + 1))
    }

    /// Whether an event is a single day and not a span.
    pub fn is_day(&self, id: PlainId) -> bool {
        self.start[id.index()] == self.end[id.index()]
    }

    /// Its id in the file, and its label.
    pub fn texts(&self, id: PlainId) -> (String, String) {
        self.texts.get(self.place[id.index()])
    }

    /// The first and the last moment of all events.
    pub fn span(&self) -> Option<(Moment, Moment)> {
        let first = self.start.iter().min()?;
        let last = std::iter::zip(&self.start, &self.end).map(|(start, end)| (*end).max(start + 1)).max()?;
        Some((moment(*first), moment(last)))
    }

    /// The lane of an event: by search, since lanes follow each other in the columns.
    pub fn lane_of(&self, id: PlainId) -> usize {
        self.lanes.partition_point(|lane| {
            probe();
            lane.crowd.end as usize <= id.index()
        })
    }

    /// The first single day of a lane, at or after `next`, that does not lie before `at`.
    pub fn day_from(&self, lane: &PlainLane, next: u32, at: Moment) -> u32 {
        let day = day_of(at);
        match &lane.day_table {
            Some(table) => next.max(lane.days.start + table.before(day)),
            None => gallop(&self.start[..lane.days.end as usize], next as usize, |start| start < day) as u32,
        }
    }

    /// The first event at or after `next`, in a run that ends before `end`, whose first day is not before `at`: by steps
    /// that double, since it is near. At least `next + 1`.
    pub fn starting_before(&self, next: u32, end: u32, at: Moment) -> u32 {
        let day = day_of(at);
        let after = gallop(&self.start[..end as usize], next as usize, |start| start < day) as u32;
        after.max(next + 1)
    }

    /// The first event of a row that ends after `from`; those of a row do not overlap, so ends are in order too.
    pub fn first_ending_after(&self, row: &Range<u32>, from: Moment) -> u32 {
        let ends = &self.end[row.start as usize..row.end as usize];
        let day = from.secs().div_euclid(SECS_PER_DAY) as i32;
        row.start + sought(ends, |end| end <= day) as u32
    }

    /// How many spans of a lane's crowd there are at some time in each stretch of `step` seconds from `from` on: those
    /// that have begun by its end, less those that were over at its beginning. Both are sought from where the last
    /// stretch left them.
    pub fn crowd_by(&self, lane: &PlainLane, from: Moment, step: i64) -> impl Iterator<Item = usize> {
        let starts = &self.start[lane.crowd.start as usize..lane.crowd.end as usize];
        let (mut begun, mut over) = (0, 0);
        let mut at = from;
        std::iter::from_fn(move || {
            let (beginning, end) = (at, at.plus(step.max(1)));
            at = end;
            begun = match &lane.begun {
                Some(table) => table.before(day_of(end)) as usize,
                None => gallop(starts, begun, |start| start < day_of(end)),
            };
            let day = beginning.secs().div_euclid(SECS_PER_DAY) as i32;
            over = match &lane.over {
                Ends::Counted(table) => table.before(day.saturating_add(1)) as usize,
                Ends::Sorted(ends) => gallop(ends, over, |end| end <= day),
            };
            Some(begun.saturating_sub(over))
        })
    }

    /// How many events of all lanes begin in `from..to`.
    pub fn beginning_within(&self, from: Moment, to: Moment) -> usize {
        (self.days.before(day_of(to)) - self.days.before(day_of(from))) as usize
    }

    /// Bytes in memory, the texts left out.
    pub fn columns_bytes(&self) -> usize {
        12 * self.start.len() + self.days.bytes() + size_of_val(&*self.doubts)
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

    fn plain(events: &[(i32, i32)]) -> Plain {
        let events = events.iter().enumerate().map(|(i, &(start, end))| (start, end, i as u32)).collect();
        Plain::new([("A".into(), LaneColumns::new(events))], Box::default())
    }

    #[test]
    fn spans_go_to_the_first_free_row_and_the_rest_is_a_crowd() {
        let overlapping: Vec<(i32, i32)> = (0..6).map(|i| (i, 10 + i)).chain([(10, 12), (3, 3)]).collect();
        let plain = plain(&overlapping);
        let lane = &plain.lanes()[0];
        assert_eq!(lane.days.len(), 1);
        let rows: Vec<usize> = lane.rows.iter().map(ExactSizeIterator::len).collect();
        assert_eq!(rows, [2, 1, 1, 1], "the one from day 10 follows the one that ends there");
        assert_eq!(lane.crowd.len(), 2);
        let crowd: Vec<usize> = plain.crowd_by(lane, moment(3), SECS_PER_DAY).take(13).collect();
        assert_eq!(
            crowd,
            [0, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 0],
            "from day 4 and from day 5 on, ten days each"
        );
        assert_eq!(plain.span(), Some((moment(0), moment(15))));
    }

    #[test]
    fn counts_agree_with_a_walk() {
        let events: Vec<(i32, i32)> =
            (0..300).map(|i| (i * 37 % 91 - 40, i * 37 % 91 - 40 + i % 5)).collect();
        let plain = plain(&events);
        for from in -50..60 {
            for to in from..60 {
                let walked = events.iter().filter(|&&(start, _)| (from..to).contains(&start)).count();
                assert_eq!(plain.beginning_within(moment(from), moment(to)), walked);
            }
        }
        let lane = &plain.lanes()[0];
        for index in 0..plain.len() {
            assert_eq!(plain.lane_of(PlainId::new(index)), 0);
        }
        let day_from = |day| plain.day_from(lane, lane.days.start, moment(day));
        let within = day_from(-3)..day_from(8);
        assert!(within.clone().all(|i| (-3..8).contains(&plain.start[i as usize])));
        let walked = events.iter().filter(|&&(s, e)| s == e && (-3..8).contains(&s)).count();
        assert_eq!(within.len(), walked);
    }
}
