//! Counts how many days of a set lie before a given day, with a single table lookup.

use crate::domain::cost_counter::probe;

/// For each day from the first on, how many days of the set lie before it: prefix sums.
#[derive(Clone, Debug, Default)]
pub(super) struct DayCounts {
    first: i32,
    before: Box<[u32]>,
}

impl DayCounts {
    /// Counts days in any order.
    pub(super) fn new(days: &[i32]) -> Self {
        let (Some(&first), Some(&last)) = (days.iter().min(), days.iter().max()) else {
            return Self::default();
        };
        let mut before = vec![0_u32; (last - first) as usize + 2];
        for &day in days {
            before[(day - first) as usize + 1] += 1;
        }
        let mut sum = 0;
        for count in &mut before {
            sum += *count;
            *count = sum;
        }
        Self { first, before: before.into() }
    }

    /// Counts days in order; `None` if the table would be larger than the days themselves.
    ///
    /// A binary search among a hundred thousand reads seventeen values, each in another page of memory, and took most of
    /// a frame at ten million events.
    pub(super) fn if_dense(sorted: &[i32]) -> Option<Self> {
        let (first, last) = (sorted.first()?, sorted.last()?);
        ((last - first) as usize + 2 <= sorted.len()).then(|| Self::new(sorted))
    }

    /// Bytes in memory.
    pub(super) fn bytes(&self) -> usize {
        4 * self.before.len()
    }

    /// How many days lie before `day`.
    pub(super) fn before(&self, day: i32) -> u32 {
        probe();
        let index = (i64::from(day) - i64::from(self.first)).max(0) as usize;
        self.before.get(index).or_else(|| self.before.last()).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_a_walk() {
        let days: Vec<i32> = (0..300).map(|i| i / 7 - 20).collect();
        let table = DayCounts::if_dense(&days).unwrap();
        for day in -30..40 {
            let walked = days.iter().filter(|&&other| other < day).count();
            assert_eq!(table.before(day) as usize, walked);
        }
        assert!(DayCounts::if_dense(&[0, 1000]).is_none());
        assert!(DayCounts::if_dense(&[]).is_none());
    }
}
