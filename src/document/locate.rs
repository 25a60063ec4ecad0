//! Locates a quotation in a text: verbatim, then folded, then in fragments, then approximately.

use std::ops::Range;

use crate::domain::Selector;
use crate::text::{Case, Fold, Remarks, fold};

use super::context::{around, min_score};
use super::ellipsis::{Fragment, MAX_REPLACED, bare, whole};
use super::fragments;
use super::fuzzy;
use super::haystack::Haystack;
use super::match_kind::MatchKind;
use super::negation::{is_said, one_sided};
use super::passage::{Difference, Found, Negation, Passage};
use super::quotation::Quotation;
use super::seeds::Seeds;

/// Number of quotations searched for in one pass over a text.
const MAX_AT_ONCE: usize = 500;

/// Finds the passage that a selector means.
///
/// Of several equally good passages the prefix and the suffix choose, if they resemble the text around one of them;
/// otherwise the first is taken, and [`Passage::candidates`] counts them.
pub fn find(text: &Haystack, selector: &Selector) -> Found {
    locate(text, &Quotation::new(selector), None)
}

/// Finds the passages of many selectors as [`find`] does, with one pass over the text for hundreds of them; `None`
/// once `is_cancelled` returns true.
pub fn find_all(
    text: &Haystack,
    selectors: &[Selector],
    is_cancelled: &dyn Fn() -> bool,
) -> Option<Vec<Found>> {
    let mut found = Vec::with_capacity(selectors.len());
    for some in selectors.chunks(MAX_AT_ONCE) {
        let quotations: Vec<Quotation<'_>> = some.iter().map(Quotation::new).collect();
        let seeds = Seeds::of(text, &quotations, is_cancelled)?;
        for quotation in &quotations {
            if is_cancelled() {
                return None;
            }
            found.push(locate(text, quotation, Some(&seeds)));
        }
    }
    Some(found)
}

/// The best passage for a quotation; `seeds` are the occurrences of its runs of words, if several quotations were
/// searched for together.
fn locate(text: &Haystack, quotation: &Quotation<'_>, seeds: Option<&Seeds<'_>>) -> Found {
    let Some(whole_quote) = &quotation.whole else { return Found::NoWords };
    let search = Search { text, quotation, seeds };
    let mut passage = search.verbatim(&text.with_remarks, Remarks::Keep, std::slice::from_ref(whole_quote));
    if passage.is_none()
        && let Some(fold) = &text.without_remarks
    {
        let left = whole(quotation.quote, Remarks::Strip);
        passage = left.and_then(|left| search.verbatim(fold, Remarks::Strip, &[left]));
    }
    if passage.is_none() {
        passage = search.verbatim(&text.with_remarks, Remarks::Keep, &quotation.fragments);
    }
    if passage.is_none()
        && let Some(fold) = &text.without_remarks
    {
        passage = search.verbatim(fold, Remarks::Strip, &quotation.fragments);
    }
    passage.or_else(|| search.approximately()).map_or(Found::Nowhere, Found::Passage)
}

struct Search<'s> {
    text: &'s Haystack,
    quotation: &'s Quotation<'s>,
    /// The occurrences of its runs of words, if known.
    seeds: Option<&'s Seeds<'s>>,
}

impl Search<'_> {
    /// The best passage with all fragments verbatim.
    fn verbatim(&self, fold: &Fold, remarks: Remarks, fragments: &[Fragment]) -> Option<Passage> {
        if self.seeds.is_some_and(|seeds| seeds.rule_out(remarks, self.quotation, fragments)) {
            return None;
        }
        let context = &self.quotation.context;
        let passages = fragments::all(self.text, fold, fragments, context);
        let scores: Vec<f64> =
            passages.iter().map(|parts| context.score(&fold.text, &around(parts), passages.len())).collect();
        let min_score = min_score(context, &scores);
        let (mut best, mut candidates): (Option<(MatchKind, bool, usize)>, usize) = (None, 0);
        for (index, parts) in passages.iter().enumerate() {
            if min_score.is_some_and(|min| scores[index] < min) {
                continue;
            }
            let (kind, is_short) = self.match_kind(fold, remarks, fragments, parts);
            match best {
                Some((of, short, _)) if (of, short) < (kind, is_short) => {}
                Some((of, short, _)) if (of, short) == (kind, is_short) => candidates += 1,
                _ => (best, candidates) = (Some((kind, is_short, index)), 1),
            }
        }
        let (kind, _, index) = best?;
        let parts = fold.map.sources(&passages[index]);
        let parts = if kind == MatchKind::Exact { vec![self.exact(parts[0].start)?] } else { parts };
        let range = around(&parts);
        let (difference, negation) = match kind {
            MatchKind::Negated => self.between(fold, fragments, &passages[index]).unzip(),
            _ => (None, None),
        };
        Some(Passage {
            kind,
            range,
            parts,
            differences: difference.into_iter().collect(),
            negation,
            candidates,
        })
    }

    /// A denial in the text that a remark or a short ellipsis between two fragments hides.
    fn between(
        &self,
        fold: &Fold,
        fragments: &[Fragment],
        parts: &[Range<usize>],
    ) -> Option<(Difference, Negation)> {
        let mut pairs = std::iter::zip(fragments.windows(2), parts.windows(2));
        pairs.find_map(|(fragments, parts)| {
            let [first, second] = fragments else { return None };
            let [before, after] = parts else { return None };
            let passage = fold.map.source(before.clone()).end..fold.map.source(after.clone()).start;
            let quote = first.source(first.core.clone()).end..second.source(second.core.clone()).start;
            let (passage, quote) =
                (trimmed(self.text.text(), passage)?, trimmed(self.quotation.quote, quote)?);
            let there = self.text.text().get(passage.clone())?;
            // An ellipsis over whole sentences may omit a denial of something else.
            if there.len() > MAX_REPLACED {
                return None;
            }
            let negation = one_sided(there, self.quotation.quote.get(quote.clone())?)?;
            if !negation.is_quoted && is_said(&negation, self.quotation.quote) {
                return None;
            }
            Some((Difference { passage, quote }, negation))
        })
    }

    /// The best passage with nearly the same words.
    fn approximately(&self) -> Option<Passage> {
        if let Some(seeds) = self.seeds {
            return fuzzy::find(self.text, self.quotation, seeds);
        }
        let seeds = Seeds::of(self.text, std::slice::from_ref(self.quotation), &|| false)?;
        fuzzy::find(self.text, self.quotation, &seeds)
    }

    /// How well a passage has the words, and whether it lacks their final punctuation.
    fn match_kind(
        &self,
        fold: &Fold,
        remarks: Remarks,
        fragments: &[Fragment],
        parts: &[Range<usize>],
    ) -> (MatchKind, bool) {
        let is_short = fragments
            .iter()
            .zip(parts)
            .any(|(fragment, part)| fragment.core.len() + fragment.stop().len() > part.len());
        if let [part] = parts
            && fragments.len() == 1
            && self.exact(fold.map.source(part.clone()).start).is_some()
        {
            return (MatchKind::Exact, is_short);
        }
        let same_case = fragments.iter().zip(parts).all(|(fragment, part)| {
            let there = &self.text.text()[fold.map.source(part.clone())];
            let wanted = &self.quotation.quote[fragment.source(fragment.core.start..fragment.core.end)];
            letters(there, remarks) == letters(wanted, remarks)
        });
        if self.between(fold, fragments, parts).is_some() {
            return (MatchKind::Negated, is_short);
        }
        (if same_case { MatchKind::Normalised } else { MatchKind::Caseless }, is_short)
    }

    /// The passage near an offset that equals the quotation character by character.
    fn exact(&self, start: usize) -> Option<Range<usize>> {
        let wanted = bare(self.quotation.quote);
        // The folded form begins with a letter; the quotation may begin with a bracket or a dash.
        let lead = wanted.len() - wanted.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
        [start.checked_sub(lead), Some(start)]
            .into_iter()
            .flatten()
            .find(|&start| self.text.text().get(start..).is_some_and(|rest| rest.starts_with(wanted)))
            .map(|start| start..start + wanted.len())
    }
}

/// A range without the spaces at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let start = range.start + part.len() - part.trim_start().len();
    Some(start..start + part.trim().len())
}

/// The letters of a text, case-sensitive.
fn letters(text: &str, remarks: Remarks) -> String {
    let mut folded = fold(text, remarks, Case::Keep).text;
    folded.retain(char::is_alphanumeric);
    folded
}
