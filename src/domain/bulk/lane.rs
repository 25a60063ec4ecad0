//! One lane of the bulk format, and how its events are laid out in rows.

use std::ops::Range;

use super::day_counts::DayCounts;

/// Maximum number of rows of spans in a lane; spans that overlap more deeply are counted, not drawn.
pub const ROWS: usize = 4;

/// A lane: its name, and where its events are in the columns.
#[derive(Clone, Debug, Default)]
pub struct BulkLane {
    /// Its heading.
    pub name: Box<str>,
    /// Its single days, in order of time.
    pub days: Range<u32>,
    /// Its rows of spans, each in order of time and without overlaps.
    pub rows: [Range<u32>; ROWS],
    /// The spans that fit into no row, in order of their first day.
    pub overflow: Range<u32>,
    /// Counts of the single days, if they are dense.
    pub(super) day_counts: Option<DayCounts>,
    /// Counts of the overflow's first days, if they are dense.
    pub(super) started: Option<DayCounts>,
    /// The ends of the overflow's spans: with `started`, they tell how many there are at any time.
    pub(super) finished: Ends,
}

/// The ends of the overflow's spans.
#[derive(Clone, Debug)]
pub(super) enum Ends {
    /// Sorted days.
    Sorted(Box<[i32]>),
    /// Counts by day, if they are dense.
    Counted(DayCounts),
}

impl Default for Ends {
    fn default() -> Self {
        Self::Sorted(Box::default())
    }
}

impl BulkLane {
    /// How many events it has.
    pub fn len(&self) -> usize {
        self.days.len() + self.rows.iter().map(ExactSizeIterator::len).sum::<usize>() + self.overflow.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// One lane's events laid out, to be joined with the other lanes.
#[derive(Debug, Default)]
pub struct LaneColumns {
    pub(super) start: Vec<i32>,
    pub(super) end: Vec<i32>,
    pub(super) file_index: Vec<u32>,
    /// How many single days.
    pub(super) days: usize,
    /// How many spans in each row.
    pub(super) rows: [usize; ROWS],
    pub(super) day_counts: Option<DayCounts>,
    pub(super) started: Option<DayCounts>,
    pub(super) finished: Ends,
}

impl LaneColumns {
    /// Lays out the events of one lane: single days, rows of spans by interval partitioning (each span goes to the first
    /// row that is free), and the overflow.
    ///
    /// An event is its first day, the day after its last one (equal to the first for a single day) and its index in the
    /// file. Their order matters only for events that are equal.
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
        columns.finished =
            DayCounts::if_dense(&ends).map_or_else(|| Ends::Sorted(ends.into()), Ends::Counted);
        columns.days = parts[0].len();
        for row in 0..ROWS {
            columns.rows[row] = parts[1 + row].len();
        }
        for (start, end, file_index) in parts.into_iter().flatten() {
            columns.start.push(start);
            columns.end.push(end);
            columns.file_index.push(file_index);
        }
        columns.day_counts = DayCounts::if_dense(&columns.start[..columns.days]);
        let in_rows: usize = columns.rows.iter().sum();
        columns.started = DayCounts::if_dense(&columns.start[columns.days + in_rows..]);
        columns
    }
}
