//! What is found of a quotation, as plain data.

use std::cmp::{Ordering, Reverse};
use std::ops::Range;

/// How the words of a quotation stand in a text, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Character for character.
    Exact,
    /// Word for word: quotation marks, dashes, hyphens, spaces, ligatures, ё and the stop at the end may differ, words
    /// may be left out where the quotation says so by an ellipsis, and an editor's brackets may be on either side.
    Normalised,
    /// As [`Normalised`](Self::Normalised), but for capital and small letters.
    Caseless,
    /// Nearly so; [`Passage::differences`] says where not.
    Fuzzy {
        /// Similarity in whole per cent, 80 to 99.
        percent: u8,
    },
    /// Nearly so, but one of the two denies what the other says: [`Passage::negation`] says by which word. However many
    /// letters are the same, it is not what was quoted.
    Negated,
}

impl Stage {
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

impl Ord for Stage {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank())
    }
}

impl PartialOrd for Stage {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A word that denies, in a passage or in the quotation of it, and not in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Negation {
    /// The word, in small letters.
    pub word: String,
    /// Whether it is the quotation that has it.
    pub is_quoted: bool,
}

/// A passage of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// How well it is what was looked for.
    pub stage: Stage,
    /// From the first word to the last, in bytes of the text.
    pub range: Range<usize>,
    /// The parts that stand in the quotation, in order; more than one where words are left out.
    pub parts: Vec<Range<usize>>,
    /// Where the words differ; empty unless the stage is fuzzy or negated.
    pub differences: Vec<Difference>,
    /// The word that is denied or not denied, if the stage is negated.
    pub negation: Option<Negation>,
    /// How many passages are equally good, this one (the first of them) included. More than one: the quotation does
    /// not say which is meant. Counting ends at 20,000.
    pub equal: usize,
}

/// A place where a passage is not what was quoted. One of the ranges may be empty: a word was added, or left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What stands in the text, in bytes of it.
    pub passage: Range<usize>,
    /// What stands in the quotation, in bytes of the selector's `exact`.
    pub quote: Range<usize>,
}

/// The answer to a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// It is there.
    Passage(Passage),
    /// It is not there.
    Nowhere,
    /// The quotation has no word to look for.
    NoWords,
}

impl Found {
    /// The passage, if there is one.
    pub fn passage(&self) -> Option<&Passage> {
        match self {
            Self::Passage(passage) => Some(passage),
            Self::Nowhere | Self::NoWords => None,
        }
    }
}
