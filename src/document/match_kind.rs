//! How well a passage matches a quotation.

use std::cmp::{Ordering, Reverse};

/// How well a passage matches a quotation, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchKind {
    /// Character by character.
    Exact,
    /// Word for word. Quotation marks, dashes, hyphens, spaces, ligatures, ё and final punctuation may differ; words
    /// may be missing at an ellipsis in the quotation, and either side may have an editor's brackets.
    Normalised,
    /// As [`Normalised`](Self::Normalised), but ignoring case.
    Caseless,
    /// Nearly; [`Passage::differences`](super::Passage::differences) lists where not.
    Fuzzy {
        /// Similarity in whole percent, 80 to 99.
        percent: u8,
    },
    /// Nearly, but one of the two denies what the other says, by the word in
    /// [`Passage::negation`](super::Passage::negation). However similar, it is not what was quoted.
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
