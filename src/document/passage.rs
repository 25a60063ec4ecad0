//! What is found of a quotation, as plain data.

use std::ops::Range;

use super::match_kind::MatchKind;

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
    pub kind: MatchKind,
    /// From the first word to the last, in bytes of the text.
    pub range: Range<usize>,
    /// The parts that are in the quotation, in order; more than one where words are left out.
    pub parts: Vec<Range<usize>>,
    /// Where the words differ; empty unless the stage is fuzzy or negated.
    pub differences: Vec<Difference>,
    /// The word that is denied or not denied, if the stage is negated.
    pub negation: Option<Negation>,
    /// How many passages are equally good, this one (the first of them) included. More than one: the quotation does
    /// not say which is meant. Counting ends at 20,000.
    pub candidates: usize,
}

/// A difference between a passage and what was quoted. One of the ranges may be empty: a word was added, or left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The text instead, in bytes of it.
    pub passage: Range<usize>,
    /// The words of the quotation, in bytes of the selector's `exact`.
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
