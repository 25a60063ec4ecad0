//! Searches in sorted columns that count the values they read.

use crate::domain::cost_counter::probe;

/// The first index at or after `from` whose value is not `is_before`, in sorted values: steps that double, then a binary
/// search, so that near results are found fast.
pub(super) fn exponential_search(values: &[i32], from: usize, is_before: impl Fn(i32) -> bool) -> usize {
    let rest = values.get(from..).unwrap_or_default();
    let mut bound = 1;
    while bound < rest.len() && is_before(rest[bound]) {
        probe();
        bound *= 2;
    }
    let low = bound / 2;
    let high = (bound + 1).min(rest.len());
    from + low.min(high) + partition_point(&rest[low.min(high)..high], is_before)
}

/// The first index whose value is not `is_before`, in sorted values.
pub(super) fn partition_point(values: &[i32], is_before: impl Fn(i32) -> bool) -> usize {
    values.partition_point(|&value| {
        probe();
        is_before(value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn searches_agree_with_a_walk() {
        let days: Vec<i32> = (0..300).map(|i| i / 7 - 20).collect();
        for day in -30..40 {
            let walked = days.iter().filter(|&&other| other < day).count();
            assert_eq!(partition_point(&days, |other| other < day), walked);
            for from in [0, 1, 2, 150, 299, 300] {
                assert_eq!(
                    exponential_search(&days, from, |other| other < day),
                    walked.max(from),
                    "{from} {day}"
                );
            }
        }
    }
}
