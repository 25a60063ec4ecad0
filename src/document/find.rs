//! Finds a quotation in a text: as printed, then folded, then in pieces, then approximately.

use std::ops::Range;

use crate::domain::Selector;

use super::chain;
use super::context::{Context, SAME, TELLS};
use super::fold::{Case, Fold, Remarks, fold};
use super::folded::Folded;
use super::fuzzy;
use super::passage::{Found, Passage, Stage};
use super::pieces::{Piece, bare, cut, whole};

/// Finds the passage that a selector means.
///
/// Of several equally good passages the prefix and the suffix choose, if they resemble what stands around one of them;
/// otherwise the first is taken, and [`Passage::equal`] says how many there are.
pub fn find(text: &Folded, selector: &Selector) -> Found {
    let quote = &*selector.exact;
    let context = Context::new(&selector.prefix, &selector.suffix);
    let Some(kept) = whole(quote, Remarks::Kept) else { return Found::NoWords };
    let search = Search { text, quote, context: &context };
    let pieces = cut(quote);
    let mut passage = search.verbatim(&text.kept, Remarks::Kept, &[kept]);
    if passage.is_none()
        && let Some(fold) = &text.left
    {
        let left = whole(quote, Remarks::Left);
        passage = left.and_then(|left| search.verbatim(fold, Remarks::Left, &[left]));
    }
    if passage.is_none() {
        passage = search.verbatim(&text.kept, Remarks::Kept, &pieces);
    }
    if passage.is_none()
        && let Some(fold) = &text.left
    {
        passage = search.verbatim(fold, Remarks::Left, &pieces);
    }
    passage.or_else(|| fuzzy::find(text, &pieces, &context)).map_or(Found::Nowhere, Found::Passage)
}

struct Search<'s> {
    text: &'s Folded,
    quote: &'s str,
    context: &'s Context,
}

impl Search<'_> {
    /// The best of the passages that have all pieces word for word.
    fn verbatim(&self, fold: &Fold, remarks: Remarks, pieces: &[Piece]) -> Option<Passage> {
        let passages = chain::all(self.text, fold, pieces, self.context);
        let scores: Vec<f64> = passages
            .iter()
            .map(|parts| self.context.score(&fold.text, &around(parts), passages.len()))
            .collect();
        let tells = chosen_by_context(self.context, &scores);
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
        Some(Passage { stage, range: around(&parts), parts, differences: Vec::new(), equal })
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
            let wanted = &self.quote[piece.source(piece.core.start..piece.core.end)];
            letters(there, remarks) == letters(wanted, remarks)
        });
        (if same_case { Stage::Normalised } else { Stage::Caseless }, is_short)
    }

    /// The passage that begins near a place and is the quotation, character for character.
    fn exact(&self, start: usize) -> Option<Range<usize>> {
        let wanted = bare(self.quote);
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

/// From the first part to the last.
pub(super) fn around(parts: &[Range<usize>]) -> Range<usize> {
    let start = parts.first().map_or(0, |part| part.start);
    start..parts.last().map_or(start, |part| part.end)
}

/// The letters of a text as they are, capital or small.
fn letters(text: &str, remarks: Remarks) -> String {
    let mut folded = fold(text, remarks, Case::Kept).text;
    folded.retain(char::is_alphanumeric);
    folded
}
