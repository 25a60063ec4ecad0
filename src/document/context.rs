//! The context of a quotation, before and after it, which distinguishes identical passages.

use std::ops::Range;

use crate::text::{Case, QUOTE, Remarks, fold, is_word};

/// Maximum length of the context used, in bytes.
const MAX_CONTEXT: usize = 256;

/// Maximum number of passages whose context is scored by a full comparison; of more, only by the letters next to them.
const MAX_COMPARED: usize = 200;

/// Minimum score; below it the text around a passage is unrelated, and the context chooses none.
const MIN_SCORE: f64 = 0.6;

/// Scores that differ by less are equal.
const TIE: f64 = 0.02;

/// The context of a quotation, folded.
pub(super) struct Context {
    prefix: String,
    suffix: String,
    /// The beginning of the word in which the quotation begins, if it begins inside one.
    pub(super) head: String,
    /// The end of the word in which the quotation ends, if it ends inside one.
    pub(super) tail: String,
}

impl Context {
    /// The context of a selector.
    pub(super) fn new(prefix: &str, suffix: &str) -> Self {
        let folded = |text: &str| fold(text, Remarks::Keep, Case::Fold).text;
        let (before, after) = (folded(last_part(prefix)), folded(first_part(suffix)));
        let (mut head, mut tail) = (String::new(), String::new());
        if prefix.ends_with(is_word) {
            head.push_str(before.rsplit(|c| !is_word(c)).next().unwrap_or_default());
        }
        if suffix.starts_with(is_word) {
            tail.push_str(after.split(|c| !is_word(c)).next().unwrap_or_default());
        }
        Self { prefix: trimmed(&before).to_owned(), suffix: trimmed(&after).to_owned(), head, tail }
    }

    /// Whether there is any context.
    pub(super) fn is_given(&self) -> bool {
        !self.prefix.is_empty() || !self.suffix.is_empty()
    }

    /// How well it matches the text around a range of a folded text, from 0 to 1.
    pub(super) fn score(&self, text: &str, range: &Range<usize>, passages: usize) -> f64 {
        let before = trimmed(last_part(&text[..range.start]));
        let after = trimmed(first_part(&text[range.end..]));
        let (mut sum, mut weight) = (0.0, 0.0);
        if !self.prefix.is_empty() {
            let common =
                self.prefix.chars().rev().zip(before.chars().rev()).take_while(|(a, b)| a == b).count();
            let length = self.prefix.chars().count();
            let skip = before.chars().count().saturating_sub(length);
            let near: String = before.chars().skip(skip).collect();
            sum += alike(common, length, passages, &self.prefix, &near);
            weight += 1.0;
        }
        if !self.suffix.is_empty() {
            let common = self.suffix.chars().zip(after.chars()).take_while(|(a, b)| a == b).count();
            let length = self.suffix.chars().count();
            let near: String = after.chars().take(length).collect();
            sum += alike(common, length, passages, &self.suffix, &near);
            weight += 1.0;
        }
        if weight > 0.0 { sum / weight } else { 0.0 }
    }
}

/// The lowest score of the passages chosen by the context; `None` if it chooses none.
pub(super) fn min_score(context: &Context, scores: &[f64]) -> Option<f64> {
    let best = scores.iter().copied().fold(0.0, f64::max);
    (context.is_given() && best >= MIN_SCORE).then_some(best - TIE)
}

/// From the first part to the last.
pub(super) fn around(parts: &[Range<usize>]) -> Range<usize> {
    let start = parts.first().map_or(0, |part| part.start);
    start..parts.last().map_or(start, |part| part.end)
}

fn alike(common: usize, length: usize, passages: usize, wanted: &str, there: &str) -> f64 {
    let direct = common as f64 / length as f64;
    if direct < 1.0 && passages <= MAX_COMPARED {
        direct.max(strsim::normalized_levenshtein(wanted, there))
    } else {
        direct
    }
}

fn trimmed(text: &str) -> &str {
    text.trim_matches([' ', QUOTE, '.', ',', ';', ':', '-'])
}

fn first_part(text: &str) -> &str {
    let mut end = text.len().min(MAX_CONTEXT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

fn last_part(text: &str) -> &str {
    let mut start = text.len().saturating_sub(MAX_CONTEXT);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}
