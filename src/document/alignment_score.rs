//! What a quotation and a passage have in common, counted while they are compared.

use std::ops::Range;

use crate::text::Fold;

use super::align::Step;
use super::ellipsis::Fragment;
use super::passage::Difference;
use super::words::{Word, words};

/// Counts over all words compared.
#[derive(Default)]
pub(super) struct AlignmentScore {
    /// Characters of the quotation, those put in, and those that differ.
    pub(super) quoted: usize,
    pub(super) put_in: usize,
    pub(super) cost: usize,
    /// Words of the quotation, and those that are the same.
    pub(super) words: usize,
    pub(super) same_words: usize,
    /// Words that are in only one of the two, or exchanged for one that is spelled quite otherwise.
    pub(super) other_words: usize,
    /// Whether the first or the last word of a fragment is one of them.
    pub(super) has_other_edge: bool,
    pub(super) differences: Vec<Difference>,
}

impl AlignmentScore {
    /// What part of the letters of the quotation, and of those put in, is the same.
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

    /// How much of the text after a passage is the stop that the quotation ends with, in bytes. A question where the
    /// quotation has a statement is a difference; a comma is not.
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
        steps: &[Step],
    ) {
        let mut open: Option<Step> = None;
        for (index, step) in steps.iter().enumerate() {
            let of_quote = &quote[step.quote.clone()];
            self.quoted += of_quote.iter().map(|word| word.length).sum::<usize>();
            self.put_in += if of_quote.is_empty() { step.cost } else { 0 };
            self.cost += step.cost;
            let count = of_quote.iter().filter(|word| word.is_word).count();
            self.words += count;
            let is_other = match of_quote {
                [word] => word.is_word && step.cost * 2 > word.length,
                _ => there[step.text.clone()].iter().any(|word| word.is_word),
            };
            self.other_words += usize::from(is_other);
            self.has_other_edge |= is_other && (index == 0 || index + 1 == steps.len());
            if step.cost == 0 {
                self.same_words += count;
                self.differences
                    .extend(open.take().map(|step| difference(fold, fragment, quote, there, &step)));
                continue;
            }
            // A word for a word is a difference of its own; what was put in or left out beside it belongs to it.
            let is_exchange = |step: &Step| !step.quote.is_empty() && !step.text.is_empty();
            match &mut open {
                Some(open) if !(is_exchange(open) && is_exchange(step)) => {
                    open.quote.end = step.quote.end;
                    open.text.end = step.text.end;
                }
                _ => {
                    let before = open.replace(step.clone());
                    self.differences
                        .extend(before.map(|step| difference(fold, fragment, quote, there, &step)));
                }
            }
        }
        self.differences.extend(open.map(|step| difference(fold, fragment, quote, there, &step)));
    }
}

/// A step as ranges of the text and in the quotation.
fn difference(fold: &Fold, fragment: &Fragment, quote: &[Word], there: &[Word], step: &Step) -> Difference {
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
        passage: fold.map.source(span(there, &step.text, text_end)),
        quote: fragment.source(span(quote, &step.quote, fragment.core.end)),
    }
}
