//! How well a passage matches a quotation.

use std::cmp::{Ordering, Reverse};

/// How well a passage matches a quotation, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchKind {
    /// Character for character.
    Exact,
    /// Word for word: quotation marks, dashes, hyphens, spaces, ligatures, ё and the stop at the end may differ, words
    /// may be left out where the quotation says so by an ellipsis, and an editor's brackets may be on either side.
    Normalised,
    /// As [`Normalised`](Self::Normalised), but for capital and small letters.
    Caseless,
    /// Nearly so; [`Passage::differences`](super::Passage::differences) says where not.
    Fuzzy {
        /// Similarity in whole per cent, 80 to 99.
        percent: u8,
    },
    /// Nearly so, but one of the two denies what the other says: [`Passage::negation`](super::Passage::negation) says by which word. However many
    /// letters are the same, it is not what was quoted.
    Negated,
}

impl MatchKind {
    fn rank(self) -> (u8, Reverse<u8>) {
        match self {
            Self::Exact => (0, Reverse(100)),
            Self::Normalised => (1, Reverse(100)),
            Self::Caseless => (2, Reverse(100)),
            Self::Fuzzy { percent } => (3, Reverse(percent)),
            Self::Negated => (4, Reverse(100)),
        }
    }
}

impl Ord for MatchKind {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank())
    }
}

impl PartialOrd for MatchKind {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
