//! Finds a quotation in a text: as printed, then folded, then in pieces, then approximately.

use std::ops::Range;

use crate::domain::Selector;
use crate::text::{Case, Fold, Remarks, fold};

use super::chain;
use super::context::{Context, SAME, TELLS};
use super::folded::Folded;
use super::fuzzy;
use super::negation::{is_said, one_sided};
use super::passage::{Difference, Found, Negation, Passage, Stage};
use super::pieces::{Piece, REPLACED, bare, cut, whole};
use super::seeds::{Needle, Seeds, needle};

/// How many quotations are looked for in one pass over a text.
const AT_ONCE: usize = 500;

/// Finds the passage that a selector means.
///
/// Of several equally good passages the prefix and the suffix choose, if they resemble what stands around one of them;
/// otherwise the first is taken, and [`Passage::equal`] says how many there are.
pub fn find(text: &Folded, selector: &Selector) -> Found {
    Quotation::new(selector).find(text, None)
}

/// Finds what each of many selectors means, as [`find`] does, with one pass over the text for hundreds of them; `None`
/// when `is_called_off` said so meanwhile.
pub fn find_all(
    text: &Folded,
    selectors: &[Selector],
    is_called_off: &dyn Fn() -> bool,
) -> Option<Vec<Found>> {
    let mut found = Vec::with_capacity(selectors.len());
    for some in selectors.chunks(AT_ONCE) {
        let quotations: Vec<Quotation<'_>> = some.iter().map(Quotation::new).collect();
        let seeds = Seeds::of(text, &quotations, is_called_off)?;
        for quotation in &quotations {
            if is_called_off() {
                return None;
            }
            found.push(quotation.find(text, Some(&seeds)));
        }
    }
    Some(found)
}

/// A quotation made ready to be looked for.
pub(super) struct Quotation<'q> {
    pub(super) quote: &'q str,
    pub(super) context: Context,
    /// All of it; `None` where it has no word.
    whole: Option<Piece>,
    pub(super) pieces: Vec<Piece>,
    pub(super) needle: Option<Needle>,
}

impl<'q> Quotation<'q> {
    fn new(selector: &'q Selector) -> Self {
        let quote = &*selector.exact;
        let pieces = cut(quote);
        Self {
            quote,
            context: Context::new(&selector.prefix, &selector.suffix),
            whole: whole(quote, Remarks::Keep),
            needle: needle(&pieces),
            pieces,
        }
    }

    /// The runs of words that are looked for before anything else.
    pub(super) fn runs(&self) -> impl Iterator<Item = &str> {
        let of_needle = |needle: &Needle| {
            let text = self.pieces.get(needle.longest).map_or("", |piece| &*piece.fold.text);
            needle.seeds.iter().filter_map(|seed| text.get(seed.clone())).collect::<Vec<_>>()
        };
        self.needle.as_ref().map(of_needle).unwrap_or_default().into_iter()
    }

    fn find(&self, text: &Folded, seeds: Option<&Seeds<'_>>) -> Found {
        let Some(kept) = &self.whole else { return Found::NoWords };
        let search = Search { text, quotation: self, seeds };
        let mut passage = search.verbatim(&text.kept, Remarks::Keep, std::slice::from_ref(kept));
        if passage.is_none()
            && let Some(fold) = &text.left
        {
            let left = whole(self.quote, Remarks::Strip);
            passage = left.and_then(|left| search.verbatim(fold, Remarks::Strip, &[left]));
        }
        if passage.is_none() {
            passage = search.verbatim(&text.kept, Remarks::Keep, &self.pieces);
        }
        if passage.is_none()
            && let Some(fold) = &text.left
        {
            passage = search.verbatim(fold, Remarks::Strip, &self.pieces);
        }
        passage.or_else(|| search.approximately()).map_or(Found::Nowhere, Found::Passage)
    }
}

struct Search<'s> {
    text: &'s Folded,
    quotation: &'s Quotation<'s>,
    /// What is known of its runs of words.
    seeds: Option<&'s Seeds<'s>>,
}

impl Search<'_> {
    /// The best of the passages that have all pieces word for word.
    fn verbatim(&self, fold: &Fold, remarks: Remarks, pieces: &[Piece]) -> Option<Passage> {
        if self.seeds.is_some_and(|seeds| seeds.rule_out(remarks, self.quotation, pieces)) {
            return None;
        }
        let context = &self.quotation.context;
        let passages = chain::all(self.text, fold, pieces, context);
        let scores: Vec<f64> =
            passages.iter().map(|parts| context.score(&fold.text, &around(parts), passages.len())).collect();
        let tells = chosen_by_context(context, &scores);
        let (mut best, mut equal): (Option<(Stage, bool, usize)>, usize) = (None, 0);
        for (place, parts) in passages.iter().enumerate() {
            if tells.is_some_and(|least| scores[place] < least) {
                continue;
            }
            let (stage, is_short) = self.stage(fold, remarks, pieces, parts);
            match best {
                Some((of, short, _)) if (of, short) < (stage, is_short) => {}
                Some((of, short, _)) if (of, short) == (stage, is_short) => equal += 1,
                _ => (best, equal) = (Some((stage, is_short, place)), 1),
            }
        }
        let (stage, _, place) = best?;
        let parts = fold.map.sources(&passages[place]);
        let parts = if stage == Stage::Exact { vec![self.exact(parts[0].start)?] } else { parts };
        let range = around(&parts);
        let (difference, negation) = match stage {
            Stage::Negated => self.between(fold, pieces, &passages[place]).unzip(),
            _ => (None, None),
        };
        Some(Passage { stage, range, parts, differences: difference.into_iter().collect(), negation, equal })
    }

    /// What is denied between two pieces, where an editor's remark or an ellipsis of a few words stands for it.
    fn between(
        &self,
        fold: &Fold,
        pieces: &[Piece],
        parts: &[Range<usize>],
    ) -> Option<(Difference, Negation)> {
        let mut pairs = std::iter::zip(pieces.windows(2), parts.windows(2));
        pairs.find_map(|(pieces, parts)| {
            let [first, second] = pieces else { return None };
            let [before, after] = parts else { return None };
            let passage = fold.map.source(before.clone()).end..fold.map.source(after.clone()).start;
            let quote = first.source(first.core.clone()).end..second.source(second.core.clone()).start;
            let (passage, quote) =
                (trimmed(self.text.text(), passage)?, trimmed(self.quotation.quote, quote)?);
            let there = self.text.text().get(passage.clone())?;
            // Who leaves out sentences may leave out a denial of something else.
            if there.len() > REPLACED {
                return None;
            }
            let negation = one_sided(there, self.quotation.quote.get(quote.clone())?)?;
            if !negation.is_quoted && is_said(&negation, self.quotation.quote) {
                return None;
            }
            Some((Difference { passage, quote }, negation))
        })
    }

    /// The best of the passages that have nearly the words.
    fn approximately(&self) -> Option<Passage> {
        if let Some(seeds) = self.seeds {
            return fuzzy::find(self.text, self.quotation, seeds);
        }
        let seeds = Seeds::of(self.text, std::slice::from_ref(self.quotation), &|| false)?;
        fuzzy::find(self.text, self.quotation, &seeds)
    }

    /// How well a passage has the words, and whether it lacks the stop at their end.
    fn stage(
        &self,
        fold: &Fold,
        remarks: Remarks,
        pieces: &[Piece],
        parts: &[Range<usize>],
    ) -> (Stage, bool) {
        let is_short =
            pieces.iter().zip(parts).any(|(piece, part)| piece.core.len() + piece.stop().len() > part.len());
        if let [part] = parts
            && pieces.len() == 1
            && self.exact(fold.map.source(part.clone()).start).is_some()
        {
            return (Stage::Exact, is_short);
        }
        let same_case = pieces.iter().zip(parts).all(|(piece, part)| {
            let there = &self.text.text()[fold.map.source(part.clone())];
            let wanted = &self.quotation.quote[piece.source(piece.core.start..piece.core.end)];
            letters(there, remarks) == letters(wanted, remarks)
        });
        if self.between(fold, pieces, parts).is_some() {
            return (Stage::Negated, is_short);
        }
        (if same_case { Stage::Normalised } else { Stage::Caseless }, is_short)
    }

    /// The passage that begins near a place and is the quotation, character for character.
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

/// From which score on passages are those that the context means; `None` if it does not tell.
pub(super) fn chosen_by_context(context: &Context, scores: &[f64]) -> Option<f64> {
    let best = scores.iter().copied().fold(0.0, f64::max);
    (context.is_given() && best >= TELLS).then_some(best - SAME)
}

/// A range without the spaces at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let start = range.start + part.len() - part.trim_start().len();
    Some(start..start + part.trim().len())
}

/// From the first part to the last.
pub(super) fn around(parts: &[Range<usize>]) -> Range<usize> {
    let start = parts.first().map_or(0, |part| part.start);
    start..parts.last().map_or(start, |part| part.end)
}

/// The letters of a text as they are, capital or small.
fn letters(text: &str, remarks: Remarks) -> String {
    let mut folded = fold(text, remarks, Case::Keep).text;
    folded.retain(char::is_alphanumeric);
    folded
}
