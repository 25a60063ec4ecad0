//! The result of searching for a quotation, as plain data.

use std::ops::Range;

use super::match_kind::MatchKind;

/// A denial in either a passage or its quotation, but not in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Negation {
    /// The word, in lower case.
    pub word: String,
    /// Whether the quotation has it.
    pub is_quoted: bool,
}

/// A passage of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// How well it matches.
    pub kind: MatchKind,
    /// From the first word to the last, in bytes of the text.
    pub range: Range<usize>,
    /// The parts that are in the quotation, in order; more than one if words are omitted.
    pub parts: Vec<Range<usize>>,
    /// Where the words differ; empty unless the match is fuzzy or negated.
    pub differences: Vec<Difference>,
    /// The denial, if the match is negated.
    pub negation: Option<Negation>,
    /// Number of equally good passages, including this one, the first. If more than one, the quotation is ambiguous.
    /// Counting ends at 20,000.
    pub candidates: usize,
}

/// A difference between a passage and its quotation. One of the ranges may be empty: a word was added or omitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The range in the text, in bytes.
    pub passage: Range<usize>,
    /// The range in the selector's `exact`, in bytes.
    pub quote: Range<usize>,
}

/// The result of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// It is there.
    Passage(Passage),
    /// It is not there.
    Nowhere,
    /// The quotation has no words to search for.
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
