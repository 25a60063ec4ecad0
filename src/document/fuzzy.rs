//! Finds where a text says nearly what a quotation says.
//!
//! Where many runs of words stand as they do in the quotation ([`super::seeds`]), its words are put beside those of the
//! text ([`super::align`]).

use std::ops::Range;

use crate::text::{Fold, Remarks};

use super::align::align;
use super::chain;
use super::find::{Quotation, around, chosen_by_context};
use super::folded::Folded;
use super::negation::one_sided;
use super::passage::{Difference, Negation, Passage, Stage};
use super::pieces::Piece;
use super::seeds::{COMMON, Needle, Seeds};
use super::sum::Sum;
use super::words::{Word, words};

/// From which similarity on a passage is one that is quoted badly. One word of five may be another one, or a clause left
/// out; sentences of one treaty that only share their officialese stay below (57 % in `tests/quotes/cases.txt`).
const LEAST: f64 = 0.80;

/// A quotation of fewer words than this has too few to tell a changed sentence from another one ("Norland signs in
/// Ostby", "Norland signs; it has not ratified"): one word may differ, but not the first and not the last. Of 455 short
/// texts of the bundled dataset, each looked for in all others, 62 were "found" without this rule and 43 with it,
/// nearly all of these the same sentence about another state, day or number.
const SHORT: usize = 8;

/// At least this part of the words must be the same: many words that look alike are another sentence.
const SAME_WORDS: f64 = 0.5;

/// In how many places the words are compared.
const PLACES: usize = 12;

/// A place at which the whole quotation was compared.
struct Candidate {
    /// Parts in the folded text.
    parts: Vec<Range<usize>>,
    similarity: f64,
    differences: Vec<Difference>,
    negation: Option<Negation>,
}

/// The best place, if it is good enough.
pub(super) fn find(text: &Folded, quotation: &Quotation<'_>, seeds: &Seeds<'_>) -> Option<Passage> {
    let needle = quotation.needle.as_ref()?;
    let views = [(text.left.as_ref(), Remarks::Strip), (Some(&text.kept), Remarks::Keep)];
    let found = views.into_iter().filter_map(|(fold, remarks)| {
        let piece = quotation.pieces.get(needle.longest)?;
        let slack = (piece.core.len() / 5).clamp(48, 4_000);
        let view = View { text, fold: fold?, quotation, needle, piece, slack };
        view.best(places(&view, remarks, seeds))
    });
    found.reduce(|best, next| if next.stage < best.stage { next } else { best })
}

/// A form of the text, and what is looked for in it.
struct View<'v> {
    text: &'v Folded,
    fold: &'v Fold,
    quotation: &'v Quotation<'v>,
    needle: &'v Needle,
    /// The longest piece.
    piece: &'v Piece,
    /// By how many bytes its words may be shifted.
    slack: usize,
}

impl View<'_> {
    /// The best of the passages about some places.
    fn best(&self, places: Vec<usize>) -> Option<Passage> {
        let (fold, context) = (self.fold, &self.quotation.context);
        let mut candidates: Vec<Candidate> = Vec::new();
        for start in places {
            let Some(candidate) = self.compare(start) else { continue };
            if !candidates.iter().any(|other| around(&other.parts) == around(&candidate.parts)) {
                candidates.push(candidate);
            }
        }
        if candidates.iter().any(|candidate| candidate.negation.is_none()) {
            candidates.retain(|candidate| candidate.negation.is_none());
        }
        let best = candidates.iter().map(|candidate| candidate.similarity).fold(0.0, f64::max);
        candidates.retain(|candidate| candidate.similarity > best - 0.005);
        candidates.sort_by_key(|candidate| around(&candidate.parts).start);
        let scores: Vec<f64> = candidates
            .iter()
            .map(|candidate| context.score(&fold.text, &around(&candidate.parts), candidates.len()))
            .collect();
        let least = chosen_by_context(context, &scores).unwrap_or(0.0);
        let mut chosen = candidates.into_iter().zip(&scores).filter(|(_, score)| **score >= least);
        let (first, _) = chosen.next()?;
        let equal = 1 + chosen.count();
        let parts = fold.map.sources(&first.parts);
        // What differs only a little still differs.
        let percent = ((first.similarity * 100.0).floor() as u8).min(99);
        let stage = if first.negation.is_some() { Stage::Negated } else { Stage::Fuzzy { percent } };
        let Candidate { differences, negation, .. } = first;
        Some(Passage { stage, range: around(&parts), parts, differences, negation, equal })
    }

    /// The quotation beside the text around a place.
    fn compare(&self, start: usize) -> Option<Candidate> {
        let Self { text, fold, piece, slack, .. } = *self;
        let (pieces, longest) = (&self.quotation.pieces, self.needle.longest);
        let context = &self.quotation.context;
        let mut sum = Sum::default();
        let window = whole_words(&fold.text, start.saturating_sub(slack)..start + piece.core.len() + slack);
        let main = beside(fold, piece, &self.needle.quote, window, start, &mut sum)?;
        let mut parts = vec![main];
        for place in (0..longest).rev() {
            let end = parts.last()?.start;
            let most = pieces[place + 1].gap.most();
            if let Some(range) = chain::before(text, fold, &pieces[place], end, most, context) {
                sum.same(&pieces[place]);
                parts.push(range);
            } else {
                let start = end.saturating_sub(most + pieces[place].core.len() + slack);
                let reach = whole_words(&fold.text, start..end).start..end;
                parts.extend(search_beside(fold, &pieces[place], reach, end, &mut sum));
            }
        }
        parts.reverse();
        for piece in &pieces[longest + 1..] {
            let begin = parts.last()?.end;
            let most = piece.gap.most();
            if let Some(range) = chain::after(text, fold, piece, begin, most, context) {
                sum.same(piece);
                parts.push(range);
            } else {
                let end = begin + most + piece.core.len() + slack;
                let reach = begin..whole_words(&fold.text, begin..end).end;
                parts.extend(search_beside(fold, piece, reach, begin, &mut sum));
            }
        }
        let similarity = sum.similarity();
        sum.differences.sort_by_key(|difference| difference.quote.start);
        let is_enough = similarity >= LEAST && sum.same_words as f64 >= SAME_WORDS * sum.words as f64;
        let is_sure = sum.words >= SHORT || sum.other_words <= 1 && !sum.has_other_edge;
        if !(is_enough && is_sure) {
            return None;
        }
        let differences = sum.differences;
        let negation = differences.iter().find_map(|difference| {
            let there = text.text().get(difference.passage.clone())?;
            one_sided(there, self.quotation.quote.get(difference.quote.clone())?)
        });
        Some(Candidate { parts, similarity, differences, negation })
    }
}

/// Where the quotation may begin, the likeliest first.
fn places(view: &View<'_>, remarks: Remarks, seeds: &Seeds<'_>) -> Vec<usize> {
    let (piece, needle) = (view.piece, view.needle);
    let mut hits: Vec<&[u32]> = needle
        .seeds
        .iter()
        .map(|seed| seeds.hits(remarks, &piece.fold.text[seed.clone()]).unwrap_or_default())
        .collect();
    if hits.iter().any(|of_seed| (1..=COMMON).contains(&of_seed.len())) {
        for of_seed in hits.iter_mut().filter(|of_seed| of_seed.len() > COMMON) {
            *of_seed = &[];
        }
    }
    // Where the quotation would begin, had the seed its place in it.
    let mut begins: Vec<(usize, usize)> = Vec::new();
    for (seed, of_seed) in hits.iter().enumerate() {
        let offset = needle.seeds[seed].start - piece.core.start;
        begins.extend(of_seed.iter().map(|&at| ((at as usize).saturating_sub(offset), seed)));
    }
    begins.sort_unstable();
    crowded(&begins, needle.seeds.len(), view.slack)
}

/// The places around which the most different seeds want to begin, the most crowded first.
fn crowded(begins: &[(usize, usize)], seeds: usize, slack: usize) -> Vec<usize> {
    let mut inside = vec![0_usize; seeds];
    let (mut different, mut end) = (0, 0);
    let mut crowds: Vec<(usize, usize)> = Vec::new();
    for (first, &(start, seed)) in begins.iter().enumerate() {
        while end < begins.len() && begins[end].0 <= start + slack {
            different += usize::from(inside[begins[end].1] == 0);
            inside[begins[end].1] += 1;
            end += 1;
        }
        crowds.push((different, begins[(first + end - 1) / 2].0));
        inside[seed] -= 1;
        different -= usize::from(inside[seed] == 0);
    }
    crowds.sort_by_key(|&(different, start)| (std::cmp::Reverse(different), start));
    // A place with a third of the best one's seeds cannot have its words.
    let least = crowds.first().map_or(0, |best| best.0.div_ceil(3));
    let mut places: Vec<usize> = Vec::new();
    for (_, start) in crowds.into_iter().take_while(|crowd| crowd.0 >= least) {
        if places.iter().all(|&place| place.abs_diff(start) > slack / 2) {
            places.push(start);
            if places.len() == PLACES {
                break;
            }
        }
    }
    places
}

/// A shorter piece, anywhere in a part of the text; if it is not there, it is missing at `edge`.
fn search_beside(
    fold: &Fold,
    piece: &Piece,
    reach: Range<usize>,
    edge: usize,
    sum: &mut Sum,
) -> Option<Range<usize>> {
    let quote = words(&piece.fold.text, piece.core.clone());
    let mut own = Sum::default();
    let found = beside(fold, piece, &quote, reach.clone(), reach.start, &mut own);
    if let Some(range) = found
        && own.similarity() >= LEAST
    {
        sum.add(own);
        return Some(range);
    }
    let length: usize = quote.iter().map(|word| word.length).sum();
    let at = fold.map.source(edge..edge).start;
    sum.quoted += length;
    sum.cost += length;
    let count = quote.iter().filter(|word| word.is_word).count();
    sum.words += count;
    sum.other_words += count;
    sum.differences.push(Difference { passage: at..at, quote: piece.source(piece.core.clone()) });
    None
}

/// The words of a piece beside those of a window of the text.
fn beside(
    fold: &Fold,
    piece: &Piece,
    quote: &[Word],
    window: Range<usize>,
    start: usize,
    sum: &mut Sum,
) -> Option<Range<usize>> {
    let there = words(&fold.text, window);
    let center = there.partition_point(|word| word.start < start);
    let half = center.max(there.len().saturating_sub(center + quote.len())).max(4);
    let steps = align((&piece.fold.text, quote), (&fold.text, &there), center, half)?;
    let first = steps.iter().find(|step| !step.text.is_empty())?.text.start;
    let last = steps.iter().rfind(|step| !step.text.is_empty())?.text.end;
    sum.count(fold, piece, quote, &there, &steps);
    let end = there[last - 1].end;
    Some(there[first].start..end + sum.stop(fold, piece, end))
}

/// A range, grown to the ends of words and cut to the text.
fn whole_words(text: &str, range: Range<usize>) -> Range<usize> {
    let bytes = text.as_bytes();
    let (mut start, mut end) = (range.start.min(text.len()), range.end.min(text.len()));
    // Text without spaces is not worth going far for.
    let floor = start.saturating_sub(64);
    while start > floor && bytes[start - 1] != b' ' {
        start -= 1;
    }
    let ceiling = text.len().min(end + 64);
    while end < ceiling && bytes[end] != b' ' {
        end += 1;
    }
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}
