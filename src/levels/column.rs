//! One kind of mark of one lane, sorted by time, and the query that groups close marks into buckets.

use crate::domain::{Moment, probe};

use super::segment_tree::MaxTree;

/// Marks sorted by time.
#[derive(Debug)]
pub struct Column<Id> {
    at: Vec<i64>,
    ids: Vec<Id>,
    tree: MaxTree,
}

/// The marks in one bucket of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket<Id> {
    /// The most important mark.
    pub top: Id,
    /// When it was.
    pub at: Moment,
    /// How many marks there are.
    pub count: usize,
    /// When the first was.
    pub first: Moment,
    /// When the last was.
    pub last: Moment,
}

impl<Id: Copy> Column<Id> {
    /// A column of marks with their ranks, in any order.
    pub fn new(marks: impl IntoIterator<Item = (Moment, Id, u8)>) -> Self {
        let mut marks: Vec<_> = marks.into_iter().collect();
        marks.sort_by_key(|&(at, ..)| at);
        Self {
            at: marks.iter().map(|&(at, ..)| at.secs()).collect(),
            ids: marks.iter().map(|&(_, id, _)| id).collect(),
            tree: MaxTree::new(marks.iter().map(|&(.., rank)| rank).collect()),
        }
    }

    /// The same column with only the visible marks.
    pub fn only(&self, shows: impl Fn(Id) -> bool) -> Self {
        let rows: Vec<usize> = (0..self.ids.len()).filter(|&row| shows(self.ids[row])).collect();
        Self {
            at: rows.iter().map(|&row| self.at[row]).collect(),
            ids: rows.iter().map(|&row| self.ids[row]).collect(),
            tree: MaxTree::new(rows.iter().map(|&row| self.tree.rank(row)).collect()),
        }
    }

    /// The times of the visible marks, in order.
    pub fn moments(&self, shows: impl Fn(Id) -> bool) -> impl Iterator<Item = Moment> {
        let marks = std::iter::zip(&self.at, &self.ids);
        marks.filter(move |&(_, &id)| shows(id)).map(|(&at, _)| Moment::from_secs(at))
    }

    /// The non-empty buckets between `start` and `end`, in order, at most one per `step` seconds.
    ///
    /// Bucket edges are multiples of `step` from the epoch and not from the window, so that clusters stay still while
    /// the window moves. Costs O(buckets · log n), whatever the number of marks.
    pub fn buckets(&self, start: Moment, end: Moment, step: i64) -> impl Iterator<Item = Bucket<Id>> {
        let step = step.max(1);
        let mut next = self.lower_bound(start.secs().div_euclid(step).saturating_mul(step), 0);
        std::iter::from_fn(move || {
            let first = *self.at.get(next).filter(|&&at| at < end.secs())?;
            let edge = first.div_euclid(step).saturating_add(1).saturating_mul(step);
            let after = self.lower_bound(edge, next);
            let top = self.tree.top(next, after)?;
            let bucket = Bucket {
                top: self.ids[top],
                at: Moment::from_secs(self.at[top]),
                count: after - next,
                first: Moment::from_secs(first),
                last: Moment::from_secs(self.at[after - 1]),
            };
            next = after;
            Some(bucket)
        })
    }

    /// The marks from `start` on and before `end`, in order of time, by binary search.
    pub fn between(&self, start: Moment, end: Moment) -> &[Id] {
        let first = self.lower_bound(start.secs(), 0);
        let after = self.lower_bound(end.secs(), first);
        &self.ids[first..after]
    }

    /// Number of marks.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The times of the first and the last mark.
    pub fn ends(&self) -> Option<(Moment, Moment)> {
        Some((Moment::from_secs(*self.at.first()?), Moment::from_secs(*self.at.last()?)))
    }

    /// The times of the last mark before a moment and of the first one that is not before it, by binary search.
    pub fn around(&self, at: Moment) -> (Option<Moment>, Option<Moment>) {
        let after = self.lower_bound(at.secs(), 0);
        let moment = |row: usize| self.at.get(row).map(|&at| Moment::from_secs(at));
        (after.checked_sub(1).and_then(moment), moment(after))
    }

    /// The marks from one moment to another, inclusive, in order.
    pub fn within(&self, first: Moment, last: Moment) -> &[Id] {
        let from = self.lower_bound(first.secs(), 0);
        let to = self.lower_bound(last.secs().saturating_add(1), from);
        &self.ids[from..to]
    }

    /// The mark nearest to a moment.
    pub fn nearest(&self, to: Moment) -> Option<Id> {
        let after = self.lower_bound(to.secs(), 0);
        let distance = |i: usize| self.at[i].abs_diff(to.secs());
        let around = after.saturating_sub(1)..(after + 1).min(self.at.len());
        around.min_by_key(|&i| distance(i)).map(|i| self.ids[i])
    }

    /// The first mark at or after `secs`, from row `from` on: an exponential search, so that a near bucket edge is
    /// found fast.
    fn lower_bound(&self, secs: i64, from: usize) -> usize {
        let rest = &self.at[from.min(self.at.len())..];
        let mut reach = 1;
        while reach < rest.len() && rest[reach] < secs {
            probe();
            reach *= 2;
        }
        let reach = (reach + 1).min(rest.len());
        from + rest[..reach].partition_point(|&at| {
            probe();
            at < secs
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(marks: &[(i64, u8)]) -> Column<usize> {
        Column::new(marks.iter().enumerate().map(|(i, &(at, rank))| (Moment::from_secs(at), i, rank)))
    }

    fn query(column: &Column<usize>, start: i64, end: i64, step: i64) -> Vec<(usize, usize)> {
        let window = column.buckets(Moment::from_secs(start), Moment::from_secs(end), step);
        window.map(|bucket| (bucket.top, bucket.count)).collect()
    }

    #[test]
    fn the_most_important_mark_of_a_bucket_stands_for_it() {
        let column = column(&[(0, 1), (3, 9), (5, 2), (16, 1), (40, 1)]);
        assert_eq!(query(&column, 0, 100, 8), [(1, 3), (3, 1), (4, 1)]);
        assert_eq!(query(&column, 0, 100, 1), [(0, 1), (1, 1), (2, 1), (3, 1), (4, 1)]);
    }

    #[test]
    fn the_marks_of_a_time_range_are_those_from_its_start_to_before_its_end() {
        let column = column(&[(-3, 1), (0, 1), (0, 2), (7, 1), (9, 1)]);
        let between = |start, end| column.between(Moment::from_secs(start), Moment::from_secs(end)).to_vec();
        assert_eq!(between(0, 9), [1, 2, 3]);
        assert_eq!(between(-100, 100), [0, 1, 2, 3, 4]);
        assert_eq!(between(1, 7), [0_usize; 0]);
        assert_eq!(between(9, 0), [0_usize; 0]);
    }

    #[test]
    fn moving_the_window_changes_no_bucket_inside_it() {
        let marks: Vec<(i64, u8)> = (0..500).map(|i| (i * i % 997 - 400, (i % 5) as u8)).collect();
        let column = column(&marks);
        let whole = query(&column, -500, 700, 32);
        for start in -500..-400 {
            assert_eq!(query(&column, start, 700, 32), whole, "{start}");
        }
    }

    #[test]
    fn buckets_lose_nothing_before_or_after_the_epoch() {
        let column = column(&[(-9, 0), (-8, 0), (-1, 0), (0, 0), (7, 0), (8, 0)]);
        let counts: Vec<usize> = query(&column, -100, 100, 8).iter().map(|&(_, n)| n).collect();
        assert_eq!(counts, [1, 2, 2, 1]);
        assert_eq!(column.nearest(Moment::from_secs(3)), Some(3));
        let within = |first, last| column.within(Moment::from_secs(first), Moment::from_secs(last)).to_vec();
        assert_eq!(within(-8, 0), [1, 2, 3]);
        assert_eq!(within(1, 6), [0; 0]);
        assert_eq!(within(8, 99), [5]);
        assert_eq!(column.ends(), Some((Moment::from_secs(-9), Moment::from_secs(8))));
        assert_eq!(column.nearest(Moment::from_secs(99)), Some(5));
        let around = |at| {
            let (before, after) = column.around(Moment::from_secs(at));
            (before.map(Moment::secs), after.map(Moment::secs))
        };
        assert_eq!(around(1), (Some(0), Some(7)));
        assert_eq!(around(0), (Some(-1), Some(0)));
        assert_eq!(around(-99), (None, Some(-9)));
        assert_eq!(around(99), (Some(8), None));
    }
}
