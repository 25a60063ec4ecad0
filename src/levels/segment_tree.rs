//! The most important item of any range, in O(log n).

use crate::domain::probe;

/// A segment tree over ranks: each inner node holds the item of highest rank below it.
///
/// The tree is implicit in one array, as in a binary heap: leaf `i` is node `len + i`, the parent of node `k`
/// is `k / 2`. Memory is one `u32` for each inner node.
#[derive(Debug)]
pub(super) struct MaxTree {
    ranks: Vec<u8>,
    /// Winners of nodes `1..len`; node 0 is unused.
    inner: Vec<u32>,
}

impl MaxTree {
    pub(super) fn new(ranks: Vec<u8>) -> Self {
        let len = ranks.len();
        let mut tree = Self { ranks, inner: vec![0; len] };
        for node in (1..len).rev() {
            tree.inner[node] = tree.better(tree.winner(2 * node), tree.winner(2 * node + 1));
        }
        tree
    }

    /// The rank of an item.
    pub(super) fn rank(&self, item: usize) -> u8 {
        self.ranks[item]
    }

    /// The item of highest rank in `start..end`, the last among equals; `None` if the range is empty.
    pub(super) fn top(&self, start: usize, end: usize) -> Option<usize> {
        let len = self.ranks.len();
        let (mut low, mut high) = (start + len, end.min(len) + len);
        let mut best = None;
        let mut take = |node: usize| {
            let winner = self.winner(node);
            best = Some(best.map_or(winner, |b| self.better(b, winner)));
        };
        while low < high {
            probe();
            if low % 2 == 1 {
                take(low);
                low += 1;
            }
            if high % 2 == 1 {
                high -= 1;
                take(high);
            }
            low /= 2;
            high /= 2;
        }
        best.map(|winner| winner as usize)
    }

    fn winner(&self, node: usize) -> u32 {
        let len = self.ranks.len();
        if node >= len { (node - len) as u32 } else { self.inner[node] }
    }

    fn better(&self, a: u32, b: u32) -> u32 {
        let key = |i: u32| (self.ranks[i as usize], i);
        if key(a) >= key(b) { a } else { b }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_range_of_every_small_size_agrees_with_a_scan() {
        for len in 0..40_usize {
            let ranks: Vec<u8> = (0..len).map(|i| ((i * 37 + len * 11) % 7) as u8).collect();
            let tree = MaxTree::new(ranks.clone());
            for start in 0..=len {
                for end in start..=len {
                    let scan = (start..end).max_by_key(|&i| (ranks[i], i));
                    assert_eq!(tree.top(start, end), scan, "{start}..{end} of {len}");
                }
            }
        }
    }
}
