//! What a quotation and a passage have in common, counted while they are compared.

use std::ops::Range;

use crate::text::Fold;

use super::align::AlignedWords;
use super::ellipsis::Fragment;
use super::passage::Difference;
use super::words::{Word, words};

/// Counts over all words compared.
#[derive(Default)]
pub(super) struct AlignmentScore {
    /// Characters of the quotation, those inserted, and those that differ.
    pub(super) quoted: usize,
    pub(super) put_in: usize,
    pub(super) cost: usize,
    /// Words of the quotation, and those that are equal.
    pub(super) words: usize,
    pub(super) same_words: usize,
    /// Words missing on one side, or replaced by one spelled quite differently.
    pub(super) other_words: usize,
    /// Whether the first or the last word of a fragment is one of them.
    pub(super) has_other_edge: bool,
    pub(super) differences: Vec<Difference>,
}

impl AlignmentScore {
    /// The share of equal letters among those of the quotation and those inserted.
    pub(super) fn similarity(&self) -> f64 {
        1.0 - self.cost as f64 / (self.quoted + self.put_in).max(1) as f64
    }

    pub(super) fn same(&mut self, fragment: &Fragment) {
        let quote = words(&fragment.fold.text, fragment.core.clone());
        let length: usize = quote.iter().map(|word| word.length).sum();
        let count = quote.iter().filter(|word| word.is_word).count();
        self.quoted += length;
        self.words += count;
        self.same_words += count;
    }

    pub(super) fn add(&mut self, other: Self) {
        self.quoted += other.quoted;
        self.put_in += other.put_in;
        self.cost += other.cost;
        self.words += other.words;
        self.same_words += other.same_words;
        self.other_words += other.other_words;
        self.has_other_edge |= other.has_other_edge;
        self.differences.extend(other.differences);
    }

    /// The length in bytes of the text's counterpart to the quotation's final punctuation. A question in place of a
    /// statement is a difference; a comma is not.
    pub(super) fn stop(&mut self, fold: &Fold, fragment: &Fragment, end: usize) -> usize {
        let (stop, rest) = (fragment.stop(), &fold.text[end..]);
        if stop.is_empty() || rest.starts_with(stop) {
            return stop.len();
        }
        if !rest.starts_with(['?', '!']) {
            return 0;
        }
        let quote = fragment.source(fragment.core.end..fragment.core.end + stop.len());
        self.differences.push(Difference { passage: fold.map.source(end..end + 1), quote });
        self.cost += 1;
        1
    }

    pub(super) fn count(
        &mut self,
        fold: &Fold,
        fragment: &Fragment,
        quote: &[Word],
        there: &[Word],
        pairs: &[AlignedWords],
    ) {
        let mut open: Option<AlignedWords> = None;
        for (index, pair) in pairs.iter().enumerate() {
            let of_quote = &quote[pair.quote.clone()];
            self.quoted += of_quote.iter().map(|word| word.length).sum::<usize>();
            self.put_in += if of_quote.is_empty() { pair.cost } else { 0 };
            self.cost += pair.cost;
            let count = of_quote.iter().filter(|word| word.is_word).count();
            self.words += count;
            let is_other = match of_quote {
                [word] => word.is_word && pair.cost * 2 > word.length,
                _ => there[pair.text.clone()].iter().any(|word| word.is_word),
            };
            self.other_words += usize::from(is_other);
            self.has_other_edge |= is_other && (index == 0 || index + 1 == pairs.len());
            if pair.cost == 0 {
                self.same_words += count;
                self.differences
                    .extend(open.take().map(|pair| difference(fold, fragment, quote, there, &pair)));
                continue;
            }
            // A replaced word is a difference of its own; insertions and omissions next to it belong to it.
            let is_exchange = |pair: &AlignedWords| !pair.quote.is_empty() && !pair.text.is_empty();
            match &mut open {
                Some(open) if !(is_exchange(open) && is_exchange(pair)) => {
                    open.quote.end = pair.quote.end;
                    open.text.end = pair.text.end;
                }
                _ => {
                    let before = open.replace(pair.clone());
                    self.differences
                        .extend(before.map(|pair| difference(fold, fragment, quote, there, &pair)));
                }
            }
        }
        self.differences.extend(open.map(|pair| difference(fold, fragment, quote, there, &pair)));
    }
}

/// Aligned words as ranges of the text and of the quotation.
fn difference(
    fold: &Fold,
    fragment: &Fragment,
    quote: &[Word],
    there: &[Word],
    pair: &AlignedWords,
) -> Difference {
    let span = |words: &[Word], range: &Range<usize>, end: usize| match words.get(range.clone()) {
        Some([first, .., last]) => first.start..last.end,
        Some([only]) => only.range(),
        _ => {
            let at = words.get(range.start).map_or(end, |word| word.start);
            at..at
        }
    };
    let text_end = there.last().map_or(0, |word| word.end);
    Difference {
        passage: fold.map.source(span(there, &pair.text, text_end)),
        quote: fragment.source(span(quote, &pair.quote, fragment.core.end)),
    }
}
